package io.wireroom.engine.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Whether the history keeps up, and how much room is left for it. */
public final class HistoryHealth {
  private final History history;
  private final RecordLag lag;
  private final Path data;

  public HistoryHealth(History history, RecordLag lag, Path data) {
    this.history = history;
    this.lag = lag;
    this.data = data;
  }

  /** How things stand. Blocks. */
  public State state() {
    var queries = history.queries();
    var trouble = history.trouble();
    return new State(
        Math.max(0, lag.lag().toSeconds()),
        queries.newestRecordAt(),
        diskFreeBytes(),
        queries.unknownRecords(),
        trouble.isPresent(),
        trouble);
  }

  /** How far the history is behind the broker. */
  public double lagSeconds() {
    return lag.lag().toMillis() / 1000.0;
  }

  /** Room for history, documents and the broker's log. */
  public long diskFreeBytes() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder's disk cannot be asked", e);
    }
  }

  /**
   * As the HTTP interface says it.
   *
   * @param lastRecordAt when the newest stored record was written, on the broker's clock
   * @param unknownRecords kept, but not understood by this version
   * @param readOnly nothing can be stored at present, for {@code reason}
   */
  public record State(
      long lagSeconds,
      Optional<Instant> lastRecordAt,
      long diskFreeBytes,
      long unknownRecords,
      boolean readOnly,
      Optional<String> reason) {}
}
