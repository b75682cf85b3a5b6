package io.wireroom.library.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import io.wireroom.library.ReadableText;
import io.wireroom.library.SafeHtml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** One item. */
record FeedItem(SyndEntry entry, boolean atom, Links links) {
  private static final int LONGEST_SUMMARY = 1000;

  /** What the feed calls it; else its link; else a name made of what it says. */
  static String id(SyndEntry entry) {
    return Stream.of(entry.getUri(), entry.getLink())
        .flatMap(id -> ItemText.given(id).stream())
        .findFirst()
        .orElseGet(() -> "sha256:" + hash(entry));
  }

  /** When it was published, else updated. */
  static Optional<Instant> time(SyndEntry entry) {
    return Optional.ofNullable(entry.getPublishedDate())
        .or(() -> Optional.ofNullable(entry.getUpdatedDate()))
        .map(Date::toInstant);
  }

  ObjectNode data(String content) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("id", id(entry));
    data.put("title", ItemText.title(entry.getTitle(), entry.getTitleEx()));
    data.put("link", link().map(URI::toString).orElse(null));
    data.put("published", time(entry).map(FeedItem::shown).orElse(null));
    data.put("summary", summary());
    data.put("content", content);
    data.put("author", author().orElse(null));
    return data;
  }

  /** The longest text that the item has, as safe HTML. */
  String content() {
    return Stream.concat(entry.getContents().stream(), description().stream())
        .map(this::safe)
        .filter(html -> !html.isBlank())
        .findFirst()
        .orElse("");
  }

  private String summary() {
    var html = description().map(this::safe).filter(text -> !text.isBlank());
    return ReadableText.beginning(SafeHtml.oneLine(html.orElseGet(this::content)), LONGEST_SUMMARY);
  }

  private String safe(SyndContent content) {
    var base = link().orElse(links.base()).toString();
    return SafeHtml.inside(SafeHtml.clean(ItemText.html(content, atom), base));
  }

  private Optional<SyndContent> description() {
    return Optional.ofNullable(entry.getDescription());
  }

  private Optional<URI> link() {
    return links.resolve(entry.getLink());
  }

  private Optional<String> author() {
    return Stream.concat(
            Stream.of(Optional.ofNullable(entry.getAuthor())),
            entry.getAuthors().stream().map(person -> Optional.ofNullable(person.getName())))
        .flatMap(Optional::stream)
        .flatMap(name -> ItemText.given(SafeHtml.oneLine(name)).stream())
        .findFirst();
  }

  private static String shown(Instant time) {
    var text = time.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }

  private static String hash(SyndEntry entry) {
    var description = entry.getDescription() == null ? "" : entry.getDescription().getValue();
    var said = entry.getTitle() + "\n" + time(entry) + "\n" + description;
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
