package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scratch repository on its branch topic, one commit after main, and what a rule says of it. */
abstract class RuleTest {
  @TempDir Path folder;
  ScratchRepository repository;

  private final Rule rule;

  RuleTest(Rule rule) {
    this.rule = rule;
  }

  @BeforeEach
  void begin() {
    repository = new ScratchRepository(folder);
    repository.write("README.md", "A project.").commit("[A] begin");
  }

  @AfterEach
  void close() {
    repository.close();
  }

  /** What has been committed is main; what follows is the change. */
  void beginTopic() {
    repository.commit("[A] what was there before");
    repository.branch("topic");
  }

  Examination sinceMain() {
    return rule.examine(repository.since("main"));
  }

  Examination uncommitted() {
    return rule.examine(repository.checkout());
  }

  Audit.Status status(Checkout checkout) {
    return new Audit.Entry(rule, rule.examine(checkout)).status();
  }

  static AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> assertFindings(
      Examination examination) {
    return assertThat(examination.findings()).extracting(RuleTest::text);
  }

  private static String text(Finding finding) {
    return "%s %s%s"
        .formatted(
            finding.kind(),
            finding.place().map(place -> "%s:%d ".formatted(place.path(), place.line())).orElse(""),
            finding.message());
  }
}
