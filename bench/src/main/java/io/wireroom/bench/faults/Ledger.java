package io.wireroom.bench.faults;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file to which lines are added; a line is on the disk before {@link #add} returns. */
final class Ledger implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final FileChannel channel;

  private Ledger(FileChannel channel) {
    this.channel = channel;
  }

  static Ledger open(Path file) throws IOException {
    return new Ledger(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** why a lock around I/O: the order of the lines is the order of what happened. */
  synchronized void add(Record line) throws IOException {
    var bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
      channel.write(left);
    }
    channel.force(false);
  }

  static <T extends Record> List<T> read(Path file, Class<T> type) throws IOException {
    var lines = new ArrayList<T>();
    for (var line : Files.readAllLines(file)) {
      lines.add(JSON.readValue(line, type));
    }
    return lines;
  }

  /** How many lines there are by now. */
  static int count(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return (int) lines.count();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
