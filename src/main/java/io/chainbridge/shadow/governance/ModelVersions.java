package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Modules.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Rule 2. Each response of the shadow API says which model it is from: {@code model_version} is a
 * field of each class named ...Response in the shadow schemas, and of each class that a shadow
 * endpoint names as its {@code response_model}; its own, or that of a base anywhere in the
 * checkout.
 */
final class ModelVersions implements Rule {
  private static final String FIELD = "model_version";
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
  private static final Set<String> NO_MODELS =
      Set.of(
          "None",
          "Any",
          "bool",
          "bytes",
          "dict",
          "Dict",
          "float",
          "int",
          "list",
          "List",
          "Literal",
          "Mapping",
          "Optional",
          "Sequence",
          "set",
          "Set",
          "str",
          "tuple",
          "Tuple",
          "Union");

  @Override
  public Description description() {
    return new Description(
        2,
        "Model Version Metadata Required",
        Severity.ERROR,
        "the response models of the shadow API");
  }

  @Override
  public Examination examine(Checkout checkout) {
    ShadowCode shadow = checkout.shadowCode();
    Findings findings = new Findings();
    List<PythonFile> code = checkout.shadowPython();
    Modules modules = checkout.modules();
    Set<Definition> responses = new LinkedHashSet<>();
    for (PythonFile file : code) {
      if (shadow.isSchema(file.path())) {
        findings.look(file);
        file.classes().stream()
            .filter(type -> Dotted.last(type.name()).endsWith("Response"))
            .forEach(type -> responses.add(new Definition(file, type.name())));
      }
      if (shadow.isApi(file)) {
        findings.look(file);
        responses.addAll(responseModels(file, modules, findings));
      }
    }
    if (!code.isEmpty() && code.stream().noneMatch(file -> shadow.isSchema(file.path()))) {
      code.forEach(findings::look);
      findings.review(
          "there is shadow code, but no schema of it (schemas_shadow.py or the like)",
          "check by hand that each response has the field " + FIELD);
    }
    responses.forEach(response -> judge(response, modules, findings));
    return findings.examination();
  }

  private static Set<Definition> responseModels(
      PythonFile file, Modules modules, Findings findings) {
    Set<Definition> models = new LinkedHashSet<>();
    for (FunctionDef function : file.functions()) {
      for (Call route : function.routes()) {
        String model = route.keywords().getOrDefault("response_model", "");
        List<String> names =
            NAME.matcher(model)
                .results()
                .map(MatchResult::group)
                .filter(name -> !NO_MODELS.contains(Dotted.last(name)))
                .toList();
        for (String name : names) {
          List<Definition> found = Inheritance.classes(name, file, modules);
          models.addAll(found);
          if (found.isEmpty()) {
            findings.review(
                file,
                route.line(),
                "response_model " + name + " is not a class of the checkout",
                "check by hand that it has the field " + FIELD);
          }
        }
      }
    }
    return models;
  }

  private static void judge(Definition response, Modules modules, Findings findings) {
    ClassDef type = response.asClass().orElseThrow();
    Inheritance all = Inheritance.of(type, response.file(), modules);
    if (all.has(FIELD::equals)) {
      return;
    }
    if (all.unknown().isEmpty()) {
      findings.violation(
          response.file(),
          type.line(),
          "response model " + type.name() + " has no field " + FIELD,
          "add " + FIELD + ": str to it or to its base");
    } else {
      findings.review(
          response.file(),
          type.line(),
          "response model "
              + type.name()
              + " may have "
              + FIELD
              + " from "
              + String.join(", ", all.unknown())
              + ", which is not in the checkout",
          "check by hand, or add " + FIELD + ": str to " + type.name());
    }
  }
}
