package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.wireroom.engine.trigger.inbox.Document;
import io.wireroom.engine.web.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code multipart/form-data}, by Netty's decoder over bytes in memory: fields become texts, files
 * become documents. Only what came as a file can be one.
 */
final class MultipartBody {
  private static final int LONGEST_NAME = 200;

  private MultipartBody() {}

  /**
   * The fields and files.
   *
   * @throws HttpProblem 422 when it is none
   */
  static Body read(String contentType, String boundary, byte[] bytes) {
    // why: the decoder takes a form that was cut off for a whole one
    if (boundary.isEmpty() || !isClosed(bytes, boundary)) {
      throw unreadable("it has no end");
    }
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    try {
      var decoder =
          new HttpPostMultipartRequestDecoder(
              new DefaultHttpDataFactory(false),
              request,
              StandardCharsets.UTF_8,
              FormFields.MOST,
              bytes.length + 1);
      try {
        decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(bytes)));
        return body(decoder.getBodyHttpDatas());
      } finally {
        decoder.destroy();
      }
    } catch (TooManyFormFieldsException e) {
      throw unreadable("it has more than " + FormFields.MOST + " fields");
    } catch (ErrorDataDecoderException | IndexOutOfBoundsException e) {
      // why the second: the decoder trips over a header without a value
      throw unreadable("a part of it is malformed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Body body(List<InterfaceHttpData> parts) throws IOException {
    var fields = new FormFields();
    var files = new ArrayList<Document>();
    for (var part : parts) {
      fields.add(part.getName(), value(part, files));
    }
    return new Body(fields.node(), files);
  }

  private static JsonNode value(InterfaceHttpData part, List<Document> files) throws IOException {
    return switch (part) {
      case FileUpload file -> {
        var document = Document.of(name(file.getFilename()), type(file), file.get());
        files.add(document);
        yield Body.reference(document);
      }
      case Attribute field -> JsonNodeFactory.instance.textNode(text(field));
      default -> throw unreadable("a part of it is neither field nor file");
    };
  }

  private static String text(HttpData field) throws IOException {
    return StrictText.decode(field.get(), field.getCharset(), "A form's field");
  }

  private static String type(FileUpload file) {
    var type = file.getContentType();
    return type == null || type.length() > LONGEST_NAME ? "application/octet-stream" : type;
  }

  /** What people may see: no folders, nothing invisible. */
  private static String name(String sent) {
    var bare =
        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{C}\\s]+", " ")
            .strip();
    var name = bare.isEmpty() || bare.matches("\\.+") ? "file" : bare;
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static boolean isClosed(byte[] bytes, String boundary) {
    var from = Math.max(0, bytes.length - boundary.length() - 64);
    var tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    return tail.contains("--" + boundary + "--");
  }

  private static HttpProblem unreadable(String why) {
    return new HttpProblem(422, "The body is not readable as a form: " + why + ".");
  }
}
