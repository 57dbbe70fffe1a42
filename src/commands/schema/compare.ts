/** Two sources and the way from one to the other: what diff, check and autogenerate share. */
import { problem } from "../../base/problem.ts";
import type { Config } from "../../config/mod.ts";
import { diff, isStuck, type PlannedStatement, type Unmodelled } from "../../schema/mod.ts";
import type { Context } from "../context.ts";
import { rememberEqual } from "./cache.ts";
import type { OwnSource, SnapshotReader, SourceSnapshot } from "./snapshots.ts";

/** The way from one schema to another. */
export interface Comparison {
  readonly from: string;
  readonly to: string;
  /** In order; none when the two are the same. */
  readonly statements: readonly PlannedStatement[];
  /** What was found and is not compared. */
  readonly unmodelled: readonly Unmodelled[];
}

function unmodelledOf(...sides: readonly SourceSnapshot[]): readonly Unmodelled[] {
  const all = sides.flatMap(({ snapshot }) => snapshot.unmodelled);
  return [...new Map(all.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

interface Asked {
  readonly config: Config;
  readonly context: Context;
  readonly strict: boolean;
}

/**
 * Compares two snapshots and says what is not compared. Throws `schema/unmodelled` when that is something and `strict`
 * is asked for.
 */
export function compare(have: SourceSnapshot, want: SourceSnapshot, asked: Asked): Comparison {
  const unmodelled = unmodelledOf(have, want);
  tellUnmodelled(unmodelled, asked);
  const same = have.key !== null && have.key === want.key;
  const statements = same ? [] : diff(have.snapshot, want.snapshot).statements;
  if (statements.length === 0) rememberEqual(asked.config, have.key, want.key, unmodelled);
  return { from: have.display, to: want.display, statements, unmodelled };
}

/** The comparison of two sources that an earlier run found to be the same; null when there was no such run. */
export async function compareKnown(
  reader: SnapshotReader,
  from: OwnSource,
  to: OwnSource,
  asked: Asked,
): Promise<Comparison | null> {
  const same = await reader.knownSame(from, to);
  if (same === null) return null;
  tellUnmodelled(same.unmodelled, asked);
  return { ...same, statements: [] };
}

function tellUnmodelled(unmodelled: readonly Unmodelled[], { context, strict }: Asked): void {
  if (strict && unmodelled.length > 0) throw problem("schema/unmodelled", { objects: unmodelled });
  for (const { kind, name } of unmodelled) {
    context.report({ type: "warning", code: "schema/unmodelled", message: `Not compared: ${kind} "${name}"` });
  }
}

/** Statements as a script for psql, each below one line that says what it does. */
export function scriptText(statements: readonly PlannedStatement[]): string {
  return statements.map((statement) => {
    const said = `-- ${statement.description}${warningOf(statement)}\n`;
    return isStuck(statement) ? said : `${said}${statement.sql};\n`;
  }).join("\n");
}

/** What to know before running a statement; empty when there is nothing. */
export function warningOf({ losesData, rewrites, scans, lockLevel, table }: PlannedStatement): string {
  const parts = [
    losesData ? "loses data" : null,
    rewrites ? "writes the table anew" : null,
    scans && !rewrites ? "reads the whole table" : null,
    (rewrites || scans) && lockLevel !== null && table !== null ? `under ${lockLevel}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
