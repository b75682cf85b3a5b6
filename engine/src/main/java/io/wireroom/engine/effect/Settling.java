package io.wireroom.engine.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.history.Incident;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.web.HttpProblem;
import java.time.Duration;
import java.util.Optional;

/** A person says what became of an effect that is unknown; then its step goes on. Blocks. */
public final class Settling {
  private final EffectLedger ledger;
  private final RunQueries runs;
  private final ProcessEngine engine;
  private final Audit audit;

  public Settling(EffectLedger ledger, RunQueries runs, ProcessEngine engine, Audit audit) {
    this.ledger = ledger;
    this.runs = runs;
    this.engine = engine;
    this.audit = audit;
  }

  /**
   * It happened, with this response; or, when that is empty, it did not and is done again under the
   * same key.
   */
  void settle(String key, Optional<JsonNode> response, String person) {
    var entry =
        ledger.find(key).orElseThrow(() -> new HttpProblem(404, "There is no effect " + key + "."));
    var incident = incident(entry);
    ledger.answer(key, settled(response, person), person);
    var gone =
        Future.await(
            engine.repair(
                new ProcessEngine.Repair(
                    incident.key(),
                    incident.stepKey(),
                    incident.jobKey(),
                    incident.retries(),
                    JsonNodeFactory.instance.objectNode())));
    if (!gone) {
      throw new HttpProblem(409, "The step ended or was repaired meanwhile.");
    }
    audit.keep(
        person,
        "settle effect",
        key,
        response.isPresent() ? "it happened" : "it did not happen, so it is done again");
  }

  /** why also one that was settled: the broker may have been away when it was. */
  private Incident incident(EffectEntry entry) {
    if (entry.state() != EffectState.UNKNOWN && entry.settledBy().isEmpty()) {
      throw new HttpProblem(
          409,
          "This effect is %s; only one that is unknown can be settled."
              .formatted(entry.state().word()));
    }
    return runs.past()
        .openIncidentOf(entry.call().stepKey())
        .orElseThrow(
            () ->
                new HttpProblem(
                    409, "Its step does not wait for an answer; look at the run, and try again."));
  }

  private static Settled settled(Optional<JsonNode> response, String person) {
    return response
        .map(given -> new Settled(new Outcome.Done(given), true))
        .orElseGet(
            () ->
                new Settled(
                    new Outcome.TryAgain(
                        person + " says that it did not happen", Duration.ZERO, false),
                    false));
  }
}
