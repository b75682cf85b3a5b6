package io.wireroom.engine;

import io.wireroom.engine.cli.CommandLineTool;

/** Where the process begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(CommandLineTool.run(args));
  }
}
