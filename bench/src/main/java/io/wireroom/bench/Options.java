package io.wireroom.bench;

/**
 * The command line.
 *
 * @param seconds how long the load lasts altogether; 0 when it was not said
 * @param part which part of a benchmark, where it has several
 * @param without what to switch off, to see the benchmark go red
 * @param against another built checkout to compare with
 */
public record Options(
    String name, int seconds, long seed, String part, String without, String against) {

  public static Options of(String... args) {
    var options = new Options("first-light", 0, 1, "", "", "");
    for (int i = 0; i < args.length; i++) {
      var next = i + 1 < args.length ? args[i + 1] : "";
      options = options.with(args[i], next);
      i += args[i].startsWith("--") ? 1 : 0;
    }
    return options;
  }

  public int secondsOr(int usual) {
    return seconds == 0 ? usual : seconds;
  }

  private Options with(String word, String value) {
    return switch (word) {
      case "--minutes" ->
          new Options(name, (int) (Double.parseDouble(value) * 60), seed, part, without, against);
      case "--seed" -> new Options(name, seconds, Long.parseLong(value), part, without, against);
      case "--part" -> new Options(name, seconds, seed, value, without, against);
      case "--without" -> new Options(name, seconds, seed, part, value, against);
      case "--against" -> new Options(name, seconds, seed, part, without, value);
      default -> {
        if (word.startsWith("--")) {
          throw new IllegalArgumentException("no such option: " + word);
        }
        yield new Options(word, seconds, seed, part, without, against);
      }
    };
  }
}
