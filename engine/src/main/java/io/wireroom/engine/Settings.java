package io.wireroom.engine;

import io.wireroom.engine.history.HistorySettings;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.store.StoreSettings;
import io.wireroom.engine.trigger.inbox.InboxSettings;
import io.wireroom.net.AllowList;
import java.nio.file.Path;

/**
 * What an operator can set. {@link SettingsReader} reads it from flags, environment and {@code
 * wireroom.yaml}, in this order of precedence.
 *
 * @param home the folder of the checkout or installation
 * @param data the folder of everything that must last
 * @param host the address to listen on
 * @param port 0 picks a free one
 * @param netAllow the address guard's exceptions
 * @param examples whether the first start publishes newsroom
 * @param store where runs, workflows and events are kept
 * @param keeping what stays for how long, and what is never stored
 * @param serverIdentity whether model routes may use the server's own AWS identity
 */
public record Settings(
    Path home,
    Path data,
    String host,
    int port,
    Broker broker,
    AllowList netAllow,
    boolean examples,
    StoreSettings store,
    Keeping keeping,
    boolean serverIdentity) {

  /** What stays for how long. */
  public record Keeping(HistorySettings history, InboxSettings inbox) {
    public static final Keeping USUAL = new Keeping(HistorySettings.USUAL, InboxSettings.USUAL);
  }

  /** Which broker executes the workflows. */
  public sealed interface Broker {
    /**
     * A real broker as a child process.
     *
     * @param archive the distribution, when it has to be unpacked
     * @param exporter our exporter's jar
     * @param distribution where the distribution lies or goes
     * @param jobs how jobs get here
     */
    record Embedded(Path archive, Path exporter, Path distribution, Acquisition jobs)
        implements Broker {}

    /**
     * A Camunda 8 cluster that runs elsewhere.
     *
     * @param records how its runs are seen
     */
    record External(ZeebeSettings cluster, Records records) implements Broker {}
  }

  /** How the runs of an external cluster are seen. */
  public sealed interface Records {
    /**
     * Our exporter sends its records.
     *
     * @param port where it reaches us
     * @param secret what it sends to show who it is
     */
    record Sent(int port, String secret) implements Records {
      @Override
      public String toString() {
        return "Sent[port=" + port + "]";
      }
    }

    /** It takes no exporter, so it is asked again and again. */
    record AskedFor() implements Records {}
  }
}
