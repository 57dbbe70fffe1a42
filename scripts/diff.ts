/** `diff FROM TO [--privileges] [--owners] [--json]`: the differ between two servers' databases, for work on it. */
import { argv, exit, stderr, stdout } from "node:process";
import postgres from "postgres";
import { diff } from "../src/schema/diff.ts";
import { readSnapshot } from "../src/schema/read.ts";
import type { Snapshot } from "../src/schema/snapshot.ts";

async function read(url: string): Promise<Snapshot> {
  const sql = postgres(url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  try {
    return await readSnapshot({ query: (text) => sql.unsafe(text) }, {
      privileges: argv.includes("--privileges"),
      owners: argv.includes("--owners"),
    });
  } finally {
    await sql.end();
  }
}

async function main(): Promise<void> {
  const [from, to] = argv.slice(2).filter((word) => !word.startsWith("--"));
  if (from === undefined || to === undefined) {
    stderr.write("diff FROM TO\n");
    return exit(2);
  }
  const [have, want] = [await read(from), await read(to)];
  for (const { kind, name } of [...have.unmodelled, ...want.unmodelled]) {
    stderr.write(`not modelled: ${kind} ${name}\n`);
  }
  const plan = diff(have, want);
  if (argv.includes("--json")) stdout.write(JSON.stringify(plan, null, 1) + "\n");
  else for (const { sql } of plan.statements) stdout.write(`${sql};\n`);
}

await main();
