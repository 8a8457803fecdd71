package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestsOfNewFilesTest extends RuleTest {
  TestsOfNewFilesTest() {
    super(new PerformanceBudget());
  }

  @BeforeEach
  void beginWithoutRules() {
    beginTopic();
  }

  @Test
  void newCodeNeedsATest() {
    repository.write("app/shadow_drift.py", "x = 1").commit("[A] a");
    Examination examination = examine();
    assertFindings(examination)
        .containsExactly("VIOLATION app/shadow_drift.py:1 is new and has no test");
    assertThat(examination.findings().get(0).remedy())
        .isEqualTo("add test_shadow_drift.py, or import it in another test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tests/test_shadow_drift.py | def test_x(): pass",
        "tests/shadow_drift_test.py | class TestX: pass",
        "tests/test_all.py | from app import shadow_drift",
        "tests/test_all.py | import app.shadow_drift as drift",
        "tests/test_all.py | from app.shadow_drift import x",
        "tests/test_all.py | from app import (a, shadow_drift)",
      })
  void itIsTestedByNameOrByImport(String path, String text) {
    repository.write("app/shadow_drift.py", "x = 1").write(path, text).commit("[A] a");
    assertThat(examine()).isEqualTo(new Examination(1, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app/other.py | from app import shadow_drift",
        "tests/test_shadow_drift.py | # import x",
        "tests/test_all.py | '\"\"\"\nimport shadow_drift\n\"\"\"'",
        "tests/test_all.py | # shadow_drift is tested elsewhere",
        "tests/test_all.py | from app import shadow_drift_more",
      })
  void nothingElseIsATest(String path, String text) {
    repository.write("app/shadow_drift.py", "x = 1").write(path, text).commit("[A] a");
    assertThat(examine().findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/other.py",
        "app/shadow/__init__.py",
        "tests/test_shadow_x.py",
        "migrations/0001_shadow.py"
      })
  void otherFilesNeedNone(String path) {
    repository.write(path, "x = 1").commit("[A] a");
    assertThat(examine().looked()).isZero();
  }

  private Examination examine() {
    Checkout checkout = repository.since("main");
    return TestsOfNewFiles.examine(checkout, (Changes.Known) checkout.changes());
  }
}
