package io.wireroom.engine.broker;

import io.wireroom.engine.testing.BrokerFixture;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A small program that starts a broker in a given data folder, says its pid, and stays. */
public final class Parent {
  private Parent() {}

  public static void main(String[] args) {
    var broker = EmbeddedBroker.start(BrokerFixture.settings(Path.of(args[0]), Map.of()));
    System.out.println("pid=" + broker.pid());
    LockSupport.park();
  }
}
