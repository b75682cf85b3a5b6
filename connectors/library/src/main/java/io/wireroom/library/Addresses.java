package io.wireroom.library;

import io.wireroom.net.Request;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** Addresses as people and feeds write them. */
public final class Addresses {
  private static final int LONGEST = 4000;

  private Addresses() {}

  /**
   * The address in {@code text}; what browsers encode silently (spaces, brackets) is encoded.
   *
   * @throws IllegalArgumentException with a sentence for the editor
   */
  public static URI web(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("the address is longer than " + LONGEST + " signs");
    }
    var uri = parse(text.strip());
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("the address must begin with https:// or http://");
    }
    if (uri.getHost() == null || uri.getHost().isBlank()) {
      throw new IllegalArgumentException("the address names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address holds a user name; keep credentials in a connection");
    }
    return uri;
  }

  /** The full web address of a link found at {@code base}; empty when it is no web address. */
  public static Optional<URI> resolve(URI base, String link) {
    var anchor = new Element(Tag.valueOf("a"), base.toString()).attr("href", link.strip());
    try {
      return link.isBlank() ? Optional.empty() : Optional.of(web(anchor.absUrl("href")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The request for a person: method and address without the query, which may hold secrets. */
  public static String named(Request request) {
    var url = request.url();
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    var path = url.getRawPath() == null ? "" : url.getRawPath();
    return request.method() + " " + url.getScheme() + "://" + url.getHost() + port + path;
  }

  private static URI parse(String text) {
    try {
      var uri = new URI(encoded(text));
      var reachable = uri.getHost() == null ? new URI(inAscii(uri)) : uri;
      return new URI(reachable.toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("this is not an address: " + e.getReason(), e);
    }
  }

  // why: java.net.URI knows no host outside ASCII, readers do (https://zeitung.köln).
  private static String inAscii(URI uri) {
    var authority = uri.getRawAuthority();
    if (authority == null || authority.indexOf('@') >= 0) {
      return uri.toString();
    }
    var port = authority.indexOf(':') < 0 ? authority.length() : authority.indexOf(':');
    var host = IDN.toASCII(authority.substring(0, port));
    return uri.toString().replace("//" + authority, "//" + host + authority.substring(port));
  }

  private static String encoded(String text) {
    var path = text.indexOf('/', text.indexOf("//") + 2);
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var bracket = (c == '[' || c == ']') && path >= 0 && i > path;
      var percent = c == '%' && !text.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
      if (c <= 0x20 || c == 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0 || bracket || percent) {
        out.append(String.format("%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
