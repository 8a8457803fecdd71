package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.bench.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long {@code mvn gatling:test} takes as it is, beside a project of Gatling's alone that makes
 * the same forty requests to a service that runs already. Both are compiled before.
 */
public final class CommandTime implements Bench {
  private static final Path BARE_PROJECT = Path.of("src/jmh/projects/gatling");

  @Override
  public void measure(Findings findings) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (FixedService service = FixedService.start()) {
      Path project = findings.folder("gatling-project");
      copy(BARE_PROJECT, List.of("pom.xml", "src/test/java/Bare.java"), project);
      Files.createDirectories(project.resolve(".mvn")); // or Maven takes the options of this one
      Path ownProject = findings.folder("own-project");
      copy(Path.of(""), ownFiles(findings.folder("files")), ownProject);
      String url = "-Dbare.url=" + service.uri();
      seconds(project, url); // the first time without -o: Maven fetches what it has not got
      seconds(ownProject);
      for (int round = 0; round < findings.rounds(); round++) {
        bare.add(seconds(project, "-o", url));
        ours.add(seconds(ownProject, "-o"));
      }
      findings.add(
          new Comparison(
              "mvn -o gatling:test, with the embedded service and all reports",
              "s",
              ours,
              "the same by a project of Gatling alone, against " + service.name(),
              bare,
              Optional.of(Target.ratioAtMost(1.25))));
    }
  }

  /** All that is not ignored, as it is now: here the benchmarks are among what is compiled. */
  private static List<String> ownFiles(Path folder) throws IOException {
    return Program.installed("git")
        .run(
            folder,
            "-C",
            Path.of("").toAbsolutePath().toString(),
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard")
        .out()
        .lines()
        .filter(file -> Files.isRegularFile(Path.of(file)))
        .toList();
  }

  private static void copy(Path project, List<String> files, Path to) throws IOException {
    for (String file : files) {
      Path copy = to.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(project.resolve(file), copy);
    }
  }

  private static double seconds(Path project, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-B", "gatling:test"));
    arguments.addAll(List.of(options));
    return Program.installed("mvn").run(project, arguments.toArray(String[]::new)).seconds();
  }
}
