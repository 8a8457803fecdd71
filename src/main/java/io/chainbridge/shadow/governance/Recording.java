package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What calls do, judged by their names alone. */
final class Recording {
  private static final Set<String> AUDIT =
      Set.of("audit", "audits", "auditor", "auditing", "audited");
  private static final Set<String> VERBS = Set.of("record", "publish", "emit", "journal");

  /** Of the language and of libraries that record nothing. */
  private static final Set<String> HARMLESS_MODULES =
      Set.of(
          "fastapi",
          "starlette",
          "pydantic",
          "numpy",
          "pandas",
          "logging",
          "logger",
          "log",
          "math",
          "time",
          "datetime",
          "json",
          "uuid",
          "random",
          "re",
          "os",
          "typing",
          "hashlib",
          "copy",
          "collections",
          "itertools",
          "functools",
          "dataclasses",
          "decimal",
          "statistics",
          "scipy",
          "sklearn",
          "torch",
          "xgboost");

  private static final Set<String> BUILTINS =
      Set.of(
          "abs",
          "all",
          "any",
          "bool",
          "bytes",
          "dict",
          "enumerate",
          "filter",
          "float",
          "frozenset",
          "getattr",
          "hasattr",
          "id",
          "int",
          "isinstance",
          "iter",
          "len",
          "list",
          "map",
          "max",
          "min",
          "next",
          "print",
          "range",
          "repr",
          "reversed",
          "round",
          "set",
          "sorted",
          "str",
          "sum",
          "super",
          "tuple",
          "type",
          "zip",
          "Depends",
          "HTTPException",
          "Exception",
          "ValueError",
          "TypeError",
          "KeyError",
          "RuntimeError",
          "Body",
          "Query",
          "Path",
          "Header");

  /** Methods of texts, lists and dictionaries, of data models, and of the models that predict. */
  private static final Set<String> HARMLESS_METHODS =
      Set.of(
          "append",
          "astype",
          "copy",
          "decode",
          "dict",
          "encode",
          "extend",
          "format",
          "get",
          "isoformat",
          "items",
          "join",
          "json",
          "keys",
          "lower",
          "mean",
          "model_dump",
          "model_validate",
          "pop",
          "replace",
          "reshape",
          "round",
          "split",
          "startswith",
          "endswith",
          "strip",
          "tolist",
          "total_seconds",
          "upper",
          "values",
          "predict",
          "predict_proba",
          "transform",
          "debug",
          "info",
          "warning",
          "error",
          "exception");

  private static final Set<String> KEPT = Set.of("event", "audit", "record", "log");
  private static final Pattern PREDICTION = Pattern.compile("(?i)predict|scor");
  private static final Pattern ASKS = Pattern.compile("(is|has|get)_.*|.*_(enabled|check)");

  private Recording() {}

  /** A call that records by its name, or a log line that tells of a prediction. */
  static boolean records(Call call) {
    String name = Dotted.last(call.callee());
    return records(call.callee())
        || (Set.of("info", "warning", "log").contains(name)
            && Dotted.words(call.callee()).stream()
                .anyMatch(Set.of("logger", "log", "logging")::contains)
            && call.literal().filter(text -> PREDICTION.matcher(text).find()).isPresent());
  }

  /** {@code db.add(RiskEvent(...))}. */
  static boolean stores(List<Call> calls) {
    return calls.stream().anyMatch(call -> call.callee().endsWith(".add"))
        && calls.stream()
            .map(call -> Dotted.last(call.callee()))
            .filter(name -> !name.isEmpty() && Character.isUpperCase(name.charAt(0)))
            .anyMatch(name -> Dotted.words(name).stream().anyMatch(KEPT::contains));
  }

  /**
   * Whether a name says that something is kept: audit is a word of it, or of the object; or it
   * begins with record, publish, emit, journal, or log and another word.
   */
  static boolean records(String callee) {
    if (ASKS.matcher(Dotted.last(callee)).matches()) {
      return false;
    }
    String object = Dotted.last(Dotted.before(callee));
    List<String> words = Dotted.words(Dotted.last(callee));
    if (Stream.concat(Dotted.words(object).stream(), words.stream()).anyMatch(AUDIT::contains)) {
      return true;
    }
    return !words.isEmpty()
        && !HARMLESS_MODULES.contains(Dotted.first(callee))
        && (VERBS.contains(words.get(0)) || (words.get(0).equals("log") && words.size() > 1));
  }

  /** Whether it is of the language, or of a library that is known to record nothing. */
  static boolean isHarmless(String callee) {
    return BUILTINS.contains(callee)
        || HARMLESS_MODULES.contains(Dotted.first(callee))
        || (callee.contains(".") && HARMLESS_METHODS.contains(Dotted.last(callee)));
  }
}
