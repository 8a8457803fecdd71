package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 9 and 10, and the drift fields. */
class ModelRulesTest {
  @TempDir private Path folder;

  @Test
  void aCheckoutWithoutShadowCodeHasNothingToLookAt() throws IOException {
    Checkout checkout = Py.checkout(folder, "app/x.py: class AResponse: pass");
    assertThat(new ModelVersions().examine(checkout).looked()).isZero();
    assertThat(DriftFields.examine(checkout).looked()).isZero();
    assertThat(new PredictionAudit().examine(checkout).looked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import joblib|def f(p):|  return joblib.load(p)",
        "from pickle import loads as l|x = l(b)",
        "import torch|def f(p):|  m = torch.load(p)|  verify(m)",
        "import numpy as np|np.load(p, allow_pickle=True)",
        "from keras.models import load_model|load_model(p)",
        "import joblib|def f(p):|  pool.submit(joblib.load, p)",
        "import pickle|def g(p):|  verify(p)|def f(p):|  return pickle.load(p)",
        "from joblib import *|load(p)"
      })
  void aModelLoadedWithoutASignatureIsForAPerson(String text) throws IOException {
    Examination found = new ArtifactSignatures().examine(Py.checkout(folder, "app/m.py: " + text));
    assertThat(Py.findings(found)).singleElement().asString().startsWith("MANUAL_REVIEW app/m.py:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import joblib|def f(p):|  verify_signature(p)|  return joblib.load(p)",
        "import joblib|def f(p):|  return joblib.load(verified(p))",
        "import joblib, hmac|if hmac.compare_digest(a, b):|  joblib.load(p)",
        "import numpy as np|np.load(p)",
        "import json|json.load(f)",
        "import yaml|yaml.load(f)",
        "# joblib.load(p)"
      })
  void aCheckedModelIsFine(String text) throws IOException {
    Examination found = new ArtifactSignatures().examine(Py.checkout(folder, "app/m.py: " + text));
    assertThat(Py.findings(found)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          audit_log.write(x)                                    ; ''
          publish_prediction(x)                                 ; ''
          from lib import record_event|  tasks.add(record_event, x) ; ''
          helper(x)|def helper(x):|  log_prediction(x)          ; ''
          from .keep import keep|  keep(x)                      ; ''
          return float(x)                                       ; ''
          logger.info('prediction %s', model.predict(x))        ; ''
          db.add(RiskEvent(model.predict(x)))                   ; ''
          audit_enabled()|  return model.predict(x)|def audit_enabled(): pass ; VIOLATION app/api.py:2 endpoint predict records no prediction
          other(x)|def other(x):|  return model.predict(x)      ; VIOLATION app/api.py:2 endpoint predict records no prediction
          repo.save(x)                                          ; MANUAL_REVIEW app/api.py:2 endpoint predict records no prediction, unless it is done by repo.save
          """)
  void anEndpointThatPredictsRecordsIt(String body, String finding) throws IOException {
    Examination found =
        new PredictionAudit()
            .examine(
                Py.checkout(
                    folder,
                    "app/api.py: @router.post('/x/predict')|def predict(x):|  " + body.strip(),
                    "app/keep.py: def keep(x):|  deeper(x)|def deeper(x):|  Auditor().write(x)"));
    assertThat(String.join("|", Py.findings(found))).isEqualTo(finding.strip());
    assertThat(found.looked()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          class StatsResponse:|  max_delta: float     ; x = 1                             ; ''
          class StatsResponse:|  count: int           ; def stats():|  r["drift_flag"] = 1 ; VIOLATION app/schemas_shadow.py:1
          class StatsResponse:|  count: int           ; x = 1                             ; VIOLATION app/schemas_shadow.py:1
          class EventResponse:|  delta: int           ; def drift_stats():|  r["drift_flag"] = 1 ; ''
          class EventResponse:|  delta: int           ; def statistics():|  return {"deviation": 1} ; ''
          class EventResponse:|  delta: int           ; class ShadowStats:|  max_delta = 1 ; ''
          class EventResponse:|  delta: int           ; def other():|  return {"delta": 1} ; VIOLATION app/shadow_statistics.py:1
          class EventResponse:|  delta: int           ; # delta                           ; VIOLATION app/shadow_statistics.py:1
          class StatsResponse(lib.Base):|  count: int ; x = 1                             ; MANUAL_REVIEW app/schemas_shadow.py:1
          """)
  void theStatisticsTellOfDrift(String schema, String statistics, String finding)
      throws IOException {
    Examination found =
        DriftFields.examine(
            Py.checkout(
                folder,
                "app/schemas_shadow.py: " + schema.strip(),
                "app/shadow_statistics.py: " + statistics.strip()));
    assertThat(String.join("|", Py.findings(found))).startsWith(finding.strip());
    assertThat(Py.findings(found)).hasSize(finding.isBlank() ? 0 : 1);
  }

  @Test
  void shadowCodeWithoutStatisticsIsForAPerson() throws IOException {
    Examination found = DriftFields.examine(Py.checkout(folder, "app/shadow_repo.py: x = 1"));
    assertThat(Py.findings(found)).singleElement().asString().startsWith("MANUAL_REVIEW there is");
  }
}
