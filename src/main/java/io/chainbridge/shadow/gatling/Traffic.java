package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.load.Mix;
import java.util.List;

/** Which endpoint a request asks: each as often as its weight says. Immutable. */
final class Traffic {
  private final List<Endpoint> endpoints;
  private final Mix mix;

  private Traffic(List<Endpoint> endpoints, Mix mix) {
    this.endpoints = endpoints;
    this.mix = mix;
  }

  /** Each endpoint as often as any other. */
  static Traffic even(List<Endpoint> endpoints) {
    return new Traffic(endpoints, Mix.of(endpoints.stream().map(endpoint -> 1).toList()));
  }

  /** By the weights of the budget file. */
  static Traffic weighted(List<Endpoint> endpoints) {
    return new Traffic(endpoints, Mix.of(endpoints.stream().map(Endpoint::weight).toList()));
  }

  /** The endpoint that the k-th request asks, from 0. */
  Endpoint at(long k) {
    return endpoints.get(mix.at(k));
  }

  /** How many of the first requests ask an endpoint. */
  long count(Endpoint endpoint, long total) {
    return mix.count(endpoints.indexOf(endpoint), total);
  }
}
