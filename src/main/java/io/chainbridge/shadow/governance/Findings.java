package io.chainbridge.shadow.governance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a rule finds as it goes from file to file. */
final class Findings {
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> looked = new TreeSet<>();

  /** Looks at each file in Python that mentions something, tests left out. */
  static Examination inPython(
      Checkout checkout, Pattern mentions, BiConsumer<PythonFile, Findings> look) {
    Findings findings = new Findings();
    findings.unreadable(checkout, path -> !ShadowCode.isTest(path));
    List<PythonFile> files =
        checkout.python().stream().filter(file -> !ShadowCode.isTest(file.path())).toList();
    List<PythonFile> having =
        files.parallelStream().filter(file -> file.mentions(mentions)).toList();
    PythonFile.readAhead(having);
    for (PythonFile file : having) {
      findings.look(file);
      look.accept(file, findings);
    }
    files.forEach(file -> findings.looked.add(file.path()));
    return findings.examination();
  }

  /** Counts a file as looked at; a person has to look at what the parser could not read. */
  void look(PythonFile file) {
    if (looked.add(file.path())) {
      file.problem()
          .ifPresent(
              problem ->
                  review(
                      file,
                      lineOf(problem),
                      "cannot be read as a whole: " + problem,
                      "make it valid Python 3, or look at it by hand"));
    }
  }

  /** A person has to look at files in Python that are no text. */
  void unreadable(Checkout checkout, Predicate<String> which) {
    for (String path : checkout.paths()) {
      if (path.endsWith(".py") && which.test(path)) {
        checkout
            .unreadable(path)
            .ifPresent(
                reason -> {
                  looked.add(path);
                  add(
                      Finding.review(
                          path,
                          1,
                          "cannot be examined: it " + reason,
                          "save it as text in UTF-8, up to 1 MB, or look at it by hand"));
                });
      }
    }
  }

  private static int lineOf(String problem) {
    return Integer.parseInt(problem.replaceFirst("(?s)line (\\d+).*", "$1"));
  }

  void violation(PythonFile file, int line, String message, String remedy) {
    add(Finding.violation(file.path(), line, message, remedy));
  }

  void review(PythonFile file, int line, String message, String remedy) {
    add(Finding.review(file.path(), line, message, remedy));
  }

  void review(String message, String remedy) {
    add(Finding.review(message, remedy));
  }

  private void add(Finding finding) {
    findings.add(finding);
  }

  Examination examination() {
    return new Examination(looked.size(), List.copyOf(findings));
  }
}
