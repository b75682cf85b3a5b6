package io.wireroom.engine.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A secret that is planted, with every form in which it must not be found.
 *
 * <p>why its own encoders: what looks for a leak must not share code with what prevents it.
 */
record Sentinel(String name, String value) {
  private static final int PIECE = 1 << 20;
  private static final List<String> BEFORE = List.of("", "x", "u:");

  static Sentinel of(String name) {
    return new Sentinel(name, name + UUID.randomUUID() + "/\"+=\\~ %");
  }

  /** A text that is no secret; to show that a search finds what is there. */
  static Sentinel harmless(String name) {
    return new Sentinel(name, name + UUID.randomUUID());
  }

  Map<String, String> forms() {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var forms = new LinkedHashMap<String, String>();
    forms.put("raw", value);
    forms.put("JSON", value.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.put("JSON with slashes", value.replaceAll("([\\\\\"/])", "\\\\$1"));
    forms.put("URL", url);
    forms.put("URL, other space", url.replace("+", "%20"));
    forms.put("URL, small letters", small(url));
    forms.put("hex", HexFormat.of().formatHex(bytes));
    forms.put("HEX", HexFormat.of().withUpperCase().formatHex(bytes));
    forms.put("base64", Base64.getEncoder().encodeToString(bytes));
    forms.put("base64 for URLs", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    return forms;
  }

  /** As an endpoint may show it: each form, and base64 of something longer. */
  Map<String, String> shown() {
    var shown = forms();
    for (var before : BEFORE) {
      shown.put("base64 after " + before, base64(before + value + "z"));
    }
    return shown;
  }

  /** What must not be found; of base64 in something longer the part that is all its own. */
  private Stream<String> traces() {
    var inside = BEFORE.stream().map(before -> base64(before + value + "z"));
    return Stream.concat(
        forms().values().stream(), inside.map(text -> text.substring(8, text.length() - 4)));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, but what stands in JSON text is escaped once more. */
  private List<String> needles() {
    return traces()
        .flatMap(form -> Stream.of(form, form.replace("\\", "\\\\").replace("\"", "\\\"")))
        .distinct()
        .toList();
  }

  boolean isIn(String text) {
    return needles().stream().anyMatch(text::contains);
  }

  /** Where it is found, with a little of what stands around. */
  List<String> findings(String text) {
    return needles().stream()
        .filter(text::contains)
        .map(
            needle -> {
              var at = text.indexOf(needle);
              var end = Math.min(text.length(), at + needle.length() + 40);
              return text.substring(Math.max(0, at - 120), end);
            })
        .toList();
  }

  /** The files below a folder that have it in any form. */
  List<String> filesWithIt(Path folder) {
    var needles = needles();
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("broker/distribution")))
          .filter(file -> has(file, needles))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Path file, List<String> needles) {
    var overlap = needles.stream().mapToInt(String::length).max().orElseThrow();
    try (var in = Files.newInputStream(file)) {
      var before = "";
      for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        var text = before + new String(piece, StandardCharsets.ISO_8859_1);
        if (needles.stream().anyMatch(text::contains)) {
          return true;
        }
        before = text.substring(Math.max(0, text.length() - overlap));
      }
      return false;
    } catch (java.nio.file.NoSuchFileException e) {
      return false; // why: the broker removes segments and snapshots while we look
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String small(String url) {
    var small = new StringBuilder(url);
    for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
      small.setCharAt(i + 1, Character.toLowerCase(url.charAt(i + 1)));
      small.setCharAt(i + 2, Character.toLowerCase(url.charAt(i + 2)));
    }
    return small.toString();
  }
}
