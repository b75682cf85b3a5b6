package io.wireroom.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that arrive piece by piece, in one array that fits in the end.
 *
 * <p>why not a buffer: that grows to twice its size and is copied once more, which an answer of
 * many megabytes has no memory for.
 */
final class Gathered {
  private static final int FIRST = 8_192;

  private byte[] bytes = new byte[0];
  private int length;
  private long announced = Long.MAX_VALUE;

  /** Takes what the answer says of its length; it is believed only as far as bytes come. */
  void expect(@Nullable String contentLength) {
    if (contentLength != null && contentLength.matches("[0-9]{1,10}")) {
      announced = Long.parseLong(contentLength);
    }
  }

  void add(byte[] more) {
    var needed = length + more.length;
    if (needed > bytes.length) {
      var doubled = Math.max(FIRST, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(doubled, announced)));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length = needed;
  }

  /** All of it; nothing may be added any more. */
  byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
