package io.chainbridge.shadow.fault;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import java.net.URI;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What stands between injector and target and passes all on, but for the fault that is in. There is
 * one at a time. Safe for use by many threads.
 */
public interface FaultProxy extends AutoCloseable {

  /** Its name for readers. */
  String name();

  /**
   * Where to ask an endpoint, in place of the target: what comes before its path.
   *
   * @throws FaultException if the proxy did not start
   */
  URI address(Endpoint endpoint) throws FaultException;

  /**
   * Puts a fault in.
   *
   * @throws FaultException if it cannot be
   */
  void begin(Fault fault) throws FaultException;

  /**
   * Takes the fault out that is in; does nothing without one.
   *
   * @return how many requests it hit; empty if nobody counted them
   * @throws FaultException if it cannot be
   */
  OptionalLong end() throws FaultException;

  /** Whom to tell, in a sentence, if the proxy ends before it is closed. */
  void whenGone(Consumer<String> listener);

  /** Ends it, and all connections through it. May be repeated. */
  @Override
  void close();
}
