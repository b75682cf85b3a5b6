package io.wireroom.engine.process.zeebe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.ModifyProcessInstanceCommandStep1;
import io.camunda.client.api.command.ModifyProcessInstanceCommandStep1.ModifyProcessInstanceCommandStep2;
import io.camunda.client.api.command.ProblemException;
import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.process.zeebe.Commands.Repeat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Changes of runs by Zeebe's commands; tasks for people by its REST commands. */
record ZeebeRunChanges(CamundaClient client, Commands commands, InstantSource clock)
    implements RunChanges {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  @Override
  public Future<Changed> setVariables(long scopeKey, ObjectNode variables) {
    return send(
        Repeat.IF_UNKNOWN,
        () -> client.newSetVariablesCommand(scopeKey).variables(variables.toString()).local(false));
  }

  @Override
  public Future<Changed> migrate(long runKey, long definitionKey, Map<String, String> mapping) {
    return send(Repeat.IF_REFUSED, () -> migration(runKey, definitionKey, mapping));
  }

  private MigrateProcessInstanceCommandFinalStep migration(
      long runKey, long definitionKey, Map<String, String> mapping) {
    var plan = MigrationPlan.newBuilder().withTargetProcessDefinitionKey(definitionKey);
    var pairs = mapping.entrySet().iterator();
    var first = pairs.next();
    var step = plan.addMappingInstruction(first.getKey(), first.getValue());
    while (pairs.hasNext()) {
      var pair = pairs.next();
      step = step.addMappingInstruction(pair.getKey(), pair.getValue());
    }
    return client.newMigrateProcessInstanceCommand(runKey).migrationPlan(step.build());
  }

  @Override
  public Future<Changed> modify(Modification modification) {
    return send(Repeat.IF_REFUSED, () -> command(modification));
  }

  private ModifyProcessInstanceCommandStep2 command(Modification modification) {
    ModifyProcessInstanceCommandStep1 step =
        client.newModifyProcessInstanceCommand(modification.runKey());
    ModifyProcessInstanceCommandStep2 last = null;
    for (var key : modification.terminate()) {
      last = (last == null ? step : last.and()).terminateElement(key);
    }
    for (var activation : modification.activate()) {
      var from = last == null ? step : last.and();
      var begun =
          activation.inStep().isPresent()
              ? from.activateElement(activation.elementId(), activation.inStep().get())
              : from.activateElement(activation.elementId());
      last =
          modification.variables().isEmpty()
              ? begun
              : begun.withVariables(modification.variables().toString());
    }
    if (last == null) {
      throw new IllegalArgumentException("a modification that changes nothing");
    }
    return last;
  }

  @Override
  public Future<Changed> completeJob(long jobKey, ObjectNode variables) {
    return send(
        Repeat.IF_REFUSED, () -> client.newCompleteCommand(jobKey).variables(variables.toString()));
  }

  @Override
  public Future<Changed> completeTask(long taskKey, ObjectNode variables) {
    return Future.fromCompletionStage(
            client.newCompleteUserTaskCommand(taskKey).variables(variables.toString()).send())
        .<Changed>map(new Changed.Done())
        .recover(ZeebeRunChanges::refusedByRest);
  }

  private static Future<Changed> refusedByRest(Throwable error) {
    var cause =
        error instanceof ProblemException || error.getCause() == null ? error : error.getCause();
    if (cause instanceof ProblemException problem) {
      return switch (problem.code()) {
        case NOT_FOUND -> Future.succeededFuture(new Changed.Gone());
        case TOO_MANY, UNAVAILABLE ->
            Future.failedFuture(new Unavailable("the broker has too much to do", problem));
        default -> Future.succeededFuture(new Changed.Refused(words(problem)));
      };
    }
    return Future.failedFuture(
        error instanceof ClientException ? new Unavailable("the broker is away", error) : error);
  }

  private static String words(ProblemException problem) {
    var details = problem.details();
    var said = details == null ? null : details.getDetail();
    return said == null ? String.valueOf(problem.getMessage()) : said;
  }

  private Future<Changed> send(Repeat repeat, Supplier<? extends FinalCommandStep<?>> command) {
    return commands
        .send(anything(command), repeat, clock.instant().plus(PATIENCE))
        .<Changed>map(new Changed.Done())
        .recover(
            error ->
                switch (Commands.code(error)) {
                  case NOT_FOUND -> Future.succeededFuture(new Changed.Gone());
                  case INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS ->
                      Future.succeededFuture(
                          new Changed.Refused(Refusal.text(Commands.text(error))));
                  default -> Future.failedFuture(error);
                });
  }

  /** why: what a command answers does not matter here, only that it does. */
  @SuppressWarnings("unchecked")
  private static Supplier<FinalCommandStep<Object>> anything(
      Supplier<? extends FinalCommandStep<?>> command) {
    return () -> (FinalCommandStep<Object>) command.get();
  }
}
