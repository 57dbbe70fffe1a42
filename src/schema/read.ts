/** Reads a live database's catalogs into a snapshot: one transaction, a fixed number of queries. */
import { z } from "zod/mini";
import { userSchemas } from "./catalog.ts";
import { gather, type ReadOptions } from "./gather.ts";
import type { Kind } from "./fact.ts";
import { kinds } from "./kinds.ts";
import { type Family, familyOf, presence } from "./presence.ts";
import { surroundings } from "./surroundings.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a reading needs of a connection. Rows come as objects; JSON is asked for as text. */
export interface Catalog {
  query(text: string): Promise<readonly unknown[]>;
}

const settings = z.array(z.object({ version: z.string(), user: z.string(), present: z.string() }));
const answer = z.array(z.object({ kind: z.string(), rows: z.nullable(z.string()) }));

/**
 * The settings that decide how PostgreSQL prints names and values; transaction-local, so that the caller's session stays
 * as it was. JIT costs more than these queries take, and so does looking for a better order of joins than the one they are
 * written in.
 */
const settle = `SELECT pg_catalog.set_config('search_path', '', true), pg_catalog.set_config('jit', 'off', true),
  pg_catalog.set_config('join_collapse_limit', '1', true), pg_catalog.set_config('from_collapse_limit', '1', true),
  pg_catalog.set_config('datestyle', 'ISO, YMD', true), pg_catalog.set_config('intervalstyle', 'postgres', true),
  pg_catalog.set_config('extra_float_digits', '3', true), pg_catalog.set_config('bytea_output', 'hex', true),
  pg_catalog.set_config('quote_all_identifiers', 'off', true), pg_catalog.set_config('timezone', 'UTC', true),
  current_user::text AS "user", pg_catalog.current_setting('server_version_num') AS version,
  ${presence} AS present`;

function union(queries: Readonly<Record<string, string>>): string {
  const branches = Object.entries(queries).map(([kind, query]) =>
    `SELECT '${kind}' AS kind, (SELECT pg_catalog.json_agg(q)::text FROM (${query}) q) AS rows`
  );
  return `WITH ns AS MATERIALIZED (${userSchemas})\n${branches.join("\nUNION ALL ")}`;
}

/**
 * Reads the schema of a database. Objects that belong to an extension are left out, and so are those that `options`
 * excludes; what no kind describes is listed in `unmodelled`.
 *
 * ```ts
 * const snapshot = await readSnapshot(session, { schemas: ["public"], privileges: true });
 * ```
 *
 * It opens a repeatable-read, read-only transaction of its own, so the connection must not be inside one.
 */
export async function readSnapshot(catalog: Catalog, options: ReadOptions = {}): Promise<Snapshot> {
  await catalog.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  try {
    const [server] = settings.parse(await catalog.query(settle));
    const version = Number(server?.version ?? "0");
    const queries: Record<string, string> = {};
    // Planning the query of a kind costs as much as running it: most databases have few kinds.
    const present: ReadonlySet<string> = new Set(server?.present.split(" "));
    for (const [kind, spec] of Object.entries(kinds)) {
      const family: Family | undefined = familyOf[kind as Kind];
      if (spec.query !== null && (family === undefined || present.has(family))) queries[kind] = spec.query(version);
    }
    for (const [name, query] of Object.entries(surroundings(version))) queries[name] = query;
    const found = answer.parse(await catalog.query(union(queries)));
    const texts = new Map(found.map(({ kind, rows }) => [kind, rows ?? "[]"]));
    return gather(texts, { version, user: server?.user ?? "" }, options);
  } finally {
    await catalog.query("COMMIT");
  }
}
