/**
 * Reads a live schema, or compares two that were read before, and prints the milliseconds as JSON.
 *
 *   schema read URL [FILE]      the snapshot goes into the file
 *   schema diff FILE FILE
 */
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { openSession } from "../../../src/database/mod.ts";
import { diff, readSnapshot, type Snapshot } from "../../../src/schema/mod.ts";

const [what, first = "", second] = process.argv.slice(2);

async function read(): Promise<number> {
  const session = await openSession({ url: first, environment: {} });
  const start = performance.now();
  const snapshot = await readSnapshot(session, {
    schemas: null,
    ignore: [],
    exclude: [],
    privileges: false,
    owners: false,
  });
  const ms = performance.now() - start;
  await session.close();
  if (second !== undefined) writeFileSync(second, JSON.stringify(snapshot));
  return ms;
}

function compare(): { ms: number; statements: number } {
  // Written by `read` above.
  const [have, want] = [first, second ?? ""].map((file) => JSON.parse(readFileSync(file, "utf8")) as Snapshot);
  if (have === undefined || want === undefined) throw new TypeError("two files are compared");
  const start = performance.now();
  const { statements } = diff(have, want);
  return { ms: performance.now() - start, statements: statements.length };
}

const done = what === "read" ? read().then((ms) => ({ ms })) : Promise.resolve(compare());
done.then((result) => {
  console.log(JSON.stringify(result));
  process.exit(0);
});
