import { fileURLToPath } from "node:url";
import { Peer } from "../test/peer/peer.ts";

/** Serves dist/ with a scripted engine, to look at the pages while the engine is away. */
const port = Number(process.argv[2] ?? 0);
const peer = await Peer.start(fileURLToPath(new URL("../dist", import.meta.url)), port);
console.log(peer.address);
