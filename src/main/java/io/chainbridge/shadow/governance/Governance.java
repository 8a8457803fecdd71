package io.chainbridge.shadow.governance;

import java.util.Comparator;
import java.util.List;

/**
 * Rules to look at a checkout by.
 *
 * @param rules in the order of their numbers
 */
public record Governance(List<Rule> rules) {
  /** Every rule. */
  public static final Governance ALL =
      of(
          List.of(
              new QuantumSafeCryptography(),
              new ModelVersions(),
              new HeavyImports(),
              new NoXgboost(),
              new CommitTags(),
              new LargeChanges(),
              new CodeOwnership(),
              new HardcodedSecrets(),
              new ArtifactSignatures(),
              new PredictionAudit(),
              new SchemaMigrations(),
              new PerformanceBudget()));

  /** What can be a danger to those who use a model: its versions, its artifacts, its drift. */
  public static final Governance SECURITY =
      of(List.of(new ModelVersions(), new ArtifactSignatures(), PerformanceBudget.ofDrift()));

  /** Keeps the rules by their numbers. */
  public Governance {
    rules = rules.stream().sorted(Comparator.comparingInt(Rule::id)).toList();
  }

  /** These rules alone. */
  public static Governance of(List<Rule> rules) {
    return new Governance(rules);
  }

  /** Looks at a checkout by each of the rules. */
  public Audit audit(Checkout checkout) {
    List<Audit.Entry> entries =
        rules.stream().map(rule -> new Audit.Entry(rule, rule.examine(checkout))).toList();
    return new Audit(entries, checkout.problems(), checkout.baseIsUnusable());
  }
}
