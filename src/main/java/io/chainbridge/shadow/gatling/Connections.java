package io.chainbridge.shadow.gatling;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections this process may have: each takes one of the system's file descriptors. */
final class Connections {
  /** Of those that are free; the others are left for everything else that needs a file. */
  private static final double SHARE = 0.8;

  private Connections() {}

  /** As many as the system allows; without bound where it does not tell. */
  static long most() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? Math.max(
            1,
            (long)
                (SHARE
                    * (system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount())))
        : Long.MAX_VALUE;
  }
}
