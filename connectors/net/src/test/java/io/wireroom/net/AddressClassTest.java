package io.wireroom.net;

import static io.wireroom.net.AddressClass.BENCHMARKING;
import static io.wireroom.net.AddressClass.BROADCAST;
import static io.wireroom.net.AddressClass.DOCUMENTATION;
import static io.wireroom.net.AddressClass.IPV4_COMPATIBLE;
import static io.wireroom.net.AddressClass.IPV4_MAPPED;
import static io.wireroom.net.AddressClass.LINK_LOCAL;
import static io.wireroom.net.AddressClass.LOOPBACK;
import static io.wireroom.net.AddressClass.METADATA;
import static io.wireroom.net.AddressClass.MULTICAST;
import static io.wireroom.net.AddressClass.NAT64;
import static io.wireroom.net.AddressClass.PRIVATE;
import static io.wireroom.net.AddressClass.PUBLIC;
import static io.wireroom.net.AddressClass.RESERVED;
import static io.wireroom.net.AddressClass.SHARED;
import static io.wireroom.net.AddressClass.SITE_LOCAL;
import static io.wireroom.net.AddressClass.SIX_TO_FOUR;
import static io.wireroom.net.AddressClass.TEREDO;
import static io.wireroom.net.AddressClass.UNIQUE_LOCAL;
import static io.wireroom.net.AddressClass.UNSPECIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class AddressClassTest {
  /** The first and the last address of each range, and their neighbours outside. */
  static Stream<Arguments> table() {
    return Stream.of(
            rows(UNSPECIFIED, "0.0.0.0", "0.255.255.255", "::"),
            rows(PUBLIC, "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34"),
            rows(PRIVATE, "10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255"),
            rows(PRIVATE, "192.168.0.0", "192.168.255.255"),
            rows(PUBLIC, "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0"),
            rows(SHARED, "100.64.0.0", "100.127.255.255"),
            rows(PUBLIC, "100.63.255.255", "100.128.0.0"),
            rows(LOOPBACK, "127.0.0.0", "127.0.0.1", "127.255.255.255", "::1"),
            rows(PUBLIC, "126.255.255.255", "128.0.0.0"),
            rows(LINK_LOCAL, "169.254.0.0", "169.254.255.255", "fe80::", "febf:ffff::"),
            rows(PUBLIC, "169.253.255.255", "169.255.0.0"),
            rows(METADATA, "169.254.169.254", "169.254.170.2", "169.254.170.23", "168.63.129.16"),
            rows(METADATA, "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254"),
            rows(PUBLIC, "168.63.129.15", "168.63.129.17"),
            rows(RESERVED, "192.0.0.0", "192.0.0.255", "240.0.0.0", "255.255.255.254"),
            rows(DOCUMENTATION, "192.0.2.0", "192.0.2.255", "198.51.100.0", "203.0.113.255"),
            rows(DOCUMENTATION, "2001:db8::", "2001:db8:ffff::", "3fff::", "3fff:fff::"),
            rows(BENCHMARKING, "198.18.0.0", "198.19.255.255", "2001:2::1"),
            rows(PUBLIC, "192.0.1.0", "198.17.255.255", "198.20.0.0", "203.0.114.0"),
            rows(MULTICAST, "224.0.0.0", "239.255.255.255", "ff00::", "ff02::1", "ffff::"),
            rows(PUBLIC, "223.255.255.255"),
            rows(BROADCAST, "255.255.255.255"),
            rows(SIX_TO_FOUR, "192.88.99.1", "2002::", "2002:7f00:1::", "2002:ffff::"),
            rows(IPV4_MAPPED, "::ffff:0:0", "::ffff:127.0.0.1", "::ffff:8.8.8.8"),
            rows(IPV4_COMPATIBLE, "::2", "::127.0.0.1", "::8.8.8.8"),
            rows(NAT64, "64:ff9b::", "64:ff9b::7f00:1", "64:ff9b:1::1", "64:ff9b:1:ffff::"),
            rows(TEREDO, "2001::", "2001:0:ffff::"),
            rows(RESERVED, "2001:10::", "2001:20::1", "2001:1ff:ffff::", "100::1", "5f00::1"),
            rows(RESERVED, "::ffff:0:7f00:1", "64:ff9b:2::1", "200::1", "4000::", "fe00::"),
            rows(UNIQUE_LOCAL, "fc00::", "fdff:ffff::"),
            rows(SITE_LOCAL, "fec0::", "feff:ffff::"),
            rows(PUBLIC, "2000::", "2001:200::", "2001:4860:4860::8888", "2003::", "3ffe::1"))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> rows(AddressClass meaning, String... addresses) {
    return Arrays.stream(addresses).map(address -> arguments(address, meaning));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("table")
  void knowsWhatAnAddressIsFor(String address, AddressClass meaning) {
    assertThat(AddressClass.of(Literal.bytes(address).orElseThrow())).isEqualTo(meaning);
  }

  @Test
  void everyClassIsInTheTable() {
    assertThat(table().map(row -> row.get()[1])).contains((Object[]) AddressClass.values());
  }

  @ParameterizedTest(name = "{0} carries {1}")
  @MethodSource("carriers")
  void seesTheAddressBehindATranslatedOne(String address, String carried) {
    var bytes = Literal.bytes(address).orElseThrow();

    assertThat(AddressClass.of(bytes).carried(bytes))
        .hasValueSatisfying(v4 -> assertThat(v4.getHostAddress()).isEqualTo(carried));
  }

  static Stream<Arguments> carriers() {
    return Stream.of(
        arguments("::ffff:10.1.2.3", "10.1.2.3"),
        arguments("::10.1.2.3", "10.1.2.3"),
        arguments("64:ff9b::a01:203", "10.1.2.3"),
        arguments("2002:a01:203::1", "10.1.2.3"),
        arguments("2001:0:4136:e378:8000:63bf:f5fe:fdfc", "10.1.2.3"));
  }
}
