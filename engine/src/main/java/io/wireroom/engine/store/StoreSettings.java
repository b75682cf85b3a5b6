package io.wireroom.engine.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the stores are. */
public sealed interface StoreSettings {
  /** Files in the data folder. */
  record Sqlite(Path folder) implements StoreSettings {
    /** The file of this kind of store. */
    public Path file(Database.Kind kind) {
      return folder.resolve(kind.file());
    }
  }

  /**
   * Schemas of a PostgreSQL database.
   *
   * @param url {@code jdbc:postgresql://host:port/database}, without the password
   * @param schema of the main store; the others are named after it
   */
  record Postgres(String url, Optional<String> user, Optional<String> password, String schema)
      implements StoreSettings {
    private static final Pattern URL =
        Pattern.compile("jdbc:postgresql://[^/?@\\s]+/[^/?@\\s]+(\\?\\S*)?");
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,40}");

    /** What is wrong with an address or a schema's name, without repeating a password. */
    public static List<String> faults(String url, String schema) {
      var faults = new java.util.ArrayList<String>();
      if (!URL.matcher(url).matches()) {
        faults.add("store.url: must be jdbc:postgresql://host:port/database");
      } else if (url.matches("(?i).*[?&](password|sslpassword)=.*")) {
        faults.add("store.url: has a password; set it as store.password instead");
      }
      if (!SCHEMA.matcher(schema).matches()) {
        faults.add("store.schema: must be lower-case letters, digits and _, not " + schema);
      }
      return faults;
    }

    /** The database as people may see it. */
    String shown() {
      return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
    }

    @Override
    public String toString() {
      return "Postgres[" + shown() + ", schema=" + schema + "]";
    }
  }
}
