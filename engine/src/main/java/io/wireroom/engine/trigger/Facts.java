package io.wireroom.engine.trigger;

import io.wireroom.engine.trigger.feed.FeedWatch;
import io.wireroom.engine.trigger.schedule.Schedules;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.engine.workflow.TimerStart;
import io.wireroom.engine.workflow.TriggerFacts;
import java.util.Optional;

/** What is known of triggers, from those who watch them. */
public record Facts(FeedWatch feeds, Schedules schedules) implements TriggerFacts {
  @Override
  public Optional<FeedState> feed(FeedStart feed) {
    return feeds.state(feed);
  }

  @Override
  public Schedule schedule(TimerStart timer, boolean published) {
    return schedules.of(timer, published);
  }
}
