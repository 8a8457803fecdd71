package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Modules.Definition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rule 2. Each response of the shadow API says which model it is from: {@code model_version} is a
 * field of each class named ...Response in the shadow schemas, and of each class that a shadow
 * endpoint names as its {@code response_model}, or is annotated to return; its own, or that of a
 * base anywhere in the checkout. Classes whose names begin with Error, Health, Status, Message or
 * Validation are no answers of a model, and not looked at.
 */
final class ModelVersions implements Rule {
  static final String FIELD = "model_version";
  private static final Set<String> OTHER_ANSWERS =
      Set.of("error", "health", "status", "message", "validation");

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
    ResponseModels models = new ResponseModels(modules, findings);
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
        responses.addAll(models.of(file));
      }
    }
    if (!code.isEmpty() && code.stream().noneMatch(file -> shadow.isSchema(file.path()))) {
      code.forEach(findings::look);
      findings.review(
          "there is shadow code, but no schema of it (schemas_shadow.py or the like)",
          "check by hand that each response has the field " + FIELD);
    }
    responses.removeIf(ModelVersions::isOther);
    responses.forEach(response -> judge(response, modules, findings));
    return findings.examination();
  }

  private static boolean isOther(Definition response) {
    return Dotted.words(Dotted.last(response.name())).stream()
        .limit(1)
        .anyMatch(OTHER_ANSWERS::contains);
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
