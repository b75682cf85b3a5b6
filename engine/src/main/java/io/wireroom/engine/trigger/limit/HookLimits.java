package io.wireroom.engine.trigger.limit;

import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Webhook;
import io.wireroom.engine.workflow.WebhookLimits.Rate;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What one webhook takes. Asked only for webhooks that exist, so that strangers cannot fill it, and
 * for the rate only after the sender was verified, so that strangers cannot use it up.
 */
public final class HookLimits {
  private static final int MOST_HOOKS = 10_000;

  /** why: whoever floods a webhook with rubbish must not crowd the inbox. */
  private static final Rate KEPT_REFUSALS = new Rate(60, Duration.ofMinutes(1));

  private final RateLimit rate;
  private final RateLimit refusals;
  private final WaitingLimit waiting = new WaitingLimit();

  public HookLimits(InstantSource clock) {
    this.rate = new RateLimit(clock, MOST_HOOKS);
    this.refusals = new RateLimit(clock, MOST_HOOKS);
  }

  /**
   * Counts a verified request.
   *
   * @throws HttpProblem 429, with Retry-After set
   */
  public void count(RoutingContext context, Webhook webhook) {
    webhook
        .limits()
        .rate()
        .flatMap(allowed -> rate.take(webhook.messageName(), allowed))
        .ifPresent(
            after -> {
              throw busy(context, after, "This webhook takes no more requests for the moment.");
            });
  }

  /**
   * Lets the caller wait for its answer until the request has ended.
   *
   * @throws HttpProblem 429, with Retry-After set
   */
  public void enter(RoutingContext context, Webhook webhook) {
    if (context.response().ended() || context.response().closed()) {
      return; // why: who has hung up waits for nothing, and nothing would tell when it leaves
    }
    var key = webhook.messageName();
    if (!waiting.enter(key, webhook.limits().waiting())) {
      throw busy(context, Duration.ofSeconds(1), "Too many callers wait at this webhook.");
    }
    context.addEndHandler(done -> waiting.leave(key));
  }

  /** Whether one more refused request of the webhook is worth a line in the inbox. */
  public boolean keepsRefusal(Webhook webhook) {
    return refusals.take(webhook.messageName(), KEPT_REFUSALS).isEmpty();
  }

  private static HttpProblem busy(RoutingContext context, Duration after, String sentence) {
    var seconds = Math.max(1, (after.toMillis() + 999) / 1_000);
    context.response().putHeader("Retry-After", String.valueOf(seconds));
    return new HttpProblem(429, sentence);
  }
}
