package io.wireroom.library.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statuses that fail a step: {@code 4xx,5xx}, {@code 404}, {@code 400-403}, {@code none}. */
record FailOn(List<Range> ranges) {
  private static final Pattern CLASS = Pattern.compile("([2-5])xx");
  private static final Pattern RANGE = Pattern.compile("([2-5][0-9]{2})(?:-([2-5][0-9]{2}))?");

  static FailOn parse(String text) {
    var clean = text.strip().toLowerCase(Locale.ROOT);
    return new FailOn(
        clean.equals("none")
            ? List.of()
            : Stream.of(clean.split(",")).map(String::strip).map(FailOn::range).toList());
  }

  boolean includes(int status) {
    return ranges.stream().anyMatch(range -> range.from <= status && status <= range.to);
  }

  private static Range range(String text) {
    var wholeClass = CLASS.matcher(text);
    if (wholeClass.matches()) {
      var hundred = Integer.parseInt(wholeClass.group(1)) * 100;
      return new Range(hundred, hundred + 99);
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      var from = Integer.parseInt(range.group(1));
      return new Range(from, range.group(2) == null ? from : Integer.parseInt(range.group(2)));
    }
    throw new IllegalArgumentException(
        "write the statuses to fail on as 404, 5xx, 400-403 or none, not " + text);
  }

  record Range(int from, int to) {
    Range {
      if (to < from) {
        throw new IllegalArgumentException("the range " + from + "-" + to + " is the wrong way");
      }
    }
  }
}
