package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowCodeTest {
  private static final ShadowCode SHADOW = new ShadowCode();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          api_shadow.py                    , true
          service/app/shadow_repo.py       , true
          app/shadow/x.py                  , true
          app/iq-shadow/x.py               , true
          app/ShadowMode.py                , true
          app/SHADOW.py                    , true
          tests/test_shadow_repo.py        , true
          app/api.py                       , false
          app/shadowing.py                 , false
          app/foreshadow.py                , false
          docs/shadow.md                   , false
          """)
  void isPythonWithTheWordShadowInAName(String path, boolean shadow) {
    assertThat(SHADOW.contains(path)).isEqualTo(shadow);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          app/test_shadow.py     , true
          app/shadow_test.py     , true
          shadow/conftest.py     , true
          tests/shadow.py        , true
          shadow/test/x.py       , true
          app/shadow_tests.py    , false
          app/contest_shadow.py  , false
          """)
  void itsTestsDoNotRun(String path, boolean test) {
    assertThat(ShadowCode.isTest(path)).isEqualTo(test);
    assertThat(SHADOW.runs(path)).isEqualTo(!test);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          app/schemas_shadow.py      , schema
          app/shadow/schemas.py      , schema
          app/shadow/schemas/x.py    , schema
          app/models_shadow.py       , model
          app/shadow/models.py       , model
          app/shadow_model_loader.py , none
          app/shadow_statistics.py   , statistics
          app/shadow/stats.py        , statistics
          app/shadow_repo.py         , none
          app/schemas.py             , none
          tests/schemas_shadow.py    , none
          """)
  void hasPartsByTheirNames(String path, String part) {
    assertThat(SHADOW.isSchema(path)).isEqualTo(part.equals("schema"));
    assertThat(SHADOW.isModel(path)).isEqualTo(part.equals("model"));
    assertThat(SHADOW.isStatistics(path)).isEqualTo(part.equals("statistics"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          app/api_shadow.py   ; x = 1                               ; true
          app/shadow/routes.py; x = 1                               ; true
          app/shadow_x.py     ; @router.get("/x")|def f(): pass     ; true
          app/shadow_x.py     ; @app.post(path=P)|def f(): pass     ; true
          app/shadow_x.py     ; @cache.get("x")|def f(): pass       ; false
          app/shadow_x.py     ; @get("/x")|def f(): pass            ; false
          app/api.py          ; @router.get("/x")|def f(): pass     ; false
          """)
  void itsApiIsSoNamedOrRegistersEndpoints(String path, String text, boolean api) {
    assertThat(SHADOW.isApi(Py.file(path, text.replace('|', '\n')))).isEqualTo(api);
  }

  @Test
  void isAlsoWhatTheGlobsMatch() {
    ShadowCode shadow = new ShadowCode(List.of("app/drift_*.py", "lib/**"));
    assertThat(shadow.contains("app/drift_x.py")).isTrue();
    assertThat(shadow.contains("app/x/drift_x.py")).isFalse();
    assertThat(shadow.contains("lib/a/b.py")).isTrue();
    assertThat(shadow.contains("lib/a/b.txt")).isFalse();
  }
}
