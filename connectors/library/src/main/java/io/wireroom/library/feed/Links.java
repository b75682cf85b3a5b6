package io.wireroom.library.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import io.wireroom.library.Addresses;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed's links, made full. The base is the site that the feed names, else the feed itself. */
record Links(URI base) {
  static Links of(SyndFeed feed, URI url) {
    var own = new Links(url);
    return own.resolve(feed.getLink()).map(Links::new).orElse(own);
  }

  /** The full address; empty for no link, or one that is not on the web. */
  Optional<URI> resolve(@Nullable String link) {
    return link == null ? Optional.empty() : Addresses.resolve(base, link);
  }
}
