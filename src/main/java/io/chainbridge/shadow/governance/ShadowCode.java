package io.chainbridge.shadow.governance;

/** Which files are Shadow Mode's, by their names. */
final class ShadowCode {
  private ShadowCode() {}

  static boolean isShadow(String path) {
    return path.endsWith(".py") && name(path).contains("shadow");
  }

  static boolean isTest(String path) {
    return name(path).startsWith("test_") || name(path).endsWith("_test.py");
  }

  static boolean isSchema(String path) {
    return isShadow(path) && name(path).contains("schema");
  }

  static boolean isTableModels(String path) {
    return isShadow(path) && name(path).contains("models");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
