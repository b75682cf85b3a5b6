package io.wireroom.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What an IP address is for. Only {@link #PUBLIC} passes the guard without a rule. */
enum AddressClass {
  PUBLIC("public"),
  METADATA("a cloud metadata"),
  UNSPECIFIED("an unspecified"),
  LOOPBACK("a loopback"),
  PRIVATE("a private"),
  SHARED("a carrier-grade NAT"),
  LINK_LOCAL("a link-local"),
  SITE_LOCAL("a site-local"),
  UNIQUE_LOCAL("a unique-local"),
  MULTICAST("a multicast"),
  BROADCAST("a broadcast"),
  DOCUMENTATION("a documentation"),
  BENCHMARKING("a benchmarking"),
  RESERVED("a reserved"),
  IPV4_MAPPED("an IPv4-mapped"),
  IPV4_COMPATIBLE("an IPv4-compatible"),
  NAT64("a NAT64"),
  SIX_TO_FOUR("a 6to4"),
  TEREDO("a Teredo");

  private record Row(Cidr range, AddressClass meaning) {}

  /** From the narrow to the wide: the first match decides. */
  private static final List<Row> TABLE =
      List.of(
          // why first: several of these lie in public or otherwise permitted ranges.
          row("169.254.169.254/32", METADATA), // AWS, Azure, Google, Oracle, DigitalOcean…
          row("169.254.170.2/32", METADATA), // AWS ECS credentials
          row("169.254.170.23/32", METADATA), // AWS EKS pod identity
          row("169.254.0.23/32", METADATA), // Tencent
          row("168.63.129.16/32", METADATA), // Azure wire server
          row("100.100.100.200/32", METADATA), // Alibaba
          row("192.0.0.192/32", METADATA), // Oracle classic
          row("fd00:ec2::254/128", METADATA), // AWS
          row("fd00:ec2::23/128", METADATA), // AWS EKS pod identity
          row("fd20:ce::254/128", METADATA), // Google
          row("255.255.255.255/32", BROADCAST),
          row("0.0.0.0/8", UNSPECIFIED),
          row("10.0.0.0/8", PRIVATE),
          row("100.64.0.0/10", SHARED),
          row("127.0.0.0/8", LOOPBACK),
          row("169.254.0.0/16", LINK_LOCAL),
          row("172.16.0.0/12", PRIVATE),
          row("192.0.0.0/24", RESERVED),
          row("192.0.2.0/24", DOCUMENTATION),
          row("192.88.99.0/24", SIX_TO_FOUR),
          row("192.168.0.0/16", PRIVATE),
          row("198.18.0.0/15", BENCHMARKING),
          row("198.51.100.0/24", DOCUMENTATION),
          row("203.0.113.0/24", DOCUMENTATION),
          row("224.0.0.0/4", MULTICAST),
          row("240.0.0.0/4", RESERVED),
          row("0.0.0.0/0", PUBLIC),
          row("::/128", UNSPECIFIED),
          row("::1/128", LOOPBACK),
          row("::ffff:0:0/96", IPV4_MAPPED),
          row("::/96", IPV4_COMPATIBLE),
          row("64:ff9b::/96", NAT64),
          row("64:ff9b:1::/48", NAT64),
          row("2001::/32", TEREDO),
          row("2001:2::/48", BENCHMARKING),
          row("2001:db8::/32", DOCUMENTATION),
          row("2001::/23", RESERVED),
          row("2002::/16", SIX_TO_FOUR),
          row("3fff::/20", DOCUMENTATION),
          row("fc00::/7", UNIQUE_LOCAL),
          row("fe80::/10", LINK_LOCAL),
          row("fec0::/10", SITE_LOCAL),
          row("ff00::/8", MULTICAST),
          row("2000::/3", PUBLIC),
          // why: what is not global unicast was never given to anybody on the internet.
          row("::/0", RESERVED));

  private final String words;

  AddressClass(String words) {
    this.words = words;
  }

  static AddressClass of(InetAddress address) {
    return of(address.getAddress());
  }

  /** Of 4 or 16 bytes, as they are: 16 bytes that carry an IPv4 address are not unwrapped. */
  static AddressClass of(byte[] address) {
    for (var row : TABLE) {
      if (row.range.contains(address)) {
        return row.meaning;
      }
    }
    throw new IllegalArgumentException("not an IP address: " + address.length + " bytes");
  }

  /** Whether a rule that names a host (not an address) may lead here. */
  boolean reachableByName() {
    return switch (this) {
      case PUBLIC, LOOPBACK, PRIVATE, SHARED, UNIQUE_LOCAL, SITE_LOCAL -> true;
      case METADATA,
          UNSPECIFIED,
          LINK_LOCAL,
          MULTICAST,
          BROADCAST,
          DOCUMENTATION,
          BENCHMARKING,
          RESERVED,
          IPV4_MAPPED,
          IPV4_COMPATIBLE,
          NAT64,
          SIX_TO_FOUR,
          TEREDO ->
          false;
    };
  }

  /** The IPv4 address that a translator would reach for an address of this class. */
  Optional<InetAddress> carried(byte[] address) {
    return switch (this) {
      case IPV4_MAPPED, IPV4_COMPATIBLE -> Optional.of(four(address, 12, 0));
      // why: in the local-use NAT64 range the place depends on the network's own prefix.
      case NAT64 -> address[5] == 0 ? Optional.of(four(address, 12, 0)) : Optional.empty();
      case SIX_TO_FOUR ->
          address.length == 16 ? Optional.of(four(address, 2, 0)) : Optional.empty();
      case TEREDO -> Optional.of(four(address, 12, 0xff));
      case PUBLIC,
          METADATA,
          UNSPECIFIED,
          LOOPBACK,
          PRIVATE,
          SHARED,
          LINK_LOCAL,
          SITE_LOCAL,
          UNIQUE_LOCAL,
          MULTICAST,
          BROADCAST,
          DOCUMENTATION,
          BENCHMARKING,
          RESERVED ->
          Optional.empty();
    };
  }

  private static InetAddress four(byte[] address, int from, int mask) {
    var bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) (address[from + i] ^ mask);
    }
    return Literal.nameless(bytes);
  }

  /** "a private", to go before "address". */
  String words() {
    return words;
  }

  private static Row row(String range, AddressClass meaning) {
    return new Row(Cidr.of(range), meaning);
  }
}
