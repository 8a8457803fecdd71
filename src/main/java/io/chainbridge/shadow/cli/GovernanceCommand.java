package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.governance.Governance;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Looks at a checkout by the twelve ALEX rules.
 *
 * <p>Exits with 0 if nothing blocks, 1 if a rule of severity ERROR or CRITICAL is violated, 2 if
 * the command line or the base cannot be used.
 */
@Command(
    name = "governance",
    description = "Looks at a checkout by the ALEX rules.",
    mixinStandardHelpOptions = true)
final class GovernanceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AuditOptions options;

  @Option(
      names = "--base",
      paramLabel = "REF",
      description =
          "What the change began from: a commit, branch or tag; without it only what is not"
              + " committed is a change.")
  private @Nullable String base;

  @Override
  public Integer call() {
    return options.run(
        Governance.ALL, Optional.ofNullable(base), System.getenv(), spec.commandLine());
  }
}
