package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaMigrationsTest extends RuleTest {
  private static final String MODELS = "app/models_shadow.py";
  private static final String[] BEFORE = {
    "class ShadowEvent(Base):", "    __tablename__ = 'shadow'", "    id = Column(Integer)"
  };
  private static final String[] AFTER = {
    "class ShadowEvent(Base):",
    "    __tablename__ = 'shadow'",
    "    id = Column(Integer)",
    "    delta = Column(Float)"
  };

  SchemaMigrationsTest() {
    super(new SchemaMigrations());
  }

  @BeforeEach
  void beginWithATable() {
    repository.write(MODELS, BEFORE);
    beginTopic();
  }

  @Test
  void aNewColumnNeedsAMigration() {
    repository.write(MODELS, AFTER).commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION app/models_shadow.py:4 its classes or fields changed without a migration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrations/0002_delta.py",
        "service/migrations/a/b.sql",
        "alembic/versions/1a2b.py",
        "service/db/migration/V2__delta.sql"
      })
  void aMigrationThatIsNewIsOne(String path) {
    repository.write(MODELS, AFTER).write(path, "alter table").commit("[A] a");
    assertThat(sinceMain()).isEqualTo(new Examination(1, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/migrations.py",
        "migrations/__init__.py",
        "docs/migration/a.md",
        "migrations/README.md"
      })
  void otherFilesAreNone(String path) {
    repository.write(MODELS, AFTER).write(path, "alter table").commit("[A] a");
    assertThat(sinceMain().findings()).hasSize(1);
  }

  @Test
  void commentsAndBlankLinesAreNoChange() {
    repository
        .write(MODELS, "# A table.", BEFORE[0], BEFORE[1], "", BEFORE[2] + "  # its number")
        .commit("[A] a");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.PASSED);
  }

  @Test
  void movingAFileIsNoChange() {
    repository.delete(MODELS).write("app/db/models_shadow.py", BEFORE).commit("[A] a");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.PASSED);
  }

  @Test
  void aReasonInATrailerIsForAPersonToSee() {
    repository.write(MODELS, AFTER).commit("[A] a\n\nMigration: not required (table is new)");
    assertFindings(sinceMain())
        .containsExactly(
            "MANUAL_REVIEW app/models_shadow.py:4 its classes or fields changed; no migration is"
                + " required, a commit says: table is new");
  }

  @Test
  void aTrailerWithoutAReasonIsNone() {
    repository.write(MODELS, AFTER).commit("[A] a\n\nMigration: not required");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.VIOLATED);
  }

  @Test
  void aTableThatIsGoneNeedsAMigrationToo() {
    repository.delete(MODELS).commit("[A] gone");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.VIOLATED);
  }

  @Test
  void otherFilesAreNothingToLookAt() {
    repository.write("app/other.py", "class A: pass").commit("[A] a");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.NOTHING_TO_LOOK_AT);
  }
}
