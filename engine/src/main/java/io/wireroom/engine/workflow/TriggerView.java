package io.wireroom.engine.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wireroom.engine.workflow.TriggerFacts.Misfire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What starts a workflow, as the API shows it; {@code label} is for people. */
public sealed interface TriggerView {
  @JsonProperty
  String kind();

  String label();

  String elementId();

  /** A call over HTTP. */
  record Hook(
      String label, String elementId, String method, String path, String auth, String response)
      implements TriggerView {
    @Override
    public String kind() {
      return "webhook";
    }
  }

  /** A timer. */
  record Schedule(String label, String elementId, List<Instant> next, List<Misfire> misfires)
      implements TriggerView {
    @Override
    public String kind() {
      return "schedule";
    }
  }

  /** New entries of a feed. */
  record Feed(
      String label,
      String elementId,
      String url,
      String interval,
      Optional<Instant> lastPolledAt,
      Optional<Instant> nextPollAt,
      Optional<String> lastError)
      implements TriggerView {
    @Override
    public String kind() {
      return "feed";
    }
  }

  /** Submissions of a form; {@code href} is its page. */
  record Form(String label, String elementId, String path, String access, String href)
      implements TriggerView {
    @Override
    public String kind() {
      return "form";
    }
  }

  /** A person or the API, without an event of its own. */
  record None(String label, String elementId) implements TriggerView {
    @Override
    public String kind() {
      return "none";
    }
  }
}
