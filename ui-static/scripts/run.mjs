// Runs a TypeScript program on Node versions that cannot strip types by themselves.
import { runnerImport } from "vite";

const [program, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], program, ...rest];
await runnerImport(`./${program}`, { configFile: false, logLevel: "error" });
