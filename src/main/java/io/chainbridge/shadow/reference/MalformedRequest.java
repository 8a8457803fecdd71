package io.chainbridge.shadow.reference;

/** A request that cannot be read at all; answered with 400 and the message. */
final class MalformedRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String detail;

  MalformedRequest(String detail, Exception cause) {
    super(detail, cause);
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
