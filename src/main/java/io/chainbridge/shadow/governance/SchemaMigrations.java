package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule 11: where tables or schemas of Shadow Mode change, stored data can follow. */
final class SchemaMigrations implements RuleOfChanges {
  private static final Predicate<String> MIGRATION =
      Pattern.compile(
              "(^|/)(migrations|alembic/versions|db/migration)/(.*/)?(?!__init__\\.py$)[^/]+\\.(py|sql)$")
          .asPredicate();
  private static final String TRAILER = "Migration";
  private static final Pattern NOT_REQUIRED =
      Pattern.compile("(?is)not required\\s*\\(\\s*(\\S.*?)\\s*\\)\\s*");

  @Override
  public Description description() {
    return new Description(
        11,
        "Schema Changes Require Migration",
        Severity.ERROR,
        "changed table models and schemas of Shadow Mode");
  }

  @Override
  public Examination examine(Checkout checkout, Changes.Known changes) {
    ShadowCode shadow = checkout.shadowCode();
    List<Change> models =
        changes.files().stream()
            .filter(
                change ->
                    isModel(shadow, change.path())
                        || isModel(shadow, change.oldPath().orElse(change.path())))
            .toList();
    boolean migrated =
        changes.files().stream()
            .anyMatch(change -> change.is(Change.Kind.ADDED) && MIGRATION.test(change.path()));
    List<Finding> findings = new ArrayList<>();
    for (Change model : models) {
      if (!migrated) {
        finding(checkout, changes, model).ifPresent(findings::add);
      }
    }
    return new Examination(models.size(), findings);
  }

  private static boolean isModel(ShadowCode shadow, String path) {
    return (shadow.isModel(path) || shadow.isSchema(path)) && !isMigration(path);
  }

  static boolean isMigration(String path) {
    return MIGRATION.test(path);
  }

  private static Optional<Finding> finding(Checkout checkout, Changes.Known changes, Change model) {
    PythonChange python = PythonChange.of(checkout, model);
    Optional<String> problem = python.problem();
    if (problem.isPresent()) {
      return Optional.of(
          Finding.review(
              model.path(),
              line(model),
              "cannot decide: " + problem.get(),
              "see whether stored data must follow"));
    }
    if (python.keepsShape()) {
      return Optional.empty();
    }
    return Optional.of(
        changes.commits().stream()
            .flatMap(commit -> commit.trailer(TRAILER).stream())
            .map(NOT_REQUIRED::matcher)
            .filter(Matcher::matches)
            .findFirst()
            .map(reason -> excused(model, Secret.masked(reason.group(1))))
            .orElseGet(() -> violation(model)));
  }

  private static Finding excused(Change model, String reason) {
    return Finding.review(
        model.path(),
        line(model),
        "its classes or fields changed; no migration is required, a commit says: " + reason,
        "see whether that is so");
  }

  private static Finding violation(Change model) {
    return Finding.violation(
        model.path(),
        line(model),
        "its classes or fields changed without a migration",
        "add one under migrations/, alembic/versions/ or db/migration/, or end the message of a"
            + " commit with \"Migration: not required (reason)\"");
  }

  private static int line(Change model) {
    return model.added().isEmpty() ? 1 : model.added().get(0).number();
  }
}
