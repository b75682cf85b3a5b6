package io.wireroom.library.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;

/** A page as it lies beside its HTML; everything else can be made from it again. */
record StoredPage(
    String slug, Instant published, Instant updated, String teaser, PageContent content) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JacksonException e) {
      throw new IllegalStateException("a page is plain data: " + slug, e);
    }
  }

  /**
   * Reads what {@link #json()} wrote.
   *
   * @throws IOException when it is damaged
   */
  static StoredPage read(byte[] json) throws IOException {
    var page = JSON.readValue(json, StoredPage.class);
    var unused = new Slug(page.slug());
    return page;
  }
}
