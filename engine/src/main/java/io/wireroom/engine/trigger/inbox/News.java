package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.store.StoreTrouble;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of events that changed, as they are now; on virtual threads. */
final class News {
  private static final Logger LOG = LoggerFactory.getLogger(News.class);

  private final InboxQueries queries;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  News(InboxQueries queries) {
    this.queries = queries;
  }

  private record Listener(BooleanSupplier there, Consumer<List<EventView>> told) {}

  void listen(BooleanSupplier there, Consumer<List<EventView>> told) {
    listeners.add(new Listener(there, told));
  }

  /** Returns at once. */
  void tell(List<String> ids) {
    if (listeners.stream().anyMatch(listener -> listener.there().getAsBoolean())) {
      Thread.startVirtualThread(() -> tellNow(ids));
    }
  }

  private void tellNow(List<String> ids) {
    try {
      var views = queries.views(ids);
      listeners.forEach(listener -> listener.told().accept(views));
    } catch (StoreTrouble e) {
      LOG.info("nobody is told of events count={}: {}", ids.size(), e.getMessage());
    }
  }
}
