// A model server that is not ours; prints its address, and ends when its standard input does.
import { LLMock } from "@copilotkit/aimock";

const mock = new LLMock({ port: 0, host: "127.0.0.1" });
mock.onMessage("harbour", { content: "The harbour opens at noon." });
console.log(await mock.start());
process.stdin.on("end", () => process.exit(0)).resume();
