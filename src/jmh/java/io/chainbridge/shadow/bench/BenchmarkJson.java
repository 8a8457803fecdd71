package io.chainbridge.shadow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** All samples, for programs to read. */
final class BenchmarkJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BenchmarkJson() {}

  static String write(Machine machine, List<Comparison> comparisons) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema_version", 1);
    root.put("measured_on", machine.date());
    root.put("machine", machine.description());
    root.put("commit", machine.commit());
    comparisons.forEach(comparison -> write(root.withArray("/comparisons"), comparison));
    return MAPPER.writeValueAsString(root) + "\n";
  }

  private static void write(ArrayNode comparisons, Comparison comparison) {
    ObjectNode node = comparisons.addObject();
    node.put("measured", comparison.what());
    node.put("unit", comparison.unit());
    node.put("beside", comparison.beside());
    comparison.ours().forEach(node.withArray("/samples")::add);
    comparison.theirs().forEach(node.withArray("/samples_beside")::add);
    write(node.putObject("ratio"), comparison.ratio());
    comparison
        .target()
        .ifPresent(
            target -> {
              ObjectNode bound = node.putObject("target");
              bound.put("of", target.of().name().toLowerCase(Locale.ROOT));
              bound.put(target.atLeast() ? "at_least" : "at_most", target.bound());
              bound.put("reached", comparison.isReached());
            });
  }

  private static void write(ObjectNode node, Spread spread) {
    node.put("median", spread.median());
    node.put("lowest", spread.lowest());
    node.put("highest", spread.highest());
  }
}
