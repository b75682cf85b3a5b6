package io.wireroom.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One question of the domain name protocol (RFC 1035, 4.1) and the replies to it.
 *
 * @param type 1 for IPv4 (A), 28 for IPv6 (AAAA)
 */
record NameQuestion(String name, int type) {
  private static final int HEAD = 12;
  private static final int INTERNET = 1;
  private static final int REPLY = 0x8180;
  private static final int NO_SUCH_NAME = 3;
  private static final int THE_NAME_ABOVE = 0xc00c;

  static NameQuestion read(byte[] message) {
    var in = ByteBuffer.wrap(message).position(HEAD);
    var name = new StringBuilder();
    for (int length = in.get(); length > 0; length = in.get()) {
      var label = new byte[length];
      in.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    return new NameQuestion(name.toString().toLowerCase(Locale.ROOT), in.getShort());
  }

  /** How long an address of the asked kind is. */
  int bytes() {
    return type == 28 ? 16 : 4;
  }

  byte[] nothing(byte[] question) {
    return message(question, NO_SUCH_NAME, List.of());
  }

  /** Those of {@code addresses} that are of the asked kind. */
  byte[] answer(byte[] question, List<String> addresses) {
    var fitting =
        addresses.stream()
            .map(text -> InetAddress.ofLiteral(text).getAddress())
            .filter(address -> address.length == bytes())
            .toList();
    return message(question, 0, fitting);
  }

  private byte[] message(byte[] question, int code, List<byte[]> addresses) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(question, 0, 2);
      out.writeShort(REPLY | code);
      out.writeShort(1);
      out.writeShort(addresses.size());
      out.writeInt(0);
      out.write(question, HEAD, name.length() + 2 + 4);
      for (var address : addresses) {
        out.writeShort(THE_NAME_ABOVE);
        out.writeShort(type);
        out.writeShort(INTERNET);
        out.writeInt(0);
        out.writeShort(address.length);
        out.write(address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
