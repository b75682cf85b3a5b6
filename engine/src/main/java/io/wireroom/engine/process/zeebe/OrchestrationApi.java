package io.wireroom.engine.process.zeebe;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.filter.builder.DateTimeProperty;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.wireroom.engine.process.ClusterRuns;
import io.wireroom.engine.process.FoundRun;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a Camunda 8 cluster for its runs, by the search requests of its Orchestration REST API. */
public final class OrchestrationApi implements ClusterRuns, AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int NOT_FOUND = 404;

  private final ZeebeConnection connection;
  private final CamundaClient client;

  public OrchestrationApi(ZeebeSettings settings) {
    this.connection = new ZeebeConnection(settings, SILENCE);
    this.client = connection.client();
  }

  @Override
  public Set<Move> moves(Instant from, Instant to) {
    var moves = new HashSet<Move>();
    Consumer<DateTimeProperty> then = t -> t.gte(at(from)).lt(at(to));
    Pages.each(
        () -> client.newProcessInstanceSearchRequest().filter(f -> f.startDate(then)),
        run -> moves.add(move(run)));
    Pages.each(
        () -> client.newProcessInstanceSearchRequest().filter(f -> f.endDate(then)),
        run -> moves.add(move(run)));
    Pages.each(
        () -> client.newElementInstanceSearchRequest().filter(f -> f.startDate(then)),
        step -> moves.add(move(step)));
    Pages.each(
        () -> client.newElementInstanceSearchRequest().filter(f -> f.endDate(then)),
        step -> moves.add(move(step)));
    Pages.each(
        () -> client.newIncidentSearchRequest().filter(f -> f.creationTime(then)),
        i -> moves.add(new Move(i.getProcessInstanceKey(), i.getIncidentKey(), "" + i.getState())));
    return moves;
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Move move(ProcessInstance run) {
    return new Move(run.getProcessInstanceKey(), run.getProcessInstanceKey(), "" + run.getState());
  }

  private static Move move(ElementInstance step) {
    return new Move(
        step.getProcessInstanceKey(), step.getElementInstanceKey(), "" + step.getState());
  }

  @Override
  public Optional<FoundRun> find(long runKey) {
    return found(client.newProcessInstanceGetRequest(runKey)).map(this::whole);
  }

  private FoundRun whole(ProcessInstance run) {
    var key = run.getProcessInstanceKey();
    // why in this order: what ended before it was asked for has its values by then
    var steps = steps(key);
    return new FoundRun(
        key,
        run.getProcessDefinitionId(),
        run.getProcessDefinitionVersion(),
        run.getProcessDefinitionKey(),
        Optional.ofNullable(run.getParentProcessInstanceKey()).filter(caller -> caller > 0),
        state(String.valueOf(run.getState())),
        run.getStartDate().toInstant(),
        Optional.ofNullable(run.getEndDate()).map(OffsetDateTime::toInstant),
        steps,
        values(key),
        incidents(key));
  }

  /** why scope by scope: the cluster takes a step's scope as a filter, and does not tell it. */
  private List<FoundRun.Step> steps(long runKey) {
    var jobs = jobs(runKey);
    var steps = new ArrayList<FoundRun.Step>();
    var scopes = new ArrayDeque<Long>(List.of(runKey));
    while (!scopes.isEmpty()) {
      var scope = scopes.remove();
      Pages.each(
          () ->
              client
                  .newElementInstanceSearchRequest()
                  .filter(f -> f.processInstanceKey(runKey).elementInstanceScopeKey(scope)),
          found -> {
            var step = step(found, scope, jobs);
            if (step.key() != scope) {
              steps.add(step);
              if (holdsOthers(step.type())) {
                scopes.add(step.key());
              }
            }
          });
    }
    return steps;
  }

  private static boolean holdsOthers(String type) {
    return type.endsWith("SUB_PROCESS") || type.equals("MULTI_INSTANCE_BODY");
  }

  private static FoundRun.Step step(
      ElementInstance step, long scope, Map<Long, FoundRun.Job> jobs) {
    return new FoundRun.Step(
        step.getElementInstanceKey(),
        scope,
        step.getElementId(),
        String.valueOf(step.getType()),
        state(String.valueOf(step.getState())),
        step.getStartDate().toInstant(),
        Optional.ofNullable(step.getEndDate()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(jobs.get(step.getElementInstanceKey())));
  }

  /** The newest job of each step that has one. */
  private Map<Long, FoundRun.Job> jobs(long runKey) {
    var jobs = new HashMap<Long, FoundRun.Job>();
    Pages.each(
        () -> client.newJobSearchRequest().filter(f -> f.processInstanceKey(runKey)),
        job -> {
          if (String.valueOf(job.getKind()).equals("BPMN_ELEMENT")) {
            var found =
                new FoundRun.Job(
                    job.getJobKey(),
                    job.getType(),
                    String.valueOf(job.getState()),
                    Optional.ofNullable(job.getRetries()).orElse(0),
                    text(job.getErrorCode()),
                    text(job.getErrorMessage()));
            jobs.merge(job.getElementInstanceKey(), found, (a, b) -> a.key() > b.key() ? a : b);
          }
        });
    return jobs;
  }

  private List<FoundRun.Value> values(long runKey) {
    var values = new ArrayList<FoundRun.Value>();
    Pages.each(
        () ->
            client
                .newVariableSearchRequest()
                .filter(f -> f.processInstanceKey(runKey))
                .withFullValues(),
        v ->
            values.add(
                new FoundRun.Value(
                    v.getVariableKey(), v.getScopeKey(), v.getName(), v.getValue())));
    return values;
  }

  private List<FoundRun.Incident> incidents(long runKey) {
    var incidents = new ArrayList<FoundRun.Incident>();
    Pages.each(
        () -> client.newIncidentSearchRequest().filter(f -> f.processInstanceKey(runKey)),
        i -> incidents.add(incident(i)));
    return incidents;
  }

  private static FoundRun.Incident incident(Incident i) {
    return new FoundRun.Incident(
        i.getIncidentKey(),
        i.getElementInstanceKey(),
        Optional.ofNullable(i.getJobKey()).orElse(-1L),
        String.valueOf(i.getErrorType()),
        text(i.getErrorMessage()),
        i.getCreationTime().toInstant(),
        i.getState() == IncidentState.RESOLVED);
  }

  private static FoundRun.State state(String name) {
    return switch (name) {
      case "COMPLETED" -> FoundRun.State.COMPLETED;
      case "TERMINATED", "CANCELED" -> FoundRun.State.TERMINATED;
      default -> FoundRun.State.ACTIVE;
    };
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  @Override
  public Optional<String> diagram(long definitionKey) {
    return found(client.newProcessDefinitionGetXmlRequest(definitionKey));
  }

  private static <T> Optional<T> found(FinalCommandStep<T> request) {
    try {
      return Optional.of(request.execute());
    } catch (ClientHttpException e) {
      if (e.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw away(e);
    } catch (ClientException e) {
      throw away(e);
    }
  }

  static Unavailable away(ClientException e) {
    return new Unavailable(
        "the cluster does not tell of its runs: "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
        e);
  }

  @Override
  public void close() {
    connection.close();
  }
}
