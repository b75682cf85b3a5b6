package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class AllowListTest {
  @Test
  void readsEveryKindOfRuleAndPrintsItAsItCanBeReadAgain() {
    var text =
        "localhost:8080, Feeds.Example.ORG.:*, 127.0.0.1:9000, [::1]:9000, [fd00::2]:*,"
            + " 10.0.0.0/8, fd00::/8, 169.254.169.254/32";

    var read = AllowList.read(text);

    assertThat(read)
        .isInstanceOfSatisfying(
            AllowList.Read.Valid.class,
            valid -> {
              assertThat(valid.list())
                  .hasToString(
                      "localhost:8080, feeds.example.org:*, 127.0.0.1:9000, [::1]:9000,"
                          + " [fd00::2]:*, 10.0.0.0/8, fd00::/8, 169.254.169.254/32");
              assertThat(AllowList.read(valid.list().toString())).isEqualTo(valid);
            });
  }

  @Test
  void reportsAllErrorsAtOnceWithTheEntryThatIsWrong() {
    var read =
        AllowList.read("localhost, 10.0.0.1/8, 127.1:80, *:80, a:0, ok:80, [::1], 10.0.0.0/33");

    assertThat(read)
        .isInstanceOfSatisfying(
            AllowList.Read.Invalid.class,
            invalid ->
                assertThat(invalid.errors())
                    .containsExactly(
                        "\"localhost\" is not host:port, host:* or a range such as 10.0.0.0/8",
                        "\"10.0.0.1/8\" has bits beyond its prefix; did you mean 10.0.0.0/8?",
                        "\"127.1:80\" is not a plain IPv4 address",
                        "\"*:80\" is not a host name",
                        "\"a:0\" has a port that is not between 1 and 65535",
                        "\"[::1]\" is not host:port, host:* or a range such as 10.0.0.0/8",
                        "\"10.0.0.0/33\" has a prefix longer than 32 bits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , "})
  void anEmptySettingAllowsNothing(String text) {
    assertThat(AllowList.read(text)).isEqualTo(new AllowList.Read.Valid(AllowList.NONE));
  }

  @ParameterizedTest(name = "{0} for http://{1}:{2} at {3}: {4}")
  @CsvSource({
    "intra:80,         intra,     80,  10.0.0.1,        true",
    "intra:80,         intra,     81,  10.0.0.1,        false",
    "intra:80,         other,     80,  10.0.0.1,        false",
    "intra:80,         x.intra,   80,  10.0.0.1,        false",
    "intra:*,          intra,     81,  127.0.0.1,       true",
    "intra:*,          intra,     80,  fd00::1,         true",
    "intra:*,          intra,     80,  100.64.0.1,      true",
    "intra:*,          intra,     80,  169.254.169.254, false",
    "intra:*,          intra,     80,  100.100.100.200, false",
    "intra:*,          intra,     80,  169.254.0.1,     false",
    "intra:*,          intra,     80,  0.0.0.0,         false",
    "intra:*,          intra,     80,  224.0.0.1,       false",
    "intra:*,          intra,     80,  64:ff9b::a00:1,  false",
    "127.0.0.1:80,     127.0.0.1, 80,  127.0.0.1,       true",
    "127.0.0.1:80,     any.name,  80,  127.0.0.1,       true",
    "127.0.0.1:80,     127.0.0.1, 81,  127.0.0.1,       false",
    "127.0.0.1:80,     localhost, 80,  127.0.0.2,       false",
    "[::1]:80,         [::1],     80,  ::1,             true",
    "10.0.0.0/8,       any.name,  99,  10.255.0.1,      true",
    "10.0.0.0/8,       any.name,  99,  172.16.0.1,      false",
    "10.0.0.0/9,       any.name,  99,  10.128.0.1,      false",
    "100.64.0.0/10,    any.name,  80,  100.100.100.201, true",
    "100.64.0.0/10,    any.name,  80,  100.100.100.200, false",
    "169.254.0.0/16,   any.name,  80,  169.254.169.254, false",
    "169.254.169.254/32, any.name, 80, 169.254.169.254, true",
    "169.254.169.254:80, any.name, 80, 169.254.169.254, true",
    "fd00::/8,         any.name,  80,  fd00:ec2::254,   false",
    "fd00::/8,         any.name,  80,  fd12::1,         true",
    "64:ff9b::/96,     any.name,  80,  64:ff9b::808:808, true",
    "64:ff9b::/96,     any.name,  80,  64:ff9b::7f00:1, false",
    "64:ff9b::/96,     any.name,  80,  64:ff9b::a9fe:a9fe, false",
    "2002::/16,        any.name,  80,  2002:a00:1::1,   false",
  })
  void opensWhatARuleSaysAndNothingElse(
      String rule, String host, int port, String address, boolean opens) {
    var guard = new Guard(AllowList.of(rule));
    var target = new Target(false, Host.of(host), port, "/");
    var to = Literal.nameless(Literal.bytes(address).orElseThrow());

    assertThat(guard.passes(target, to)).isEqualTo(opens);
  }

  @Test
  void explainsItselfToDoctor() {
    assertThat(AllowList.of("localhost:80", "[::1]:*", "10.0.0.0/8").explained())
        .containsExactly(
            "localhost:80: port 80 of this name, also at a loopback or private address",
            "[::1]:*: every port of this address, under any name",
            "10.0.0.0/8: every port of these addresses, under any name");
  }
}
