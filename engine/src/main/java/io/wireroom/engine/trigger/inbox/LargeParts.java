package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.DocumentMissing;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import io.wireroom.engine.web.HttpProblem;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what is large of an event onto the disk as documents, before the event itself. */
final class LargeParts {
  private static final Logger LOG = LoggerFactory.getLogger(LargeParts.class);

  private static final String INBOX = "inbox";

  private final Documents documents;
  private final InboxQueries queries;
  private final LargeValues values;

  LargeParts(Documents documents, InboxQueries queries) {
    this.documents = documents;
    this.queries = queries;
    this.values = new LargeValues(documents);
    documents.also(queries::document);
    documents.neededBy(INBOX, queries::needs);
  }

  /** An event of the past with everything in its place. Blocks. */
  Optional<KeptEvent> whole(String eventId) {
    try {
      return queries.kept(eventId, documents);
    } catch (DocumentMissing e) {
      throw new HttpProblem(409, String.valueOf(e.getMessage()));
    }
  }

  /** Whether others than events need the document. Blocks. */
  boolean isNeededElsewhere(DocumentId id) {
    return documents.isNeededBesides(INBOX, id);
  }

  /** The event with references; at once when nothing of it is large. */
  Future<NewEvent> kept(NewEvent event) {
    if (!LargeValues.mayBeLarge(event.variables())
        && !LargeValues.mayBeLarge(event.request())
        && event.documents().stream().noneMatch(Document::isLarge)) {
      return Future.succeededFuture(event);
    }
    var promise = Promise.<NewEvent>promise();
    Thread.startVirtualThread(() -> keep(() -> carried(event), promise));
    return promise.future();
  }

  /** A refused request whose body, when it is large, is on disk. */
  Future<Rejected> kept(Rejected rejected) {
    var body = rejected.body().filter(Document::isLarge);
    if (body.isEmpty()) {
      return Future.succeededFuture(rejected);
    }
    var promise = Promise.<Rejected>promise();
    Thread.startVirtualThread(
        () ->
            keep(
                () -> {
                  documents.keep(body.get().bytes());
                  return rejected;
                },
                promise));
    return promise.future();
  }

  private NewEvent carried(NewEvent event) {
    event.documents().stream()
        .filter(Document::isLarge)
        .forEach(document -> documents.keep(document.bytes()));
    return event.carrying(taken(event.request()), taken(event.variables()));
  }

  private static <T> void keep(Supplier<T> work, Promise<T> promise) {
    try {
      promise.complete(work.get());
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
