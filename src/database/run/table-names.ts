/** Names of the tables that the program keeps in a database. */
import { problem } from "../../base/problem.ts";
import { quoteQualified } from "../../sql/quote.ts";

/** A table's name with its schema, both raw (not quoted). */
export interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** The tables that belong together. */
export interface TableNames {
  readonly history: TableName;
  readonly log: TableName;
  /** Only made with `run_lock = "lease"`: beside the history table, with `_lease` added to its name. */
  readonly lease: TableName;
}

const part = /^\s*(?:"((?:[^"]|"")+)"|([^\s".]+))\s*$/;
const parts = /^((?:"(?:[^"]|"")*"|[^".])*)(?:\.((?:"(?:[^"]|"")*"|[^".])*))?$/;

/**
 * Reads a table's name as the config writes it: `name`, `schema.name`, with SQL's quotes where a part needs them. A bare
 * part keeps its case, as every name in the config does.
 *
 * ```ts
 * tableName("history_table", "public.migrate_revisions"); // { schema: "public", name: "migrate_revisions" }
 * tableName("history_table", '"My Schema"."a.b"');         // { schema: "My Schema", name: "a.b" }
 * ```
 * Throws `run/table-name`; `setting` is for its text.
 */
export function tableName(setting: string, text: string): TableName {
  const halves = parts.exec(text);
  const names = [halves?.[1], halves?.[2]].filter((half) => half !== undefined).map((half) => {
    const found = part.exec(half);
    return found === null ? null : found[1]?.replaceAll('""', '"') ?? found[2] ?? null;
  });
  const [first, second] = names;
  const long = names.some((name) => name !== null && new TextEncoder().encode(name).length > 63);
  if (first === undefined || names.includes(null) || long) throw problem("run/table-name", { setting, text });
  return second === undefined || second === null
    ? { schema: "public", name: first ?? "" }
    : { schema: first ?? "", name: second };
}

/**
 * The names from the config's `history_table` and `log_table`.
 *
 * ```ts
 * tableNames("public.migrate_revisions", "public.migrate_log");
 * ```
 */
export function tableNames(history: string, log: string): TableNames {
  const table = tableName("history_table", history);
  return {
    history: table,
    log: tableName("log_table", log),
    lease: { schema: table.schema, name: leaseName(table.name) },
  };
}

/** The history table's name with `_lease`, cut so that PostgreSQL (63 bytes) does not cut it itself. */
function leaseName(name: string): string {
  const suffix = "_lease";
  let kept = name;
  while (new TextEncoder().encode(kept + suffix).length > 63) kept = [...kept].slice(0, -1).join("");
  return kept + suffix;
}

/** The name as SQL. */
export function sqlName(table: TableName): string {
  return quoteQualified(table.schema, table.name);
}
