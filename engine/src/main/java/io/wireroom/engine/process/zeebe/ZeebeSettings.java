package io.wireroom.engine.process.zeebe;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which cluster to use and how.
 *
 * @param grpc {@code http://} for plain text, {@code https://} for TLS
 * @param rest the REST address, which some logins and later Camunda versions need
 * @param certificateAuthority a PEM file to trust instead of the JDK's list
 */
public record ZeebeSettings(
    URI grpc, URI rest, Login login, Optional<Path> certificateAuthority, Acquisition acquisition) {

  /** The embedded broker: plain text on loopback, no login. */
  public static ZeebeSettings local(int grpcPort, int restPort) {
    return new ZeebeSettings(
        URI.create("http://127.0.0.1:" + grpcPort),
        URI.create("http://127.0.0.1:" + restPort),
        new Login.None(),
        Optional.empty(),
        Acquisition.POLLING);
  }

  public ZeebeSettings with(Acquisition other) {
    return new ZeebeSettings(grpc, rest, login, certificateAuthority, other);
  }

  /** How jobs get here; docs/adr/0001 has the figures. */
  public enum Acquisition {
    POLLING,
    STREAMING
  }

  /** How we show the cluster who we are. */
  public sealed interface Login {
    /** The cluster asks nobody. */
    record None() implements Login {}

    /** Name and password with every request. */
    record Basic(String user, String password) implements Login {
      @Override
      public String toString() {
        return "Basic[user=" + user + "]";
      }
    }

    /** A token of the authorization server, renewed before it ends. */
    record OAuth(URI server, String audience, String clientId, String clientSecret)
        implements Login {
      @Override
      public String toString() {
        return "OAuth[server=" + server + ", clientId=" + clientId + "]";
      }
    }
  }
}
