package io.wireroom.library.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.Field.Editor;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.library.Addresses;
import io.wireroom.library.PointInTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes a page on a static site in a folder. */
public final class PublishPageConnector
    implements Connector<PublishPageConnector.Input>, AutoCloseable {
  private static final String TAKEN = "ADDRESS_TAKEN";

  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:publish-page:1",
              "Publish a page",
              "Puts a story on the news site; published again, it replaces the page it was.",
              "panels-top-left",
              ConnectorInfo.Kind.ACTION,
              "{url, path}: url begins with /site/, path is the file below the site folder",
              List.of(
                  new ErrorCode(
                      TAKEN,
                      "A page of this name is there already and comes from another source.")))
          .says(
              "Puts {title} on the news site[ as {slug}], with the text {markdown}[ "
                  + "and the tags {tags}]",
              "Changes the site. Published again, the page is replaced, so nothing is "
                  + "there twice.")
          .foundBy("post", "blog", "put online", "website", "release a story");

  private final Sites sites;

  private PublishPageConnector(Sites sites) {
    this.sites = sites;
  }

  /**
   * A connector that keeps its sites in {@code root}, which is served at {@code /site/}. In the
   * background it mends what a crash left behind; stories wait for it.
   *
   * @param root made when it is missing
   */
  public static PublishPageConnector open(Path root, Clock clock) {
    var sites = new Sites(root, clock);
    sites.mend();
    return new PublishPageConnector(sites);
  }

  @Override
  public ConnectorInfo info() {
    return INFO;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  /** The same page under the same name again is the same page. */
  @Override
  public Effect effect(Input input) {
    var site = input.siteName().map(name -> name.text() + "/").orElse("");
    return Effect.repeatable("PUBLISH", "/site/" + site + input.name().text());
  }

  @Override
  public Outcome run(Input input, Step step) {
    return sites.with(
        input.siteName(),
        step.timeout().multipliedBy(9).dividedBy(10),
        (site, now) -> publish(input, site, now));
  }

  /** Waits for the page that is being written, and takes no more. */
  @Override
  public void close() {
    sites.close();
  }

  private static Outcome publish(Input input, Site site, Instant now) throws IOException {
    var wanted = input.name();
    var slug = wanted;
    if (!Ownership.mayWrite(site.find(wanted), input.source())) {
      if (input.slug().isPresent()) {
        return new Outcome.Rejected(
            TAKEN, "the page " + wanted.text() + " comes from another source: choose another name");
      }
      slug = wanted.of(input.source().orElse(""));
    }
    site.publish(slug, input.content(), input.date(), now);
    var folder = input.siteName().map(name -> name.text() + "/").orElse("");
    var path = folder + SitePaths.html(slug.text());
    return new Outcome.Done(
        JsonNodeFactory.instance.objectNode().put("url", "/site/" + path).put("path", path));
  }

  /** What the page holds. */
  public record Input(
      @Field(
              label = "Name in the address",
              help = "Small letters, digits and dashes; made from the headline when empty")
          Optional<String> slug,
      @Field(label = "Headline", required = true) String title,
      @Field(
              label = "Text",
              help = "Markdown; HTML in it shows as text",
              editor = Editor.TEXT,
              required = true)
          String markdown,
      @Field(
              label = "Tags",
              help = "A list of texts, or one text with commas; 12 at most",
              editor = Editor.FEEL)
          Optional<JsonNode> tags,
      @Field(label = "Site", help = "Small letters, digits and dashes; the main site when empty")
          Optional<String> site,
      @Field(
              label = "Summary",
              help = "One or two sentences under the headline and on the front page",
              editor = Editor.TEXT)
          Optional<String> summary,
      @Field(label = "Source", help = "Where the story comes from: a web address")
          Optional<String> source,
      @Field(label = "Author", help = "Shown as: By …") Optional<String> byline,
      @Field(label = "Language", help = "Of the story, such as de or pt-BR")
          Optional<String> language,
      @Field(
              label = "Published",
              help =
                  "The story's own date, by which it is listed; today when empty or still to come")
          Optional<String> published) {
    private static final int MOST_TEXT = 500_000;

    public Input {
      slug.map(String::strip).ifPresent(Slug::new);
      site.map(String::strip).ifPresent(Slug::new);
      // why: for Jackson an absent node is a node all the same.
      tags = tags.filter(given -> !given.isNull() && !given.isMissingNode());
      tags.ifPresent(PageTag::all);
      source = source.map(Addresses::web).map(URI::toString);
      language = language.map(tag -> languageTag(tag.strip().replace('_', '-')));
      published = published.filter(given -> !given.isBlank());
      published.ifPresent(PointInTime::parse);
      if (markdown.length() > MOST_TEXT) {
        throw new IllegalArgumentException("the text is longer than " + MOST_TEXT + " signs");
      }
      if (Line.of(title, 300).isEmpty()) {
        throw new IllegalArgumentException("the headline has no letters");
      }
    }

    Slug name() {
      return slug.map(String::strip).map(Slug::new).orElseGet(() -> Slug.from(title));
    }

    Optional<Slug> siteName() {
      return site.map(String::strip).map(Slug::new);
    }

    Optional<Instant> date() {
      return published.map(PointInTime::parse);
    }

    PageContent content() {
      return new PageContent(
          Line.of(title, 300),
          markdown.replace("\u0000", ""),
          tags.map(PageTag::all).orElse(List.of()),
          summary.map(text -> Line.of(text, 1000)).filter(text -> !text.isEmpty()),
          byline.map(text -> Line.of(text, 200)).filter(text -> !text.isEmpty()),
          source,
          language);
    }

    private static String languageTag(String tag) {
      try {
        return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
      } catch (IllformedLocaleException e) {
        throw new IllegalArgumentException("this is not a language: " + Line.of(tag, 40), e);
      }
    }
  }
}
