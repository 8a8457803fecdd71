package io.chainbridge.shadow.reference;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The table {@code risk_shadow_events}: what it looks like, and how it is filled. */
final class EventTable {

  private static final int BATCH = 1_000;

  private static final String TABLE =
      """
      CREATE TABLE risk_shadow_events (
        id BIGINT PRIMARY KEY,
        shipment_id VARCHAR(64) NOT NULL,
        dummy_score DOUBLE PRECISION NOT NULL,
        real_score DOUBLE PRECISION NOT NULL,
        delta DOUBLE PRECISION NOT NULL,
        model_version VARCHAR(64) NOT NULL,
        corridor VARCHAR(64),
        created_at TIMESTAMP(3) NOT NULL)
      """;

  /** For the newest events, the newest of a corridor, and everything that is counted. */
  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX newest ON risk_shadow_events (created_at DESC, id DESC)",
          "CREATE INDEX newest_of ON risk_shadow_events (corridor, created_at DESC, id DESC)",
          "CREATE INDEX deltas ON risk_shadow_events (created_at, delta, corridor)");

  private static final String INSERT =
      "INSERT INTO risk_shadow_events VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private EventTable() {}

  /** Creates the table with these events; indexes come last, which is faster. */
  static void create(Database database, Stream<Event> events) throws SQLException {
    database.execute(List.of(TABLE));
    database.insert(INSERT, statement -> write(statement, events.iterator()));
    database.execute(INDEXES);
  }

  private static void write(PreparedStatement statement, Iterator<Event> events)
      throws SQLException {
    for (int waiting = 0; events.hasNext(); ) {
      add(statement, events.next());
      waiting++;
      if (waiting == BATCH || !events.hasNext()) {
        statement.executeBatch();
        waiting = 0;
      }
    }
  }

  private static void add(PreparedStatement statement, Event event) throws SQLException {
    statement.setLong(1, event.id());
    statement.setString(2, event.shipmentId());
    statement.setDouble(3, event.dummyScore());
    statement.setDouble(4, event.realScore());
    statement.setDouble(5, event.delta());
    statement.setString(6, event.modelVersion());
    statement.setString(7, event.corridor());
    statement.setString(8, event.createdAt());
    statement.addBatch();
  }
}
