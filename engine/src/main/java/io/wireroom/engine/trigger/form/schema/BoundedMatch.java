package io.wireroom.engine.trigger.form.schema;

import java.util.regex.Pattern;

/** Looks for a pattern and gives up after a number of steps: some patterns take for ever. */
final class BoundedMatch {
  private static final int MOST_READS = 2_000_000;

  private BoundedMatch() {}

  /** Whether it is found; a search that takes too long finds nothing. */
  static boolean finds(Pattern pattern, String text) {
    try {
      return pattern.matcher(new Counted(text, new int[1])).find();
    } catch (TooLong | StackOverflowError e) {
      return false;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // why: one counter for the text and its parts
  private record Counted(CharSequence text, int[] reads) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++reads[0] > MOST_READS) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super(null, null, false, false);
    }
  }
}
