package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The syntax of a file as tree-sitter has it: its nodes, each before those below it, without
 * comments and without punctuation that says no more than its node does. A list and not a nest of
 * objects, so that no depth of nesting is too deep.
 */
final class SyntaxTree {
  private final String text;
  private final int[] lineStarts;
  private final List<String> kinds = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private int[] parents = new int[1024];
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int[] afters = new int[0];

  SyntaxTree(String text) {
    this.text = text;
    lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray();
  }

  /**
   * A node of the tree.
   *
   * @param index its place among all nodes
   */
  record Node(SyntaxTree tree, int index) {
    /** The grammar's name for it. */
    String kind() {
      return tree.kinds.get(index);
    }

    boolean is(String kind) {
      return kind().equals(kind);
    }

    /** What it is to the node above it, such as {@code body}; may be empty. */
    String field() {
      return tree.fields.get(index);
    }

    int start() {
      return tree.starts[index];
    }

    /** The offset after it. */
    int end() {
      return tree.ends[index];
    }

    /** The index of the first node after it and all below it. */
    int after() {
      return tree.afters[index];
    }

    String text() {
      return tree.text.substring(start(), end());
    }

    /** From 1. */
    int line() {
      return tree.line(start());
    }

    /** The top node has none. */
    Optional<Node> parent() {
      return index == 0 ? Optional.empty() : Optional.of(tree.node(tree.parents[index]));
    }

    /** The first of those that are this to it. */
    Optional<Node> child(String field) {
      for (int at = index + 1; at < after(); at = tree.afters[at]) {
        if (tree.fields.get(at).equals(field)) {
          return Optional.of(tree.node(at));
        }
      }
      return Optional.empty();
    }

    /** Those directly below it. */
    List<Node> children() {
      List<Node> children = new ArrayList<>();
      for (int at = index + 1; at < after(); at = tree.afters[at]) {
        children.add(tree.node(at));
      }
      return children;
    }
  }

  /** Adds a node below one that is there; the first is its own parent. */
  int add(int parent, String kind, String field, int start, int end) {
    int index = kinds.size();
    if (index == parents.length) {
      parents = Arrays.copyOf(parents, 2 * index);
      starts = Arrays.copyOf(starts, 2 * index);
      ends = Arrays.copyOf(ends, 2 * index);
    }
    kinds.add(kind);
    fields.add(field);
    parents[index] = parent;
    starts[index] = start;
    ends[index] = end;
    return index;
  }

  /** To be called once, after the last node was added. */
  SyntaxTree complete() {
    afters = new int[size()];
    for (int at = size() - 1; at >= 0; at--) {
      afters[at] = Math.max(afters[at], at + 1);
      afters[parents[at]] = Math.max(afters[parents[at]], afters[at]);
    }
    return this;
  }

  int size() {
    return kinds.size();
  }

  Node node(int index) {
    return new Node(this, index);
  }

  /** Of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
