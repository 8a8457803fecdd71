package io.chainbridge.shadow.gatling;

/** Whose process a run is in, and hence what it may do there. */
enum Host {
  /**
   * One that is there for the run alone, in a checkout: the run keeps its own count, judges and
   * reports at the end, and decides how the process ends.
   */
  ITS_OWN,

  /**
   * That of a load generator of Gatling Enterprise, which counts by means of its own and may go on
   * afterwards: the run asks and checks, and Gatling's assertions are the verdict. It writes
   * nothing, starts nothing and ends nothing.
   */
  GATLING_ENTERPRISE
}
