package io.chainbridge.shadow.governance;

/**
 * One name that a file imports.
 *
 * @param module in full, with dots; that of a relative import begins with a dot and is counted from
 *     the top of the checkout; empty where it is only known when the program runs
 * @param name what of the module; empty for the module itself, {@code *} for all of it
 * @param alias what the file calls it; empty where it has no name
 * @param line from 1
 * @param how in what form
 * @param typesOnly whether it is below {@code if TYPE_CHECKING} and so never executed
 * @param function the function that it is in, with its class; empty outside of functions
 */
record Import(
    String module,
    String name,
    String alias,
    int line,
    How how,
    boolean typesOnly,
    String function) {

  /** The form of an import. */
  enum How {
    /** {@code import} or {@code from ... import}. */
    STATEMENT,
    /** A call such as {@code importlib.import_module("x")}. */
    CALL,
    /** A call whose module is only known when the program runs, or text that is run as code. */
    UNDECIDABLE
  }

  /** The module with the name, for comparing with dotted names. */
  String full() {
    return name.isEmpty() || everything() ? module : module + "." + name;
  }

  /** Whether it brings a module or a name, or something within it. */
  boolean brings(String dotted) {
    return Dotted.within(full(), dotted);
  }

  /** Whether it may bring something of a module without naming it: {@code from a import *}. */
  boolean mayBring(String dotted) {
    return everything() && !brings(dotted) && Dotted.within(dotted, module);
  }

  boolean everything() {
    return name.equals("*");
  }

  boolean undecidable() {
    return how == How.UNDECIDABLE;
  }

  /** As a reader of the file knows it. */
  String shown() {
    return switch (how) {
      case STATEMENT -> name.isEmpty() ? "import " + module : "from " + module + " import " + name;
      case CALL -> "the import of \"" + module + "\" by a call";
      case UNDECIDABLE -> "an import that only the running program knows";
    };
  }
}
