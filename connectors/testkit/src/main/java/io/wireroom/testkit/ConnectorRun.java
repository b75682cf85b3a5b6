package io.wireroom.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connections;
import io.wireroom.connector.Connector;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.InputBinder.InvalidInput;
import io.wireroom.connector.LiveText;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One step of one connector, run as the engine runs it: inputs bound by name, on a virtual thread.
 *
 * <pre>{@code
 * var outcome = ConnectorRun.of(new FeedConnector(door)).with("url", server.uri("/feed")).run();
 * }</pre>
 *
 * @param <I> the connector's input
 */
public final class ConnectorRun<I extends Record> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Connector<I> connector;
  private final ObjectNode inputs = JSON.createObjectNode();
  private String effectKey = "effect-1";
  private Optional<String> eventId = Optional.empty();
  private Duration timeout = Duration.ofSeconds(30);
  private Connections connections = name -> Optional.empty();
  private LiveText live = LiveText.UNSEEN;

  private ConnectorRun(Connector<I> connector) {
    this.connector = connector;
  }

  public static <I extends Record> ConnectorRun<I> of(Connector<I> connector) {
    return new ConnectorRun<>(connector);
  }

  /** Sets one input; text, number, list, map or {@link JsonNode}. */
  public ConnectorRun<I> with(String name, Object value) {
    inputs.set(name, value instanceof JsonNode node ? node : JSON.valueToTree(value));
    return this;
  }

  /** Sets one input from JSON text. */
  public ConnectorRun<I> withJson(String name, String json) {
    try {
      return with(name, JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  /** The effect key that the step carries; {@code effect-1} unless set. */
  public ConnectorRun<I> effect(String key) {
    effectKey = key;
    return this;
  }

  /** The event that started the run; none unless set. */
  public ConnectorRun<I> event(String id) {
    eventId = Optional.of(id);
    return this;
  }

  /** How long the connector may take; 30 s unless set. */
  public ConnectorRun<I> timeout(Duration most) {
    timeout = most;
    return this;
  }

  /** The stored credentials that there are; none unless set. */
  public ConnectorRun<I> connections(Connections stored) {
    connections = stored;
    return this;
  }

  /** Who sees the step's text while it is made; nobody unless set. */
  public ConnectorRun<I> live(LiveText onlooker) {
    live = onlooker;
    return this;
  }

  /**
   * Runs the step. Inputs that do not fit are {@link Outcome.Broken}, as in the engine; exceptions
   * of the connector are thrown as they are.
   */
  public Outcome run() {
    var outcome = new CompletableFuture<Outcome>();
    Thread.ofVirtual().name("step").start(() -> complete(outcome));
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : e;
    }
  }

  /** Runs the step and returns what it is done with; any other outcome fails the test. */
  public JsonNode done() {
    return switch (run()) {
      case Outcome.Done(var output) -> output;
      case Outcome other -> throw new AssertionError("expected Done but was " + other);
    };
  }

  private void complete(CompletableFuture<Outcome> outcome) {
    var step = new Step("test", 1, "step", effectKey, eventId, timeout, connections, live);
    try {
      outcome.complete(connector.run(InputBinder.bind(inputs, connector.input()), step));
    } catch (InvalidInput e) {
      outcome.complete(new Outcome.Broken(String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      outcome.completeExceptionally(e);
    }
  }
}
