package io.chainbridge.shadow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is made of files within a cold process and by all of it, beside their JSON being read. */
public final class ColdReading {
  private final Path folder;
  private final Path files;
  private final List<Double> within = new ArrayList<>();
  private final List<Double> whole = new ArrayList<>();
  private final List<Double> parsing = new ArrayList<>();
  private final List<Double> reading = new ArrayList<>();

  /**
   * Of no round yet.
   *
   * @param folder to work in
   * @param files the folder of the files
   */
  public ColdReading(Path folder, Path files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Adds a round, and reads the files as JSON in their turn.
   *
   * @param within seconds that were measured within a process
   * @param whole seconds of a process, from its start to its end
   * @throws IOException if they cannot be read
   */
  public void plus(double within, double whole) throws IOException {
    this.within.add(within);
    this.whole.add(whole);
    Program.Done read = ColdJvm.run(folder, JsonReading.class, files);
    parsing.add(ColdJvm.secondsWithin(read));
    reading.add(read.seconds());
  }

  /** Adds what was found; of a whole process no target is asked. */
  public void addTo(
      Findings findings, String withinWhat, Optional<Target> target, String wholeWhat) {
    findings.add(
        new Comparison(
            withinWhat,
            "s",
            within,
            "the same files read as JSON by cold code, once another is read",
            parsing,
            target));
    findings.add(
        new Comparison(
            wholeWhat,
            "s",
            whole,
            "the same files read as JSON by a cold process",
            reading,
            Optional.empty()));
  }
}
