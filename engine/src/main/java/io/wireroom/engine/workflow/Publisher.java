package io.wireroom.engine.workflow;

import io.wireroom.engine.access.Audit;
import io.wireroom.engine.process.Origin;
import io.wireroom.engine.process.ProcessEngine.Deployment;
import io.wireroom.engine.workflow.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes a draft the newest version. Blocks; one publication at a time, so that two cannot claim one
 * path.
 */
public final class Publisher {
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final DiagramCheck check;
  private final Drafts drafts;
  private final Versions versions;
  private final List<OpenStarts> starts;
  private final Deployer deployer;
  private final Audit audit;

  public Publisher(
      DiagramCheck check,
      Drafts drafts,
      Versions versions,
      List<OpenStarts> starts,
      Deployer deployer,
      Audit audit) {
    this.check = check;
    this.drafts = drafts;
    this.versions = versions;
    this.starts = List.copyOf(starts);
    this.deployer = deployer;
    this.audit = audit;
  }

  /** Publishes the person's draft; without one there is nothing to do. */
  public Published publish(String workflow, String person) {
    // why a lock around I/O: publishing is rare, and its callers are never event loops
    oneAtATime.lock();
    try {
      var draft = drafts.find(workflow, person);
      var latest = versions.latest(workflow).map(Versions.Version::version);
      if (draft.isEmpty()) {
        return latest.<Published>map(Published.Unchanged::new).orElseGet(Published.Unknown::new);
      }
      if (!draft.get().basedOn().equals(latest)) {
        return new Published.Stale(draft.get().basedOn(), latest);
      }
      return publish(draft.get(), person);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Published publish(Drafts.Draft draft, String person) {
    var problems = new ArrayList<>(check.problems(draft.xml()));
    if (problems.stream().noneMatch(p -> p.severity() == Severity.error)) {
      var drawn = Diagram.parse(draft.xml());
      starts.forEach(open -> problems.addAll(open.conflicts(drawn)));
    }
    if (problems.stream().anyMatch(p -> p.severity() == Severity.error)) {
      return new Published.Refused(problems);
    }
    var diagram = Diagram.parse(draft.xml());
    var version = versions.latest(diagram.id()).map(v -> v.version() + 1).orElse(1);
    return switch (deployer.deploy(new Origin(diagram.id(), version), draft.xml())) {
      case Deployment.Refused(var faults) ->
          new Published.Refused(faults.stream().map(BrokerWords::problem).toList());
      case Deployment.Deployed deployed -> {
        keep(draft, diagram, version, deployed.definitionKey(), person);
        yield new Published.Done(version, problems);
      }
    };
  }

  private void keep(
      Drafts.Draft draft, Diagram diagram, int version, long definitionKey, String person) {
    versions.save(diagram, version, definitionKey, draft.xml(), person);
    drafts.discard(diagram.id(), person);
    starts.forEach(open -> open.take(diagram));
    audit.keep(person, "publish", diagram.id(), "version " + version);
  }

  /** What came of publishing. */
  public sealed interface Published {
    /** It is the newest version now, and its starts are open; the problems are warnings. */
    record Done(int version, List<Problem> problems) implements Published {}

    /** There was no draft; this version stays the newest. */
    record Unchanged(int version) implements Published {}

    /** There is no such workflow. */
    record Unknown() implements Published {}

    /** Somebody published since the draft was begun: show both. */
    record Stale(Optional<Integer> basedOn, Optional<Integer> latest) implements Published {}

    /** The diagram has errors; the draft is kept. */
    record Refused(List<Problem> problems) implements Published {}
  }
}
