/** The history, log and lease tables: how they are made and brought to the newest layout. */
import { problem } from "../../base/problem.ts";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { type Session, StatementFailure } from "../session.ts";
import { roleTexts } from "./role-texts.ts";
import { sqlName, type TableNames } from "./table-names.ts";
import { appliedLayout } from "./layout.ts";

/** The layout that this program writes. */
export const newestLayout = 1;

const comment = (layout: number) => `Revisions applied by migrate, layout ${layout}`;

/**
 * The layout that a history table's comment names. A table without the comment (restored without comments) has the
 * columns that were asked for, so it is of the first layout.
 */
export function layoutOf(text: string | null): number {
  return Number(/\blayout (\d+)$/.exec(text ?? "")?.[1] ?? 1);
}

/**
 * Statements from each layout to the next; the first makes the tables. Later layouts only ever add to this list, so a
 * database of any age arrives at the newest by running the rest of it.
 */
const steps: readonly ((names: TableNames) => readonly string[])[] = [
  (names) => [
    `CREATE TABLE IF NOT EXISTS ${sqlName(names.history)} (
  revision text PRIMARY KEY,
  message text NOT NULL,
  checksum text,
  applied_at timestamptz NOT NULL,
  duration_ms bigint NOT NULL,
  applied_by text NOT NULL,
  tool_version text NOT NULL,
  run_id text NOT NULL,
  blocks_done text,
  error text
)`,
    `CREATE TABLE IF NOT EXISTS ${sqlName(names.log)} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  run_id text NOT NULL,
  revision text NOT NULL,
  action text NOT NULL,
  duration_ms bigint NOT NULL,
  applied_by text NOT NULL,
  tool_version text NOT NULL,
  tag text,
  error text
)`,
  ],
];

/** Statements that take the tables from a layout (0: no tables) to the newest. */
export function layoutStatements(names: TableNames, from: number): string[] {
  const statements = steps.slice(from).flatMap((step) => step(names));
  return [...statements, `COMMENT ON TABLE ${sqlName(names.history)} IS ${quoteLiteral(comment(newestLayout))}`];
}

/** The schemas that the tables need, apart from `public`, which every database starts with. */
export function schemaStatements(names: TableNames): { readonly schema: string; readonly sql: string }[] {
  const schemas = [...new Set([names.history.schema, names.log.schema])].filter((schema) => schema !== "public");
  return schemas.map((schema) => ({ schema, sql: `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}` }));
}

/** The table that holds the lease; not part of the layout, because only `run_lock = "lease"` needs it. */
export function leaseTable(names: TableNames): string {
  return `CREATE TABLE IF NOT EXISTS ${sqlName(names.lease)} (
  id integer PRIMARY KEY CHECK (id = 1),
  owner text,
  holder text NOT NULL,
  acquired_at timestamptz NOT NULL,
  renewed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
)`;
}

/** What {@link ensureVersion} needs. */
export interface EnsureRequest {
  readonly session: Session;
  readonly names: TableNames;
  /** Role to make the tables as; empty: who connected. */
  readonly role: string;
  /** There was no history table just now, under the lock: nothing is asked again. */
  readonly none?: boolean;
  /** Make the lease table too. */
  readonly lease: boolean;
}

/**
 * Makes the tables that are missing and brings old ones to the newest layout, in one transaction. Safe to call at the
 * same time from several processes. Throws `run/history-refused` when the database does not let it.
 *
 * ```ts
 * await ensureVersion({ session, names, role: "", lease: false }); // { from: 0, to: 1 }
 * ```
 */
export async function ensureVersion(request: EnsureRequest): Promise<{ readonly from: number; readonly to: number }> {
  for (let attempt = 1;; attempt++) {
    try {
      return await makeTables(request);
    } catch (error) {
      if (!(error instanceof StatementFailure)) throw error;
      await request.session.execute(["ROLLBACK"]);
      // IF NOT EXISTS does not hold against another process that makes the same table at the same moment.
      const raced = ["23505", "42710", "42P07", "42P06", "XX000", "40P01"].includes(error.error.sqlstate);
      if (!raced || attempt === 5) throw await refused(request, error);
    }
  }
}

async function makeTables({ session, names, role, none, lease }: EnsureRequest): Promise<{ from: number; to: number }> {
  const from = none === true ? 0 : await appliedLayout(session, names, layoutOf);
  const schemas = [];
  for (const { schema, sql } of schemaStatements(names)) {
    // Even with IF NOT EXISTS, CREATE SCHEMA demands the right to create one.
    const [row] = await session.query("select 1 as found from pg_catalog.pg_namespace where nspname = $1", [schema]);
    if (row === undefined) schemas.push(sql);
  }
  const tables = from < newestLayout ? layoutStatements(names, from) : [];
  if (lease && !(await exists(session, sqlName(names.lease)))) tables.push(leaseTable(names));
  if (tables.length === 0) return { from, to: newestLayout };
  const setRole = roleTexts({ role });
  await session.execute(["BEGIN", ...setRole, ...schemas, ...tables, "COMMIT"]);
  return { from, to: newestLayout };
}

async function exists(session: Session, name: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>("select pg_catalog.to_regclass($1) is not null as found", [
    name,
  ]);
  return row?.found ?? false;
}

async function refused({ session, names }: EnsureRequest, error: StatementFailure): Promise<Error> {
  if (error.error.sqlstate !== "42501") return error;
  const [row] = await session.query<{ user: string }>("select current_user::text as user");
  const data = { table: sqlName(names.history), message: error.error.message, user: quoteIdentifier(row?.user ?? "") };
  return problem("run/history-refused", data, { cause: error });
}
