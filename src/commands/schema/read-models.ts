/** The schema that models make: all their statements in a scratch database, or those of the tables that changed. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "../../base/problem.ts";
import type { Config } from "../../config/mod.ts";
import type { Scratch } from "../../database/scratch.ts";
import {
  type ChangedTables,
  changedTables,
  type KnownStatement,
  knownStatements,
  type LoadedModels,
  mentionedElsewhere,
  type ModelStatement,
} from "../../models/mod.ts";
import { diff, fillGap, type Gap, gapFor, keyOf, type Snapshot } from "../../schema/mod.ts";
import { type Kept, kept, type LastModels, lastModels, rememberModels } from "./cache.ts";
import { replayable } from "./blocks.ts";
import { applyModels, makeSchema, replay } from "./replay.ts";

/** What reading models takes. */
export interface ModelReading {
  readonly config: Config;
  readonly choice: object;
  /** The key under which the snapshot will be kept; null: it will not. */
  readonly key: string | null;
  readonly scratch: <T>(work: (scratch: Scratch) => Promise<T>) => Promise<T>;
  readonly read: (scratch: Scratch) => Promise<Snapshot>;
}

/**
 * Reads the schema of models. When only tables changed since the last reading, only these are made, with what they need
 * and the foreign keys that refer to them; the rest is as it was. Throws what {@link applyModels} throws.
 */
export async function readModels(loaded: LoadedModels, reading: ModelReading): Promise<Kept> {
  const { config, choice, key } = reading;
  const last = key === null ? null : lastModels(config, choice);
  const now = knownStatements(loaded.statements, last?.statements ?? []);
  const patched = last === null ? null : await fromLast(loaded, last, now, reading);
  const snapshot = patched ?? await reading.scratch(async (scratch) => {
    await scratch.addRoles(loaded.roles);
    await apply(scratch, loaded.statements, config);
    return await reading.read(scratch);
  });
  if (key !== null) rememberModels(config, choice, { key, statements: now });
  return { snapshot, rows: [] };
}

/** The last reading with the tables that changed made anew; null when that cannot be done. */
async function fromLast(
  loaded: LoadedModels,
  last: LastModels,
  now: readonly KnownStatement[],
  { config, scratch, read }: ModelReading,
): Promise<Snapshot | null> {
  const changed = changedTables(last.statements, now, loaded.statements);
  const known = changed === null ? null : kept(config, last.key)?.snapshot ?? null;
  if (changed === null || known === null || known.leftOut === true) return null;
  const gap = gapFor(known, changed.tables.map((name) => keyOf("table", name)), changed.mentioned);
  if (gap === null || mentionedElsewhere(now, changed.tables, gap.names)) return null;
  if (ambiguous(known, changed, loaded.statements)) return null;
  return await scratch(async (scratch) => {
    await scratch.addRoles(loaded.roles);
    const made = await makes(scratch, gap, changed.statements, config);
    return made ? fillGap(known, gap, await read(scratch)) : null;
  });
}

/** Whether a name under a search path of its file may mean another table than before. */
function ambiguous({ facts }: Snapshot, { tables }: ChangedTables, statements: readonly ModelStatement[]): boolean {
  if (statements.every(({ session }) => session.length === 0)) return false;
  const schemas = new Map(tables.map(([schema, name]) => [name, schema]));
  if (schemas.size < tables.length) return true;
  return facts.some(({ kind, name: [schema, name = ""] }) => {
    const own = kind === "table" || kind === "view" ? schemas.get(name) : undefined;
    return own !== undefined && own !== schema;
  });
}

/** Whether the tables could be made; what is wrong with them is found out, and told, where all models are made. */
async function makes(scratch: Scratch, gap: Gap, statements: readonly ModelStatement[], config: Config) {
  try {
    await makeSchema(scratch, gap.support);
    await apply(scratch, statements, config);
    await replay(scratch, [{ id: "", blocks: replayable(diff(gap.before, gap.after).statements) }]);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "schema/scratch-refused") return false;
    throw error;
  }
}

function apply(scratch: Scratch, statements: readonly ModelStatement[], { cwd }: Config): Promise<void> {
  return applyModels(scratch, statements, (file) => textOf(cwd, file));
}

/** The text of a model's file, to point into; null when it cannot be read, for which the pointing is no reason to fail. */
function textOf(cwd: string, file: string): string | null {
  try {
    return readFileSync(resolve(cwd, file), "utf8");
  } catch {
    return null;
  }
}
