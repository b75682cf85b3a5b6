package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import io.wireroom.testkit.ScriptedServer;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cluster that answers the search requests of the Orchestration REST API (8.9): filters, pages by
 * cursor, keys as text, field by field as its OpenAPI description has them. Written after that
 * description; no cluster was recorded.
 */
final class ScriptedCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TENANT = "<default>";
  private static final String DEFINITION = "2251799813685301";

  private final ScriptedServer server = ScriptedServer.start();
  private final Map<String, List<ObjectNode>> tables = new ConcurrentHashMap<>();
  private final Map<String, String> scopes = new ConcurrentHashMap<>();
  private volatile boolean away;

  ScriptedCluster() {
    for (var kind :
        List.of("process-instances", "element-instances", "variables", "incidents", "jobs")) {
      tables.put(kind, new ArrayList<>());
      server.on("/v2/" + kind + "/search", request -> search(kind, request));
    }
  }

  URI uri() {
    return server.uri("");
  }

  void away(boolean now) {
    away = now;
  }

  int requests() {
    return server.requests().size();
  }

  /** A deployed version's XML. */
  ScriptedCluster diagram(String xml) {
    server.text("/v2/process-definitions/" + DEFINITION + "/xml", "text/xml", xml);
    return this;
  }

  ScriptedCluster run(long key, String state, String start, String end) {
    var run =
        row("process-instances", "processInstanceKey", key)
            .put("processDefinitionId", "newsroom")
            .put("processDefinitionName", "Newsroom")
            .put("processDefinitionVersion", 3)
            .put("processDefinitionKey", DEFINITION)
            .put("tenantId", TENANT)
            .put("startDate", start)
            .put("state", state)
            .put("hasIncident", false);
    put(run, "endDate", end);
    server.on("/v2/process-instances/" + key, request -> answer(request, 200, run.toString()));
    return this;
  }

  ScriptedCluster step(
      long run, long scope, long key, String type, String id, String state, String at, String end) {
    var step =
        row("element-instances", "elementInstanceKey", key)
            .put("processInstanceKey", String.valueOf(run))
            .put("processDefinitionId", "newsroom")
            .put("processDefinitionKey", DEFINITION)
            .put("elementId", id)
            .put("elementName", id)
            .put("type", type)
            .put("state", state)
            .put("startDate", at)
            .put("hasIncident", false)
            .put("tenantId", TENANT);
    put(step, "endDate", end);
    scopes.put(String.valueOf(key), String.valueOf(scope));
    return this;
  }

  ScriptedCluster variable(long run, long scope, long key, String name, String json) {
    row("variables", "variableKey", key)
        .put("processInstanceKey", String.valueOf(run))
        .put("scopeKey", String.valueOf(scope))
        .put("name", name)
        .put("value", json)
        .put("isTruncated", false)
        .put("tenantId", TENANT);
    return this;
  }

  ScriptedCluster job(long run, long step, long key, String state, int retries, String error) {
    var job =
        row("jobs", "jobKey", key)
            .put("type", "wireroom:http:1")
            .put("worker", "wireroom")
            .put("state", state)
            .put("kind", "BPMN_ELEMENT")
            .put("listenerEventType", "UNSPECIFIED")
            .put("retries", retries)
            .put("isDenied", false)
            .put("hasFailedWithRetriesLeft", false)
            .put("processDefinitionId", "newsroom")
            .put("processDefinitionKey", DEFINITION)
            .put("processInstanceKey", String.valueOf(run))
            .put("elementId", "fetch")
            .put("elementInstanceKey", String.valueOf(step))
            .put("tenantId", TENANT);
    job.putObject("customHeaders");
    put(job, "errorMessage", error);
    return this;
  }

  ScriptedCluster incident(long run, long step, long job, long key, String state, String at) {
    row("incidents", "incidentKey", key)
        .put("processDefinitionId", "newsroom")
        .put("processDefinitionKey", DEFINITION)
        .put("processInstanceKey", String.valueOf(run))
        .put("elementInstanceKey", String.valueOf(step))
        .put("elementId", "fetch")
        .put("jobKey", String.valueOf(job))
        .put("errorType", "JOB_NO_RETRIES")
        .put("errorMessage", "GET http://x answered 500")
        .put("creationTime", at)
        .put("state", state)
        .put("tenantId", TENANT);
    return this;
  }

  /** The row with this key, new or to be written over. */
  private ObjectNode row(String table, String keyField, long key) {
    var row = JSON.createObjectNode().put(keyField, String.valueOf(key));
    var rows = tables.getOrDefault(table, List.of());
    synchronized (rows) {
      rows.removeIf(r -> r.path(keyField).equals(row.path(keyField)));
      rows.add(row);
    }
    return row;
  }

  private static void put(ObjectNode row, String field, String value) {
    if (!value.isEmpty()) {
      row.put(field, value);
    }
  }

  private void search(String table, HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              try {
                var asked = JSON.readTree(body.toString());
                answer(request, away ? 503 : 200, away ? "{}" : page(table, asked).toString());
              } catch (JsonProcessingException e) {
                answer(request, 400, "{}");
              }
            });
  }

  private ObjectNode page(String table, JsonNode asked) {
    var rows = tables.getOrDefault(table, List.of());
    List<ObjectNode> found;
    synchronized (rows) {
      found = rows.stream().filter(row -> fits(row, asked.path("filter"))).toList();
    }
    var limit = asked.path("page").path("limit").asInt(100);
    var from = asked.path("page").path("after").asInt(0);
    var to = Math.min(found.size(), from + limit);
    var page = JSON.createObjectNode();
    page.putArray("items").addAll(found.subList(Math.min(from, to), to));
    page.putObject("page")
        .put("totalItems", found.size())
        .put("hasMoreTotalItems", false)
        .put("startCursor", String.valueOf(from))
        .put("endCursor", String.valueOf(to));
    return page;
  }

  private boolean fits(ObjectNode row, JsonNode filter) {
    for (var condition : filter.properties()) {
      var wanted = condition.getValue();
      var is =
          condition.getKey().equals("elementInstanceScopeKey")
              ? scopes.getOrDefault(row.path("elementInstanceKey").asText(), "")
              : row.path(condition.getKey()).asText("");
      if (wanted.has("$gte")
          ? is.isEmpty() || !between(instant(is), wanted.path("$gte"), wanted.path("$lt"))
          : !is.equals(wanted.has("$eq") ? wanted.path("$eq").asText() : wanted.asText())) {
        return false;
      }
    }
    return true;
  }

  private static boolean between(OffsetDateTime moment, JsonNode from, JsonNode before) {
    return !moment.isBefore(instant(from.asText())) && moment.isBefore(instant(before.asText()));
  }

  private static OffsetDateTime instant(String text) {
    return OffsetDateTime.parse(text);
  }

  private static void answer(HttpServerRequest request, int status, String json) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json);
  }

  @Override
  public void close() {
    server.close();
  }
}
