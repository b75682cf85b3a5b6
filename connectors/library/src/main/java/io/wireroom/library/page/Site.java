package io.wireroom.library.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One site on disk. Used by one thread at a time.
 *
 * <p>A story's HTML is written first, its data second, the lists last: what a list names is always
 * there, and whatever is missing after a crash is made again from the data.
 */
final class Site {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final String LOOK = ".look";

  private final AtomicFiles files;
  private final Path folder;
  private final Masthead masthead;
  private final Map<String, Headline> headlines = new TreeMap<>();

  private Site(Path folder, AtomicFiles files, Masthead masthead) {
    this.folder = folder;
    this.files = files;
    this.masthead = masthead;
  }

  /** Opens the site, mends what a crash left behind, and renews the pages when the look changed. */
  static Site open(Path folder, Optional<Slug> name) throws IOException {
    var files = new AtomicFiles(folder);
    files.prepare(SitePaths.ARTICLES, SitePaths.TAGS);
    var site = new Site(folder, files, Masthead.of(name, files));
    var look = Look.of(site.masthead);
    var renew = !files.exists(LOOK) || !new String(files.read(LOOK), UTF_8).equals(look.id());
    files.write("style.css", look.style());
    files.write("icon.svg", look.icon());
    for (var json : site.stored()) {
      site.restore(json, renew);
    }
    site.writeLists(Topics.of(site.newest()));
    site.dropUnusedTags();
    files.write(LOOK, look.id().getBytes(UTF_8));
    return site;
  }

  /** The page of that name, when there is one. */
  Optional<StoredPage> find(Slug slug) throws IOException {
    return headlines.containsKey(slug.text())
        ? Optional.of(StoredPage.read(files.read(SitePaths.json(slug.text()))))
        : Optional.empty();
  }

  /**
   * Publishes, again or for the first time.
   *
   * @param date the story's own, when it is not still to come; else the day of the first time stays
   */
  void publish(Slug slug, PageContent content, Optional<Instant> date, Instant now)
      throws IOException {
    var before = find(slug);
    var published =
        date.filter(day -> !day.isAfter(now))
            .or(() -> before.map(StoredPage::published))
            .orElse(now);
    var page =
        new StoredPage(
            slug.text(),
            published,
            updated(before, published, content, now),
            Teaser.of(content),
            content);
    files.write(SitePaths.html(slug.text()), ArticleHtml.of(masthead, page));
    files.write(SitePaths.json(slug.text()), page.json());
    headlines.put(slug.text(), Headline.of(page));
    var touched = new LinkedHashSet<>(content.tags());
    before.ifPresent(p -> touched.addAll(p.content().tags()));
    writeLists(List.copyOf(touched));
    dropUnusedTags();
  }

  private static Instant updated(
      Optional<StoredPage> before, Instant published, PageContent content, Instant now) {
    return before
        .map(page -> page.content().equals(content) ? page.updated() : now)
        .orElse(published);
  }

  private void writeLists(List<PageTag> tags) throws IOException {
    var stories = newest();
    var names = Topics.of(stories);
    for (var tag : names) {
      if (tags.stream().anyMatch(t -> t.slug().equals(tag.slug()))) {
        var those = stories.stream().filter(story -> story.has(tag.slug())).toList();
        files.write(SitePaths.tag(tag.slug()), ListHtml.tag(masthead, tag, those));
      }
    }
    files.write("archive.html", ListHtml.archive(masthead, stories));
    files.write("index.html", ListHtml.front(masthead, stories));
  }

  private void dropUnusedTags() throws IOException {
    var used = Topics.of(newest()).stream().map(tag -> SitePaths.tag(tag.slug())).toList();
    for (var name : names(SitePaths.TAGS, ".html")) {
      if (!used.contains(name)) {
        files.delete(name);
      }
    }
  }

  private List<Headline> newest() {
    return headlines.values().stream().sorted(Headline.NEWEST_FIRST).toList();
  }

  private List<String> stored() throws IOException {
    return names(SitePaths.ARTICLES, ".json");
  }

  private List<String> names(String subfolder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(subfolder))) {
      return all.map(file -> subfolder + "/" + file.getFileName())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void restore(String json, boolean renew) throws IOException {
    try {
      var page = StoredPage.read(files.read(json));
      if (renew || !files.exists(SitePaths.html(page.slug()))) {
        files.write(SitePaths.html(page.slug()), ArticleHtml.of(masthead, page));
      }
      headlines.put(page.slug(), Headline.of(page));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("page left out of its site file={} reason=\"not a stored page\"", json);
    }
  }
}
