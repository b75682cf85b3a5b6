package io.wireroom.library.feed;

import com.rometools.rome.feed.synd.SyndContent;
import io.wireroom.library.SafeHtml;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Texts of a feed, which say in many ways whether they are markup. */
final class ItemText {
  private ItemText() {}

  /** The text when it is there and not blank. */
  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** A title as one line of text. RSS titles are often escaped twice. */
  static String title(@Nullable String plain, @Nullable SyndContent content) {
    var html = content != null && isHtml(content);
    var text = given(plain).or(() -> Optional.ofNullable(content).map(SyndContent::getValue));
    return text.map(t -> html ? SafeHtml.oneLine(t) : Parser.unescapeEntities(t, false))
        .map(t -> t.replaceAll("[\\s\\u00A0]+", " ").strip())
        .orElse("");
  }

  /** A body as markup: in RSS it is markup whatever it says, in Atom the type decides. */
  static String html(SyndContent content, boolean atom) {
    var value = given(content.getValue()).orElse("");
    return atom && !isHtml(content) ? "<p>" + Entities.escape(value) + "</p>" : value;
  }

  private static boolean isHtml(SyndContent content) {
    var type = String.valueOf(content.getType());
    return type.contains("html");
  }
}
