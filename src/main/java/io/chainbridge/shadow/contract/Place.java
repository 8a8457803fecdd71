package io.chainbridge.shadow.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a JSON document, twice.
 *
 * @param pointer JSON Pointer (RFC 6901) to it; empty for the document
 * @param pattern the same with a star for each step that the schema does not name: the index of an
 *     array, or a key that may be any
 */
record Place(String pointer, String pattern) {
  private static final String ANY = "*";

  static Place of(Error error) {
    NodePath instance = error.getInstanceLocation();
    List<Boolean> named = namedSteps(error.getEvaluationPath());
    StringBuilder pointer = new StringBuilder();
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < instance.getNameCount(); i++) {
      String step = "/" + escape(instance.getName(i));
      pointer.append(step);
      pattern.append(i < named.size() && named.get(i) ? step : "/" + ANY);
    }
    return new Place(pointer.toString(), pattern.toString());
  }

  /** For each step into the document whether the schema names it, read off the way through it. */
  private static List<Boolean> namedSteps(NodePath schemaPath) {
    List<Boolean> named = new ArrayList<>();
    int i = 0;
    while (i < schemaPath.getNameCount()) {
      switch (schemaPath.getName(i)) {
        case "properties" -> {
          named.add(true);
          i += 2;
        }
        case "patternProperties", "prefixItems" -> {
          named.add(false);
          i += 2;
        }
        case "additionalProperties",
            "unevaluatedProperties",
            "items",
            "unevaluatedItems",
            "contains" -> {
          named.add(false);
          i++;
        }
        case "allOf", "anyOf", "oneOf", "dependentSchemas" -> i += 2;
        default -> i++;
      }
    }
    return named;
  }

  /** A key that the schema names. */
  Place child(String key) {
    return new Place(pointer + "/" + escape(key), pattern + "/" + escape(key));
  }

  /** A key that it does not. */
  Place unknownChild(String key) {
    return new Place(pointer + "/" + escape(key), pattern + "/" + ANY);
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
