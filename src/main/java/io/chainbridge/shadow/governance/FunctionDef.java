package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A function or a method.
 *
 * @param name with the names of what it is in: {@code Repo.save}
 * @param line from 1
 * @param returns the text of what it is annotated to return; empty for none
 * @param decorators each as a call, the first argument and the keywords with it
 * @param calls those in its body, its defaults and its decorators, in the order in which they are
 *     made; those of a function within it are that function's own
 */
record FunctionDef(String name, int line, String returns, List<Call> decorators, List<Call> calls) {
  private static final Set<String> VERBS =
      Set.of(
          "get",
          "post",
          "put",
          "patch",
          "delete",
          "head",
          "options",
          "route",
          "api_route",
          "websocket");

  /** In each text that has a route: a decorator with a verb, or another name for what has it. */
  static final Pattern ROUTE =
      Pattern.compile(
          "@[^\\n]*\\b%1$s\\b|\\b%1$s[ \\t]+as\\b|\\.%1$s\\s*(?:[#;)\\\\]|$)|getattr"
              .formatted("(?:" + String.join("|", VERBS) + ")"),
          Pattern.MULTILINE);

  /** The decorators that register it as an endpoint: {@code @router.get("/stats")}. */
  List<Call> routes() {
    return decorators.stream().filter(FunctionDef::isRoute).toList();
  }

  private static boolean isRoute(Call decorator) {
    return decorator.callee().contains(".")
        && VERBS.contains(Dotted.last(decorator.callee()))
        && (decorator.literal().filter(path -> path.isEmpty() || path.startsWith("/")).isPresent()
            || decorator.keywords().containsKey("path"));
  }
}
