package io.chainbridge.shadow.reference;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory database of its own behind a small connection pool. It lives as long as the pool's
 * connections do, which is why they never retire. Safe for use by many threads.
 */
final class Database implements AutoCloseable {

  static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final DatabaseLatency latency;

  /**
   * @param latency what holds up each query
   */
  Database(DatabaseLatency latency) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("reference");
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(CONNECTIONS);
    config.setMaxLifetime(0);
    pool = new HikariDataSource(config);
    this.latency = latency;
  }

  void execute(List<String> statements) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Lets the writer fill one statement with all its batches, as one transaction. */
  void insert(String sql, BatchWriter writer) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        writer.write(statement);
      }
      connection.commit();
    }
  }

  /** All rows, each as the reader sees it. */
  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      latency.hold();
      try (ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Fills a statement's batches. */
  @FunctionalInterface
  interface BatchWriter {
    void write(PreparedStatement statement) throws SQLException;
  }

  /** Reads the row a result set stands on. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
