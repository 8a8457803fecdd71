package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /iq/shadow/drift} and {@code /iq/shadow/corridors}, which only ChainIQ v0.3 has. */
@ApiTest
class DriftIT {
  private static final String DRIFT = "/iq/shadow/drift";
  private static final String CORRIDORS = "/iq/shadow/corridors";

  @Test
  @DisplayName("API-30: drift says whether there is any (ALEX)")
  void flag(Api api) {
    Reply reply = ask(api, DRIFT);
    assertThat(reply.accepted().path("drift_flag").getNodeType())
        .as("%s%ndrift_flag is true or false", reply)
        .isEqualTo(JsonNodeType.BOOLEAN);
  }

  @Test
  @DisplayName("API-31: corridors are a list")
  void corridors(Api api) {
    Reply reply = ask(api, CORRIDORS);
    assertThat(reply.accepted().path("corridors").getNodeType())
        .as("%s%ncorridors is an array", reply)
        .isEqualTo(JsonNodeType.ARRAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {DRIFT, CORRIDORS})
  @DisplayName("API-32: drift and corridors name the version of the model that scored (SAM)")
  void modelVersion(String path, Api api) {
    Reply reply = ask(api, path);
    assertThat(reply.accepted().path("model_version").asText()).as("%s", reply).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {DRIFT, CORRIDORS})
  @DisplayName("API-33: hours of drift and corridors beyond 1 to 168 are refused with 422")
  void hours(String path, Api api) {
    ask(api, path);
    api.get(path + "?hours=0").isRefused(422);
    api.get(path + "?hours=169").isRefused(422);
  }

  private static Reply ask(Api api, String path) {
    Reply reply = api.get(path);
    assumeFalse(reply.isUnknown(), () -> "the service has no " + path);
    return reply;
  }
}
