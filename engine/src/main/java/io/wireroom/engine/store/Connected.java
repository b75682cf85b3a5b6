package io.wireroom.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, opened again at its next use when it broke; of one thread at a time. */
final class Connected {
  private static final Logger LOG = LoggerFactory.getLogger(Connected.class);
  private static final Settings QUIET =
      new Settings().withExecuteLogging(false).withRenderSchema(false);

  private final Backend backend;
  private final Opening opening;
  private @Nullable Connection connection;

  Connected(Backend backend, Opening opening) {
    this.backend = backend;
    this.opening = opening;
  }

  DSLContext context() throws SQLException {
    var there = connection;
    if (there == null) {
      there = opening.open();
      connection = there;
    }
    return DSL.using(there, backend.dialect(), QUIET);
  }

  /** It is not used again. */
  void broke() {
    try {
      close();
    } catch (IllegalStateException e) {
      LOG.debug("a broken connection could not be closed", e);
    }
  }

  void close() {
    var there = connection;
    connection = null;
    if (there != null) {
      try {
        there.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the store cannot be closed", e);
      }
    }
  }

  /** Opens a connection. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }
}
