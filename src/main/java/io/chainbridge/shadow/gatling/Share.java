package io.chainbridge.shadow.gatling;

/**
 * Work shared out among users so that nothing is lost: 23 over 4 is 6, 6, 6 and 5.
 *
 * @param total of the work
 * @param users at least 1
 */
record Share(int total, int users) {
  /**
   * One user's part.
   *
   * @param user from 0
   */
  int of(int user) {
    return total / users + (user < total % users ? 1 : 0);
  }
}
