package io.wireroom.models.gate;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.route.Route;
import java.util.Map;

/**
 * A route as it is now.
 *
 * @param causes why it did not answer, and how often, since the start
 */
public record RouteState(
    Route route, State state, Load load, Speed speed, Spent spent, Map<Cause, Long> causes) {
  public RouteState {
    causes = Map.copyOf(causes);
  }

  /** In one word. */
  public enum State {
    /** It takes a request now. */
    READY("ready"),
    /** It has as much to do as it takes, or said to come again later. */
    SATURATED("saturated"),
    /** Its model is being loaded. */
    WARMING("warming"),
    /** It is left alone for a while, because it failed too often. */
    OPEN("open"),
    /** Its key is not where the settings say. */
    NO_KEY("no-key");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** As JSON writes it. */
    public String text() {
      return text;
    }
  }

  /** The same in this state. */
  public RouteState state(State other) {
    return new RouteState(route, other, load, speed, spent, causes);
  }

  /**
   * What it has to do.
   *
   * @param limit of those under way, as it was found out; at most the settings'
   * @param waiting in line
   */
  public record Load(int inFlight, int limit, int waiting) {}

  /**
   * How fast it was in the last minutes.
   *
   * @param firstToken until the first content of a stream
   * @param perToken of those after it
   * @param whole until the whole answer, streamed or not
   */
  public record Speed(Percentiles firstToken, Percentiles perToken, Percentiles whole) {}

  /**
   * What it was asked and what that cost, since the start.
   *
   * @param picoDollars of those answers whose cost is known
   * @param unknown answers and cancelled calls whose cost is not known
   * @param extra calls beside the one that was asked for: hedges and shadows
   * @param cancelled calls that were given up, as another route was faster or nobody waited
   */
  public record Spent(long answers, long picoDollars, long unknown, long extra, long cancelled) {}
}
