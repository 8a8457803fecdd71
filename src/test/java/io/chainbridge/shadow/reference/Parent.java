package io.chainbridge.shadow.reference;

import java.util.concurrent.CountDownLatch;

/** A program that starts a reference process, says its id and waits to be killed. */
final class Parent {

  private Parent() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (ReferenceProcess child = ReferenceProcess.start(ReferenceOptions.DEFAULT)) {
      child.uri();
      System.out.println(child.pid());
      new CountDownLatch(1).await();
    }
  }
}
