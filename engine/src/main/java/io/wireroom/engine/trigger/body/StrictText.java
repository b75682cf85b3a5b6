package io.wireroom.engine.trigger.body;

import io.wireroom.engine.web.HttpProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Text from bytes without replacement characters. */
final class StrictText {
  private StrictText() {}

  /**
   * The text.
   *
   * @param what names the bytes in a sentence: "The body"
   * @throws HttpProblem 422 naming the first byte that is none of the charset
   */
  static String decode(byte[] bytes, Charset charset, String what) {
    var in = ByteBuffer.wrap(bytes);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
    var result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw new HttpProblem(
          422, what + " is not " + charset.name() + ": byte " + in.position() + " is wrong.");
    }
    out.flip();
    var bom = out.hasRemaining() && out.get(0) == '\ufeff';
    return bom ? out.subSequence(1, out.length()).toString() : out.toString();
  }

  /**
   * The charset of that name.
   *
   * @throws HttpProblem 415 when there is none
   */
  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new HttpProblem(415, "The body's charset is not known; send UTF-8.");
    }
  }
}
