package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what is large of an event onto the disk as documents, before the event itself. */
final class LargeParts {
  private static final Logger LOG = LoggerFactory.getLogger(LargeParts.class);

  private final Documents documents;
  private final LargeValues values;

  LargeParts(Documents documents) {
    this.documents = documents;
    this.values = new LargeValues(documents);
  }

  /** The event with references; at once when nothing of it is large. */
  Future<NewEvent> kept(NewEvent event) {
    if (!LargeValues.mayBeLarge(event.variables())
        && !LargeValues.mayBeLarge(event.request())
        && event.documents().stream().noneMatch(Document::isLarge)) {
      return Future.succeededFuture(event);
    }
    var promise = Promise.<NewEvent>promise();
    Thread.startVirtualThread(() -> keep(event, promise));
    return promise.future();
  }

  private void keep(NewEvent event, Promise<NewEvent> promise) {
    try {
      event.documents().stream()
          .filter(Document::isLarge)
          .forEach(document -> documents.keep(document.bytes()));
      promise.complete(event.carrying(taken(event.request()), taken(event.variables())));
    } catch (UncheckedIOException e) {
      LOG.warn("an event's large part is not stored: {}", String.valueOf(e.getMessage()));
      promise.fail(InboxTrouble.notStored());
    } catch (RuntimeException e) {
      promise.fail(e);
    }
  }

  private ObjectNode taken(ObjectNode object) {
    return LargeValues.mayBeLarge(object) ? values.takenOut(object) : object;
  }
}
