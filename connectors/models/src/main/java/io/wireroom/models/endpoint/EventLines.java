package io.wireroom.models.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The data of server-sent events, or lines of JSON: servers send either under the same name, so
 * what comes tells which it is. Comments and other fields are passed over.
 */
public final class EventLines {
  private final Predicate<String> taker;
  private final Lines lines = new Lines(this::line);
  private final List<String> data = new ArrayList<>();

  /**
   * @param taker of each event's data; false gives up
   */
  public EventLines(Predicate<String> taker) {
    this.taker = taker;
  }

  /** Takes a piece; false when the taker gave up or a line has no end. */
  public boolean add(byte[] piece) {
    return lines.add(piece);
  }

  /** The stream ended: an event or line of JSON without its last line end still counts. */
  public boolean end() {
    var rest = lines.rest();
    return (rest.isEmpty() || line(rest)) && dispatch();
  }

  private boolean line(String line) {
    if (line.isEmpty()) {
      return dispatch();
    }
    if (line.startsWith("data:")) {
      data.add(line.substring(line.startsWith("data: ") ? 6 : 5));
      return true;
    }
    return !line.startsWith("{") || taker.test(line);
  }

  private boolean dispatch() {
    if (data.isEmpty()) {
      return true;
    }
    var event = String.join("\n", data);
    data.clear();
    return taker.test(event);
  }
}
