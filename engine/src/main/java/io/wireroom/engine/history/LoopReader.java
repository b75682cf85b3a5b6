package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.history.StepDetail.Loop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/** Tells where the items of a "for each" stand, by the broker's own counter. */
record LoopReader(DSLContext db, long runKey) {
  private static final String COUNTER = "loopCounter";

  /** By the item's step; steps that are no items have none. */
  Map<Long, Loop> of(List<StepValues> steps) {
    var bodies =
        steps.stream()
            .filter(step -> step.input().path(COUNTER).isInt())
            .map(step -> step.step().parent().orElse(null))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (bodies.isEmpty()) {
      return Map.of();
    }
    var sizes = sizes(bodies);
    var loops = new HashMap<Long, Loop>();
    for (var step : steps) {
      var counter = step.input().path(COUNTER);
      var body = step.step().parent();
      if (counter.isInt() && body.filter(sizes::containsKey).isPresent()) {
        loops.put(
            step.step().key(),
            new Loop(counter.asInt(), sizes.getOrDefault(body.get(), Optional.empty())));
      }
    }
    return loops;
  }

  /** How many items each body has; it is known before they all began where a variable tells. */
  private Map<Long, Optional<Integer>> sizes(List<Long> bodies) {
    var rows =
        db.fetch(
            """
            select body.key, body.definition_key, body.element_id, body.ended_at,
              (select count(*) from step where run_key = ? and parent_key = body.key) as items
            from step body where body.type = 'multiInstanceBody' and body.key in (%s)
            """
                .formatted(Keys.in(bodies)),
            runKey);
    var definitions = new HashMap<Long, Map<String, LoopDrawing>>();
    var sizes = new HashMap<Long, Optional<Integer>>();
    for (var row : rows) {
      var drawn =
          definitions
              .computeIfAbsent(row.get("definition_key", Long.class), this::drawings)
              .getOrDefault(row.get("element_id", String.class), LoopDrawing.UNKNOWN);
      var begun = row.get("items", Integer.class);
      var allBegan = !drawn.sequential() || row.get("ended_at") != null;
      sizes.put(
          row.get("key", Long.class),
          drawn.variable().flatMap(this::size).or(() -> Optional.of(begun).filter(n -> allBegan)));
    }
    return sizes;
  }

  private Map<String, LoopDrawing> drawings(long definitionKey) {
    return db.fetchOptional("select xml from definition where key = ?", definitionKey)
        .map(row -> LoopDrawing.in(row.get(0, String.class)))
        .orElse(Map.of());
  }

  /** The length of a list among the run's own variables, or in one of them. */
  private Optional<Integer> size(List<String> path) {
    return new Rows(db)
        .value(runKey, path.getFirst())
        .map(RunQueries::parse)
        .map(value -> walk(value, path.subList(1, path.size())))
        .filter(JsonNode::isArray)
        .map(JsonNode::size);
  }

  private static JsonNode walk(JsonNode value, List<String> path) {
    var node = value;
    for (var name : path) {
      node = node.path(name);
    }
    return node;
  }
}
