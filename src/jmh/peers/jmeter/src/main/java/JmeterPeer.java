import static us.abstracta.jmeter.javadsl.JmeterDsl.httpDefaults;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsonAssertion;
import static us.abstracta.jmeter.javadsl.JmeterDsl.responseAssertion;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;

import java.io.IOException;
import java.time.Duration;
import us.abstracta.jmeter.javadsl.core.assertions.DslResponseAssertion.TargetField;
import us.abstracta.jmeter.javadsl.core.stats.StatsSummary;
import us.abstracta.jmeter.javadsl.core.stats.TimeMetricSummary;
import us.abstracta.jmeter.javadsl.http.DslHttpSampler;

/** Runs JMeter, and prints the percentiles that it counts. */
public final class JmeterPeer {
  private JmeterPeer() {}

  /**
   * Runs it, with connections that are kept as those of the other load generators.
   *
   * @param args address, users, requests of all users, and whether answers are checked
   */
  public static void main(String[] args) throws IOException {
    int users = Integer.parseInt(args[1]);
    StatsSummary stats =
        testPlan(
                httpDefaults().resetConnectionsBetweenIterations(false),
                threadGroup(
                    users,
                    Integer.parseInt(args[2]) / users,
                    sampler(args[0], Boolean.parseBoolean(args[3]))))
            .run()
            .overall();
    if (stats.errorsCount() > 0) {
      System.err.println(stats.errorsCount() + " requests failed");
      System.exit(1);
    }
    TimeMetricSummary times = stats.sampleTime();
    print(50, times.median());
    print(95, times.perc95());
    print(99, times.perc99());
  }

  private static DslHttpSampler sampler(String address, boolean checks) {
    DslHttpSampler sampler = httpSampler(address);
    return checks
        ? sampler.children(
            responseAssertion().fieldToTest(TargetField.RESPONSE_CODE).equalsToStrings("200"),
            jsonAssertion("events[0].delta").equalsTo(0.125))
        : sampler;
  }

  private static void print(int percent, Duration time) {
    System.out.printf("percentile %d %.3f ms%n", percent, time.toNanos() / 1e6);
  }
}
