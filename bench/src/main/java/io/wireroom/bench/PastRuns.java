package io.wireroom.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.history.History;
import io.wireroom.engine.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Runs of the last thirty days, written by the history itself from records like the broker's:
 * twenty workflows, each run with three values; of a thousand, 20 stand at an incident and 10 wait.
 */
final class PastRuns {
  static final int WORKFLOWS = 20;
  static final int CITIES = 500;
  private static final int PARTITION = 9;
  private static final int RUNS_A_BATCH = 500;
  private static final Duration TIME = Duration.ofDays(30);

  private final RandomGenerator random;
  private final Instant begin;
  private final long most;
  private long written;
  private long position;

  PastRuns(RandomGenerator random, Instant now, long most) {
    this.random = random;
    this.begin = now.minus(TIME);
    this.most = most;
  }

  /** Writes on until there are so many. */
  void fill(Path store, long runs) {
    try (var database = Database.open(store)) {
      var history = new History(database);
      if (written == 0) {
        history.store(definitions());
      }
      while (written < runs) {
        var records = new ArrayList<BrokerRecord>();
        for (var i = 0; i < RUNS_A_BATCH && written < runs; i++) {
          write(records);
        }
        history.store(records);
      }
    }
  }

  private List<BrokerRecord> definitions() {
    var records = new ArrayList<BrokerRecord>();
    for (var i = 0; i < WORKFLOWS; i++) {
      var id = "workflow-" + i;
      var xml =
          "<process id=\"%s\" name=\"Workflow %d\"><task id=\"step\" name=\"Step\"/></process>"
              .formatted(id, i);
      var value =
          JsonNodeFactory.instance
              .objectNode()
              .put("bpmnProcessId", id)
              .put("version", 1)
              .put("processDefinitionKey", definition(id))
              .put(
                  "resource",
                  Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
      records.add(
          new BrokerRecord(
              PARTITION, ++position, definition(id), begin, "PROCESS", "CREATED", value));
    }
    return records;
  }

  private static long definition(String workflow) {
    return 1_000L + Math.abs(workflow.hashCode() % 100_000);
  }

  private void write(List<BrokerRecord> records) {
    var number = written++;
    var key = ((long) PARTITION << 51) + 16 * number;
    var at = begin.plusMillis(TIME.toMillis() * number / most);
    var run = new RunRecords(key, workflow(), at, records);
    run.element(key, "PROCESS", "ELEMENT_ACTIVATING", 0);
    run.variable("businessKey", "\"A-" + number + "\"");
    run.variable("city", "\"city " + random.nextInt(CITIES) + "\"");
    run.variable("total", String.valueOf(random.nextInt(100_000) / 100.0));
    var fate = random.nextInt(1_000);
    var took = (long) Math.exp(5 + 2 * random.nextGaussian());
    if (fate < 20) {
      run.element(key + 1, "SERVICE_TASK", "ELEMENT_ACTIVATING", 5);
      run.incident(
          key + 2, "The peer answered " + (500 + random.nextInt(5)) + " to request " + number);
    } else if (fate < 30) {
      run.element(key + 1, "USER_TASK", "ELEMENT_ACTIVATING", 5);
    } else {
      run.element(key + 1, "SERVICE_TASK", "ELEMENT_ACTIVATING", 5);
      run.element(key + 1, "SERVICE_TASK", "ELEMENT_COMPLETED", took);
      run.element(key, "PROCESS", "ELEMENT_COMPLETED", took + 5);
    }
  }

  /** Few workflows have most of the runs. */
  private String workflow() {
    return "workflow-" + (int) (WORKFLOWS * Math.pow(random.nextDouble(), 2));
  }

  /** Writes the records of one run. */
  private final class RunRecords {
    private final long key;
    private final String workflow;
    private final Instant begin;
    private final List<BrokerRecord> records;

    RunRecords(long key, String workflow, Instant begin, List<BrokerRecord> records) {
      this.key = key;
      this.workflow = workflow;
      this.begin = begin;
      this.records = records;
    }

    void element(long element, String type, String intent, long after) {
      var process = type.equals("PROCESS");
      var value =
          value()
              .put("bpmnProcessId", workflow)
              .put("version", 1)
              .put("processDefinitionKey", definition(workflow))
              .put("elementId", process ? workflow : "step")
              .put("flowScopeKey", process ? -1 : key)
              .put("bpmnElementType", type)
              .put("bpmnEventType", "UNSPECIFIED")
              .put("parentProcessInstanceKey", -1);
      add("PROCESS_INSTANCE", intent, element, after, value);
    }

    void variable(String name, String json) {
      add(
          "VARIABLE",
          "CREATED",
          key + 3,
          1,
          value().put("scopeKey", key).put("name", name).put("value", json));
    }

    void incident(long incident, String message) {
      var value = value().put("elementInstanceKey", key + 1).put("jobKey", -1);
      value.put("errorType", "JOB_NO_RETRIES").put("errorMessage", message);
      add("INCIDENT", "CREATED", incident, 10, value);
    }

    private ObjectNode value() {
      return JsonNodeFactory.instance.objectNode().put("processInstanceKey", key);
    }

    private void add(String type, String intent, long record, long after, ObjectNode value) {
      records.add(
          new BrokerRecord(
              PARTITION, ++position, record, begin.plusMillis(after), type, intent, value));
    }
  }
}
