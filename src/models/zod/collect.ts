/** What model files export: zod tables and the values of the other builders. */
import { problem } from "../../base/problem.ts";
import type { Definition, TableModel } from "../define/definition.ts";
import { readTable, type RenameHint } from "./read-table.ts";
import { definedTables, type TableDefinition, tableOf } from "./table.ts";

/** What was found among exports. */
export interface Collected {
  readonly tables: readonly TableModel[];
  readonly definitions: readonly Definition[];
  readonly renames: readonly RenameHint[];
}

/** Objects and lists of models are looked into, this deep. */
const deepest = 3;

/**
 * Collects models from the exports of files. A model that two files export counts once.
 *
 * Throws `model/not-exported` when a table was defined since `definedBefore` that no file exports, and what reading a
 * table throws.
 */
export function collectZod(modules: readonly object[], definedBefore: number): Collected {
  const tables = new Set<TableDefinition>();
  const definitions = new Set<Definition>();
  for (const value of modules.flatMap((module) => exportedValues(module, 0))) {
    const table = tableOf(value);
    if (table !== null) tables.add(table);
    else if (isDefinition(value)) definitions.add(value);
  }
  const hidden = definedTables().slice(definedBefore).filter((table) => !tables.has(table));
  const [first] = hidden;
  if (first !== undefined) {
    const names = hidden.map(({ name }) => name);
    throw problem("model/not-exported", { names }, first.at === null ? {} : { at: first.at });
  }
  // A module's exports come sorted by name; models are written in the order in which they were defined.
  const order = new Map(definedTables().map((table, at) => [table, at]));
  const read = [...tables].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(readTable);
  return {
    tables: read.map(({ model }) => model),
    definitions: [...definitions].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0)),
    renames: read.flatMap(({ renames }) => renames),
  };
}

/**
 * The values of a module, those in its exported lists and plain objects included. What cannot be looked at is no model: a
 * client of a database, for example, that connects when it is touched.
 */
export function exportedValues(module: object, depth: number): readonly unknown[] {
  return readable(() => Object.keys(module)).flatMap((key) =>
    readable(() => {
      const value: unknown = Reflect.get(module, key);
      if (typeof value !== "object" || value === null || depth >= deepest) return [value];
      return isDefinition(value) || tableOf(value) !== null || !isPlain(value)
        ? [value]
        : exportedValues(value, depth + 1);
    })
  );
}

/** A list, or an empty one where users' getters and proxies throw. */
function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === "object" && value !== null && "type" in value && value.type === "migrate.model" &&
    "kind" in value;
}
