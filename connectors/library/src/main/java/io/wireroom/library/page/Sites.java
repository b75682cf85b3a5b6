package io.wireroom.library.page;

import io.wireroom.connector.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * All sites, written by one thread: pages that come at the same time wait in line, and the lists
 * always agree with the pages.
 */
final class Sites implements AutoCloseable {
  private final Path root;
  private final Clock clock;
  private final Map<Optional<Slug>, Site> open = new HashMap<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("site-writer").factory());

  Sites(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Does {@code work} with the site, alone, and waits for it. */
  Outcome with(Optional<Slug> name, Duration longest, Work work) {
    var result = writer.submit(turn(name, work));
    try {
      return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      return Outcome.TryAgain.because("other pages are still being written");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.TryAgain.because("interrupted while other pages were written");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException trouble) {
        return Outcome.TryAgain.because("the page could not be written: " + trouble);
      }
      throw new IllegalStateException("writing a page failed", e.getCause());
    }
  }

  private Callable<Outcome> turn(Optional<Slug> name, Work work) {
    return () -> {
      var site = open.remove(name);
      if (site == null) {
        site = Site.open(folder(name), name);
      }
      var outcome = work.on(site, now());
      // why only now: after a failed write the site is read from disk again.
      open.put(name, site);
      return outcome;
    };
  }

  private Path folder(Optional<Slug> name) {
    return name.map(slug -> root.resolve(slug.text())).orElse(root);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    writer.close();
  }

  /** What to do with a site. */
  interface Work {
    Outcome on(Site site, Instant now) throws IOException;
  }
}
