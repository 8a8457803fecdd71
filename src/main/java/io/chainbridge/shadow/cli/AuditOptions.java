package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.governance.Audit;
import io.chainbridge.shadow.governance.AuditAnnotations;
import io.chainbridge.shadow.governance.AuditJson;
import io.chainbridge.shadow.governance.AuditSarif;
import io.chainbridge.shadow.governance.AuditText;
import io.chainbridge.shadow.governance.Checkout;
import io.chainbridge.shadow.governance.Governance;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What is audited and where the results go, for the commands that audit a checkout. */
final class AuditOptions {
  private static final int BLOCKED = 1;
  private static final int UNUSABLE = 2;

  @Option(
      names = "--checkout",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "A folder of the git checkout; . if absent.")
  private Path checkout = Path.of(".");

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the results there.")
  private @Nullable Path json;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Also write the results there, as SARIF 2.1.0.")
  private @Nullable Path sarif;

  /** Audits, tells, and says what to exit with. */
  int run(
      Governance governance,
      Optional<String> base,
      Map<String, String> environment,
      CommandLine commandLine) {
    try {
      Audit audit = governance.audit(Checkout.open(checkout, base));
      PrintWriter out = commandLine.getOut();
      out.print(AuditText.write(audit));
      if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
        AuditAnnotations.of(audit).forEach(out::println);
      }
      out.flush();
      write(json, AuditJson.write(audit));
      write(sarif, AuditSarif.write(audit));
      return audit.incomplete() ? UNUSABLE : audit.blocked() ? BLOCKED : 0;
    } catch (InvalidInputException e) {
      commandLine.getErr().println(e.getMessage());
      return UNUSABLE;
    }
  }

  private static void write(@Nullable Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be written; its folder must be there: %s".formatted(file, e));
    }
  }
}
