package io.wireroom.engine.workflow;

import io.vertx.core.Future;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.Origin;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Deployment;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Definitions beside the newest version, that run a draft or an older version: under ids of their
 * own, started by nothing but events that are meant for them, removed after their last run.
 *
 * <p>Blocks; virtual or worker threads only.
 */
public final class Copies {
  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private final DiagramCheck check;
  private final Deployments deployments;
  private final ProcessEngine engine;
  private final RunQueries runs;

  /** Copies that somebody still needs, however many runs of them have ended. */
  private final Map<Long, Boolean> held = new ConcurrentHashMap<>();

  public Copies(
      DiagramCheck check, Deployments deployments, ProcessEngine engine, RunQueries runs) {
    this.check = check;
    this.deployments = deployments;
    this.engine = engine;
    this.runs = runs;
  }

  /**
   * Deploys a copy, which stays until {@link #release}.
   *
   * @param version what it is a copy of; 0 for a draft
   */
  public Made make(String workflow, int version, String xml) {
    return make(new Origin(workflow, version), xml, StartCompiler::copy);
  }

  /** The same for a run that is run again: changed as the {@code changes} say. */
  public Made again(String workflow, int version, String xml, AgainChanges changes) {
    var changed = AgainCompiler.inputs(xml, changes.inputs());
    return make(
        new Origin(workflow, version),
        changed,
        (drawn, processId, origin) -> AgainCompiler.copy(drawn, processId, origin, changes));
  }

  private Made make(Origin origin, String xml, Compilation compilation) {
    var problems = check.problems(xml);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.error)) {
      return new Made.Refused(problems);
    }
    var processId = origin.workflow() + ".copy." + UUID.randomUUID().toString().substring(0, 8);
    var copy = compilation.of(xml, processId, origin);
    var files = PersonForms.files(processId + ".bpmn", copy.compiled());
    return switch (Future.await(engine.deploy(files))) {
      case Deployment.Refused(var faults) ->
          new Made.Refused(faults.stream().map(BrokerWords::problem).toList());
      case Deployment.Deployed deployed -> {
        held.put(deployed.definitionKey(), true);
        deployments.keep(
            deployed.definitionKey(), origin, Deployments.Kind.COPY, copy.diagram().xml());
        yield new Made.Copy(deployed.definitionKey(), copy.diagram());
      }
    };
  }

  /** Nobody starts more runs of it: it goes when none is under way. */
  public void release(long definitionKey) {
    held.remove(definitionKey);
    removeIfDone(definitionKey);
  }

  /** The same after a while, in which the events that were stored for it get their runs. */
  public void releaseLater(long definitionKey) {
    Thread.startVirtualThread(
        () -> {
          try {
            Thread.sleep(A_WHILE);
            release(definitionKey);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Takes what the record stream showed; returns at once. */
  public void recordsStored(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.RunChanged(var run) && run.endedAt().isPresent()) {
        var key = run.definitionKey();
        Thread.startVirtualThread(() -> removeIfDone(key));
      }
    }
  }

  /** Removes what an earlier process left behind. */
  public void sweep() {
    deployments.copiesOlderThan(FORGOTTEN).forEach(this::removeIfDone);
  }

  private void removeIfDone(long definitionKey) {
    if (held.containsKey(definitionKey)
        || !deployments.isCopy(definitionKey)
        || runs.anyUnderWay(definitionKey)) {
      return;
    }
    try {
      Future.await(engine.remove(definitionKey));
      deployments.removed(definitionKey);
    } catch (Unavailable e) {
      LOG.warn("copy not removed yet key={}: {}", definitionKey, e.getMessage());
    }
  }

  /** Makes what goes to the broker under the process id. */
  private interface Compilation {
    StartCompiler.Copy of(String xml, String processId, Origin origin);
  }

  /** What came of making a copy. */
  public sealed interface Made {
    /**
     * It takes events now.
     *
     * @param diagram under the copy's id, so that its webhooks have the copy's message names
     */
    record Copy(long definitionKey, Diagram diagram) implements Made {
      /** The webhook at an element of the copy. */
      public Optional<Webhook> webhook(String elementId) {
        return diagram.webhooks().stream()
            .filter(hook -> hook.elementId().equals(elementId))
            .findFirst();
      }
    }

    /** The diagram has errors. */
    record Refused(List<Problem> problems) implements Made {}
  }
}
