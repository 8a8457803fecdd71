package io.chainbridge.shadow.tuning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Replacements as JSON Patch (RFC 6902): each is a test that the figure is still the one of now,
 * and the operation that replaces it, so that a patch of another file changes nothing.
 */
final class JsonPatch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonPatch() {}

  static void add(List<Proposal.Replacement> replacements, ArrayNode operations) {
    for (Proposal.Replacement replacement : replacements) {
      add(operations, "test", replacement.pointer(), replacement.now());
      add(operations, "replace", replacement.pointer(), replacement.proposed());
    }
  }

  private static void add(
      ArrayNode operations, String operation, String pointer, BigDecimal value) {
    operations.addObject().put("op", operation).put("path", pointer).put("value", plain(value));
  }

  /** The same so that JSON has it as 70, not as 7E+1. */
  static BigDecimal plain(BigDecimal figure) {
    return new BigDecimal(NumberEdits.text(figure));
  }

  /** A line for each operation. */
  static List<String> lines(List<Proposal.Replacement> replacements) {
    ArrayNode operations = JSON.createArrayNode();
    add(replacements, operations);
    List<String> lines = new ArrayList<>();
    lines.add("[");
    for (int i = 0; i < operations.size(); i++) {
      lines.add("  " + operations.get(i) + (i + 1 < operations.size() ? "," : ""));
    }
    lines.add("]");
    return lines;
  }
}
