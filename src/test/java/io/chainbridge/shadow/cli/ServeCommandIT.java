package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServeCommandIT {

  @Test
  void aPortInUseIsToldInOneLineAndExitsWith1() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      StringWriter err = new StringWriter();
      int exit =
          Main.commandLine()
              .setErr(new PrintWriter(err))
              .execute("serve", "--port=" + taken.getLocalPort());
      assertThat(exit).isEqualTo(1);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("port " + taken.getLocalPort() + " of 127.0.0.1 cannot be bound");
    }
  }

  @Test
  void itPrintsOneLineAndEndsWithItsStandardInput() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port=0",
                "--until-stdin-closes")
            .start();
    try {
      assertThat(process.inputReader().readLine())
          .matches("listening on http://127\\.0\\.0\\.1:\\d+");
      process.getOutputStream().close();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.inputReader().readLine()).isNull();
      assertThat(process.errorReader().readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }
}
