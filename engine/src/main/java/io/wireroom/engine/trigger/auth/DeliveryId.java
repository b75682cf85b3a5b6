package io.wireroom.engine.trigger.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.wireroom.engine.workflow.AuthKind;
import java.util.Optional;

/** The id that the provider gives a delivery and repeats with it: the default dedupe key. */
public final class DeliveryId {
  static final String GITHUB = "X-GitHub-Delivery";
  static final String STANDARD_WEBHOOKS = "webhook-id";

  private DeliveryId() {}

  /**
   * The delivery's id, of a request that passed.
   *
   * @param body as it was read
   */
  public static Optional<String> of(AuthKind kind, MultiMap headers, JsonNode body) {
    var id =
        switch (kind) {
          case GITHUB -> headers.get(GITHUB);
          case STANDARD_WEBHOOKS -> headers.get(STANDARD_WEBHOOKS);
          case STRIPE -> body.path("id").textValue();
          case SLACK -> body.path("event_id").textValue();
          case NONE, BASIC, API_KEY, BEARER, JWT, HMAC, UNKNOWN -> null;
        };
    return Optional.ofNullable(id).filter(DeliveryId::isUsable);
  }

  static boolean isUsable(String id) {
    return id.matches("[\\x21-\\x7e]{1,200}");
  }
}
