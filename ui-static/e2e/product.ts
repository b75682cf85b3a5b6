import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../..", import.meta.url));

/** The whole product as a user starts it: engine, real broker, an empty data folder. */
export class Product {
  readonly address: string;
  readonly signInLink: string;
  readonly #process: ChildProcess;
  readonly data: string;

  private constructor(process: ChildProcess, data: string, signInLink: string) {
    this.#process = process;
    this.data = data;
    this.signInLink = signInLink;
    this.address = new URL(signInLink).origin;
  }

  static async start(...options: string[]): Promise<Product> {
    const data = await mkdtemp(join(tmpdir(), "wireroom-"));
    const started = spawn(join(home, "wireroom"), ["start", "--port", "0", "--data", data, ...options], {
      stdio: ["ignore", "pipe", "pipe"],
      // why: the test runner's NODE_ENV is no business of what it starts, which may have to build.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "NODE_ENV")),
    });
    return new Product(started, data, await linkPrintedBy(started));
  }

  /** As Ctrl-C does it. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const over = new Promise((done) => this.#process.once("exit", done));
      this.#process.kill("SIGTERM");
      await over;
    }
    await rm(this.data, { recursive: true, force: true });
  }
}

function linkPrintedBy(started: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((found, failed) => {
    for (const stream of [started.stdout, started.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on("line", (line) => {
        said.push(line);
        const link = /https?:\/\/\S+\/sign-in\?code=\S+/.exec(line)?.[0];
        if (link !== undefined) found(link);
      });
    }
    started.once("exit", (code) =>
      failed(new Error(`wireroom start ended with ${String(code)}:\n${said.join("\n")}`)),
    );
  });
}
