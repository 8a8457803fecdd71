package io.chainbridge.shadow.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a page carries within it so that it need not ask for anything: style and scripts, among them
 * uPlot with its licence.
 *
 * @param style of the page
 * @param scripts in the order in which they run
 */
record Inlined(String style, List<String> scripts) {
  private static final String UPLOT = "org.webjars.npm/uplot";

  /**
   * Reads them from the class path.
   *
   * @param styles of the page, in their order
   * @param scripts that make one, in theirs
   */
  static Inlined read(List<String> styles, List<String> scripts) {
    String uplot = "/META-INF/resources/webjars/uplot/%s/".formatted(uplotVersion());
    return new Inlined(
        text(uplot + "dist/uPlot.min.css").strip() + "\n" + joined(styles),
        List.of(
            "/*\n%s*/\n%s"
                .formatted(text(uplot + "LICENSE"), text(uplot + "dist/uPlot.iife.min.js")),
            joined(scripts)));
  }

  private static String joined(List<String> names) {
    return names.stream().map(Inlined::text).collect(Collectors.joining());
  }

  /** Nothing may be loaded, nothing sent, and only these scripts run. */
  String contentSecurityPolicy() {
    return "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(
            scripts.stream().map(Inlined::hash).collect(Collectors.joining(" ")), hash(style));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String uplotVersion() {
    try (InputStream resource = open("/META-INF/maven/" + UPLOT + "/pom.properties")) {
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the line breaks that a browser makes of any, since it hashes those. */
  private static String text(String name) {
    try (InputStream resource = open(name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream resource = Inlined.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IOException("not on the class path: " + name);
    }
    return resource;
  }
}
