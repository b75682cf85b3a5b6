package io.wireroom.engine.worker;

/** Who sees what steps say while they work. Called on a step's thread; returns at once. */
@FunctionalInterface
public interface Onlookers {
  Onlookers NOBODY = said -> {};

  void said(Said said);

  static Onlookers all(Onlookers... onlookers) {
    return said -> {
      for (var one : onlookers) {
        one.said(said);
      }
    };
  }
}
