package io.wireroom.library.page;

import io.wireroom.library.SafeHtml;
import java.util.LinkedHashMap;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Links to the web and to mail stay links, other links are their words, pictures are links. */
final class WebLinks implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  WebLinks(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class, Image.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Link link -> link(link, link.getDestination(), "");
      case Image image -> link(image, image.getDestination(), "Picture: ");
      default -> throw new IllegalStateException("not asked for: " + node.getClass());
    }
  }

  private void link(Node node, String address, String before) {
    var html = context.getWriter();
    var isOutside = SafeHtml.isFollowable(address) && !insideLink(node);
    if (isOutside) {
      // why in order: the same story must give the same bytes.
      var attributes = new LinkedHashMap<String, String>();
      attributes.put("href", context.encodeUrl(address));
      attributes.put("rel", "nofollow noopener");
      html.tag("a", attributes);
    }
    html.text(before);
    if (node.getFirstChild() == null) {
      html.text(address);
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    if (isOutside) {
      html.tag("/a");
    }
  }

  private static boolean insideLink(Node node) {
    for (var around = node.getParent(); around != null; around = around.getParent()) {
      if (around instanceof Link) {
        return true;
      }
    }
    return false;
  }
}
