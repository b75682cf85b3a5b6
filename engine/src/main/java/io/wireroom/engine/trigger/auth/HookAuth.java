package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.trigger.auth.HookVerdict.Refused;
import io.wireroom.engine.workflow.AuthKind;
import io.wireroom.engine.workflow.WebhookAuth;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides who may call a webhook. Only computes: about 1 ms per MB of body and valid secret, so a
 * large body belongs off the event loop.
 */
public final class HookAuth {
  private final WebhookSecrets secrets;
  private final Scheme none = new OwnMachine();
  private final Scheme basic = new BasicCredentials();
  private final Scheme apiKey = new ApiKey();
  private final Scheme github = new GitHubSignature();
  private final Scheme bearer;
  private final Scheme jwt;
  private final Scheme hmac;
  private final Scheme stripe;
  private final Scheme slack;
  private final Scheme standardWebhooks;

  /**
   * @param holders who holds an API token of Wireroom
   */
  public HookAuth(Function<String, Optional<Caller>> holders, WebhookSecrets secrets, Clock clock) {
    this.secrets = secrets;
    var freshness = new Freshness(clock);
    bearer = new Bearer(holders);
    jwt = new JsonWebToken(clock);
    hmac = new HmacSignature(freshness);
    stripe = new StripeSignature(freshness);
    slack = new SlackSignature(freshness);
    standardWebhooks = new StandardWebhooksSignature(freshness);
  }

  /** The verdict; to be asked before anything of the body is parsed. */
  public HookVerdict check(HookCall call, WebhookAuth auth) {
    var valid =
        auth.connection().isEmpty() ? List.<Connection>of() : secrets.valid(auth.connection());
    if (valid.isEmpty() && (auth.needsConnection() || !auth.connection().isEmpty())) {
      return Refused.because(
          auth.connection().isEmpty()
              ? "The webhook names no connection that holds its secret."
              : "There is no connection " + auth.connection() + ".");
    }
    return AddressCheck.answer(call, auth, valid)
        .orElseGet(() -> scheme(auth.kind()).verify(call, auth, valid));
  }

  private Scheme scheme(AuthKind kind) {
    return switch (kind) {
      case NONE -> none;
      case BASIC -> basic;
      case API_KEY -> apiKey;
      case BEARER -> bearer;
      case JWT -> jwt;
      case HMAC -> hmac;
      case GITHUB -> github;
      case STRIPE -> stripe;
      case SLACK -> slack;
      case STANDARD_WEBHOOKS -> standardWebhooks;
      case UNKNOWN ->
          (call, auth, valid) -> Refused.because("The webhook's way to sign in is not understood.");
    };
  }
}
