package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.governance.Governance;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Looks at a checkout by the rules about models alone: their versions, their artifacts, and whether
 * the statistics show drift. Exits as {@link GovernanceCommand} does.
 */
@Command(
    name = "security-scan",
    description = "Looks at a checkout by the rules about models alone.",
    mixinStandardHelpOptions = true)
final class SecurityScanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AuditOptions options;

  @Override
  public Integer call() {
    return options.run(Governance.SECURITY, Optional.empty(), System.getenv(), spec.commandLine());
  }
}
