package io.wireroom.net;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host in its one canonical spelling: a lower-case ASCII name without a final dot, or an address
 * ({@code name} is then the plain literal, without brackets).
 */
record Host(String name, Optional<byte[]> address) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
              + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

  /**
   * Reads a host as it stands in a URL's authority or in a rule.
   *
   * @throws IllegalArgumentException with the reason, to go after the host in a sentence
   */
  static Host of(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      var inner = text.substring(1, text.length() - 1);
      // why: the JDK turns an IPv4-mapped address into IPv4 as soon as it becomes an InetAddress.
      var bytes =
          Literal.bytes(inner)
              .filter(b -> b.length == 16 && AddressClass.of(b) != AddressClass.IPV4_MAPPED);
      return new Host(
          inner.toLowerCase(Locale.ROOT),
          Optional.of(bytes.orElseThrow(() -> problem("is not a plain IPv6 address"))));
    }
    var name = withoutFinalDot(ascii(text)).toLowerCase(Locale.ROOT);
    if (Literal.looksNumeric(name)) {
      var bytes = text.endsWith(".") ? Optional.<byte[]>empty() : Literal.bytes(name);
      return new Host(
          name, Optional.of(bytes.orElseThrow(() -> problem("is not a plain IPv4 address"))));
    }
    if (!NAME.matcher(name).matches()) {
      throw problem("is not a host name");
    }
    return new Host(name, Optional.empty());
  }

  boolean isIpv6() {
    return address.filter(bytes -> bytes.length == 16).isPresent();
  }

  /** As it stands in a URL. */
  @Override
  public String toString() {
    return isIpv6() ? "[" + name + "]" : name;
  }

  /** why: IDNA turns look-alike digits and dots into real ones, so it comes before all checks. */
  private static String ascii(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    try {
      return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw problem("is not an international host name");
    }
  }

  private static String withoutFinalDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static IllegalArgumentException problem(String reason) {
    return new IllegalArgumentException(reason);
  }
}
