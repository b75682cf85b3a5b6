package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.net.Resolver.Found;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class ResolverTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Surroundings around = new Surroundings();
  private final DnsResolver dns =
      around.keep(new DnsResolver(around.vertx, List.of(around.names.address())));

  @AfterEach
  void leave() throws Exception {
    around.close();
  }

  @Test
  void theSystemKnowsLocalhostAndDeniesWhatCannotExist() {
    try (var system = new SystemResolver()) {
      assertThat(system.resolve("localhost", SOON))
          .isInstanceOfSatisfying(
              Found.Addresses.class,
              found -> assertThat(found.all()).allMatch(InetAddress::isLoopbackAddress));
      assertThat(system.resolve("nobody.invalid", SOON)).isNotInstanceOf(Found.Addresses.class);
    }
  }

  @Test
  void nobodyWaitsForASystemThatHangsAndNoQueueGrowsBehindIt() {
    var one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(2));
    one.execute(() -> Waiting.on(new CompletableFuture<>(), Duration.ofHours(1)));
    try (var system = new SystemResolver(one)) {
      for (int i = 0; i < 4; i++) {
        assertThat(system.resolve("localhost", Duration.ofMillis(50)))
            .isInstanceOf(Found.TooSlow.class);
      }
      assertThat(one.getQueue()).hasSize(2);
    }
  }

  @Test
  void aNameServerGivesTheAddressesOfBothFamilies() {
    around.names.on("both.test", List.of("::2", "192.0.2.1", "192.0.2.2"));

    assertThat(texts(dns.resolve("both.test", SOON)))
        .containsExactly("192.0.2.1", "192.0.2.2", "0:0:0:0:0:0:0:2");
  }

  @Test
  void oneFamilyIsEnough() {
    around.names.on("four.test", List.of("192.0.2.1")).on("six.test", List.of("::2"));

    assertThat(texts(dns.resolve("four.test", SOON))).containsExactly("192.0.2.1");
    assertThat(texts(dns.resolve("six.test", SOON))).containsExactly("0:0:0:0:0:0:0:2");
  }

  @Test
  void aNameWithoutAddressesIsNothingAndASilentServerIsTooSlow() {
    around.names.on("empty.test", List.of()).silent("silent.test");

    assertThat(dns.resolve("nobody.test", SOON)).isInstanceOf(Found.Nothing.class);
    assertThat(dns.resolve("empty.test", SOON)).isInstanceOf(Found.Nothing.class);
    assertThat(dns.resolve("silent.test", SHORT)).isInstanceOf(Found.TooSlow.class);
  }

  @Test
  void theNextNameServerIsAskedWhenTheFirstIsSilent() throws Exception {
    try (var second = io.wireroom.testkit.ScriptedNameServer.start()) {
      around.names.silent("name.test");
      second.on("name.test", List.of("192.0.2.7"));
      var both =
          around.keep(
              new DnsResolver(around.vertx, List.of(around.names.address(), second.address())));

      assertThat(texts(both.resolve("name.test", Duration.ofSeconds(1))))
          .containsExactly("192.0.2.7");
    }
  }

  @Test
  void aRememberedNameIsAskedForOnceAndAForgottenOneAgain() {
    around.names.on("name.test", List.of("192.0.2.1"), List.of("192.0.2.2"));
    var remembering = new RememberingResolver(dns, Duration.ofHours(1));
    var forgetting = new RememberingResolver(dns, Duration.ZERO);

    assertThat(texts(remembering.resolve("name.test", SOON))).containsExactly("192.0.2.1");
    assertThat(texts(remembering.resolve("name.test", SOON))).containsExactly("192.0.2.1");
    assertThat(texts(forgetting.resolve("name.test", SOON))).containsExactly("192.0.2.2");
    assertThat(texts(forgetting.resolve("name.test", SOON))).containsExactly("192.0.2.2");
    assertThat(around.names.asked("name.test")).isEqualTo(3);
  }

  @Test
  void aFailureIsNotRemembered() {
    var remembering = new RememberingResolver(dns, Duration.ofHours(1));

    var before = remembering.resolve("late.test", SOON);
    around.names.on("late.test", List.of("192.0.2.1"));
    var after = remembering.resolve("late.test", SOON);

    assertThat(before).isInstanceOf(Found.Nothing.class);
    assertThat(texts(after)).containsExactly("192.0.2.1");
  }

  private static List<String> texts(Found found) {
    assertThat(found).isInstanceOf(Found.Addresses.class);
    return ((Found.Addresses) found).all().stream().map(InetAddress::getHostAddress).toList();
  }
}
