package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a feeder from a file in UTF-8: CSV or JSON, by its ending. */
final class FeederFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FeederFile() {}

  /**
   * Reads it.
   *
   * @param file that ends in .csv or .json
   * @param whereToLook what to say of a file that is not there
   * @param problems takes each problem of the file
   * @return what there is, be it with problems; empty if not even its columns are known
   */
  static Optional<Feeder> read(Path file, String whereToLook, Consumer<String> problems) {
    FeederTable table = new FeederTable(file.toString(), problems);
    boolean csv = file.toString().endsWith(".csv");
    try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      skipByteOrderMark(text);
      if (csv) {
        CsvFeeder.read(text, table);
      } else {
        JsonFeeder.read(text, table);
      }
    } catch (JsonProcessingException e) {
      table.problem(JsonFile.malformed(e, csv ? "CSV" : "JSON"));
    } catch (CharacterCodingException e) {
      table.problem(": is not in UTF-8; save it in that encoding");
    } catch (NoSuchFileException e) {
      table.problem(": no such file; " + whereToLook);
    } catch (IOException e) {
      table.problem(": cannot be read: " + e);
    }
    return table.feeder();
  }

  /** Which spreadsheets put first. */
  private static void skipByteOrderMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }
}
