package io.chainbridge.shadow.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;

/**
 * The open file format of a run record: JSON with snake_case keys that carry their unit. Counts and
 * histograms are stored; percentiles and rates stand beside them for readers and are not read back.
 */
public final class RecordJson {
  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordJson() {}

  /** Writes a record. */
  public static String write(RunRecord run) {
    return RecordWriter.write(run, JSON.createObjectNode()).toPrettyString() + "\n";
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException saying what is wrong, if the text is no record of this version
   */
  public static RunRecord read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same of a file's bytes.
   *
   * @throws IllegalArgumentException likewise
   */
  public static RunRecord read(byte[] text) {
    try (JsonParser json = JSON.createParser(text)) {
      return RecordChecks.checked(RecordReader.read(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no run record: " + e.getMessage(), e);
    }
  }
}
