package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.bench.ColdJvm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a history and judges its runs once, and says how many seconds that took: what the command
 * does before it draws its page.
 */
public final class JudgeTime {
  private JudgeTime() {}

  /** Judges what is in a folder, the only argument. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    Trend.of(new History(Path.of(arguments[0])).read().runs());
    ColdJvm.took(start);
  }
}
