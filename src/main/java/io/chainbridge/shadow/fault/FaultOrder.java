package io.chainbridge.shadow.fault;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.process.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Faults as orders to a process that puts them in: the one that is there, or none. */
final class FaultOrder {
  static final String FAULT = "fault";
  static final String CLEAR = "clear";
  static final String KIND = "kind";
  static final String SHARE = "share";
  static final String ENDPOINTS = "endpoints";
  static final String HIT = "hit";

  private FaultOrder() {}

  /** That a fault begins, in place of one that may be there. */
  static Order begin(Fault fault) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(KIND, fault.kind().key());
    values.put(SHARE, String.valueOf(fault.share()));
    values.put(ENDPOINTS, String.join(",", fault.endpoints()));
    values.putAll(fault.parameters());
    return new Order(FAULT, values);
  }

  /** How many were hit, of the answer to {@link #CLEAR}; empty if it does not say. */
  static OptionalLong hit(Order answer) {
    return answer
        .value(HIT)
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
