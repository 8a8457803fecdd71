package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.settings.Shard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing a client can ask of the service, and what its answers must keep. Immutable.
 *
 * @param name unique in its gate
 * @param method HTTP method, in capitals
 * @param path from the root of the target, without query
 * @param headers in the order of the budget file
 * @param variants what it is asked with: one for each row of its feeder, or else a single one
 * @param weight how large its part of mixed traffic is, beside the other weights; 1 to 1000
 * @param contract what every answer must be
 * @param limits its own over the gate's defaults
 */
public record Endpoint(
    String name,
    String method,
    String path,
    List<Header> headers,
    List<Variant> variants,
    int weight,
    Contract contract,
    Map<Limit, Double> limits) {

  public Endpoint {
    headers = List.copyOf(headers);
    variants = List.copyOf(variants);
    limits = Map.copyOf(limits);
  }

  /** The same, by another name. */
  public Endpoint withName(String other) {
    return new Endpoint(other, method, path, headers, variants, weight, contract, limits);
  }

  /**
   * The same, asked with a shard's share of its feeder's rows.
   *
   * @throws IllegalArgumentException if it has a feeder with fewer rows than there are shards
   */
  Endpoint of(Shard shard) {
    if (variants.size() == 1) {
      return this;
    }
    if (variants.size() < shard.of()) {
      throw new IllegalArgumentException(
          "the feeder of %s has %d rows, too few for %d shards"
              .formatted(name, variants.size(), shard.of()));
    }
    int first = Math.toIntExact(shard.before(variants.size()));
    return new Endpoint(
        name,
        method,
        path,
        headers,
        variants.subList(first, first + shard.share(variants.size())),
        weight,
        contract,
        limits);
  }

  /** The same with other limits. */
  Endpoint withLimits(Map<Limit, Double> others) {
    return new Endpoint(name, method, path, headers, variants, weight, contract, others);
  }

  /** The size from which a body is too large, in bytes; empty without a limit. */
  public Optional<Double> maxBodyBytes() {
    return Optional.ofNullable(limits.get(Limit.MAX_RESPONSE_SIZE_KB)).map(kb -> kb * 1024);
  }
}
