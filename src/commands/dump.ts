/** A whole schema as SQL. */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { displayPath, writeFileAtomically } from "../files/mod.ts";
import { diff, emptySnapshot, type PlannedStatement, type Unmodelled } from "../schema/mod.ts";
import { kinds } from "../schema/kinds.ts";
import { problem } from "../base/problem.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import type { SchemaInputs } from "./diff.ts";
import { scriptText } from "./schema/compare.ts";
import { SnapshotReader } from "./schema/snapshots.ts";
import { sourceOf } from "./schema/source.ts";

export interface DumpInputs extends SchemaInputs {
  /** Null: the database. */
  readonly source: string | null;
  /** Directory for one file an object; null: one script. */
  readonly split: string | null;
}

export interface DumpOutcome {
  readonly source: string;
  /** Empty when it was written to files. */
  readonly script: string;
  /** The files that were written, with `--split`. */
  readonly files: readonly string[];
  /** SQL files in the same folders that were not written: of an older dump, or somebody's own. */
  readonly others: readonly string[];
  readonly unmodelled: readonly Unmodelled[];
}

/** Writes the schema of a source, so that it can be made again from nothing. */
export async function dumpCommand(inputs: DumpInputs, context: Context): Promise<DumpOutcome> {
  const config = await configFor(context);
  const reader = new SnapshotReader(config, context, {
    privileges: inputs.privileges ?? config.privileges,
    owners: inputs.owners ?? config.owners,
    notNullNames: true,
  });
  const { snapshot, display } = await reader.one(sourceOf(inputs.source ?? "database", context.cwd));
  const { unmodelled } = snapshot;
  if (inputs.strict && unmodelled.length > 0) throw problem("schema/unmodelled", { objects: unmodelled });
  for (const { kind, name } of unmodelled) {
    context.report({ type: "warning", code: "schema/unmodelled", message: `Left out: ${kind} "${name}"` });
  }
  const { statements } = diff(emptySnapshot, snapshot);
  if (inputs.split === null) {
    return { source: display, script: scriptText(statements), files: [], others: [], unmodelled };
  }
  const root = resolve(context.cwd, inputs.split);
  const written = writeSplit(statements, root, context.cwd);
  const others = otherFiles(root, written).map((path) => displayPath(context.cwd, path));
  return {
    source: display,
    script: "",
    files: written.map((path) => displayPath(context.cwd, path)),
    others,
    unmodelled,
  };
}

/** A name as a file name that every system takes. */
function fileNameOf(subject: string): string {
  return subject.replace(/[^A-Za-z0-9_.-]+/g, "_");
}

/** One file an object, `KIND/SCHEMA.NAME.sql`: together they are a directory that `models` can name. */
function writeSplit(statements: readonly PlannedStatement[], root: string, cwd: string): readonly string[] {
  const bySubject = Map.groupBy(statements, ({ subject }) => subject);
  const taken = new Map<string, number>();
  const written: string[] = [];
  for (const [subject, group] of bySubject) {
    const at = subject.indexOf(":");
    const folder = join(root, fileNameOf(subject.slice(0, at)));
    const name = fileNameOf(subject.slice(at + 1));
    const key = join(folder, name.toLowerCase());
    const times = (taken.get(key) ?? 0) + 1;
    taken.set(key, times);
    const path = join(folder, `${name}${times === 1 ? "" : `-${times}`}.sql`);
    mkdirSync(folder, { recursive: true });
    writeFileAtomically(path, scriptText(group), { overwrite: true, file: displayPath(cwd, path) });
    written.push(path);
  }
  return written;
}

/** SQL files in the folders of a split dump besides those that were written now: what is gone is still there in them. */
function otherFiles(root: string, written: readonly string[]): readonly string[] {
  const ours = new Set(written);
  return Object.keys(kinds).map((kind) => join(root, fileNameOf(kind)))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".sql")).map((name) => join(folder, name)))
    .filter((path) => !ours.has(path)).sort();
}
