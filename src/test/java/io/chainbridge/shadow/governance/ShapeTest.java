package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  private static final String STATS =
      """
      from pydantic import BaseModel, Field

      class Stats(BaseModel):
          p95: float = Field(0.5, ge=0, description="slow")
          count: int
          class Config:
              frozen = True
          def mean(self):
              return self.p95

      events = Table("events", metadata, Column("id", Integer))
      """;

  private static Shape of(String text) {
    return Py.file(text).shape();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count: int > count: int  # how many",
        "return self.p95 > return 2 * self.p95",
        "    count: int > \n\n    count : int",
        "Field(0.5, ge=0, description=\"slow\") > Field(\n  0.5,\n  ge=0,\n  description='slow',\n )",
        "= Field(0.5 > = Field((0.5)",
        "import BaseModel, Field > import Field, BaseModel",
        "Table(\"events\", > Table('events',\n\n",
      })
  void isTheSameWhereNothingOfItChanged(String change) {
    String[] sides = change.split(" > ", -1);
    String changed = STATS.replace(sides[0], sides[1]);
    assertThat(changed).isNotEqualTo(STATS);
    assertThat(of(changed)).isEqualTo(of(STATS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stats(BaseModel) > Stats(Base) > Stats",
        "count: int > counts: int > Stats.count, Stats.counts",
        "count: int > count: float > Stats.count",
        "count: int > count: int = 0 > Stats.count",
        "count: int > pass > Stats.count",
        "0.5 > 0.6 > Stats.p95",
        "ge=0 > gt=0 > Stats.p95",
        "slow > slow  x > Stats.p95",
        "frozen = True > frozen = False > Stats.Config.frozen",
        "class Stats > @dataclass\nclass Stats > Stats",
        "Integer > String > events",
      })
  void namesWhatChanged(String change) {
    String[] sides = change.split(" > ", -1);
    assertThat(String.join(", ", of(STATS).differences(of(STATS.replace(sides[0], sides[1])))))
        .isEqualTo(sides[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: int\n  b: str > b: str\n  a: int", "a = x[1:] > a = x[1 :]"})
  void hasNoOrder(String versions) {
    String[] sides = versions.split(" > ", -1);
    assertThat(of("class A:\n  " + sides[0])).isEqualTo(of("class A:\n  " + sides[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x[1:] > x[:1]", "(1,) > (1)", "b'a' > 'a'", "a + b > a - b"})
  void differsByWhatAValueIs(String values) {
    String[] sides = values.split(" > ", -1);
    assertThat(of("class A:\n  a = " + sides[0])).isNotEqualTo(of("class A:\n  a = " + sides[1]));
  }
}
