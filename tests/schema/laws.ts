/** The laws that every pair of schemas must obey, with pg_dump as the judge of what is equal. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres from "postgres";
import { diff } from "../../src/schema/diff.ts";
import { readSnapshot } from "../../src/schema/read.ts";
import type { Snapshot } from "../../src/schema/snapshot.ts";

/** A pair of schemas, each as statements. */
export interface Case {
  readonly source: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly minPg?: number;
}

/** What broke a law, with the statements that did it. */
export interface Breach {
  readonly name: string;
  readonly law: string;
  readonly detail: string;
  readonly sql: readonly string[];
}

/** A database to try statements on. */
export interface Ground {
  run(text: string): Promise<void>;
  snapshot(): Promise<Snapshot>;
  /** Its schema as the judge sees it, an entry each; null where there is no judge. */
  dump(): Promise<readonly string[]> | null;
}

const run = promisify(execFile);

/** pg_dump's output as a sorted list of entries; the order of a table's columns does not count. */
export function entriesOf(dump: string): readonly string[] {
  const parts = dump.replace(/^\\(?:un)?restrict .*$/gm, "").replace(/^SET default_.*$/gm, "").split(/^--\n-- Name: /m)
    .slice(1);
  return parts.map((part) => {
    const text = part.replace(/\n--\n-- PostgreSQL database dump complete[^]*$/, "").replace(/^--$/gm, "").trimEnd();
    const columns = text.replace(
      /(CREATE (?:UNLOGGED |FOREIGN )*TABLE [^\n]*\(\n)([^]*?)(\n\))/,
      (_all, head, lines, tail) =>
        head + String(lines).split("\n").map((line) => line.replace(/,$/, "")).sort().join("\n") + tail,
    );
    return columns.replace(
      /(?:^ALTER TABLE ONLY \S.* ALTER COLUMN .*;\n)+/gm,
      (lines) => lines.split("\n").sort().join("\n"),
    );
  }).sort();
}

/** A database of a real server. */
export function serverGround(url: string, pgDump: string): Ground & { close(): Promise<void> } {
  const sql = postgres(url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  return {
    run: async (text) => void await sql.unsafe(text).simple(),
    snapshot: () => readSnapshot({ query: (text) => sql.unsafe(text) }, { privileges: true, owners: true }),
    dump: async () => entriesOf((await run(pgDump, ["--schema-only", url], { maxBuffer: 1 << 28 })).stdout),
    close: () => sql.end(),
  };
}

function difference(have: readonly string[], want: readonly string[]): string {
  const missing = want.filter((entry) => !have.includes(entry)).map((entry) => `missing: ${entry}`);
  const extra = have.filter((entry) => !want.includes(entry)).map((entry) => `extra: ${entry}`);
  return [...missing, ...extra].join("\n");
}

const message = (error: unknown) => error instanceof Error ? error.message : String(error);

async function apply(ground: Ground, statements: readonly string[]): Promise<string | null> {
  for (const statement of statements) {
    try {
      await ground.run(statement);
    } catch (error) {
      return `${message(error)}\n  in: ${statement}`;
    }
  }
  return null;
}

/**
 * Checks the four laws on two databases that hold the case's schemas: the statements run; the result is what was
 * wanted; a second diff is empty; going back arrives where it began, and forward again at the goal.
 */
export async function breachOf(name: string, from: Ground, to: Ground): Promise<Breach | null> {
  const [have, want] = [await from.snapshot(), await to.snapshot()];
  const start = await from.dump();
  const goal = await to.dump();
  let now = have;
  for (const [way, target, wanted] of [["up", want, goal], ["down", have, start], ["up again", want, goal]] as const) {
    const sql = diff(now, target).statements.map((statement) => statement.sql);
    const failed = await apply(from, sql);
    if (failed !== null) return { name, law: `${way}: the statements run`, detail: failed, sql };
    const dump = await from.dump();
    if (dump !== null && wanted !== null && dump.join("\n") !== wanted.join("\n")) {
      return { name, law: `${way}: the result is what was wanted`, detail: difference(dump, wanted), sql };
    }
    now = await from.snapshot();
    const rest = diff(now, target).statements.map((statement) => statement.sql);
    if (rest.length > 0) return { name, law: `${way}: a second diff is empty`, detail: rest.join("\n"), sql };
  }
  return null;
}
