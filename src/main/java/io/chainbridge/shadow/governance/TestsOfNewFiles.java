package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
      if (checkout.paths().stream().noneMatch(path -> tests(checkout, path, module))) {
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

  private static boolean tests(Checkout checkout, String path, String module) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("test_%s.py".formatted(module)) || name.equals(module + "_test.py")) {
      return true;
    }
    return path.endsWith(".py")
        && ShadowCode.isTest(path)
        && checkout.text(path).filter(text -> imports(text, module)).isPresent();
  }

  private static boolean imports(String text, String module) {
    return Pattern.compile(
            "(?m)^\\s*(?:from|import)\\b(?:[^\\n(]*|[^\\n(]*\\([^)]*)\\b%s\\b"
                .formatted(Pattern.quote(module)))
        .matcher(text)
        .find();
  }
}
