package io.chainbridge.shadow.governance;

import java.util.List;

/**
 * Rule 4. XGBoost in shadow code, in whatever form it is imported: in a function, in a try block or
 * for its types alone. Tests are not looked at.
 */
final class NoXgboost implements Rule {
  private static final List<String> XGBOOST = List.of("xgboost", "xgboost_ray", "xgboost_spark");

  @Override
  public Description description() {
    return new Description(
        4, "No XGBoost in Production", Severity.ERROR, "imports in shadow code, without tests");
  }

  @Override
  public Examination examine(Checkout checkout) {
    Findings findings = new Findings();
    findings.unreadable(checkout, checkout.shadowCode()::runs);
    for (PythonFile file : checkout.shadowPython()) {
      findings.look(file);
      for (Import each : file.imports()) {
        if (XGBOOST.stream().anyMatch(each::brings)) {
          findings.violation(
              file,
              each.line(),
              each.shown() + (each.typesOnly() ? ", for types alone" : ""),
              "serve the prediction from a lighter model, or move XGBoost to training");
        }
        DynamicImports.review(each, file, findings);
      }
    }
    return findings.examination();
  }
}
