package io.wireroom.library.article;

import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Field;
import io.wireroom.connector.Field.Editor;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.library.Addresses;
import io.wireroom.library.Deadline;
import io.wireroom.library.Exchange;
import io.wireroom.library.Statuses;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Takes the article out of a web page. */
public final class ArticleConnector implements Connector<ArticleConnector.Input> {
  static final String NOT_A_PAGE = "NOT_A_PAGE";
  static final String NO_TEXT = "NO_TEXT";
  static final String NO_ADDRESS = "NO_ADDRESS";

  private static final long MOST_BYTES = 5_000_000;
  private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

  private static final ConnectorInfo INFO =
      new ConnectorInfo(
              "wireroom:article:1",
              "Get an article",
              "Takes the readable article out of a web page, without menus and advertisements.",
              "newspaper",
              ConnectorInfo.Kind.ACTION,
              "{title, byline, text, html, language, images: [{url, alt}], wordCount}: text has an"
                  + " empty line between paragraphs, html is safe; byline and language are null when"
                  + " the page names none",
              Exchange.errors(
                  new ErrorCode(NO_ADDRESS, "There is no address, or it is none of the web."),
                  new ErrorCode(NOT_A_PAGE, "The address gives something else, such as a PDF."),
                  new ErrorCode(NO_TEXT, "The page has no text.")))
          .says("Takes the readable article out of the page[ at {url}][ in {html}]", "Only reads.")
          .foundBy("read a web page", "read an article", "website text", "scrape", "extract");

  private final Door door;

  public ArticleConnector(Door door) {
    this.door = door;
  }

  @Override
  public ConnectorInfo info() {
    return INFO;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Effect effect(Input input) {
    return Effect.reads();
  }

  @Override
  public Outcome run(Input input, Step step) {
    if (input.html().isPresent()) {
      return outcome("the HTML", Page.of(input.html().get(), input.url().orElse("")));
    }
    URI address;
    try {
      address = input.address();
    } catch (IllegalArgumentException e) {
      // why an error for the diagram: addresses come from feeds, and the other entries go on
      return new Outcome.Rejected(NO_ADDRESS, String.valueOf(e.getMessage()));
    }
    var request =
        Request.get(address)
            .header("Accept", ACCEPT)
            .within(Deadline.within(step, Duration.ofSeconds(30)).maxBytes(MOST_BYTES))
            .following(5);
    return Exchange.send(door, request, response -> read(request, response));
  }

  private static Outcome read(Request request, Answer.Response response) {
    var where = Addresses.named(request);
    return response.status() / 100 == 2
        ? outcome(where, Page.of(response))
        : Statuses.failure(response, where + " answered " + response.status());
  }

  private static Outcome outcome(String where, Page page) {
    return switch (page) {
      case Page.Refused(var code, var reason) -> new Outcome.Rejected(code, where + ": " + reason);
      case Page.Html(var document) ->
          Article.in(document)
              .map(article -> outcome(where, article))
              .orElseGet(() -> new Outcome.Rejected(NO_TEXT, where + ": the page has no text"));
    };
  }

  private static Outcome outcome(String where, Article article) {
    return article.fits()
        ? new Outcome.Done(article.data())
        : new Outcome.Rejected(Exchange.TOO_LARGE, where + ": the article is too long for a run");
  }

  /** Where the article is. */
  public record Input(
      @Field(label = "Page address", help = "Begins with https:// or http://") Optional<String> url,
      @Field(
              label = "HTML",
              help = "Instead of fetching the page; the address then only completes its links",
              editor = Editor.TEXT)
          Optional<String> html) {

    private URI address() {
      return Addresses.web(
          url.filter(given -> !given.isBlank())
              .orElseThrow(() -> new IllegalArgumentException("there is no address to fetch")));
    }
  }
}
