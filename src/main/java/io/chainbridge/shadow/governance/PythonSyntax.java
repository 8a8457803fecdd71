package io.chainbridge.shadow.governance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * A text in Python as a tree in Java; nothing native is kept.
 *
 * @param problem why the tree is not all of the text, with the line; empty for Python 3
 */
record PythonSyntax(SyntaxTree tree, Optional<String> problem) {
  private static final Pattern LONE_CARRIAGE_RETURN = Pattern.compile("\r(?!\n)");
  private static final Pattern NULL = Pattern.compile("\0");
  private static final Set<String> PYTHON_2 = Set.of("print_statement", "exec_statement", "<>");

  /** Whatever has no children and no field in these is punctuation or a comment. */
  private static final Set<String> LABELS_ITS_PARTS =
      Set.of(
          "aliased_import",
          "assignment",
          "attribute",
          "augmented_assignment",
          "binary_operator",
          "boolean_operator",
          "call",
          "class_definition",
          "default_parameter",
          "elif_clause",
          "for_statement",
          "function_definition",
          "if_statement",
          "import_from_statement",
          "import_statement",
          "keyword_argument",
          "pair",
          "subscript",
          "typed_default_parameter",
          "while_statement");

  private static final String ERROR = "ERROR";

  /** In Python a lone carriage return ends a line; a null byte is refused, and read as a space. */
  static PythonSyntax of(String source) {
    String text = LONE_CARRIAGE_RETURN.matcher(source).replaceAll("\n");
    SyntaxTree tree = new SyntaxTree(NULL.matcher(text).replaceAll(" "));
    Matcher nulls = NULL.matcher(text);
    Optional<String> refused =
        nulls.find()
            ? Optional.of("line " + tree.line(nulls.start()) + ": has a null byte")
            : Optional.empty();
    Optional<TSTree> parsed = TreeSitter.parse(NULL.matcher(text).replaceAll(" "));
    if (parsed.isEmpty()) {
      tree.add(0, "module", "", 0, text.length());
      return new PythonSyntax(
          tree.complete(), Optional.of("line 1: cannot be parsed within 30 s; not read"));
    }
    try (TSTree tsTree = parsed.get()) {
      int wrong = copy(tsTree.getRootNode(), tree);
      return new PythonSyntax(
          tree.complete(),
          refused.or(
              () ->
                  wrong < 0
                      ? Optional.empty()
                      : Optional.of(
                          "line "
                              + tree.line(wrong)
                              + ": not Python 3 here; read as far as possible")));
    }
  }

  /** Where it is first not Python 3; less than 0 where it is all. */
  private static int copy(TSNode root, SyntaxTree tree) {
    boolean flawed = root.hasError();
    int wrong = -1;
    int parent = 0;
    int depth = 0;
    int[] parents = new int[64];
    try (TSTreeCursor cursor = new TSTreeCursor(root)) {
      while (true) {
        String field = Grammar.field(cursor.currentFieldId());
        int added = -1;
        if (flawed || depth == 0 || !isPunctuation(cursor, field, tree.node(parent).kind())) {
          TSNode node = cursor.currentNode();
          int symbol = Nodes.symbol(node);
          String kind = Grammar.kind(symbol);
          if (Grammar.tells(symbol, field)) {
            added = tree.add(parent, kind, field, Nodes.start(node) / 2, Nodes.end(node) / 2);
          }
          if (wrong < 0 && (PYTHON_2.contains(kind) || (flawed && isWrong(node, kind)))) {
            wrong = Nodes.start(node) / 2;
          }
        }
        if (added >= 0 && cursor.gotoFirstChild()) {
          if (depth == parents.length) {
            parents = Arrays.copyOf(parents, 2 * depth);
          }
          parents[depth++] = parent;
          parent = added;
          continue;
        }
        while (!cursor.gotoNextSibling()) {
          if (!cursor.gotoParent()) {
            return wrong;
          }
          parent = parents[--depth];
        }
      }
    }
  }

  private static boolean isWrong(TSNode node, String kind) {
    return kind.equals(ERROR) || node.isMissing();
  }

  /** Nodes are dear: each is an object made by native code, and most would be commas and dots. */
  private static boolean isPunctuation(TSTreeCursor cursor, String field, String parent) {
    if (!field.isEmpty() || !LABELS_ITS_PARTS.contains(parent)) {
      return false;
    }
    if (cursor.gotoFirstChild()) {
      cursor.gotoParent();
      return false;
    }
    return true;
  }

  /** A node's own methods ask the native library each time whether it is null: twice the price. */
  private abstract static class Nodes extends TSParser {
    static int symbol(TSNode node) {
      return ts_node_symbol(node);
    }

    static int start(TSNode node) {
      return ts_node_start_byte(node);
    }

    static int end(TSNode node) {
      return ts_node_end_byte(node);
    }
  }

  /** The names that the grammar has, asked of the native library once. */
  private static final class Grammar {
    private static final TSLanguage PYTHON = TreeSitter.PYTHON;
    private static final List<String> KINDS =
        IntStream.range(0, PYTHON.symbolCount()).mapToObj(PYTHON::symbolName).toList();
    private static final List<Boolean> NAMED =
        IntStream.range(0, PYTHON.symbolCount())
            .mapToObj(symbol -> PYTHON.symbolType(symbol) == TSSymbolType.TSSymbolTypeRegular)
            .toList();
    private static final List<String> FIELDS =
        IntStream.rangeClosed(0, PYTHON.fieldCount())
            .mapToObj(id -> id == 0 ? "" : PYTHON.fieldNameForId(id))
            .toList();

    /** The symbol of an error is none of the grammar's. */
    static String kind(int symbol) {
      return symbol >= 0 && symbol < KINDS.size() ? KINDS.get(symbol) : ERROR;
    }

    static String field(int id) {
      return FIELDS.get(id);
    }

    /** Comments, and punctuation that is nothing to the node above it, tell nothing. */
    static boolean tells(int symbol, String field) {
      boolean named = symbol < 0 || symbol >= NAMED.size() || NAMED.get(symbol);
      return named ? !kind(symbol).equals("comment") : !field.isEmpty();
    }
  }
}
