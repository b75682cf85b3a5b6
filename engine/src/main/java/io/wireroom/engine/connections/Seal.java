package io.wireroom.engine.connections;

import com.fasterxml.jackson.core.type.TypeReference;
import com.google.crypto.tink.Aead;
import io.wireroom.engine.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Closes and opens a connection's fields; each for one place only. */
record Seal(Aead aead) {
  byte[] close(Map<String, String> fields, Place place) {
    try {
      return aead.encrypt(Json.bytes(fields), place.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot be sealed: " + place.name(), e);
    }
  }

  /**
   * The fields; empty when the key is another one, or when the row was sealed for another place.
   */
  Optional<Map<String, String>> open(byte[] sealed, Place place) {
    try {
      var text = aead.decrypt(sealed, place.bytes());
      return Optional.of(Json.MAPPER.readValue(text, new TypeReference<Map<String, String>>() {}));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where sealed fields belong. It is authenticated with them, so a row that somebody moves, or
   * whose validity somebody prolongs in the file, does not open any more.
   */
  record Place(String name, String type, Optional<Instant> validUntil) {
    static Place current(String name, String type) {
      return new Place(name, type, Optional.empty());
    }

    static Place previous(String name, String type, Instant until) {
      return new Place(name, type, Optional.of(until));
    }

    byte[] bytes() {
      var validity = validUntil.map(until -> "until " + until).orElse("current");
      return ("wireroom connection\n" + name + "\n" + type + "\n" + validity)
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
