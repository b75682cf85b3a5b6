package io.wireroom.engine.trigger.limit;

import io.wireroom.engine.workflow.WebhookLimits.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * So many requests in so much time for each key: a bucket of tokens that fills evenly. Remembers a
 * bounded number of keys, those asked for last; who was forgotten begins with a full bucket.
 *
 * <p>Any thread; the lock is held for a few instructions.
 */
public final class RateLimit {

  private final InstantSource clock;
  private final Map<String, Bucket> buckets;

  /**
   * @param mostKeys how many keys are remembered
   */
  public RateLimit(InstantSource clock, int mostKeys) {
    this.clock = clock;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > mostKeys;
          }
        };
  }

  /** Takes one request; when there is none left, the time after which there is one. */
  public Optional<Duration> take(String key, Rate rate) {
    var now = clock.millis();
    synchronized (buckets) {
      var bucket = buckets.get(key);
      if (bucket == null || !bucket.rate.equals(rate)) {
        bucket = new Bucket(rate, now);
        buckets.put(key, bucket);
      }
      return bucket.take(now);
    }
  }

  int keys() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private static final class Bucket {
    private final Rate rate;
    private final double perMilli;
    private double tokens;
    private long at;

    private Bucket(Rate rate, long now) {
      this.rate = rate;
      this.perMilli = (double) rate.requests() / rate.per().toMillis();
      this.tokens = rate.requests();
      this.at = now;
    }

    private Optional<Duration> take(long now) {
      // why max: a clock that is set back must neither take tokens away nor give any
      tokens = Math.min(rate.requests(), tokens + Math.max(0, now - at) * perMilli);
      at = now;
      if (tokens >= 1) {
        tokens--;
        return Optional.empty();
      }
      return Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) / perMilli)));
    }
  }
}
