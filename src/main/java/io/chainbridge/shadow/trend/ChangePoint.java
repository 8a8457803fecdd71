package io.chainbridge.shadow.trend;

/**
 * Where a series moved to another level. Immutable.
 *
 * @param index of the first figure of the new level
 * @param before median from the change point before to this one
 * @param after median from this one to the next
 * @param pValue how likely so clear a step is where there is none, at the place where it is
 *     clearest: small is significant
 */
record ChangePoint(int index, double before, double after, double pValue) {

  /** After over before, less 1; infinite if it rose from 0. */
  double change() {
    return after / before - 1;
  }

  /** The difference over the larger of the two levels, 0 to 1 for figures that are not negative. */
  double magnitude() {
    return before == after ? 0 : Math.abs(after - before) / Math.max(before, after);
  }
}
