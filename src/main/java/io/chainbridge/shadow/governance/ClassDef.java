package io.chainbridge.shadow.governance;

import java.util.List;

/**
 * A class.
 *
 * @param name with the names of what it is in: {@code Outer.Inner}
 * @param line from 1
 * @param bases with dots, with the file's imports resolved, without type arguments
 * @param fields what its body annotates or assigns
 * @param decorators with dots, with the file's imports resolved
 */
record ClassDef(
    String name, int line, List<String> bases, List<Field> fields, List<String> decorators) {

  /**
   * A name that the body of a class annotates or assigns.
   *
   * @param annotation its text; empty for none
   * @param value its text; empty for none
   * @param line from 1
   */
  record Field(String name, String annotation, String value, int line) {}

  boolean has(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }
}
