package io.wireroom.models.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Lines out of pieces that may be cut anywhere, in the middle of a character too. A line ends with
 * LF, CR or both; what has no end yet waits.
 */
public final class Lines {
  private static final int LONGEST = 4_000_000;

  private final Predicate<String> taker;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean afterReturn;

  /**
   * @param taker false gives up
   */
  public Lines(Predicate<String> taker) {
    this.taker = taker;
  }

  /** Takes a piece; false when the taker gave up or a line has no end. */
  public boolean add(byte[] piece) {
    int from = 0;
    for (int i = 0; i < piece.length; i++) {
      if (piece[i] != '\n' && piece[i] != '\r') {
        afterReturn = false;
        continue;
      }
      var second = piece[i] == '\n' && afterReturn;
      afterReturn = piece[i] == '\r';
      if (!second) {
        line.write(piece, from, i - from);
        if (!taker.test(next())) {
          return false;
        }
      }
      from = i + 1;
    }
    line.write(piece, from, piece.length - from);
    return line.size() <= LONGEST;
  }

  /** What came after the last end of a line. */
  public String rest() {
    return next();
  }

  private String next() {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    return text;
  }
}
