package io.wireroom.engine.workflow;

import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the first start of a data folder publishes; later starts touch nothing. */
public final class Examples {
  private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
  private static final String FIRST = "newsroom";
  private static final String PUBLISHER = "wireroom";

  private final Gallery gallery;
  private final Drafts drafts;
  private final Versions versions;
  private final Publisher publisher;

  public Examples(Gallery gallery, Drafts drafts, Versions versions, Publisher publisher) {
    this.gallery = gallery;
    this.drafts = drafts;
    this.versions = versions;
    this.publisher = publisher;
  }

  /** Publishes newsroom, unless there is one. */
  public void publish() {
    var template = gallery.find(FIRST);
    if (template.isEmpty() || versions.latest(FIRST).isPresent()) {
      return;
    }
    var xml = template.get().xml();
    drafts.discard(FIRST, PUBLISHER);
    drafts.save(Diagram.parse(xml), PUBLISHER, xml, OptionalInt.empty(), Optional.empty());
    switch (publisher.publish(FIRST, PUBLISHER)) {
      case Publisher.Published.Done done -> LOG.info("example published workflow={}", FIRST);
      case Publisher.Published.Refused(var problems) ->
          LOG.warn("example not published workflow={} problems={}", FIRST, problems);
      case Publisher.Published.Unchanged u -> {}
      case Publisher.Published.Unknown u -> {}
      case Publisher.Published.Stale s -> {}
    }
  }
}
