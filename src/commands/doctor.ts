/** Checks everything that a run needs, and says what to do where something is wrong. */
import { catalogue } from "../base/problems/catalogue.ts";
import { Problem, type ProblemKind } from "../base/problem.ts";
import { withoutPasswords } from "../base/without-passwords.ts";
import type { Config } from "../config/mod.ts";
import type { Session } from "../database/mod.ts";
import { type PoolerMode, poolerMode } from "../database/pooler.ts";
import { lockHolder, newestLayout, readApplied, sqlName, tableNames } from "../database/run/mod.ts";
import { compareSum, displayPath, type SumDifference } from "../files/mod.ts";
import { quoteIdentifier } from "../sql/quote.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import { namesOf, type Project, projectOf, withDatabase } from "./project.ts";
import { statusOf } from "./status.ts";
import { inGraphOrder } from "./write-revision.ts";

export interface Check {
  readonly name: string;
  /** `skipped`: it could not be checked because of an earlier failure. */
  readonly result: "ok" | "warning" | "failed" | "skipped";
  readonly found: string;
  /** What to do; null when nothing needs doing. */
  readonly advice: string | null;
}

export interface DoctorOutcome {
  readonly checks: readonly Check[];
  /** No check failed; warnings are allowed. */
  readonly healthy: boolean;
}

const ok = (name: string, found: string): Check => ({ name, result: "ok", found, advice: null });
const warning = (name: string, found: string, advice: string): Check => ({ name, result: "warning", found, advice });
const failed = (name: string, found: string, advice: string): Check => ({ name, result: "failed", found, advice });

/** A check that failed with a problem; anything else is not ours to explain. */
function failedBy(name: string, error: unknown): Check {
  if (!(error instanceof Problem)) throw error;
  // The catalogue's entry for a code takes that code's data, which `problem()` checked.
  const kind = catalogue[error.code] as unknown as ProblemKind<unknown>;
  const hint = typeof kind.hint === "string" ? kind.hint : kind.hint(error.data);
  const at = error.at === null ? "" : ` (${error.at.file}${error.at.line === undefined ? "" : `:${error.at.line}`})`;
  const more = error.others.length === 0 ? "" : `, and ${error.others.length} more`;
  return failed(name, withoutPasswords(`${kind.message(error.data)}${at}${more}`), withoutPasswords(hint));
}

/** Runs every check that can be run. */
export async function doctorCommand(context: Context): Promise<DoctorOutcome> {
  const checks: Check[] = [];
  const config = await settle(checks, "config", async () => {
    const found = await configFor(context);
    checks.push(configCheck(found));
    return found;
  });
  if (config !== null) {
    const project = await settle(checks, "revisions", () => {
      const found = projectOf(config);
      checks.push(...revisionChecks(found));
      return Promise.resolve(found);
    });
    await settle(
      checks,
      "connection",
      () =>
        withDatabase(config, context, { waitMs: null }, async ({ session, display, open }) => {
          checks.push(ok("connection", display));
          checks.push(...await databaseChecks(session, open, config, project));
        }),
    );
  }
  const names = ["config", "revisions", "connection", "server", "rights"];
  const done = new Set(checks.map(({ name }) => name));
  for (const name of names.filter((one) => !done.has(one))) {
    checks.push({ name, result: "skipped", found: "not checked because of the failure above", advice: null });
  }
  return { checks, healthy: checks.every(({ result }) => result !== "failed") };
}

/** Runs one part; a problem becomes a failed check and null. */
async function settle<T>(checks: Check[], name: string, part: () => Promise<T>): Promise<T | null> {
  try {
    return await part();
  } catch (error) {
    checks.push(failedBy(name, error));
    return null;
  }
}

function configCheck(config: Config): Check {
  const env = config.env === null ? "" : `, environment ${config.env}`;
  if (config.file === null) {
    return warning("config", `no migrate.toml here or above; defaults are used${env}`, "Write one with: migrate init");
  }
  return ok("config", displayPath(config.cwd, config.file) + env);
}

function revisionChecks({ config, graph, revisions }: Project): Check[] {
  const heads = graph.realHeads.length;
  const text = `${graph.ids.length} in ${config.migrations.map((one) => displayPath(config.cwd, one)).join(", ")}`;
  const checks = [
    heads > 1
      ? warning("revisions", `${text}; ${heads} heads`, 'Join them with: migrate merge heads -m "join"')
      : ok("revisions", text),
  ];
  const ordered = inGraphOrder(revisions);
  for (const directory of config.migrations) {
    const difference = compareSum(ordered, directory, config.cwd);
    if (difference === null) {
      checks.push(ok("sum file", `${displayPath(config.cwd, directory)}: every hash agrees`));
      continue;
    }
    checks.push(sumCheck(difference));
  }
  return checks;
}

/** A new file is edited before it is run, so hashes that lag behind are no fault; a list that does not fit is. */
function sumCheck({ changed, unlisted, gone, present, file }: SumDifference): Check {
  const facts = [
    present ? null : "does not exist",
    present && unlisted.length > 0 ? `not listed: ${unlisted.join(", ")}` : null,
    gone.length > 0 ? `listed but gone: ${gone.join(", ")}` : null,
  ].filter((fact) => fact !== null);
  const renews = "The next migrate revision, merge or edit renews it";
  if (facts.length > 0) return warning("sum file", `${file}: ${facts.join("; ")}`, renews);
  if (changed.length > 0) return ok("sum file", `${file}: ${changed.length} edited since they were written`);
  return warning("sum file", `${file}: the order is not the graph's`, renews);
}

interface ServerFacts {
  readonly version: string;
  readonly seconds: number;
  readonly readOnly: boolean;
  readonly account: string;
}

async function databaseChecks(
  session: Session,
  open: () => Promise<Session>,
  config: Config,
  project: Project | null,
): Promise<Check[]> {
  const sent = Date.now();
  const [facts] = await session.query<ServerFacts>(`select pg_catalog.current_setting('server_version') as version,
  current_user::text as account,
  extract(epoch from pg_catalog.clock_timestamp())::float8 as seconds,
  (pg_catalog.pg_is_in_recovery() or pg_catalog.current_setting('transaction_read_only') = 'on') as "readOnly"`);
  const received = Date.now();
  if (facts === undefined) return [];
  return [
    serverCheck(session, facts),
    ...await rightsChecks(session, config, facts),
    await lockCheck(session, config),
    clockCheck(facts, sent, received),
    poolerCheck(await poolerMode(session, open), config),
    ...await historyChecks(session, config, project),
  ];
}

function serverCheck(session: Session, { version, readOnly }: ServerFacts): Check {
  const kind = session.kind === "embedded" ? " (embedded)" : "";
  const major = Math.floor(session.serverVersion / 10_000);
  if (readOnly) {
    const advice = "Connect to the primary; with several hosts, target_session_attrs=read-write finds it";
    return failed("server", `PostgreSQL ${version}${kind}, read-only`, advice);
  }
  if (major > 18) {
    return warning("server", `PostgreSQL ${version}`, "Newer than the versions that were tested, 14 to 18");
  }
  return ok("server", `PostgreSQL ${version}${kind}`);
}

async function rightsChecks(session: Session, config: Config, facts: ServerFacts): Promise<Check[]> {
  const names = tableNames(config.historyTable, config.logTable);
  const role = config.role === "" ? facts.account : config.role;
  if (config.role !== "") {
    const [may] = await session.query<{ may: boolean | null }>(
      `select (select pg_catalog.pg_has_role(current_user, oid, 'member') from pg_catalog.pg_roles where rolname = $1) as may`,
      [role],
    );
    if (may?.may !== true) {
      const advice = `As its owner run: GRANT ${quoteIdentifier(role)} TO ${quoteIdentifier(facts.account)}`;
      return [failed("rights", `"${facts.account}" cannot become "${role}"`, advice)];
    }
  }
  const grantee = quoteIdentifier(role);
  const checks: Check[] = [];
  const barred = new Set<string>();
  for (const table of [names.history, names.log]) {
    const [row] = await session.query<{ there: boolean; write: boolean | null; make: boolean | null }>(
      `select pg_catalog.to_regclass($2) is not null as there,
  pg_catalog.has_table_privilege($1, pg_catalog.to_regclass($2), 'insert') as write,
  (select pg_catalog.has_schema_privilege($1, oid, 'create') from pg_catalog.pg_namespace where nspname = $3) as make`,
      [role, sqlName(table), table.schema],
    );
    const name = sqlName(table);
    if (row?.there === true && row.write !== true) {
      checks.push(
        failed("rights", `"${role}" may not write ${name}`, `As its owner run: GRANT ALL ON ${name} TO ${grantee}`),
      );
    } else if (row?.there !== true && row?.make === false && !barred.has(table.schema)) {
      barred.add(table.schema);
      const advice = `As the owner of the database run: GRANT CREATE ON SCHEMA ${
        quoteIdentifier(table.schema)
      } TO ${grantee}`;
      checks.push(failed("rights", `"${role}" may not create tables in schema "${table.schema}"`, advice));
    }
  }
  return checks.length > 0 ? checks : [ok("rights", `"${role}" may write the history and log tables`)];
}

async function lockCheck(session: Session, config: Config): Promise<Check> {
  if (session.kind === "embedded") {
    return ok("run lock", "held by this process alone: one at a time uses the directory");
  }
  const holder = await lockHolder(session, namesOf(config));
  if (holder === null) return ok("run lock", "free");
  const who = `pid ${holder.pid}${holder.user === null ? "" : `, user "${holder.user}"`}`;
  return warning(
    "run lock",
    `held by ${who}`,
    "Another run goes on; if it hangs, end it with pg_terminate_backend(pid)",
  );
}

/** Seconds that two clocks may differ before it is worth saying. */
const clockToleranceSeconds = 5;

function clockCheck({ seconds }: ServerFacts, sent: number, received: number): Check {
  const here = (sent + received) / 2000;
  const off = Math.abs(seconds - here);
  if (off <= clockToleranceSeconds) return ok("clock", "this machine and the server agree");
  const found = `this machine and the server differ by ${off.toFixed(0)} s`;
  return warning("clock", found, "Set both by NTP; times in file names and in the log come from different clocks");
}

function poolerCheck(mode: PoolerMode, config: Config): Check {
  if (mode === "none") return ok("pooler", "none: the connection is the server's own");
  if (mode === "session") return ok("pooler", "there is one in session mode, which changes nothing");
  if (config.runLock === "lease") return ok("pooler", 'there is one in transaction mode; run_lock = "lease" suits it');
  const advice = 'Connect to the server itself, or set run_lock = "lease": a session lock means nothing there';
  return warning("pooler", "the connection goes through a pooler in transaction mode", advice);
}

async function historyChecks(session: Session, config: Config, project: Project | null): Promise<Check[]> {
  const applied = await readApplied(session, namesOf(config));
  if (project === null) return [];
  const state = statusOf(project, applied, session.display);
  if (!state.initialised) return [ok("history", `nothing ran yet; ${state.pending.length} pending`)];
  const layout = applied.layout < newestLayout ? ", older layout (the next run renews it)" : "";
  const text = `${state.applied} applied, ${state.pending.length} pending${layout}`;
  if (state.missing.length > 0) {
    const advice = "Get the files back, or drop the rows with: migrate stamp --forget ID";
    return [warning("history", `${text}; applied without a file: ${state.missing.join(", ")}`, advice)];
  }
  if (state.changed.length > 0) {
    const files = state.changed.map(({ file }) => file).join(", ");
    return [warning("history", `${text}; edited since applied: ${files}`, "See: migrate explain run/changed")];
  }
  if (state.halfDone.length > 0) {
    const ids = state.halfDone.map(({ id }) => id).join(", ");
    return [warning("history", `${text}; half done: ${ids}`, "Go on with: migrate up; see migrate status")];
  }
  return [ok("history", text)];
}
