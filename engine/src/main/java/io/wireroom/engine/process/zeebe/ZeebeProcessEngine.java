package io.wireroom.engine.process.zeebe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;
import io.grpc.Status;
import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.process.zeebe.Commands.Repeat;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Zeebe, embedded or external, by the Camunda client over gRPC. */
public final class ZeebeProcessEngine implements ProcessEngine {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final Duration DEPLOYMENT = Duration.ofSeconds(20);
  private static final String NO_VARIABLE = "wireroom";

  private final ZeebeConnection connection;
  private final Commands commands;
  private final Acquisition acquisition;
  private final Clock clock;
  private final Consumer<String> marked;
  private final List<JobIntake> intakes = new CopyOnWriteArrayList<>();

  public ZeebeProcessEngine(ZeebeSettings settings, Clock clock, RandomGenerator random) {
    this(settings, clock, random, marker -> {});
  }

  /**
   * Connects.
   *
   * @param marked is told of each marker that is in the log, where no record will tell of it
   */
  public ZeebeProcessEngine(
      ZeebeSettings settings, Clock clock, RandomGenerator random, Consumer<String> marked) {
    this.connection = new ZeebeConnection(settings, SILENCE);
    this.commands = new Commands(connection.scheduler(), clock, random);
    this.acquisition = settings.acquisition();
    this.clock = clock;
    this.marked = marked;
  }

  @Override
  public Future<Deployment> deploy(List<Resource> files) {
    return send(Repeat.IF_UNKNOWN, () -> deployment(files).requestTimeout(DEPLOYMENT))
        .map(ZeebeProcessEngine::deployed)
        .recover(
            error ->
                Commands.code(error) == Status.Code.INVALID_ARGUMENT
                    ? Future.succeededFuture(
                        new Deployment.Refused(Refusal.faults(Commands.text(error))))
                    : Future.failedFuture(error));
  }

  private DeployResourceCommandStep2 deployment(List<Resource> files) {
    var command = connection.client().newDeployResourceCommand();
    var first = files.getFirst();
    var all = command.addResourceBytes(first.bytes(), first.fileName());
    for (var file : files.subList(1, files.size())) {
      all = all.addResourceBytes(file.bytes(), file.fileName());
    }
    return all;
  }

  private static Deployment deployed(DeploymentEvent event) {
    var process = event.getProcesses().getFirst();
    return new Deployment.Deployed(
        process.getBpmnProcessId(), process.getVersion(), process.getProcessDefinitionKey());
  }

  @Override
  public Future<Long> create(String workflow, Optional<Integer> version, ObjectNode variables) {
    return send(
            Repeat.IF_REFUSED,
            () -> {
              var step = connection.client().newCreateInstanceCommand().bpmnProcessId(workflow);
              return version
                  .map(step::version)
                  .orElseGet(step::latestVersion)
                  .variables(variables.toString());
            })
        .map(event -> event.getProcessInstanceKey());
  }

  @Override
  public Future<Void> publish(
      String name,
      String correlationKey,
      String messageId,
      ObjectNode variables,
      Duration timeToLive) {
    return send(
            Repeat.IF_UNKNOWN,
            () ->
                connection
                    .client()
                    .newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(correlationKey)
                    .messageId(messageId)
                    .timeToLive(timeToLive)
                    .variables(variables.toString()))
        .<Void>mapEmpty()
        .recover(
            error ->
                // why: the first try got there, only its answer did not
                Commands.code(error) == Status.Code.ALREADY_EXISTS
                    ? Future.succeededFuture()
                    : Future.failedFuture(error));
  }

  @Override
  public Future<List<String>> newMarkers() {
    return send(Repeat.IF_UNKNOWN, () -> connection.client().newTopologyRequest())
        .map(topology -> Markers.forPartitions(topology.getPartitionsCount()));
  }

  @Override
  public Future<Void> mark(String marker) {
    return publish(
            Markers.MESSAGE, marker, marker, JsonNodeFactory.instance.objectNode(), Duration.ZERO)
        .onSuccess(there -> marked.accept(marker));
  }

  @Override
  public Future<Void> remove(long definitionKey) {
    return found(
            send(
                Repeat.IF_UNKNOWN,
                () -> connection.client().newDeleteResourceCommand(definitionKey)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> cancel(long runKey) {
    return found(
        send(Repeat.IF_UNKNOWN, () -> connection.client().newCancelInstanceCommand(runKey)));
  }

  @Override
  public Future<Boolean> repair(Repair repair) {
    var client = connection.client();
    return found(
        variables(repair)
            .compose(set -> retries(repair))
            .compose(
                set ->
                    send(
                        Repeat.IF_UNKNOWN,
                        () -> client.newResolveIncidentCommand(repair.incidentKey()))));
  }

  private Future<?> variables(Repair repair) {
    return repair.variables().isEmpty()
        ? Future.succeededFuture()
        : send(
            Repeat.IF_UNKNOWN,
            () ->
                connection
                    .client()
                    .newSetVariablesCommand(repair.stepKey())
                    .variables(repair.variables().toString())
                    .local(false));
  }

  private Future<?> retries(Repair repair) {
    return repair.jobKey().isEmpty()
        ? Future.succeededFuture()
        : send(
            Repeat.IF_UNKNOWN,
            () ->
                connection
                    .client()
                    .newUpdateRetriesCommand(repair.jobKey().get())
                    .retries(repair.retries()));
  }

  @Override
  public RunChanges changes() {
    return new ZeebeRunChanges(connection.client(), commands, clock);
  }

  private static Future<Boolean> found(Future<?> command) {
    return command
        .map(true)
        .recover(
            error ->
                Commands.code(error) == Status.Code.NOT_FOUND
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(error));
  }

  @Override
  public AutoCloseable work(
      String type, List<String> variables, Duration lease, int concurrency, JobHandler handler) {
    var intake =
        new JobIntake(
            connection,
            new JobIntake.Wanted(
                type, variables.isEmpty() ? List.of(NO_VARIABLE) : variables, lease, concurrency),
            new ZeebeWorker(handler, new JobAnswer(connection.client()), commands, clock, lease));
    intakes.add(intake);
    intake.open(acquisition);
    return intake;
  }

  @Override
  public Future<Void> extend(long jobKey, Duration lease) {
    return send(
            Repeat.IF_UNKNOWN,
            () -> connection.client().newUpdateTimeoutCommand(jobKey).timeout(lease))
        .mapEmpty();
  }

  @Override
  public Future<Health> health() {
    return send(Repeat.IF_REFUSED, () -> connection.client().newTopologyRequest())
        .map(ZeebeProcessEngine::health)
        .otherwise(error -> new Health(false, Commands.text(error)));
  }

  private static Health health(Topology topology) {
    var led =
        topology.getBrokers().stream()
            .flatMap(broker -> broker.getPartitions().stream())
            .filter(p -> p.isLeader() && p.getHealth() == PartitionBrokerHealth.HEALTHY)
            .count();
    var all = topology.getPartitionsCount();
    return new Health(
        led >= all && all > 0,
        "Zeebe %s, %d of %d partitions ready".formatted(topology.getGatewayVersion(), led, all));
  }

  private <T> Future<T> send(Repeat repeat, Supplier<? extends FinalCommandStep<T>> command) {
    return commands.send(command, repeat, until());
  }

  private Instant until() {
    return clock.instant().plus(PATIENCE);
  }

  @Override
  public void close() {
    intakes.forEach(JobIntake::close);
    connection.close();
  }
}
