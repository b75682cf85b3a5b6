package io.wireroom.net;

import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One exception to the guard. */
public sealed interface Rule {
  /** Where the colon before the port is: not one inside the brackets of IPv6. */
  Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]+):(\\d{1,5}|\\*)");

  /** Whether it opens this address to a request for {@code host} and {@code port}. */
  boolean opens(Host host, int port, InetAddress address, AddressClass meaning);

  /** What it opens, for an administrator. */
  String meaning();

  /** A name may lead to a loopback or private address; empty port: all ports. */
  record Named(String name, OptionalInt port) implements Rule {
    @Override
    public boolean opens(Host host, int port, InetAddress address, AddressClass meaning) {
      return host.address().isEmpty()
          && host.name().equals(name)
          && fits(this.port, port)
          && meaning.reachableByName();
    }

    @Override
    public String meaning() {
      return ports(port) + " of this name, also at a loopback or private address";
    }

    @Override
    public String toString() {
      return name + ":" + star(port);
    }
  }

  /** One address, whatever it is for; empty port: all ports. */
  record At(Cidr address, OptionalInt port) implements Rule {
    @Override
    public boolean opens(Host host, int port, InetAddress to, AddressClass meaning) {
      return address.contains(to.getAddress()) && fits(this.port, port);
    }

    @Override
    public String meaning() {
      return ports(port) + " of this address, under any name";
    }

    @Override
    public String toString() {
      var text = Literal.text(address.prefix());
      return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + star(port);
    }
  }

  /** All ports of a range of addresses. */
  record Range(Cidr range) implements Rule {
    @Override
    public boolean opens(Host host, int port, InetAddress to, AddressClass meaning) {
      return range.contains(to.getAddress())
          && (meaning != AddressClass.METADATA || range.single());
    }

    @Override
    public String meaning() {
      return "every port of these addresses, under any name";
    }

    @Override
    public String toString() {
      return range.toString();
    }
  }

  /**
   * Reads {@code host:port}, {@code host:*}, {@code [address]:port} or a range.
   *
   * @throws IllegalArgumentException with what is wrong, to go after the text in a sentence
   */
  static Rule of(String text) {
    if (text.indexOf('/') >= 0) {
      return new Range(Cidr.of(text));
    }
    var parts = HOST_PORT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("is not host:port, host:* or a range such as 10.0.0.0/8");
    }
    var host = Host.of(parts.group(1));
    var port = port(parts.group(2));
    return host.address().isPresent()
        ? new At(new Cidr(host.address().get(), host.address().get().length * 8), port)
        : new Named(host.name(), port);
  }

  private static OptionalInt port(String text) {
    if (text.equals("*")) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("has a port that is not between 1 and 65535");
    }
    return OptionalInt.of(port);
  }

  private static boolean fits(OptionalInt rule, int port) {
    return rule.isEmpty() || rule.getAsInt() == port;
  }

  private static String ports(OptionalInt port) {
    return port.isPresent() ? "port " + port.getAsInt() : "every port";
  }

  private static String star(OptionalInt port) {
    return port.isPresent() ? String.valueOf(port.getAsInt()) : "*";
  }
}
