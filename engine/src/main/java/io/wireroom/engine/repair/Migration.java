package io.wireroom.engine.repair;

import io.wireroom.engine.workflow.DrawnElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each step that is active goes on in another version of the workflow.
 *
 * @param mapping from the element here to the one there
 * @param unmapped what has no place there, and why
 */
record Migration(Map<String, String> mapping, List<Unmapped> unmapped) {
  /** A step that cannot go on there. */
  record Unmapped(String elementId, String name, String reason) {}

  /** Same id to same id, where {@code chosen} says nothing else. */
  static Migration plan(
      List<String> active,
      Map<String, String> chosen,
      Map<String, DrawnElement> here,
      Map<String, DrawnElement> there) {
    var plan = new Migration(new LinkedHashMap<>(), new ArrayList<>());
    for (var id : active) {
      plan.step(id, chosen.getOrDefault(id, id), here, there);
    }
    plan.takeAwaited(chosen, here, there);
    plan.checkAround(here, there);
    return plan;
  }

  private void step(
      String id, String to, Map<String, DrawnElement> here, Map<String, DrawnElement> there) {
    var from = Optional.ofNullable(here.get(id));
    var name = from.map(DrawnElement::name).orElse(id);
    var target = there.get(to);
    if (target == null) {
      unmapped.add(new Unmapped(id, name, "'" + to + "' is not in that version."));
    } else if (from.isPresent() && !from.get().kind().equals(target.kind())) {
      unmapped.add(
          new Unmapped(id, name, "It is another kind of step there: '" + target.name() + "'."));
    } else if (from.isPresent() && from.get().forEach() != target.forEach()) {
      unmapped.add(
          new Unmapped(
              id, name, "It is done for each item of a list in one of the two versions only."));
    } else {
      mapping.put(id, to);
    }
  }

  /** why: what is awaited goes along, or the broker would await it anew, which it refuses. */
  private void takeAwaited(
      Map<String, String> chosen, Map<String, DrawnElement> here, Map<String, DrawnElement> there) {
    var active = List.copyOf(mapping.keySet());
    for (var event : here.values()) {
      var target = there.get(chosen.getOrDefault(event.id(), event.id()));
      if (target != null
          && target.kind().equals(event.kind())
          && target.attachedTo().equals(event.attachedTo().map(mapping::get))
          && awaited(event, active, here)) {
        mapping.putIfAbsent(event.id(), target.id());
      }
    }
  }

  /** On the edge of an active step, after a gateway that waits for events, or to its side. */
  private static boolean awaited(
      DrawnElement event, List<String> active, Map<String, DrawnElement> here) {
    return event.attachedTo().filter(active::contains).isPresent()
        || event.afterGateway().filter(active::contains).isPresent()
        || (event.kind().startsWith("startEvent.")
            && event
                .inside()
                .map(here::get)
                .filter(i -> i.kind().equals("eventSubProcess"))
                .isPresent());
  }

  private void checkAround(Map<String, DrawnElement> here, Map<String, DrawnElement> there) {
    for (var pair : List.copyOf(mapping.entrySet())) {
      var from = here.get(pair.getKey());
      var to = there.get(pair.getValue());
      if (from != null
          && to != null
          && !from.inside()
              .map(around -> mapping.getOrDefault(around, around))
              .equals(to.inside())) {
        mapping.remove(pair.getKey());
        unmapped.add(
            new Unmapped(
                from.id(), from.name(), "It sits inside another sub-process in that version."));
      }
    }
  }
}
