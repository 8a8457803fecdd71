package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where figures go while a run lasts, and the secrets that go with them. */
class LiveSettingsTest {
  private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

  @Test
  void nothingGoesAnywhereUnlessSet() {
    assertThat(read(Map.of(), Map.of(HEADERS, "a=b")).live()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4318, http://127.0.0.1:4318/v1/metrics",
    "http://127.0.0.1:4318/, http://127.0.0.1:4318/v1/metrics",
    "https://otel.example/otlp, https://otel.example/otlp/v1/metrics",
    "http://[::1]:4318/v1/metrics, http://[::1]:4318/v1/metrics",
    "http://127.0.0.1:4318/v1/metrics/, http://127.0.0.1:4318/v1/metrics"
  })
  void thePathOfMetricsIsAddedUnlessItIsThere(String given, URI otlp) {
    assertThat(live(given, "").otlp()).isEqualTo(otlp);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:4318, 127.0.0.1:4318",
    "grpc://127.0.0.1:4317, grpc://127.0.0.1:4317",
    "'', ''",
    "http://ada:pa55@host:4318, http://***@host:4318",
    "http://host:4318?token=pa55, http://host:4318?***"
  })
  void whatIsNoAddressIsRefusedWithoutItsSecrets(String given, String shown) {
    assertThat(BadSettingsTest.problems(Map.of("live.otlp", given), Map.of()))
        .containsExactly(
            "-Dlive.otlp="
                + shown
                + ": must be an http or https address without credentials, query or fragment"
                + " (a secret belongs in the environment variable OTEL_EXPORTER_OTLP_HEADERS);"
                + " for example -Dlive.otlp=http://127.0.0.1:4318");
  }

  @Test
  void theStandardVariableHasTheHeaders() {
    CollectorHeaders headers =
        live("http://h", "Authorization=Basic%20YTpi+w==, x-tenant = blue,,").headers();
    assertThat(headers.values())
        .containsExactly(entry("Authorization", "Basic YTpi+w=="), entry("x-tenant", "blue"));
  }

  @Test
  void theValuesAreShownNowhere() {
    Settings settings = read(Map.of("live.otlp", "http://h"), Map.of(HEADERS, "token=pa55"));
    assertThat(settings.toString()).contains("[token]").doesNotContain("pa55");
    assertThat(settings.resolved().toString()).doesNotContain("pa55");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pa55",
        "=pa55",
        "to ken=pa55",
        "token=pa55%",
        "token=pa55%zz",
        "token=pa55%0d%0aX-Other: 1",
        "token=pa55%C3%A9",
        "Host=pa55",
        "content-length=pa55",
        "a=b,pa55"
      })
  void headersThatMakeNoSenseAreRefusedWithoutBeingShown(String headers) {
    List<String> problems =
        BadSettingsTest.problems(Map.of("live.otlp", "http://h"), Map.of(HEADERS, headers));
    assertThat(problems).containsExactly(CollectorHeaders.PROBLEM);
    assertThat(problems.toString()).doesNotContain("pa55").contains(HEADERS);
  }

  @Test
  void headersThatNobodySendsDoNotMatter() {
    assertThat(read(Map.of(), Map.of(HEADERS, "pa55")).live()).isEmpty();
  }

  private static Settings.Live live(String otlp, String headers) {
    return read(Map.of("live.otlp", otlp), Map.of(HEADERS, headers)).live().orElseThrow();
  }

  private static Settings read(Map<String, String> properties, Map<String, String> environment) {
    return Settings.read(Shape.PROBE, properties, environment);
  }
}
