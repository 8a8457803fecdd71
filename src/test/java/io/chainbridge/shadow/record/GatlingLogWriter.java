package io.chainbridge.shadow.record;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what Gatling 3.15.1 would; times are milliseconds from the start of the run. */
final class GatlingLogWriter implements AutoCloseable {
  static final long START = 1_790_000_000_000L;

  private static final Charset UTF_16 =
      ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
          ? StandardCharsets.UTF_16BE
          : StandardCharsets.UTF_16LE;

  private final DataOutputStream out;
  private final Map<String, Integer> numbers = new HashMap<>();

  GatlingLogWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }

  GatlingLogWriter header(String simulation, String description, List<String> scenarios)
      throws IOException {
    return header("3.15.1", simulation, description, scenarios);
  }

  GatlingLogWriter header(
      String version, String simulation, String description, List<String> scenarios)
      throws IOException {
    out.writeByte(0);
    string(version);
    string(simulation);
    out.writeLong(START);
    string(description);
    out.writeInt(scenarios.size());
    for (String scenario : scenarios) {
      string(scenario);
    }
    out.writeInt(0);
    return this;
  }

  GatlingLogWriter request(
      List<String> groups, String name, int start, int end, boolean ok, String message)
      throws IOException {
    out.writeByte(1);
    groups(groups);
    numbered(name);
    out.writeInt(start);
    out.writeInt(end);
    out.writeBoolean(ok);
    numbered(message);
    return this;
  }

  GatlingLogWriter user(int scenario, boolean started, int at) throws IOException {
    out.writeByte(2);
    out.writeInt(scenario);
    out.writeBoolean(started);
    out.writeInt(at);
    return this;
  }

  GatlingLogWriter group(List<String> groups, int start, int end) throws IOException {
    out.writeByte(3);
    groups(groups);
    out.writeInt(start);
    out.writeInt(end);
    out.writeInt(end - start);
    out.writeBoolean(true);
    return this;
  }

  GatlingLogWriter error(String message, int at) throws IOException {
    out.writeByte(4);
    numbered(message);
    out.writeInt(at);
    return this;
  }

  GatlingLogWriter int8(int value) throws IOException {
    out.writeByte(value);
    return this;
  }

  GatlingLogWriter int32(int value) throws IOException {
    out.writeInt(value);
    return this;
  }

  GatlingLogWriter int64(long value) throws IOException {
    out.writeLong(value);
    return this;
  }

  GatlingLogWriter string(String value) throws IOException {
    boolean latin1 = value.chars().allMatch(c -> c <= 0xff);
    byte[] bytes = value.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : UTF_16);
    out.writeInt(bytes.length);
    if (bytes.length > 0) {
      out.write(bytes);
      out.writeByte(latin1 ? 0 : 1);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void groups(List<String> groups) throws IOException {
    out.writeInt(groups.size());
    for (String group : groups) {
      numbered(group);
    }
  }

  private void numbered(String value) throws IOException {
    Integer number = numbers.get(value);
    if (number != null) {
      out.writeInt(-number);
      return;
    }
    numbers.put(value, numbers.size() + 1);
    out.writeInt(numbers.size());
    string(value);
  }
}
