package io.wireroom.engine.process.zeebe;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.UpdateTimeoutJobResponse;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.Verdict;
import java.time.Duration;

/** The command that tells the broker what came of a job. */
record JobAnswer(CamundaClient client) {
  /** Moves the job's deadline to {@code lease} from now. */
  FinalCommandStep<UpdateTimeoutJobResponse> renewal(long jobKey, Duration lease) {
    return client.newUpdateTimeoutCommand(jobKey).timeout(lease);
  }

  /** What came of it. */
  FinalCommandStep<?> command(Job job, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Complete(var variables) ->
          client.newCompleteCommand(job.key()).variables(variables.toString());
      case Verdict.Fail(var reason, var retriesLeft, var backOff) ->
          client
              .newFailCommand(job.key())
              .retries(retriesLeft)
              .retryBackoff(backOff)
              .errorMessage(reason);
      case Verdict.Throw(var code, var message, var variables) ->
          client
              .newThrowErrorCommand(job.key())
              .errorCode(code)
              .errorMessage(message)
              .variables(variables.toString());
    };
  }
}
