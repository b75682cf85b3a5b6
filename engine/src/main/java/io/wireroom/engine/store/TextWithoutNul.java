package io.wireroom.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/**
 * A connection that stores the character NUL, which PostgreSQL refuses in text, as the replacement
 * character; one odd file name must not stop a whole batch.
 */
final class TextWithoutNul extends DefaultConnection {
  TextWithoutNul(Connection connection) {
    super(connection);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return new Statement(super.prepareStatement(sql));
  }

  private static final class Statement extends DefaultPreparedStatement {
    Statement(PreparedStatement statement) {
      super(statement);
    }

    @Override
    public void setString(int index, String text) throws SQLException {
      super.setString(
          index, text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD'));
    }
  }
}
