package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class.
 *
 * @param name with the names of what it is in: {@code Outer.Inner}
 * @param line from 1
 * @param bases with dots, with the file's imports resolved, without type arguments
 * @param typeArguments the text of those of its bases; empty for none
 * @param fields what its body annotates or assigns
 * @param decorators with dots, with the file's imports resolved
 */
record ClassDef(
    String name,
    int line,
    List<String> bases,
    String typeArguments,
    List<Field> fields,
    List<String> decorators) {

  /**
   * A name that the body of a class annotates or assigns.
   *
   * @param annotation its text; empty for none
   * @param value its text; empty for none
   * @param line from 1
   */
  record Field(String name, String annotation, String value, int line) {
    private static final Pattern CLASS_VARIABLE = Pattern.compile("\\b(ClassVar|PrivateAttr)\\b");
    private static final Pattern ALIAS =
        Pattern.compile("\\b(?:serialization_)?alias\\s*=\\s*[\"'](\\w+)[\"']");

    /** What it is answered as: its name, and its alias; nothing for what is the class's alone. */
    List<String> names() {
      return CLASS_VARIABLE.matcher(annotation).find()
          ? List.of()
          : Stream.concat(
                  Stream.of(name), ALIAS.matcher(value).results().map(found -> found.group(1)))
              .toList();
    }
  }

  boolean has(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }
}
