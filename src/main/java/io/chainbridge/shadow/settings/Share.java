package io.chainbridge.shadow.settings;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which share of a load one process makes, where more than one does. Each region has a load of its
 * own, which may be made by several shards. Immutable; ordered by region, then shard.
 *
 * @param region from which it makes it; empty if there is but one
 * @param shard which part of the load; empty if it makes all of it
 */
public record Share(Optional<String> region, Optional<Shard> shard) implements Comparable<Share> {
  /** All of a load that is made in one place. */
  public static final Share ALL = new Share(Optional.empty(), Optional.empty());

  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Comparator<Share> ORDER =
      Comparator.comparing((Share share) -> share.region.orElse("")).thenComparing(Share::part);

  /** Whether a region may be called that. */
  public static boolean isRegion(String name) {
    return REGION.matcher(name).matches();
  }

  /** Which part of the load of its region, the whole being the only one. */
  public Shard part() {
    return shard.orElse(Shard.WHOLE);
  }

  @Override
  public int compareTo(Share other) {
    return ORDER.compare(this, other);
  }

  /** For readers: {@code shard 2/4 of eu-west}. */
  @Override
  public String toString() {
    String part = shard.map(some -> "shard " + some).orElse("");
    return region
        .map(name -> part.isEmpty() ? name : part + " of " + name)
        .orElse(part.isEmpty() ? "all" : part);
  }
}
