import { spawn } from "node:child_process";

/** Runs a command as the reader would; answers what it printed. Throws when it fails. */
export async function shell(command: string, home: string, data: string): Promise<string> {
  const child = spawn("bash", ["-euo", "pipefail", "-c", command], {
    cwd: home,
    env: { ...process.env, WIREROOM_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let trouble = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString("utf8")));
  child.stderr.on("data", (bytes: Buffer) => (trouble += bytes.toString("utf8")));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  if (code !== 0) throw new Error(`ended with ${code}\n${output}${trouble}`);
  return output;
}
