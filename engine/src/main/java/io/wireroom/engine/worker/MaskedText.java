package io.wireroom.engine.worker;

import io.wireroom.connector.LiveText;
import io.wireroom.engine.connections.HandedOut;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.process.Job;

/**
 * Hands a step's text on as it comes, without the credentials that the step was given. What may be
 * the beginning of one waits until more shows that it is none. Confined to the step's thread.
 */
final class MaskedText implements LiveText {
  private final Job job;
  private final HandedOut handedOut;
  private final Onlookers onlookers;
  private Mask mask = Mask.NOTHING;
  private int masked;
  private String waiting = "";
  private long at;

  MaskedText(Job job, HandedOut handedOut, Onlookers onlookers) {
    this.job = job;
    this.handedOut = handedOut;
    this.onlookers = onlookers;
  }

  @Override
  public void add(String more) {
    if (handedOut.count() != masked) {
      masked = handedOut.count();
      mask = handedOut.mask();
    }
    waiting += more;
    say(mask.settled(waiting));
  }

  /** Nothing more comes. */
  void end() {
    say(waiting.length());
  }

  private void say(int length) {
    if (length > 0) {
      var text = mask.text(waiting.substring(0, length));
      waiting = waiting.substring(length);
      onlookers.said(
          new Said(job.runKey(), job.stepKey(), job.elementId(), StepWork.event(job), at, text));
      at += text.length();
    }
  }
}
