package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 2. */
class ModelVersionsTest {
  private static final String MODEL = "from pydantic import BaseModel|";
  @TempDir private Path folder;

  private String versions(String... files) throws IOException {
    return String.join("|", Py.findings(new ModelVersions().examine(Py.checkout(folder, files))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class StatsResponse(BaseModel):|  model_version: str",
        "class Base(BaseModel):|  model_version: str|class StatsResponse(Base):|  p95: float",
        "class Base(BaseModel):|  model_version: str|class B(Base): pass|class AResponse(B): pass",
        "class Stats(BaseModel):|  p95: float"
      })
  void aResponseHasItsModelVersion(String schema) throws IOException {
    assertThat(versions("app/schemas_shadow.py: " + MODEL + schema)).isEmpty();
  }

  @Test
  void aResponseWithoutModelVersionIsAViolation() throws IOException {
    assertThat(
            versions(
                "app/schemas_shadow.py: " + MODEL + "class StatsResponse(BaseModel):|  p95: float"))
        .isEqualTo(
            "VIOLATION app/schemas_shadow.py:2 response model StatsResponse has no field model_version");
  }

  @Test
  void aBaseThatIsNotInTheCheckoutIsForAPerson() throws IOException {
    assertThat(versions("app/schemas_shadow.py: from lib import Base|class AResponse(Base): pass"))
        .isEqualTo(
            "MANUAL_REVIEW app/schemas_shadow.py:2 response model AResponse may have model_version"
                + " from lib.Base, which is not in the checkout");
  }

  @Test
  void aBaseIsFollowedThroughImports() throws IOException {
    assertThat(
            versions(
                "app/schemas_shadow.py: from .base import Base|class AResponse(Base): pass",
                "app/base/__init__.py: from .real import *",
                "app/base/real.py: " + MODEL + "class Base(BaseModel):|  model_version: str"))
        .isEmpty();
  }

  @Test
  void whatAnEndpointNamesAsItsResponseIsOne() throws IOException {
    assertThat(
            versions(
                "app/api_shadow.py: from . import schemas_shadow as s|"
                    + "@r.get('/a', response_model=list[s.Event])|def a(): pass|"
                    + "@r.get('/b', response_model=lib.Other)|def b(): pass|"
                    + "@r.get('/c', response_model=None)|def c(): pass",
                "app/schemas_shadow.py: " + MODEL + "class Event(BaseModel):|  id: int"))
        .isEqualTo(
            "MANUAL_REVIEW app/api_shadow.py:4 response_model lib.Other is not a class of the checkout|"
                + "VIOLATION app/schemas_shadow.py:2 response model Event has no field model_version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          @r.get('/a')|def a() -> Out: pass                       ; VIOLATION app/schemas_shadow.py:2
          @r.get('/a')|def a() -> 'list[Out]': pass               ; VIOLATION app/schemas_shadow.py:2
          @r.get('/a', response_model=Good)|def a() -> Out: pass  ; ''
          @r.get('/a')|def a() -> None: pass                      ; ''
          @r.delete('/a', status_code=204)|def a(): pass          ; ''
          @r.get('/a', response_model=HealthOut)|def a(): pass    ; ''
          @r.get('/a')|def a() -> Other: pass                     ; MANUAL_REVIEW app/api_shadow.py:2 return type Other is not
          @r.get('/a')|def a() -> dict[str, int]: pass            ; MANUAL_REVIEW app/api_shadow.py:2 endpoint a: cannot decide
          @r.get('/a', response_model=dict)|def a(): pass         ; MANUAL_REVIEW app/api_shadow.py:2 endpoint a: cannot decide
          @r.get('/a', response_model=create_model('A'))|def a(): pass ; MANUAL_REVIEW app/api_shadow.py:2 endpoint a: cannot
          @r.get('/a')|def a(): pass                              ; MANUAL_REVIEW app/api_shadow.py:2 endpoint a: cannot decide
          """)
  void anEndpointAnswersWhatItReturns(String endpoint, String finding) throws IOException {
    String found =
        versions(
            "app/api_shadow.py: from .schemas_shadow import *|" + endpoint.strip(),
            "app/schemas_shadow.py: "
                + MODEL
                + "class Out(BaseModel):|  id: int|class HealthOut(BaseModel): pass|"
                + "class Good(BaseModel):|  model_version: str");
    assertThat(found).startsWith(finding.strip()).doesNotContain("|");
    assertThat(found.isEmpty()).isEqualTo(finding.isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          class AResponse(BaseModel):|  model_version: ClassVar[str] = 'v'                         ; false
          class AResponse(BaseModel):|  @computed_field|  @property|  def model_version(self): pass ; true
          class AResponse(BaseModel):|  @property|  def model_version(self): pass                  ; false
          class AResponse(BaseModel):|  v: str = Field(alias="model_version")                      ; true
          class AResponse(BaseModel):|  v: str = Field(serialization_alias='model_version')        ; true
          class AResponse(BaseModel):|  v: str = Field(validation_alias='model_version')           ; false
          class X(BaseModel):|  model_version: str|class AResponse(RootModel[list[X]]): pass       ; true
          class X(BaseModel):|  v: str|class AResponse(pydantic.RootModel[list[X]]): pass          ; false
          class ErrorResponse(BaseModel): pass                                                     ; true
          """)
  void whatIsAnsweredAsModelVersionCounts(String schema, boolean has) throws IOException {
    String found =
        versions(
            "app/schemas_shadow.py: import pydantic|from pydantic import BaseModel, RootModel|"
                + schema.strip());
    assertThat(found.isEmpty()).isEqualTo(has);
  }

  @Test
  void shadowCodeWithoutSchemasIsForAPerson() throws IOException {
    assertThat(versions("app/shadow_repo.py: x = 1"))
        .startsWith("MANUAL_REVIEW there is shadow code, but no schema of it");
  }
}
