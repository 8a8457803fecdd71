package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.process.ChildJvm;
import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference service in a JVM of its own, so that it takes no heap, no threads and no garbage
 * collection from whoever measures it.
 *
 * <p>It never outlives this JVM, however that ends. What it writes to standard error appears on
 * this JVM's. Safe for use by many threads.
 */
public final class ReferenceProcess implements Ordered, AutoCloseable {

  private final ChildJvm child;

  private ReferenceProcess(ChildJvm child) {
    this.child = child;
  }

  /**
   * Starts the JVM and returns at once; the caller closes it.
   *
   * @throws ReferenceException if the operating system cannot start it
   */
  public static ReferenceProcess start(ReferenceOptions options) {
    List<String> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(options.arguments());
    try {
      return new ReferenceProcess(ChildJvm.start("reference", arguments));
    } catch (IOException e) {
      throw new ReferenceException("no JVM could be started for the reference service", e);
    }
  }

  /**
   * Where it listens, without a path; waits until the child has said so. The service behind may
   * still be seeding: {@code /health} tells.
   *
   * @throws ReferenceException if the child ended, or said nothing within 20 s of its start; the
   *     message holds what it wrote last
   */
  public URI uri() {
    try {
      return child.uri();
    } catch (IOException e) {
      throw new ReferenceException("the reference service " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReferenceException("interrupted while the reference service started", e);
    }
  }

  /** The process id of the child. */
  public long pid() {
    return child.pid();
  }

  @Override
  public Order tell(Order order) throws IOException {
    return child.tell(order);
  }

  /** Ends the child, by force if it has not ended within 2 s. May be repeated. */
  @Override
  public void close() {
    child.close();
  }
}
