package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Modules.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The classes that the endpoints of a file answer with: by {@code response_model}, and where that
 * is not given by what the function is annotated to return, as FastAPI has it.
 */
final class ResponseModels {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
  private static final Pattern LITERAL = Pattern.compile("\\bLiteral\\[[^]]*]");
  private static final Pattern ANYTHING =
      Pattern.compile("(?s).*\\b(dict|Dict|Any|Mapping|object)\\b.*");
  private static final Set<String> WITHOUT_ANSWER = Set.of("websocket", "head", "options");
  private static final Set<String> NO_MODELS =
      Set.of(
          "None",
          "bool",
          "bytes",
          "float",
          "int",
          "list",
          "List",
          "Annotated",
          "Iterable",
          "Optional",
          "Sequence",
          "set",
          "Set",
          "str",
          "tuple",
          "Tuple",
          "Union",
          "dict",
          "Dict",
          "Any",
          "Mapping",
          "object",
          "frozenset");

  private final Modules modules;
  private final Findings findings;

  ResponseModels(Modules modules, Findings findings) {
    this.modules = modules;
    this.findings = findings;
  }

  /** The names in a type that can be those of a model. */
  static List<String> names(String type) {
    return NAME.matcher(LITERAL.matcher(type).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !NO_MODELS.contains(Dotted.last(name)))
        .toList();
  }

  /** What cannot be decided is for a person. */
  Set<Definition> of(PythonFile file) {
    Set<Definition> models = new LinkedHashSet<>();
    for (FunctionDef function : file.functions()) {
      for (Call route : function.routes()) {
        if (!WITHOUT_ANSWER.contains(Dotted.last(route.callee()))
            && !route.keywords().getOrDefault("status_code", "").contains("204")) {
          models.addAll(of(route, function, file));
        }
      }
    }
    return models;
  }

  private Set<Definition> of(Call route, FunctionDef function, PythonFile file) {
    String given = route.keywords().getOrDefault("response_model", "");
    String type = given.isEmpty() ? function.returns() : given;
    Set<Definition> models = new LinkedHashSet<>();
    boolean decided = !type.isBlank() && !type.contains("(");
    for (String name : decided ? names(type) : List.<String>of()) {
      List<Definition> found = Inheritance.classes(name, file, modules);
      models.addAll(found);
      if (found.isEmpty()) {
        findings.review(
            file,
            route.line(),
            (given.isEmpty() ? "return type " : "response_model ")
                + name
                + " is not a class of the checkout",
            "check by hand that it has the field " + ModelVersions.FIELD);
      }
    }
    if (!decided || (names(type).isEmpty() && ANYTHING.matcher(type).matches())) {
      findings.review(
          file,
          route.line(),
          "endpoint " + function.name() + ": cannot decide which fields it answers",
          "name a class that has " + ModelVersions.FIELD + " as its response_model");
    }
    return models;
  }
}
