package io.wireroom.engine.workflow;

import io.vertx.core.Future;
import io.wireroom.engine.process.Origin;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Deployment;

/**
 * Gives versions to the broker; those of a paused workflow without the starts that the broker makes
 * by itself. Blocks; not for event loops.
 */
public final class Deployer {
  private final ProcessEngine engine;
  private final Deployments deployments;
  private final Versions versions;
  private final Pauses pauses;

  public Deployer(ProcessEngine engine, Deployments deployments, Versions versions, Pauses pauses) {
    this.engine = engine;
    this.deployments = deployments;
    this.versions = versions;
    this.pauses = pauses;
  }

  /** The broker's newest version of the workflow is this one from now on, if it takes it. */
  Deployment deploy(Origin origin, String xml) {
    var paused = pauses.is(origin.workflow());
    var compiled =
        paused ? StartCompiler.compilePaused(xml, origin) : StartCompiler.compile(xml, origin);
    var files = PersonForms.files(origin.workflow() + ".bpmn", compiled);
    var answer = Future.await(engine.deploy(files));
    if (answer instanceof Deployment.Deployed deployed) {
      var kind = paused ? Deployments.Kind.PAUSED : Deployments.Kind.PUBLISHED;
      deployments.keep(deployed.definitionKey(), origin, kind, xml);
    }
    return answer;
  }

  /** Withdraws the starts that the broker makes by itself. Again when it did not work. */
  public void pause(String workflow, String by) {
    pauses.begin(workflow, by);
    redeploy(workflow);
  }

  /** Brings them back. */
  public void resume(String workflow) {
    pauses.end(workflow);
    redeploy(workflow);
  }

  private void redeploy(String workflow) {
    versions
        .latest(workflow)
        .filter(version -> !Diagram.parse(version.xml()).selfStarting().isEmpty())
        .ifPresent(
            version -> {
              var answer = deploy(new Origin(workflow, version.version()), version.xml());
              if (answer instanceof Deployment.Refused(var faults)) {
                throw new IllegalStateException("a published version is refused: " + faults);
              }
            });
  }
}
