package io.wireroom.net;

import java.util.Arrays;

/** A range of addresses of one family: the first {@code bits} of {@code prefix} are fixed. */
record Cidr(byte[] prefix, int bits) {
  Cidr {
    if (bits < 0 || bits > prefix.length * 8) {
      throw new IllegalArgumentException("not a prefix length: " + bits);
    }
    prefix = prefix.clone();
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
   *
   * @throws IllegalArgumentException with a sentence for an administrator
   */
  static Cidr of(String text) {
    int slash = text.lastIndexOf('/');
    var address = Literal.bytes(text.substring(0, slash));
    var length = text.substring(slash + 1);
    if (address.isEmpty() || !length.matches("\\d{1,3}")) {
      throw new IllegalArgumentException("is not an address range such as 10.0.0.0/8 or fc00::/7");
    }
    var given = address.get();
    int bits = Integer.parseInt(length);
    if (bits > given.length * 8) {
      throw new IllegalArgumentException("has a prefix longer than " + given.length * 8 + " bits");
    }
    var range = new Cidr(masked(given, bits), bits);
    if (!Arrays.equals(range.prefix, given)) {
      throw new IllegalArgumentException("has bits beyond its prefix; did you mean " + range + "?");
    }
    return range;
  }

  boolean contains(byte[] address) {
    int whole = bits / 8;
    return address.length == prefix.length
        && Arrays.equals(address, 0, whole, prefix, 0, whole)
        && (bits % 8 == 0 || (address[whole] & tail(bits)) == (prefix[whole] & 0xff));
  }

  /** Whether it holds one address only. */
  boolean single() {
    return bits == prefix.length * 8;
  }

  private static byte[] masked(byte[] address, int bits) {
    var result = new byte[address.length];
    int whole = bits / 8;
    System.arraycopy(address, 0, result, 0, whole);
    if (bits % 8 != 0) {
      result[whole] = (byte) (address[whole] & tail(bits));
    }
    return result;
  }

  private static int tail(int bits) {
    return 0xff & (0xff << (8 - bits % 8));
  }

  @Override
  public byte[] prefix() {
    return prefix.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr that && bits == that.bits && Arrays.equals(prefix, that.prefix);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(prefix) + bits;
  }

  @Override
  public String toString() {
    return Literal.text(prefix) + "/" + bits;
  }
}
