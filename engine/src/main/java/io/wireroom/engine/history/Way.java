package io.wireroom.engine.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to walk through runs, newest first.
 *
 * @param from what gives the order, with its place under the name {@code place}
 * @param order conditions that an index answers in that order
 * @param rest what must be looked at run by run
 */
record Way(
    String from, List<Object> fromBinds, String place, RunConditions order, RunConditions rest) {

  static Way byRun(RunConditions order, RunConditions rest) {
    return new Way("run", List.of(), "run.place", order, rest);
  }

  static Way byValue(ValueFilter value, RunConditions rest) {
    return new Way(
        "run_value w",
        List.of(),
        "w.place",
        RunConditions.of("w.path = ? and w.text = ?", value.path(), RunValues.cut(value.text())),
        rest);
  }

  static Way byText(RunText text, List<String> words, RunConditions rest) {
    return new Way(
        "(" + text.places() + ") w",
        List.of(text.query(words)),
        "w.place",
        RunConditions.none(),
        rest);
  }

  String rows(RunConditions bounds) {
    var runs = place.equals("run.place");
    return "select run.* from "
        + from
        // why cross: SQLite then keeps this order of the two, and with it that of the list
        + (runs ? "" : " cross join run")
        + " where "
        + order.and(bounds).and(rest).sql()
        + (runs ? "" : " and run.place = w.place")
        + " order by "
        + place
        + " desc limit ?";
  }

  Object[] rowsBinds(RunConditions bounds, int limit) {
    return binds(order.and(bounds).and(rest), limit);
  }

  /** The place up to which so many come. */
  String floor(RunConditions bounds) {
    return "select "
        + place
        + " as place from "
        + from
        + " where "
        + order.and(bounds).sql()
        + " order by "
        + place
        + " desc limit 1 offset ?";
  }

  Object[] floorBinds(RunConditions bounds, int most) {
    return binds(order.and(bounds), most);
  }

  private Object[] binds(RunConditions conditions, Object last) {
    var all = new ArrayList<>(fromBinds);
    all.addAll(conditions.binds());
    all.add(last);
    return all.toArray();
  }
}
