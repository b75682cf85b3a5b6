package io.wireroom.engine.workflow;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workflow's triggers: what is drawn, with what is known of them. Blocks. */
public final class Triggers {
  private final TriggerFacts facts;

  public Triggers(TriggerFacts facts) {
    this.facts = facts;
  }

  /**
   * @param published whether the diagram is a published version, so that its triggers are open
   */
  List<TriggerView> of(Diagram diagram, boolean published) {
    var triggers = new ArrayList<TriggerView>();
    diagram.webhooks().forEach(hook -> triggers.add(view(hook)));
    diagram.timers().forEach(timer -> triggers.add(view(timer, published)));
    diagram.feeds().forEach(feed -> triggers.add(view(feed, published)));
    diagram.forms().forEach(form -> triggers.add(view(form)));
    if (triggers.isEmpty() && diagram.hasNoneStart()) {
      triggers.add(new TriggerView.None("By hand", ""));
    }
    return triggers;
  }

  private static TriggerView view(Webhook hook) {
    return new TriggerView.Hook(
        "/hooks/" + hook.path(),
        hook.elementId(),
        hook.method(),
        hook.path(),
        hook.auth().kind().word(),
        hook.response());
  }

  private TriggerView view(TimerStart timer, boolean published) {
    var schedule = facts.schedule(timer, published);
    return new TriggerView.Schedule(
        timer.text(), timer.elementId(), schedule.next(), schedule.misfires());
  }

  private TriggerView view(FeedStart feed, boolean published) {
    var state = published ? facts.feed(feed) : Optional.<TriggerFacts.FeedState>empty();
    return new TriggerView.Feed(
        host(feed.url()),
        feed.elementId(),
        feed.url(),
        feed.interval().toString(),
        state.flatMap(TriggerFacts.FeedState::lastPolledAt),
        state.map(TriggerFacts.FeedState::nextPollAt),
        state.flatMap(TriggerFacts.FeedState::lastError));
  }

  private static String host(String url) {
    try {
      var uri = URI.create(url);
      return uri.getHost() == null ? url : uri.getHost() + uri.getPath();
    } catch (IllegalArgumentException e) {
      return url; // why: a draft's address may still be wrong
    }
  }

  private static TriggerView view(FormStart form) {
    return new TriggerView.Form(
        "/forms/" + form.path(),
        form.elementId(),
        form.path(),
        form.open() ? "public" : "signed-in",
        "/forms/" + form.path());
  }
}
