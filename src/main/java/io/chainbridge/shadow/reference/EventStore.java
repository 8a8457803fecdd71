package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.reference.CorridorPage.Corridor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions the service asks of its database. Safe for use by many threads. */
final class EventStore implements AutoCloseable {

  private static final String IN_WINDOW =
      " FROM risk_shadow_events WHERE created_at > ? AND created_at <= ?";

  private static final String DELTAS =
      """
      SELECT COUNT(*), AVG(delta), STDDEV_POP(delta), MAX(delta),
        PERCENTILE_CONT(0.50) WITHIN GROUP (ORDER BY delta),
        PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY delta),
        PERCENTILE_CONT(0.99) WITHIN GROUP (ORDER BY delta),
        ARRAY_AGG(DISTINCT corridor ORDER BY corridor) FILTER (WHERE corridor IS NOT NULL)
      """
          + IN_WINDOW;

  /** Both windows in one statement: in the later and in the earlier one. */
  private static final String DRIFT =
      """
      SELECT COUNT(*) FILTER (WHERE created_at > ?), AVG(delta) FILTER (WHERE created_at > ?),
        COUNT(*) FILTER (WHERE created_at <= ?), AVG(delta) FILTER (WHERE created_at <= ?)
      """
          + IN_WINDOW;

  private static final String CORRIDORS =
      """
      SELECT corridor, COUNT(*), AVG(delta),
        PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY delta), MAX(delta)
      """
          + IN_WINDOW
          + " AND corridor IS NOT NULL GROUP BY corridor ORDER BY corridor";

  private static final String COUNT = "SELECT COUNT(*)" + IN_WINDOW;
  private static final String NEWEST =
      """
      SELECT id, shipment_id, dummy_score, real_score, delta, model_version, corridor,
        FORMATDATETIME(created_at, 'yyyy-MM-dd''T''HH:mm:ss.SSS', 'en', 'UTC')
      """
          + IN_WINDOW;
  private static final String OF_CORRIDOR = " AND corridor = ?";
  private static final String NEWEST_FIRST = " ORDER BY created_at DESC, id DESC LIMIT ?";

  private final Database database;

  private EventStore(Database database) {
    this.database = database;
  }

  /**
   * A store that holds these events; the caller closes it.
   *
   * @param latency what holds up each query
   */
  static EventStore of(Stream<Event> events, DatabaseLatency latency) throws SQLException {
    Database database = new Database(latency);
    try {
      EventTable.create(database, events);
      return new EventStore(database);
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  Deltas deltas(Window window) throws SQLException {
    return database.query(DELTAS, EventStore::deltas, window.from(), window.to()).get(0);
  }

  /** The window against the one before it. */
  Drift drift(Window window) throws SQLException {
    LocalDateTime from = window.from();
    return database
        .query(
            DRIFT,
            row ->
                Drift.between(
                    new Mean(row.getLong(1), row.getDouble(2)),
                    new Mean(row.getLong(3), row.getDouble(4)),
                    window.hours()),
            from,
            from,
            from,
            from,
            window.before().from(),
            window.to())
        .get(0);
  }

  List<Corridor> corridors(Window window) throws SQLException {
    return database.query(CORRIDORS, EventStore::corridor, window.from(), window.to());
  }

  /** How many events the window holds, of one corridor or, for null, of all. */
  long count(Window window, @Nullable String corridor) throws SQLException {
    return corridor == null
        ? database.query(COUNT, EventStore::number, window.from(), window.to()).get(0)
        : database
            .query(COUNT + OF_CORRIDOR, EventStore::number, window.from(), window.to(), corridor)
            .get(0);
  }

  /** The newest events of the window first, of one corridor or, for null, of all. */
  List<Event> newest(Window window, @Nullable String corridor, int limit) throws SQLException {
    return corridor == null
        ? database.query(
            NEWEST + NEWEST_FIRST, EventStore::event, window.from(), window.to(), limit)
        : database.query(
            NEWEST + OF_CORRIDOR + NEWEST_FIRST,
            EventStore::event,
            window.from(),
            window.to(),
            corridor,
            limit);
  }

  @Override
  public void close() {
    database.close();
  }

  private static long number(ResultSet row) throws SQLException {
    return row.getLong(1);
  }

  private static Deltas deltas(ResultSet row) throws SQLException {
    return new Deltas(
        row.getLong(1),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getDouble(6),
        row.getDouble(7),
        texts(row.getArray(8)));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Stream.of((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  private static Corridor corridor(ResultSet row) throws SQLException {
    return new Corridor(
        row.getString(1), row.getLong(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong(1),
        row.getString(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }
}
