package io.wireroom.engine.process.zeebe;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.page.AnyPage;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import io.camunda.client.api.search.request.TypedPageableRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All pages of a search, each after the cursor of the one before. */
final class Pages {
  private static final int SIZE = 500;

  private Pages() {}

  /** Calls {@code taker} with each item. */
  static <T, R extends TypedPageableRequest<AnyPage, R> & FinalSearchRequestStep<T>> void each(
      Supplier<R> search, Consumer<T> taker) {
    try {
      for (var cursor = ""; ; ) {
        var after = cursor;
        var page =
            search
                .get()
                .page(
                    p -> {
                      p.limit(SIZE);
                      if (!after.isEmpty()) {
                        p.after(after);
                      }
                    })
                .execute();
        page.items().forEach(taker);
        var next = page.page().endCursor();
        if (page.items().size() < SIZE || next == null || next.equals(after)) {
          return;
        }
        cursor = next;
      }
    } catch (ClientException e) {
      throw OrchestrationApi.away(e);
    }
  }
}
