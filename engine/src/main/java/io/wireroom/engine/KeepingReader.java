package io.wireroom.engine;

import io.wireroom.engine.Settings.Keeping;
import io.wireroom.engine.history.HiddenPaths;
import io.wireroom.engine.history.HistorySettings;
import io.wireroom.engine.trigger.inbox.InboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stays for how long. */
record KeepingReader(Map<String, String> values, List<String> errors) {
  static final Set<String> KEYS =
      Set.of(
          "history.keep",
          "history.keep-runs",
          "history.redact",
          "inbox.keep",
          "inbox.keep-size",
          "inbox.keep-keys",
          "inbox.backlog");

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) *(MB|GB)");

  Keeping read() {
    var history = HistorySettings.USUAL;
    var inbox = InboxSettings.USUAL;
    var redact = values.getOrDefault("history.redact", "");
    HiddenPaths.faults(redact).forEach(fault -> errors.add("history.redact: " + fault));
    return new Keeping(
        new HistorySettings(
            redact,
            time("history.keep", history.keep()),
            (int) count("history.keep-runs", history.keepRuns())),
        new InboxSettings(
            inbox.remembered(),
            count("inbox.backlog", inbox.backlog()),
            time("inbox.keep", inbox.keep()),
            size("inbox.keep-size", inbox.keepBytes()),
            time("inbox.keep-keys", inbox.keepKeys())));
  }

  private Duration time(String key, Duration otherwise) {
    return given(key)
        .map(
            text ->
                HistorySettings.time(text)
                    .orElseGet(() -> wrong(key, "a time such as 90d or 12h", text, otherwise)))
        .orElse(otherwise);
  }

  private long count(String key, long otherwise) {
    return given(key)
        .map(
            text ->
                HistorySettings.count(text)
                    .map(Integer::longValue)
                    .orElseGet(() -> wrong(key, "a number", text, otherwise)))
        .orElse(otherwise);
  }

  private long size(String key, long otherwise) {
    return given(key).map(text -> size(key, text, otherwise)).orElse(otherwise);
  }

  private long size(String key, String text, long otherwise) {
    var match = SIZE.matcher(text);
    return match.matches()
        ? Long.parseLong(match.group(1)) << (match.group(2).equals("GB") ? 30 : 20)
        : wrong(key, "a size such as 500MB or 2GB", text, otherwise);
  }

  private <T> T wrong(String key, String expected, String text, T otherwise) {
    errors.add(key + ": must be " + expected + ", not " + text);
    return otherwise;
  }

  private Optional<String> given(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
