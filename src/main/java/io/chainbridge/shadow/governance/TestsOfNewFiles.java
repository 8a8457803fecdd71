package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Of rule 12: code that is new in Shadow Mode comes with a test. */
final class TestsOfNewFiles {
  private TestsOfNewFiles() {}

  static Examination examine(Checkout checkout, Changes.Known changes) {
    ShadowCode shadow = checkout.shadowCode();
    List<String> files =
        changes.files().stream()
            .filter(change -> change.is(Change.Kind.ADDED))
            .map(Change::path)
            .filter(path -> needsTest(shadow, path))
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (String file : files) {
      String module = file.substring(file.lastIndexOf('/') + 1, file.length() - ".py".length());
      if (checkout.python().stream().noneMatch(test -> tests(test, module))) {
        findings.add(
            Finding.violation(
                file,
                1,
                "is new and has no test",
                "add test_%s.py, or import it in another test".formatted(module)));
      }
    }
    return new Examination(files.size(), findings);
  }

  private static boolean needsTest(ShadowCode shadow, String path) {
    return shadow.runs(path)
        && !path.endsWith("__init__.py")
        && !SchemaMigrations.isMigration(path);
  }

  private static boolean tests(PythonFile file, String module) {
    String name = file.source().name();
    if (name.equals("test_%s.py".formatted(module)) || name.equals(module + "_test.py")) {
      return hasTest(file);
    }
    return ShadowCode.isTest(file.path())
        && file.mentions(Pattern.compile("\\b%s\\b".formatted(Pattern.quote(module))))
        && file.imports().stream()
            .anyMatch(each -> List.of(each.full().split("\\.", -1)).contains(module));
  }

  private static boolean hasTest(PythonFile file) {
    return Stream.concat(
            file.functions().stream().map(FunctionDef::name),
            file.classes().stream().map(ClassDef::name))
        .map(Dotted::last)
        .anyMatch(name -> name.startsWith("test") || name.startsWith("Test"));
  }
}
