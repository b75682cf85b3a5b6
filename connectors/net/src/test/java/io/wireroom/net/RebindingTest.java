package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A name server that changes its mind. 127.0.0.2 plays the public address (a rule opens it), and
 * 127.0.0.1 the private one, where the canary listens on the same port.
 */
@Tag("module")
class RebindingTest {
  private static final String OUTSIDE = "127.0.0.2";
  private static final String INSIDE = "127.0.0.1";
  private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private Surroundings around;
  private Peer control;
  private Peer canary;

  @BeforeEach
  void listenOnTheSamePortOfTwoAddresses() {
    around = new Surroundings();
    control = around.saying(OUTSIDE, 0, HELLO);
    while (!Peer.free(INSIDE, control.port())) {
      control.close();
      control = around.saying(OUTSIDE, 0, HELLO);
    }
    canary = around.silent(INSIDE, control.port());
  }

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void connectsToTheAddressThatWasJudgedAndAsksOnce() {
    around.names.on("rebind.test", List.of(OUTSIDE), List.of(INSIDE));
    var door = around.door(OUTSIDE + "/32");

    var answer = door.send(ask("rebind.test"));

    assertThat(answer).isInstanceOf(Answer.Response.class);
    assertThat(around.names.asked("rebind.test")).isEqualTo(1);
    assertThat(canary.connections()).isZero();
  }

  @Test
  void refusesTheSecondRequestWhenTheNameHasMovedInside() {
    around.names.on("rebind.test", List.of(OUTSIDE), List.of(INSIDE));
    var door = around.door(OUTSIDE + "/32");

    var first = door.send(ask("rebind.test"));
    var second = door.send(ask("rebind.test"));

    assertThat(first).isInstanceOf(Answer.Response.class);
    assertThat(second).isInstanceOf(Answer.Refused.class);
    assertThat(control.heads()).hasSize(1);
    assertThat(canary.connections()).isZero();
  }

  @Test
  void doesNotReuseAConnectionForANameThatHasMovedOutside() {
    around.names.on("rebind.test", List.of(INSIDE), List.of(OUTSIDE));
    var door = around.door(Surroundings.EVERYTHING);

    var inside = door.send(ask("rebind.test"));
    var outside = door.send(ask("rebind.test"));

    assertThat(inside).isInstanceOf(Answer.TimedOut.class);
    assertThat(outside).isInstanceOf(Answer.Response.class);
    assertThat(canary.heads()).hasSize(1);
    assertThat(control.heads()).hasSize(1);
  }

  @Test
  void aRedirectToTheSameNameIsJudgedByItsNewAddress() {
    around.names.on("rebind.test", List.of(OUTSIDE), List.of(INSIDE));
    try (var mover =
        around.saying(
            "HTTP/1.1 307 Moved\r\nContent-Length: 0\r\nLocation: http://rebind.test:"
                + canary.port()
                + "/\r\n\r\n")) {
      var door = around.door(OUTSIDE + "/32", INSIDE + ":" + mover.port());

      var warm = door.send(ask("rebind.test"));
      var moved = door.send(Request.get(mover.uri("/")).following(3));

      assertThat(warm).isInstanceOf(Answer.Response.class);
      assertThat(moved).isInstanceOf(Answer.Refused.class);
      assertThat(canary.connections()).isZero();
    }
  }

  @Test
  void usesOnlyThePermittedAddressOfAMixedName() {
    around.names.on("mixed.test", List.of(INSIDE, OUTSIDE, "::1", "10.0.0.1"));
    var door = around.door(OUTSIDE + "/32");

    assertThat(door.send(ask("mixed.test"))).isInstanceOf(Answer.Response.class);
    assertThat(canary.connections()).isZero();
  }

  @Test
  void neverFallsBackToThePrivateAddressWhenThePublicOneIsDown() {
    control.close();
    around.names.on("mixed.test", List.of(OUTSIDE, INSIDE));
    var door = around.door(OUTSIDE + "/32");

    assertThat(door.send(ask("mixed.test"))).isInstanceOf(Answer.Unreachable.class);
    assertThat(canary.connections()).isZero();
  }

  @Test
  void withEveryRuleGivenTheRebindingNameReachesTheCanary() {
    around.names.on("rebind.test", List.of(OUTSIDE), List.of(INSIDE));
    var door = around.door(Surroundings.EVERYTHING);

    assertThat(door.send(ask("rebind.test"))).isInstanceOf(Answer.Response.class);
    assertThat(door.send(ask("rebind.test"))).isInstanceOf(Answer.TimedOut.class);
    assertThat(canary.heads()).hasSize(1);
  }

  @Test
  void aRememberedAddressIsJudgedAgainByEachDoor() {
    around.names.on("kept.test", List.of(INSIDE));
    var resolver =
        new RememberingResolver(
            new DnsResolver(around.vertx, List.of(around.names.address())), Duration.ofHours(1));
    var open = around.door(DoorSettings.allowing(AllowList.of(Surroundings.EVERYTHING), resolver));
    var shut = around.door(DoorSettings.allowing(AllowList.NONE, resolver));

    assertThat(open.send(ask("kept.test"))).isInstanceOf(Answer.TimedOut.class);
    assertThat(shut.send(ask("kept.test"))).isInstanceOf(Answer.Refused.class);
    assertThat(around.names.asked("kept.test")).isEqualTo(1);
    assertThat(canary.heads()).hasSize(1);
  }

  private Request ask(String name) {
    return Request.get(canary.uri("http", name, "/")).within(Surroundings.SHORT);
  }
}
