package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the pieces of one answer together, and hands each on. */
public final class Assembler {
  /** Of characters, over all parts. */
  private static final long LARGEST = 2_000_000;

  private final Asking asking;
  private final Map<Integer, Part> parts = new LinkedHashMap<>();
  private final List<Content> unknown = new ArrayList<>();
  private StopReason stop = StopReason.MISSING;
  private Usage usage = new Usage.Unknown();
  private Served served = Served.UNSAID;
  private boolean begun;
  private boolean givenUp;
  private long size;

  public Assembler(Asking asking) {
    this.asking = asking;
  }

  /** One part as far as it came. */
  private record Part(String kind, String id, String name, StringBuilder text, String[] signature) {
    Content content() {
      return switch (kind) {
        case "tool" -> new Content.ToolUse(id, name, input(text.toString()));
        case "reasoning" ->
            new Content.Reasoning(text.toString(), Optional.ofNullable(signature[0]));
        default -> new Content.Text(text.toString());
      };
    }

    private static JsonNode input(String text) {
      var json = JsonText.parse(text.isBlank() ? "{}" : text);
      return json.isMissingNode() ? new TextNode(text) : json;
    }
  }

  /** Takes a piece; false when there is no use in more. */
  public boolean on(ModelEvent event) {
    switch (event) {
      case ModelEvent.Text(var block, var text) -> add(block, "text", text);
      case ModelEvent.Reasoning(var block, var text) -> add(block, "reasoning", text);
      case ModelEvent.ToolInput(var block, var json) -> add(block, "tool", json);
      case ModelEvent.ToolStarted(var block, var id, var name) ->
          parts.put(block, part("tool", id, name));
      case ModelEvent.Signature(var block, var signature) ->
          parts.computeIfAbsent(block, b -> part("reasoning", "", "")).signature[0] = signature;
      case ModelEvent.Stopped(var reason) -> stop = reason;
      case ModelEvent.Counted(var counted, var how) -> count(counted, how);
      case ModelEvent.Unknown(var type, var json) -> unknown.add(new Content.Unknown(json));
      case ModelEvent.Started() -> {}
    }
    if (event.content()) {
      begun = true;
      asking.patience().heard();
    }
    if (!asking.watch().on(event) || !asking.listener().on(event)) {
      givenUp = true;
    }
    return !givenUp && !tooLarge();
  }

  /** Whether content came: from now on no other answer may follow it. */
  public boolean begun() {
    return begun;
  }

  /** Whether the endpoint said that the answer is whole. */
  public boolean stopped() {
    return stop != StopReason.MISSING;
  }

  /** What was counted so far. */
  public Usage counted() {
    return usage;
  }

  /** Whether nothing more is wanted: nobody waits, or it is too large. */
  public boolean over() {
    return givenUp || tooLarge();
  }

  /** What came, judged; a reply only when it is whole. */
  public Turn turn(ModelRequest request) {
    if (givenUp) {
      return failed(Cause.CANCELLED, "nobody waits for the answer any more");
    }
    if (tooLarge()) {
      return Turn.rejected(
          Rejection.UNUSABLE, "the answer is larger than " + LARGEST + " characters");
    }
    if (!stopped()) {
      return failed(Cause.TRUNCATED, "the answer broke off before it was whole");
    }
    return Turn.of(reply(), request);
  }

  /** Ended by trouble on the way: what came before says whether another may try. */
  public Turn failed(Cause cause, String message) {
    return Turn.failed(new Failure(cause, message).begun(begun));
  }

  private Reply reply() {
    var content = new ArrayList<Content>();
    parts.values().forEach(part -> content.add(part.content()));
    content.addAll(unknown);
    return new Reply(content, stop, usage, served);
  }

  private boolean tooLarge() {
    return size > LARGEST;
  }

  private void add(int block, String kind, String text) {
    size += text.length();
    parts.computeIfAbsent(block, b -> part(kind, "", "")).text.append(text);
  }

  private void count(Usage counted, Served how) {
    if (!(counted instanceof Usage.Unknown)) {
      usage = counted;
    }
    served =
        new Served(
            how.tier().or(served::tier),
            how.latency().or(served::latency),
            how.variant().or(served::variant),
            how.model().or(served::model));
  }

  private static Part part(String kind, String id, String name) {
    return new Part(kind, id, name, new StringBuilder(), new String[1]);
  }
}
