package io.wireroom.engine.connector;

import io.wireroom.connector.ConnectorInfo;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** A connector's icon as a data URI; a plug when its name is not in {@code lucide.properties}. */
final class LucideIcon {
  private static final Properties DRAWINGS = read();

  private LucideIcon() {}

  static boolean has(String name) {
    return DRAWINGS.containsKey(name);
  }

  static String of(ConnectorInfo info) {
    var drawing = DRAWINGS.getProperty(info.icon(), DRAWINGS.getProperty("plug", ""));
    var colour =
        switch (info.kind()) {
          case ACTION -> "#35689e";
          case MODEL -> "#7448a8";
        };
    var svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 24 24" \
        fill="none" stroke="%s" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">\
        %s</svg>"""
            .formatted(colour, drawing);
    return "data:image/svg+xml,"
        + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Properties read() {
    var drawings = new Properties();
    try (var file =
        Objects.requireNonNull(LucideIcon.class.getResourceAsStream("lucide.properties"))) {
      drawings.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("lucide.properties cannot be read", e);
    }
    return drawings;
  }
}
