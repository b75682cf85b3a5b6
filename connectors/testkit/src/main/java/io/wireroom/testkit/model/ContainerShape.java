package io.wireroom.testkit.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A container on SageMaker: another shape's bytes in parts that are cut anywhere. */
record ContainerShape(Shape inside) implements Shape {
  private static final int CUT = 7;

  @Override
  public byte[] whole(Answer answer) {
    return inside.whole(answer);
  }

  @Override
  public Map<String, String> streamHead() {
    return ConverseShape.EVENTS;
  }

  @Override
  public List<byte[]> opening(Answer answer) {
    return inside.opening(answer).stream().map(ContainerShape::parts).toList();
  }

  @Override
  public byte[] piece(String text) {
    return parts(inside.piece(text));
  }

  @Override
  public byte[] damaged(String text) {
    return EventFrame.bytes("PayloadPart", inside.piece(text)).damaged();
  }

  @Override
  public byte[] unknown() {
    return parts(inside.unknown());
  }

  @Override
  public byte[] throttledMidstream() {
    return parts(inside.throttledMidstream());
  }

  @Override
  public List<byte[]> closing(Answer answer) {
    return inside.closing(answer).stream().map(ContainerShape::parts).toList();
  }

  @Override
  public Trouble trouble(Fault fault) {
    return AwsErrors.sagemaker(fault);
  }

  private static byte[] parts(byte[] bytes) {
    var frames = new ArrayList<byte[]>();
    int length = 0;
    for (int at = 0; at < bytes.length; at += CUT) {
      var part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CUT));
      frames.add(EventFrame.bytes("PayloadPart", part).encoded());
      length += frames.getLast().length;
    }
    var all = ByteBuffer.allocate(length);
    frames.forEach(all::put);
    return all.array();
  }
}
