package io.chainbridge.shadow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads all JSON in a folder into trees and makes nothing of it: the least that it can cost. */
public final class JsonReading {
  private JsonReading() {}

  /** Reads the folder that is the only argument, and says how long that took once JSON is known. */
  public static void main(String[] arguments) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode unused = mapper.readTree("{}");
    long start = System.nanoTime();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      List<Path> json =
          files.filter(file -> file.toString().matches(".*\\.jsonl?")).sorted().toList();
      long values = 0;
      for (Path file : json) {
        values += read(mapper, file);
      }
      System.out.println(values + " values read");
      ColdJvm.took(start);
    }
  }

  private static long read(ObjectMapper mapper, Path file) throws IOException {
    long values = 0;
    try (InputStream in = Files.newInputStream(file);
        MappingIterator<JsonNode> trees = mapper.readerFor(JsonNode.class).readValues(in)) {
      while (trees.hasNext()) {
        values += trees.next().size() > 0 ? 1 : 0;
      }
    }
    return values;
  }
}
