package io.wireroom.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text, in their one plain spelling; nothing here asks a name server. */
final class Literal {
  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /** A last label that a URL parser somewhere reads as a number: 127.1, 0x7f.1, 2130706433. */
  private static final Pattern NUMBER_LIKE =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Literal() {}

  /** Whether some resolver or parser may take this host for an IPv4 address. */
  static boolean looksNumeric(String host) {
    return NUMBER_LIKE.matcher(host).matches();
  }

  /**
   * The 4 or 16 bytes of a plain dotted or colon-hexadecimal address; empty for any other text. An
   * IPv4-mapped address keeps its 16 bytes.
   */
  static Optional<byte[]> bytes(String text) {
    if (DOTTED.matcher(text).matches()) {
      return parsed(text);
    }
    if (!IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    return parsed(text).map(Literal::mapped);
  }

  /** An address that carries no name, so that nobody can look the name up again. */
  static InetAddress nameless(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IP address: " + address.length + " bytes", e);
    }
  }

  /**
   * As the host of a URL. why: Vert.x asks its own resolver for whatever is not such a literal,
   * even when the socket address that it gets is resolved.
   */
  static String host(InetAddress address) {
    var text = address.getHostAddress();
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  static String text(byte[] address) {
    if (address.length == 4) {
      return nameless(address).getHostAddress();
    }
    var groups = new StringBuilder();
    for (int i = 0; i < 16; i += 2) {
      int group = (address[i] & 0xff) << 8 | (address[i + 1] & 0xff);
      groups.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
    }
    return shortened(groups.toString());
  }

  /** The longest run of zero groups becomes "::". */
  private static String shortened(String full) {
    for (int groups = 8; groups > 1; groups--) {
      var zeros = "0" + ":0".repeat(groups - 1);
      int at = (":" + full + ":").indexOf(":" + zeros + ":");
      if (at >= 0) {
        var before = full.substring(0, Math.max(0, at - 1));
        var after = full.substring(Math.min(full.length(), at + zeros.length() + 1));
        return before + "::" + after;
      }
    }
    return full;
  }

  private static Optional<byte[]> parsed(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** why: the JDK turns ::ffff:a.b.c.d into IPv4 silently; we want to see what was written. */
  private static byte[] mapped(byte[] address) {
    if (address.length == 16) {
      return address;
    }
    var full = new byte[16];
    full[10] = full[11] = (byte) 0xff;
    System.arraycopy(address, 0, full, 12, 4);
    return full;
  }
}
