package io.wireroom.library.page;

import java.net.URI;
import java.util.Optional;

/** Keeps one story from replacing another that happens to have the same name. */
final class Ownership {
  private Ownership() {}

  /** A page may be replaced unless both name a source, and not the same one. */
  static boolean mayWrite(Optional<StoredPage> there, Optional<String> source) {
    var owner = there.flatMap(page -> page.content().source());
    return owner.isEmpty() || source.isEmpty() || same(owner.get(), source.get());
  }

  // why not the whole address: http becomes https, and tracking parameters come and go.
  private static boolean same(String a, String b) {
    return key(a).equals(key(b));
  }

  private static String key(String address) {
    var uri = URI.create(address);
    return uri.getHost() + String.valueOf(uri.getPath()).replaceFirst("/$", "");
  }
}
