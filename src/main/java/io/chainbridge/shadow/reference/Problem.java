package io.chainbridge.shadow.reference;

import java.util.List;

/**
 * What is wrong with one part of a request, in FastAPI's words.
 *
 * @param loc where: {@code query} or {@code body}, then the parameter's name
 * @param type the kind of problem, for machines
 */
record Problem(List<String> loc, String msg, String type) {

  static Problem notAnObject() {
    return new Problem(
        List.of("body"), "Input should be a valid dictionary or object", "dict_type");
  }
}
