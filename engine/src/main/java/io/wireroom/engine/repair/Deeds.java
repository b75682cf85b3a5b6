package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps who mended what. Values stay out of it; they may be anybody's text. Blocks. */
public final class Deeds {
  private static final Logger LOG = LoggerFactory.getLogger(Deeds.class);

  private final Audit audit;

  public Deeds(Audit audit) {
    this.audit = audit;
  }

  public void keep(Caller caller, String what, long key, String detail) {
    LOG.info("{} key={} by={}", what, key, caller.name());
    audit.keep(caller.name(), what, String.valueOf(key), detail);
  }

  /** The names of changed variables. */
  static String names(ObjectNode variables) {
    var names = new java.util.ArrayList<String>();
    variables.fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? "" : "changed " + String.join(", ", names);
  }
}
