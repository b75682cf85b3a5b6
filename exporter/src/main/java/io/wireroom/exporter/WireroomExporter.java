package io.wireroom.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Sends the records of runs to the engine, in order and each at least once.
 *
 * <p>Arguments: {@code url} (where the engine takes records) and {@code secret} (that it asks for).
 * The broker calls {@link #configure}, {@link #open}, {@link #export} and {@link #close} in this
 * order on one thread, and keeps each record until the {@link Sender} says that it is stored.
 */
@SuppressWarnings("NullAway.Init") // why: the broker's order of calls fills the fields
public final class WireroomExporter implements Exporter {
  private static final long PATIENCE_MILLIS = 500;

  private final Wanted wanted = new Wanted();
  private final Backlog backlog = new Backlog();
  private URI engine;
  private String secret;
  private Logger log;
  private Sender sender;

  @Override
  public void configure(Context context) {
    var arguments = context.getConfiguration().getArguments();
    engine = URI.create(argument(arguments, "url"));
    secret = argument(arguments, "secret");
    log = context.getLogger();
    context.setFilter(wanted);
  }

  private static String argument(Map<String, Object> arguments, String name) {
    var value = arguments.get(name);
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("the Wireroom exporter needs the argument " + name);
    }
    return value.toString();
  }

  @Override
  public void open(Controller opened) {
    sender =
        new Sender(
            backlog, new Post(engine, secret), opened::updateLastExportedRecordPosition, log);
    sender.start();
  }

  @Override
  public void export(Record<?> record) {
    if (wanted.accepts(record)) {
      add(Line.of(record));
    } else {
      backlog.skip(record.getPosition());
    }
  }

  private void add(Line line) {
    try {
      if (!backlog.add(line, PATIENCE_MILLIS)) {
        throw new EngineBehind("waiting for the engine at " + engine);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineBehind("interrupted");
    }
  }

  @Override
  public void close() {
    if (sender != null) {
      sender.close();
    }
  }

  /** Makes the broker hold the record and come again with it, after a growing pause. */
  static final class EngineBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineBehind(String message) {
      super(message, null, false, false);
    }
  }
}
