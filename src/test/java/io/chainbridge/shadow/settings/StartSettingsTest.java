package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the target starts. */
class StartSettingsTest {
  private static final Map<String, String> STARTED =
      Map.of("baseUrl", "http://host", "serviceCommand", "TOKEN=s3cr3t ./serve");

  @Test
  void aCommandStartsTheServiceOfABaseUrlSoThatItNeedsOne() {
    assertThat(BadSettingsTest.problems(Map.of("serviceCommand", "./serve s3cr3t"), Map.of()))
        .containsExactly(
            "-DserviceCommand: needs baseUrl, which is not set; for example"
                + " -DbaseUrl=http://127.0.0.1:8000");
    assertThat(BadSettingsTest.problems(Map.of(), Map.of("SHADOW_SERVICE_COMMAND", "./serve")))
        .singleElement()
        .asString()
        .startsWith("SHADOW_SERVICE_COMMAND: needs baseUrl");
  }

  @Test
  void aCommandDoesNotGoTogetherWithSettingsOfTheEmbeddedService() {
    assertThat(
            BadSettingsTest.problems(
                Map.of("baseUrl", "http://host", "serviceCommand", "./x", "reference.seed", "1"),
                Map.of()))
        .singleElement()
        .asString()
        .startsWith("-Dreference.seed: is for the embedded reference service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyCommandIsRefused(String command) {
    assertThat(
            BadSettingsTest.problems(
                Map.of("baseUrl", "http://host", "serviceCommand", command), Map.of()))
        .singleElement()
        .asString()
        .endsWith(
            ": must be a command of the shell; for example -DserviceCommand='java -jar service.jar'");
  }

  @Test
  void theTextOfACommandIsNotRecorded() {
    Settings settings = Settings.read(Shape.PROBE, STARTED, Map.of());
    assertThat(settings.start().command()).hasValue("TOKEN=s3cr3t ./serve");
    assertThat(settings.resolved())
        .contains(new ResolvedSetting("serviceCommand", "***", "property"));
    assertThat(Settings.read(Shape.PROBE, Map.of(), Map.of()).resolved())
        .contains(new ResolvedSetting("serviceCommand", "none", "default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/", "/a%20b", "http://h", "https://h:81/ready/"})
  void aHealthUrlIsAnAddressOrAPathAndKeptAsItIs(String text) {
    assertThat(Settings.read(Shape.PROBE, Map.of("healthUrl", text), Map.of()).start().healthUrl())
        .hasValue(URI.create(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "health",
        "//h/ready",
        "/a b",
        "/ready?x=1",
        "/ready#x",
        "ftp://h",
        "http://h?x"
      })
  void whatIsNeitherIsRefused(String text) {
    assertThat(BadSettingsTest.problems(Map.of("healthUrl", text), Map.of()))
        .singleElement()
        .asString()
        .contains("must be an http or https address, or a path that begins with /, without");
  }

  @Test
  void credentialsInAHealthUrlAreNotShown() {
    assertThat(BadSettingsTest.problems(Map.of("healthUrl", "http://ada:pa55@h/x"), Map.of()))
        .singleElement()
        .asString()
        .startsWith("-DhealthUrl=http://***@h/x: must be ");
  }
}
