package io.wireroom.engine.store;

import java.nio.file.Files;
import java.util.Optional;

/** Looks at a store from outside, without changing it; blocks. */
public final class StoreCheck {
  private StoreCheck() {}

  /** What is found; a store that is not there yet is fine. */
  public static Found look(StoreSettings settings, Database.Kind kind) {
    return switch (settings) {
      case StoreSettings.Sqlite sqlite -> look(sqlite, kind);
      case StoreSettings.Postgres postgres -> look(postgres, kind);
    };
  }

  private static Found look(StoreSettings.Sqlite sqlite, Database.Kind kind) {
    var file = sqlite.file(kind);
    if (!Files.exists(file)) {
      return new Found(true, file.getFileName() + " is made by the first start", "");
    }
    return new SqliteBackend(file, kind)
        .damage()
        .map(
            damage ->
                new Found(
                    false,
                    file + " is damaged: " + damage,
                    "restore it from a backup, or move it away (docs/store.md)"))
        .orElseGet(() -> new Found(true, file + " is sound", ""));
  }

  private static Found look(StoreSettings.Postgres postgres, Database.Kind kind) {
    var backend = new PostgresBackend(postgres, kind);
    try (var connection = backend.reader()) {
      return new Found(
          true,
          "%s answers, PostgreSQL %s"
              .formatted(backend, connection.getMetaData().getDatabaseProductVersion()),
          "");
    } catch (java.sql.SQLException e) {
      var said = backend.trouble(e).map(StoreTrouble::getMessage).orElse(e.getMessage());
      return new Found(
          false,
          Optional.ofNullable(said).orElse("").replaceFirst("\\.$", ""),
          "start the database, or correct store.url, store.user and store.password");
    }
  }

  /** What a look found, and how to mend it. */
  public record Found(boolean fine, String what, String mend) {}
}
