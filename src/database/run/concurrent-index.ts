/**
 * What became of a `CREATE INDEX CONCURRENTLY` or `DROP INDEX CONCURRENTLY` that was cut off. It cannot share a
 * transaction with its record, but the catalogs tell: a build that ended is valid, one that failed left an invalid
 * index, one that never began left nothing.
 */
import { Lexer } from "../../sql/lexer.ts";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { Session } from "../session.ts";

/** A concurrent index statement, taken apart. Names are as SQL: `"Users"`, `app.users`. */
export type ConcurrentIndex =
  | { readonly action: "create"; readonly index: string | null; readonly table: string }
  | { readonly action: "drop"; readonly index: string };

/** The tokens of a statement without comments, words in lower case. */
function tokens(sql: string): string[] {
  const found: string[] = [];
  const lexer = new Lexer(sql, { file: "SQL" });
  for (let kind = lexer.next(); kind !== "end" && found.length < 24; kind = lexer.next()) {
    if (kind === "line-comment" || kind === "block-comment") continue;
    found.push(kind === "word" ? lexer.value.toLowerCase() : lexer.value);
  }
  return found;
}

/**
 * ```ts
 * concurrentIndex("create index concurrently i on app.t (a)"); // { action: "create", index: "i", table: "app.t" }
 * concurrentIndex("create index i on t (a)");                  // null
 * ```
 */
export function concurrentIndex(sql: string): ConcurrentIndex | null {
  const words = tokens(sql);
  const action = words.shift();
  if (action === "create" && words[0] === "unique") words.shift();
  if ((action !== "create" && action !== "drop") || words.shift() !== "index" || words.shift() !== "concurrently") {
    return null;
  }
  if (words[0] === "if") words.splice(0, action === "create" ? 3 : 2);
  if (action === "drop") return words.includes(",") ? null : { action, index: qualified(words) };
  const index = words[0] === "on" ? null : words.shift() ?? null;
  if (words.shift() !== "on") return null;
  if (words[0] === "only") words.shift();
  return { action, index, table: qualified(words) };
}

/** A possibly qualified name at the start of the tokens. */
function qualified(words: readonly string[]): string {
  let name = words[0] ?? "";
  for (let at = 1; words[at] === "." && words[at + 1] !== undefined; at += 2) name += `.${words[at + 1]}`;
  return name;
}

/** What the catalogs say of the index that a statement makes. */
export interface IndexState {
  /** The index's name as SQL, with its schema. */
  readonly name: string;
  readonly valid: boolean;
  /** A backend is building it right now. */
  readonly building: boolean;
}

/** The index of a `create` with a name; null when there is none on that table. */
export async function indexState(session: Session, { index, table }: {
  readonly index: string;
  readonly table: string;
}): Promise<IndexState | null> {
  // The name goes through parse_ident, which knows SQL's rules of quotes and case.
  const [row] = await session.query<{ schema: string; name: string; valid: boolean; building: boolean }>(
    `select n.nspname as schema, c.relname as name, i.indisvalid as valid,
  exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = c.oid) as building
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where i.indrelid = pg_catalog.to_regclass($1) and c.relname = (pg_catalog.parse_ident($2))[1]`,
    [table, index],
  );
  if (row === undefined) return null;
  const name = `${quoteIdentifier(row.schema)}.${quoteIdentifier(row.name)}`;
  return { name, valid: row.valid, building: row.building };
}

/** Whether a relation of this name exists. */
export async function indexExists(session: Session, index: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>("select pg_catalog.to_regclass($1) is not null as found", [
    index,
  ]);
  return row?.found ?? false;
}
