package io.wireroom.engine.process.zeebe;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Message keys that fall on given partitions, so that each partition's log can be marked. */
final class Markers {
  /** The name of the messages; the exporter sends no others. */
  static final String MESSAGE = "wireroom:marker";

  private Markers() {}

  /** One new key for each partition, in the order of their numbers. */
  static List<String> forPartitions(int count) {
    var markers = new ArrayList<String>();
    for (int partition : IntStream.range(0, count).toArray()) {
      String key;
      do {
        key = UUID.randomUUID().toString();
      } while (partition(key, count) != partition);
      markers.add(key);
    }
    return markers;
  }

  /** How Zeebe distributes messages: by the hash of their correlation key's bytes. */
  private static int partition(String correlationKey, int count) {
    return Math.abs(correlationKey.hashCode() % count);
  }
}
