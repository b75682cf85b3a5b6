package io.wireroom.testkit.model;

import java.util.List;
import java.util.Map;

/** How one interface writes an answer. */
interface Shape {
  /** The body of an answer in one piece. */
  byte[] whole(Answer answer);

  /** The head of a stream: its Content-Type and what else. */
  Map<String, String> streamHead();

  /** What comes before the text. */
  List<byte[]> opening(Answer answer);

  /** A piece of text. */
  byte[] piece(String text);

  /** A piece that is damaged. */
  byte[] damaged(String text);

  /** A piece of a kind that nobody knows. */
  byte[] unknown();

  /** An error in the middle of a stream. */
  byte[] throttledMidstream();

  /** What comes after the text and says that it is whole. */
  List<byte[]> closing(Answer answer);

  /** An error instead of an answer. */
  Trouble trouble(Fault fault);

  /** An error as HTTP. */
  record Trouble(int status, Map<String, String> headers, String body) {}
}
