package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.Json;
import io.wireroom.models.Comparison;
import io.wireroom.models.MedianInterval;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Usage;

/** Writes a comparison; times in milliseconds, money in US dollars, what is unknown left out. */
final class ComparisonJson {
  private ComparisonJson() {}

  static ObjectNode asks(Comparison.Plan plan) {
    var json = Json.MAPPER.createObjectNode();
    var asks = json.putObject("asks").put("calls", plan.calls());
    cost(asks, plan.cost());
    return json;
  }

  static ObjectNode of(Comparison comparison) {
    var json = Json.MAPPER.createObjectNode();
    comparison.fastest().ifPresent(route -> json.put("fastest", route.name()));
    var routes = json.putArray("routes");
    comparison.routes().forEach(answers -> routes.add(of(answers)));
    return json;
  }

  private static ObjectNode of(Comparison.Answers answers) {
    var route = answers.route();
    var json =
        Json.MAPPER
            .createObjectNode()
            .put("name", route.name())
            .put("hardware", route.hardware().family())
            .put("evidence", route.hardware().evidence().text());
    answers.latency().ifPresent(interval -> json.set("latency", of(interval)));
    var all = json.putArray("answers");
    answers.all().forEach(one -> all.add(of(one)));
    return json;
  }

  private static ObjectNode of(MedianInterval interval) {
    return Json.MAPPER
        .createObjectNode()
        .put("count", interval.count())
        .put("median", ModelRoutes.millis(interval.median()))
        .put("low", ModelRoutes.millis(interval.low()))
        .put("high", ModelRoutes.millis(interval.high()));
  }

  private static ObjectNode of(Comparison.One one) {
    var json = Json.MAPPER.createObjectNode();
    switch (one.result()) {
      case EndpointResult.Answered answer -> {
        json.put("text", answer.text());
        cost(json, answer.cost());
        if (answer.usage() instanceof Usage.Tokens tokens) {
          json.put("outputTokens", tokens.out());
        }
      }
      case EndpointResult.Rejected(var rejection, var message) ->
          json.put("error", rejection.code() + ": " + message);
      case EndpointResult.Failed(var failure) -> json.put("error", failure.message());
    }
    json.put("latency", ModelRoutes.millis(one.latency()));
    one.firstToken().ifPresent(first -> json.put("firstToken", ModelRoutes.millis(first)));
    return json;
  }

  private static void cost(ObjectNode json, Cost cost) {
    if (cost instanceof Cost.Known(var pico)) {
      json.put("cost", Cost.dollars(pico));
    }
  }
}
