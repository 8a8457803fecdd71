package io.chainbridge.shadow.report;

import java.util.Random;

/**
 * How a made-up service answers: log-normal latencies, as real ones are, and the same at each run.
 *
 * @param medianMs of the latency
 * @param spread of its logarithm
 * @param bytes of a body
 * @param failing share of requests that fail
 * @param message what those fail with
 */
record SampleService(double medianMs, double spread, int bytes, double failing, String message) {

  static SampleService healthy(double medianMs, int bytes) {
    return new SampleService(medianMs, 0.35, bytes, 0, "");
  }

  static SampleService failing(double share, String message) {
    return new SampleService(8, 0.3, 2_048, share, message);
  }

  long latency(Random random) {
    return Math.max(1, Math.round(medianMs * Math.exp(spread * random.nextGaussian())));
  }

  long size(Random random) {
    return Math.max(2, Math.round(bytes * (1 + 0.06 * random.nextGaussian())));
  }
}
