package io.chainbridge.shadow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the figures hold for.
 *
 * @param date of the run, in UTC
 * @param description processors, system and Java
 * @param commit that was measured, and whether files were changed since
 */
record Machine(String date, String description, String commit) {

  static Machine here() {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        "%d cores of %s, %s %s, Java %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version()),
        headCommit());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*:\\s*", ""))
          .findFirst()
          .orElse("an unknown processor");
    } catch (IOException e) {
      return "an unknown processor";
    }
  }

  /** Outside a checkout nobody knows. */
  private static String headCommit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.onExit().join().exitValue() == 0 ? said : "unknown";
    } catch (IOException e) {
      return "unknown";
    }
  }

  String sentence() {
    return "Measured on %s with %s, at commit %s.".formatted(date, description, commit);
  }
}
