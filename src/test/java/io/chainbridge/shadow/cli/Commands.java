package io.chainbridge.shadow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A command that leaves a run, as its user would have run it.
 *
 * @param reports where the run is
 * @param status with which it ended
 * @param said on standard output and on standard error
 */
public record Commands(Path reports, int status, String said) {
  /** Runs one with reports and history of their own. */
  public static Commands run(Path reports, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(
        List.of(
            "--reports", reports.toString(), "--history", reports.resolve("history").toString()));
    StringWriter said = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    int status = command.execute(all.toArray(String[]::new));
    return new Commands(reports, status, said.toString());
  }

  /** One of the files of its run, which is as its schema says. */
  public JsonNode json(String name) {
    PublishedSchema schema =
        name.equals("run.json") ? PublishedSchema.RUN : PublishedSchema.VERDICT;
    try {
      return schema.read(Files.readString(reports.resolve("latest").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
