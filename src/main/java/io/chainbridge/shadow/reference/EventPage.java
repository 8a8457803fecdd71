package io.chainbridge.shadow.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /iq/shadow/events}.
 *
 * @param events newest first, at most {@code limit}
 * @param totalCount how many events match, whatever the limit
 * @param corridor the corridor asked for, or null for all
 */
record EventPage(
    List<Event> events,
    long totalCount,
    int limit,
    @Nullable String corridor,
    String modelVersion,
    int timeWindowHours) {}
