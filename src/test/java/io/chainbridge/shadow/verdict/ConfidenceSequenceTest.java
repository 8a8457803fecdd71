package io.chainbridge.shadow.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceSequenceTest {

  /** By mpmath 1.3 with 40 digits: log(beta(a+k, b+n-k) / beta(a, b) / p^k / (1-p)^(n-k)). */
  @ParameterizedTest
  @CsvSource({
    "0, 80, 0.05, 2.9702349384279",
    "0, 81, 0.05, 3.015957187766",
    "0, 409, 0.01, 2.99534097151392",
    "0, 410, 0.01, 3.0043013890034",
    "10, 100, 0.05, 0.2675602287",
    "50, 1000, 0.05, -2.45977031885212",
    "7, 7, 0.05, 10.0620925827128",
    "200, 1000, 0.1, 41.1271014429825",
    "3, 10, 0.5, -0.582332814219655",
    "9, 10, 0.9, -1.42976154184841",
    "1, 2, 0.000001, -1.99999800000267e-6",
    "4900000, 10000000, 0.5, 1991.84851546811",
    "499000, 10000000, 0.05, -6.00737577389289"
  })
  void theMixtureIsWhatMoreDigitsSay(long k, long n, double share, double log) {
    assertThat(new ConfidenceSequence(share, 0.95).logMixture(k, n, share))
        .isCloseTo(log, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.95, 81",
    "0.01, 0.95, 410",
    "0.5, 0.95, 7",
    "0.05, 0.99, 116",
    "0.05, 0.5, 27",
    "1, 0.95, 1"
  })
  void theLeastSampleProvesWithNoneOverAndOneLessDoesNot(
      double share, double confidence, long least) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, confidence);
    assertThat(sequence.leastSample()).isEqualTo(least);
    assertThat(sequence.provesBelow(0, least)).isTrue();
    assertThat(sequence.provesBelow(0, least - 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1e-12", "1e-6", "0.001", "0.999999", "1"})
  void aSampleIsProofWhateverTheShare(double share) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, 0.95);
    long least = sequence.leastSample();
    assertThat(sequence.provesBelow(0, least)).isTrue();
    assertThat(sequence.provesAbove(0, least)).isFalse();
    assertThat(sequence.provesAbove(1_000, 1_000)).isEqualTo(share < 0.99);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0", "0.05, 1", "1, 0", "1, 1"})
  void nothingProvesNothing(double share, long k) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, 0.95);
    assertThat(sequence.provesBelow(0, 0)).isFalse();
    assertThat(sequence.provesAbove(0, 0)).isFalse();
    assertThat(sequence.provesAbove(k, 1)).isFalse();
  }

  @Property(tries = 500)
  void oneMoreOverNeverHelps(
      @ForAll @IntRange(min = 1, max = 20_000) int n,
      @ForAll @DoubleRange(max = 1) double part,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double share) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, 0.95);
    long k = Math.round((n - 1) * part);
    if (sequence.provesBelow(k + 1, n)) {
      assertThat(sequence.provesBelow(k, n)).isTrue();
    }
    if (sequence.provesAbove(k, n)) {
      assertThat(sequence.provesAbove(k + 1, n)).isTrue();
    }
    assertThat(sequence.upper(k + 1, n)).isGreaterThanOrEqualTo(sequence.upper(k, n));
    assertThat(sequence.lower(k + 1, n)).isGreaterThanOrEqualTo(sequence.lower(k, n));
  }

  @Property(tries = 500)
  void theSampleLiesBetweenTheBoundsAndAProofIsABoundBeyondTheShare(
      @ForAll @IntRange(min = 1, max = 20_000) int n,
      @ForAll @DoubleRange(max = 1) double part,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double share) {
    ConfidenceSequence sequence = new ConfidenceSequence(share, 0.95);
    long k = Math.round(n * part);
    double lower = sequence.lower(k, n);
    double upper = sequence.upper(k, n);
    assertThat((double) k / n).isBetween(lower, upper);
    assertThat(sequence.provesBelow(k, n)).isEqualTo(upper <= share);
    assertThat(sequence.provesAbove(k, n)).isEqualTo(lower >= share);
  }

  @Property(tries = 300)
  void moreConfidenceProvesNoMore(
      @ForAll @IntRange(min = 1, max = 5_000) int n,
      @ForAll @DoubleRange(max = 1) double part,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.5) double share) {
    long k = Math.round(n * part * part);
    if (new ConfidenceSequence(share, 0.99).refuses(k, n, share)) {
      assertThat(new ConfidenceSequence(share, 0.95).refuses(k, n, share)).isTrue();
    }
  }

  /**
   * Of 2,000 services at the very boundary, looked at after each of 5,000 requests, 5 % at most are
   * ever told to keep the limit or to breach it.
   */
  @ParameterizedTest
  @CsvSource({"0.05", "0.01", "0.5"})
  void lookingAfterEveryRequestInflatesNoError(double share) {
    Proofs proofs = Proofs.simulated(share, share, 2_000);
    assertThat(proofs.below() + proofs.above()).isPositive().isLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.01", "0.05, 0.2", "0.01, 0.001", "0.01, 0.04"})
  void whatIsClearIsProvenSoonAndNeverWronglyMoreThanThat(double share, double proportion) {
    Proofs proofs = Proofs.simulated(share, proportion, 1_000);
    assertThat(proportion < share ? proofs.below() : proofs.above()).isGreaterThan(950);
    assertThat(proofs.medianRequests()).isLessThan(1_000);
  }
}
