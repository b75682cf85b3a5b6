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
    for (var id : active) {
      plan.takeEdges(id, chosen, here, there);
    }
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
          new Unmapped(
              id, name, "It is another kind of step there: '" + target.name() + "'."));
    } else if (from.isPresent() && from.get().forEach() != target.forEach()) {
      unmapped.add(
          new Unmapped(
              id, name, "It is done for each item of a list in one of the two versions only."));
    } else {
      mapping.put(id, to);
    }
  }

  /** why: what waits on a step's edge goes along, or it would begin to wait anew. */
  private void takeEdges(
      String id,
      Map<String, String> chosen,
      Map<String, DrawnElement> here,
      Map<String, DrawnElement> there) {
    var to = mapping.get(id);
    for (var edge : here.values()) {
      var target = there.get(chosen.getOrDefault(edge.id(), edge.id()));
      if (to != null
          && edge.attachedTo().equals(Optional.of(id))
          && target != null
          && target.kind().equals(edge.kind())
          && target.attachedTo().equals(Optional.of(to))) {
        mapping.put(edge.id(), target.id());
      }
    }
  }

  private void checkAround(Map<String, DrawnElement> here, Map<String, DrawnElement> there) {
    for (var pair : List.copyOf(mapping.entrySet())) {
      var from = here.get(pair.getKey());
      var to = there.get(pair.getValue());
      if (from != null
          && to != null
          && !from.inside().map(around -> mapping.getOrDefault(around, around)).equals(to.inside())) {
        mapping.remove(pair.getKey());
        unmapped.add(
            new Unmapped(
                from.id(), from.name(), "It sits inside another sub-process in that version."));
      }
    }
  }
}
