package io.chainbridge.shadow.ops;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a query of PromQL.
 *
 * @param metrics that it asks for
 * @param labels that it looks at, in matchers and in what it groups and joins by
 */
record QueriedNames(Set<String> metrics, Set<String> labels) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"" // a string
              + "|\\[[^]]*]" // a range
              + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\((?<grouping>[^)]*)\\)"
              + "|\\b[0-9][\\w.]*" // a number, or a duration
              + "|\\b(?:bool|and|or|unless|offset)\\b"
              + "|(?<function>[a-zA-Z_]\\w*)\\s*(?=\\()"
              + "|(?<label>[a-zA-Z_]\\w*)\\s*(?==~|!=|!~|=(?!=))"
              + "|(?<aggregation>\\b(?:sum|min|max|avg|count)\\b)"
              + "|(?<metric>[a-zA-Z_:][\\w:]*)");

  static QueriedNames of(String expression) {
    Set<String> metrics = new TreeSet<>();
    Set<String> labels = new TreeSet<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      if (token.group("grouping") != null) {
        labels.addAll(Set.of(token.group("grouping").strip().split("\\s*,\\s*", -1)));
      } else if (token.group("label") != null) {
        labels.add(token.group("label"));
      } else if (token.group("metric") != null) {
        metrics.add(token.group("metric"));
      }
    }
    return new QueriedNames(metrics, labels);
  }
}
