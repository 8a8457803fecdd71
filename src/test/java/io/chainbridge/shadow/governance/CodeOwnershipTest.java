package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnershipTest extends RuleTest {
  CodeOwnershipTest() {
    super(new CodeOwnership());
  }

  @ParameterizedTest
  @CsvSource({
    "*,                a/b.py,            true",
    "*.js,             a/b.js,            true",
    "*.js,             a/b.py,            false",
    "/build/logs/,     build/logs/a/b.md, true",
    "/build/logs/,     x/build/logs/a.md, false",
    "docs/*,           docs/a.md,         true",
    "docs/*,           docs/a/b.md,       false",
    "apps/,            x/apps/a/b.md,     true",
    "/docs/,           docs/a/b.md,       true",
    "/docs/,           x/docs/a.md,       false",
    "/apps/github,     apps/github,       true",
    "**/logs,          a/b/logs/c/d,      true",
    "/scripts/**/x.sh, scripts/a/b/x.sh,  true",
    "app/s?.py,        app/s1.py,         true",
    "/*,               a.md,              true",
    "/*,               a/b.md,            false",
  })
  void patternsMatchAsOnGithub(String pattern, String path, boolean owned) {
    repository.write("CODEOWNERS", pattern + " @team");
    beginTopic();
    repository.write(path, "text").commit("[A] a");
    assertThat(sinceMain().findings().isEmpty()).isEqualTo(owned);
  }

  @Test
  void theLastPatternThatMatchesCounts() {
    repository.write(
        ".github/CODEOWNERS", "# all", "* @org/all # inline", "/free/", "/free/but.py a@b.org");
    beginTopic();
    repository.write("a.py", "a").write("free/a.py", "a").write("free/but.py", "a").commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION free/a.py:1 has no owner: line 3 of .github/CODEOWNERS leaves it without"
                + " one");
  }

  @Test
  void aFileThatNoPatternMatchesIsNamed() {
    repository.write("docs/CODEOWNERS", "*.py @a").write("old.md", "text");
    beginTopic();
    repository.write("new.md", "other").delete("old.md").commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION new.md:1 has no owner: no pattern of docs/CODEOWNERS matches it");
  }

  @Test
  void theFileInGithubsFolderWins() {
    repository.write(".github/CODEOWNERS", "* @a").write("CODEOWNERS", "*.py @a");
    beginTopic();
    repository.write("new.md", "other").commit("[A] a");
    assertThat(sinceMain().findings()).isEmpty();
  }

  @Test
  void linesThatGithubSkipsAreToldAndSkipped() {
    repository.write("CODEOWNERS", "* @a", "!*.md @b", "[ab].md", "*.md carol");
    beginTopic();
    repository.write("a.md", "a").commit("[A] a");
    assertThat(sinceMain().findings())
        .extracting(finding -> finding.place().orElseThrow().line())
        .containsExactly(2, 3, 4);
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.MANUAL_REVIEW);
  }

  @Test
  void deletedFilesNeedNoOwner() {
    repository.write("old.md", "text");
    beginTopic();
    repository.delete("old.md").commit("[A] gone");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.NOTHING_TO_LOOK_AT);
  }

  @Test
  void withoutTheFileNobodyCanDecide() {
    beginTopic();
    repository.write("a.md", "text").commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly("MANUAL_REVIEW cannot decide: there is no CODEOWNERS");
  }
}
