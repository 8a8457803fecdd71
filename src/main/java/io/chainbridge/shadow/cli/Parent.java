package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Who started this process, and tells it what to do through its standard input, line by line. */
final class Parent {
  private Parent() {}

  /**
   * From now on carries out each order and answers it; halts this JVM when standard input ends,
   * which it does when the parent process ends.
   *
   * @param out takes the answers
   */
  static void obey(Ordered server, PrintWriter out) {
    Thread thread = new Thread(() -> follow(server, out), "orders");
    thread.setDaemon(true);
    thread.start();
  }

  private static void follow(Ordered server, PrintWriter out) {
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        out.println(answer(server, line));
        out.flush();
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(0);
  }

  private static String answer(Ordered server, String line) {
    try {
      return server.tell(Order.parse(line)).line();
    } catch (IOException | RuntimeException e) {
      return "failed: " + e;
    }
  }
}
