package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;

/** One piece of an answer that comes as it is made. Blocks are counted from 0. */
public sealed interface ModelEvent {
  /** The endpoint begins. */
  record Started() implements ModelEvent {}

  /** More of a block's text. */
  record Text(int block, String text) implements ModelEvent {}

  /** A tool is asked for; its arguments follow. */
  record ToolStarted(int block, String id, String name) implements ModelEvent {}

  /** More of a tool's arguments, which are JSON only when they are complete. */
  record ToolInput(int block, String json) implements ModelEvent {}

  /** More of what the model thinks. */
  record Reasoning(int block, String text) implements ModelEvent {}

  /** The signature of a block of thoughts. */
  record Signature(int block, String signature) implements ModelEvent {}

  /** The model says that it stopped, and why. */
  record Stopped(StopReason reason) implements ModelEvent {}

  /** What was counted and how it was served; may come before or after {@link Stopped}. */
  record Counted(Usage usage, Served served) implements ModelEvent {}

  /** Something that has no name here, as far as it can be shown. */
  record Unknown(String type, JsonNode json) implements ModelEvent {}

  /** Whether an editor would see it: after this no other route's answer may follow. */
  default boolean content() {
    return switch (this) {
      case Text text -> !text.text().isEmpty();
      case ToolStarted tool -> true;
      case ToolInput input -> true;
      case Reasoning thought -> !thought.text().isEmpty();
      case Started none -> false;
      case Signature none -> false;
      case Stopped none -> false;
      case Counted none -> false;
      case Unknown none -> false;
    };
  }
}
