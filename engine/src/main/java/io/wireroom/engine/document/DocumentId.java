package io.wireroom.engine.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names bytes by their content, {@code sha256-…}: who can say it knows them or was told. */
public record DocumentId(String text) {
  private static final Pattern FORM = Pattern.compile("sha256-[0-9a-f]{64}");

  public DocumentId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a document's id: " + text);
    }
  }

  /** Empty for a text that is none. */
  public static Optional<DocumentId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new DocumentId(text)) : Optional.empty();
  }

  /** The name of these bytes. */
  public static DocumentId of(byte[] bytes) {
    return ofHash(digest().digest(bytes));
  }

  static DocumentId of(MessageDigest digest) {
    return ofHash(digest.digest());
  }

  private static DocumentId ofHash(byte[] hash) {
    return new DocumentId("sha256-" + HexFormat.of().formatHex(hash));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String hex() {
    return text.substring("sha256-".length());
  }

  @Override
  public String toString() {
    return text;
  }
}
