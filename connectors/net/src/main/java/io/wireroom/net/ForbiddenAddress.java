package io.wireroom.net;

import java.net.ConnectException;

/** The guard does not let a connection of a {@link Door#channels() guarded channel} out. */
public final class ForbiddenAddress extends ConnectException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddress(String reason) {
    super(reason);
  }
}
