package io.wireroom.library.page;

/** Where a site keeps what, relative to its folder and with forward slashes. */
final class SitePaths {
  static final String ARTICLES = "articles";
  static final String TAGS = "tags";

  private SitePaths() {}

  static String html(String slug) {
    return ARTICLES + "/" + slug + ".html";
  }

  static String json(String slug) {
    return ARTICLES + "/" + slug + ".json";
  }

  static String tag(Slug tag) {
    return TAGS + "/" + tag.text() + ".html";
  }
}
