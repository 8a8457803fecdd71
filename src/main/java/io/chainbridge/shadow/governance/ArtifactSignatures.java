package io.chainbridge.shadow.governance;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule 9. Loading a model can run whatever is in its file. A load is safe to merge where a
 * signature is checked before it in the same function; otherwise a person has to look, as a check
 * may be elsewhere. Never a violation. Tests are not looked at.
 */
final class ArtifactSignatures implements Rule {
  private static final Set<String> LOADS =
      Set.of(
          "joblib.load",
          "pickle.load",
          "pickle.loads",
          "pickle.Unpickler",
          "_pickle.load",
          "_pickle.loads",
          "cPickle.load",
          "cPickle.loads",
          "dill.load",
          "dill.loads",
          "cloudpickle.load",
          "cloudpickle.loads",
          "torch.load",
          "torch.jit.load",
          "pandas.read_pickle",
          "sklearn.externals.joblib.load");

  private static final Set<String> CHECKS =
      Set.of(
          "verify", "verifies", "verified", "verification", "signature", "signatures", "checksum");

  private static final Pattern MENTIONS =
      Pattern.compile(
          "\\b(joblib|pickle|_pickle|cPickle|dill|cloudpickle|torch|read_pickle|load_model"
              + "|allow_pickle)\\b|"
              + DynamicImports.WORDS);

  @Override
  public Description description() {
    return new Description(
        9,
        "Model Artifact Signature Verification",
        Severity.CRITICAL,
        "calls that load models, in Python without tests");
  }

  @Override
  public Examination examine(Checkout checkout) {
    return Findings.inPython(checkout, MENTIONS, ArtifactSignatures::look);
  }

  private static void look(PythonFile file, Findings findings) {
    List<Call> calls = file.calls();
    for (int at = 0; at < calls.size(); at++) {
      Call call = calls.get(at);
      boolean checked =
          calls.subList(0, at).stream()
              .filter(before -> before.function().equals(call.function()))
              .anyMatch(ArtifactSignatures::checks);
      if (loads(call) && !checked) {
        findings.review(
            file,
            call.line(),
            call.callee()
                + " loads a model, and no signature is checked before it in "
                + (call.function().isEmpty() ? "this module" : call.function()),
            "check the file's signature before, by a function such as verify_signature(path)");
      }
    }
    for (Import each : file.imports()) {
      DynamicImports.review(each, file, findings);
      if (LOADS.stream().anyMatch(each::mayBring)) {
        findings.review(
            file,
            each.line(),
            each.shown() + ": may bring a function that loads models",
            "import by name what is used");
      }
    }
  }

  private static boolean loads(Call call) {
    String callee = call.callee();
    return LOADS.contains(callee)
        || (Dotted.within(callee, "numpy.load") && allowsPickle(call))
        || (Dotted.last(callee).equals("load_model")
            && Dotted.words(callee).stream()
                .anyMatch(Set.of("keras", "tensorflow", "mlflow")::contains));
  }

  private static boolean allowsPickle(Call call) {
    return call.handed() || !call.keywords().getOrDefault("allow_pickle", "False").equals("False");
  }

  private static boolean checks(Call call) {
    String name = Dotted.last(call.callee());
    return !call.handed()
        && (!Collections.disjoint(Dotted.words(name), CHECKS) || name.equals("compare_digest"));
  }
}
