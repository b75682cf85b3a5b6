package io.wireroom.library.page;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.wireroom.connector.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sites, written by one thread: pages that come at the same time wait in line, and the lists
 * always agree with the pages.
 */
final class Sites implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sites.class);

  private final Path root;
  private final Clock clock;
  private final Map<Optional<Slug>, Site> open = new HashMap<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("site-writer").factory());

  Sites(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /**
   * Begins to open the main site and those that are there: what a crash left behind is mended, and
   * the front page exists before the first story.
   */
  void mend() {
    var unused =
        writer.submit(
            () -> {
              try {
                for (var name : there()) {
                  turn(name, (site, now) -> new Outcome.Done(MissingNode.getInstance())).call();
                }
              } catch (IOException e) {
                LOG.warn("site cannot be opened folder={} reason=\"{}\"", root, e.toString());
              }
              return root;
            });
  }

  private List<Optional<Slug>> there() throws IOException {
    var names = new ArrayList<Optional<Slug>>();
    names.add(Optional.empty());
    Files.createDirectories(root);
    try (var folders = Files.newDirectoryStream(root)) {
      for (var folder : folders) {
        var name = folder.getFileName().toString();
        if (Slug.fits(name) && Files.isDirectory(folder.resolve(SitePaths.ARTICLES))) {
          names.add(Optional.of(new Slug(name)));
        }
      }
    }
    return names;
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

  private Turn turn(Optional<Slug> name, Work work) {
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

  /** Some work's turn to write. */
  private interface Turn extends Callable<Outcome> {
    @Override
    Outcome call() throws IOException;
  }

  /** What to do with a site. */
  interface Work {
    Outcome on(Site site, Instant now) throws IOException;
  }
}
