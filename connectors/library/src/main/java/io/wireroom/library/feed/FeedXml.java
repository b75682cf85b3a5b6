package io.wireroom.library.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.Atom10Parser;
import com.rometools.rome.io.impl.XmlFixerReader;
import io.wireroom.net.Answer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/** A response as a feed, or why it is none. */
sealed interface FeedXml {
  record Feed(SyndFeed feed) implements FeedXml {}

  /** A BPMN error's code and its reason. */
  record Refused(String code, String reason) implements FeedXml {}

  static FeedXml parse(Answer.Response response) {
    var text = FeedEncoding.decode(response);
    return switch (Prolog.of(text)) {
      case NOTHING -> new Refused(FeedConnector.NOT_A_FEED, "the answer is empty");
      case WEB_PAGE ->
          new Refused(FeedConnector.NOT_A_FEED, "this is a web page, not the feed itself");
      case OTHER -> new Refused(FeedConnector.NOT_A_FEED, "the answer is not XML");
      case DOCTYPE -> new Refused(FeedConnector.UNSAFE_FEED, "the feed has a DOCTYPE");
      case XML -> parse(text);
    };
  }

  private static FeedXml parse(String text) {
    // why each time: Rome keeps this switch, off by default, in a static field.
    Atom10Parser.setResolveURIs(true);
    try {
      var document =
          new SAXBuilder(new BoundedXml()).build(new XmlFixerReader(new StringReader(text)));
      return new Feed(new SyndFeedInput(false, Locale.ROOT).build(document));
    } catch (JDOMException e) {
      return BoundedXml.isTooMuch(e)
          ? new Refused(FeedConnector.UNSAFE_FEED, "XML beyond the limits: " + e.getMessage())
          : new Refused(FeedConnector.NOT_A_FEED, "broken XML: " + e.getMessage());
    } catch (FeedException | IllegalArgumentException e) {
      return new Refused(FeedConnector.NOT_A_FEED, "XML, but neither RSS nor Atom");
    } catch (IOException e) {
      throw new UncheckedIOException("reading text in memory", e);
    }
  }
}
