package io.chainbridge.shadow.reference;

/** The database is not seeded yet; answered with 503. */
final class NotReady extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotReady() {
    super("the database is being seeded");
  }
}
