/** A process of its own that opens an embedded database, for tests of what happens between processes. */
import process from "node:process";
import { openEmbedded } from "../../../src/database/embedded/mod.ts";

const [directory = "", ...statements] = process.argv.slice(2);
const session = await openEmbedded({ directory, lockWaitMs: 20_000 });
for (const statement of statements) await session.execute([statement]);
if (process.env["HOLD"] === "1") {
  process.stdout.write("ready\n");
  setInterval(() => {}, 1_000);
} else {
  await session.close();
}
