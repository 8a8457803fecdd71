package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether the shadow statistics tell of drift: delta, drift or deviation is in the name of a field
 * of a Stats class in the shadow schemas or of its bases. Where there is no such class, in that of
 * a field of a Stats class or of a key in a function for statistics, in a shadow statistics module.
 */
final class DriftFields {
  private static final List<String> WORDS = List.of("delta", "drift", "deviation");
  private static final Set<String> STATISTICS = Set.of("stats", "statistic", "statistics");

  private DriftFields() {}

  /** Looks at the shadow schemas and the shadow statistics modules. */
  static Examination examine(Checkout checkout) {
    ShadowCode shadow = checkout.shadowCode();
    Findings findings = new Findings();
    Modules modules = checkout.modules();
    List<PythonFile> code = checkout.shadowPython();
    List<PythonFile> modulesOfStatistics =
        code.stream().filter(file -> shadow.isStatistics(file.path())).toList();
    List<Modules.Definition> types =
        code.stream()
            .filter(file -> shadow.isSchema(file.path()))
            .flatMap(
                file ->
                    file.classes().stream()
                        .map(ClassDef::name)
                        .filter(DriftFields::isOfStatistics)
                        .map(name -> new Modules.Definition(file, name)))
            .toList();
    modulesOfStatistics.forEach(findings::look);
    types.forEach(type -> findings.look(type.file()));
    if (types.isEmpty() && modulesOfStatistics.isEmpty()) {
      code.forEach(findings::look);
      if (!code.isEmpty()) {
        findings.review(
            "there is shadow code, but neither a Stats class in its schemas nor a statistics module",
            "check by hand that the statistics have " + String.join(", ", WORDS) + " fields");
      }
      return findings.examination();
    }
    List<Inheritance> all =
        types.stream()
            .map(type -> Inheritance.of(type.asClass().orElseThrow(), type.file(), modules))
            .toList();
    boolean told =
        all.stream().anyMatch(each -> each.has(DriftFields::tells))
            || (types.isEmpty() && modulesOfStatistics.stream().anyMatch(DriftFields::makes));
    if (!told) {
      PythonFile file = types.isEmpty() ? modulesOfStatistics.get(0) : types.get(0).file();
      int line = types.isEmpty() ? 1 : types.get(0).asClass().orElseThrow().line();
      List<String> unknown = all.stream().flatMap(each -> each.unknown().stream()).toList();
      absent(file, line, unknown, findings);
    }
    return findings.examination();
  }

  private static void absent(PythonFile file, int line, List<String> unknown, Findings findings) {
    String message =
        "the shadow statistics have no field with " + String.join(", ", WORDS) + " in its name";
    String remedy = "add one, such as max_delta: float";
    if (unknown.isEmpty()) {
      findings.violation(file, line, message, remedy);
    } else {
      findings.review(
          file,
          line,
          message
              + ", unless from "
              + String.join(", ", unknown)
              + ", which is not in the checkout",
          "check by hand, or " + remedy);
    }
  }

  private static boolean makes(PythonFile file) {
    Predicate<String> tells = DriftFields::tells;
    return file.keys().stream()
            .filter(key -> isOfStatistics(key.function()))
            .map(Key::name)
            .anyMatch(tells)
        || file.classes().stream()
            .filter(type -> isOfStatistics(type.name()))
            .flatMap(type -> type.fields().stream())
            .map(ClassDef.Field::name)
            .anyMatch(tells);
  }

  private static boolean isOfStatistics(String name) {
    return Dotted.words(name).stream().anyMatch(STATISTICS::contains);
  }

  private static boolean tells(String name) {
    return WORDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains);
  }
}
