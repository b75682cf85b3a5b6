package io.wireroom.engine.process.zeebe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import io.vertx.core.Future;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.ProcessEngine.JobHandler;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.process.zeebe.Commands.Repeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the broker's jobs into ours and our verdicts into its commands; on virtual threads. */
record ZeebeWorker(
    JobHandler handler, JobAnswer answer, Commands commands, Clock clock, Duration lease) {
  private static final Logger LOG = LoggerFactory.getLogger(ZeebeWorker.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  void handle(ActivatedJob activated) {
    var job = job(activated);
    var verdict = verdict(job);
    handler.telling(job, verdict);
    var told =
        commands
            .send(() -> erased(job, verdict), Repeat.IF_UNKNOWN, clock.instant().plus(lease))
            .onSuccess(done -> log(job, verdict, "told"))
            .onFailure(error -> untold(job, verdict, error));
    until(told); // why: the next job waits for this one's place until the broker knows
    handler.told(job, verdict, told.succeeded());
  }

  private static void until(Future<?> over) {
    try {
      over.otherwiseEmpty().toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // why nothing more: the connection closes
    } catch (ExecutionException e) {
      throw new IllegalStateException("a failure became a success before", e);
    }
  }

  /**
   * Renews the lease of a job that had to wait; false when the broker gave the job away. Blocks.
   */
  boolean stillOurs(ActivatedJob job) {
    var renewed =
        commands.send(
            () -> answer.renewal(job.getKey(), lease), Repeat.IF_UNKNOWN, clock.instant());
    until(renewed);
    return renewed.succeeded();
  }

  @SuppressWarnings("unchecked") // why: the answers are empty and of no interest
  private FinalCommandStep<Object> erased(Job job, Verdict verdict) {
    return (FinalCommandStep<Object>) answer.command(job, verdict);
  }

  private Verdict verdict(Job job) {
    try {
      return handler.handle(job);
    } catch (RuntimeException e) {
      LOG.error(
          "job handler has a bug type={} run={} step={}",
          job.type(),
          job.runKey(),
          job.stepKey(),
          e);
      return new Verdict.Fail("a bug in Wireroom: " + e, 0, Duration.ZERO);
    }
  }

  private void untold(Job job, Verdict verdict, Throwable error) {
    if (Commands.code(error) == Status.Code.NOT_FOUND) {
      log(job, verdict, "gone"); // why: cancelled, or given to another worker after its deadline
    } else {
      LOG.warn(
          "job {} type={} run={} step={} could not be told: {}",
          word(verdict),
          job.type(),
          job.runKey(),
          job.stepKey(),
          Commands.text(error));
    }
  }

  private static void log(Job job, Verdict verdict, String result) {
    LOG.info(
        "job {} {} type={} run={} step={} element={} retries={}",
        word(verdict),
        result,
        job.type(),
        job.runKey(),
        job.stepKey(),
        job.elementId(),
        job.retries());
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Complete c -> "completed";
      case Verdict.Fail f -> f.retriesLeft() == 0 ? "broken" : "failed";
      case Verdict.Throw t -> "rejected";
    };
  }

  private static Job job(ActivatedJob job) {
    return new Job(
        job.getKey(),
        job.getType(),
        job.getBpmnProcessId(),
        job.getProcessDefinitionVersion(),
        job.getProcessDefinitionKey(),
        job.getProcessInstanceKey(),
        job.getElementId(),
        job.getElementInstanceKey(),
        job.getCustomHeaders(),
        variables(job.getVariables()),
        job.getRetries(),
        Instant.ofEpochMilli(job.getDeadline()));
  }

  private static ObjectNode variables(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the broker sent variables that are not JSON", e);
    }
  }
}
