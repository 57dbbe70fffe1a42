/** A project as commands see it: its config, its revision files and their graph, and a way to its database. */
import { resolve } from "node:path";
import process from "node:process";
import type { Config } from "../config/mod.ts";
import { databaseUrl } from "../config/mod.ts";
import { type Notice, openSession, problemOf, type Session, waitForDatabase } from "../database/mod.ts";
import { type TableNames, tableNames } from "../database/run/table-names.ts";
import { readRevisions, type RevisionFile } from "../files/mod.ts";
import { buildGraph, type Graph } from "../revision/mod.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";

export interface Project {
  readonly config: Config;
  readonly graph: Graph;
  /** In load order. */
  readonly revisions: readonly RevisionFile[];
  /** The file of a revision, by its full id. */
  readonly files: ReadonlyMap<string, RevisionFile>;
}

/** What to look for in the files besides their headers. */
export interface ProjectReading {
  /** The checksums of most files will be compared. */
  readonly checksums?: boolean;
}

/**
 * Reads the config and the headers of all revisions, and builds the graph. Everything that is wrong with files and
 * graph is thrown together.
 */
export async function loadProject(context: Context, reading: ProjectReading = {}): Promise<Project> {
  const config = await configFor(context);
  return projectOf(config, reading);
}

/** The project of a config that is loaded already. */
export function projectOf(config: Config, { checksums = false }: ProjectReading = {}): Project {
  const configured = config.file !== null;
  const looked = { directories: config.migrations, cwd: config.cwd, checksums, configured };
  const { revisions, problems } = readRevisions(looked);
  const graph = buildGraph(revisions, problems);
  return { config, graph, revisions, files: new Map(revisions.map((revision) => [revision.id, revision])) };
}

/** The history and log tables that the config names. */
export function namesOf(config: Config): TableNames {
  return tableNames(config.historyTable, config.logTable);
}

/** How to reach the database. */
export interface Reach {
  /** How long to keep trying while the server does not answer; null: one attempt. */
  readonly waitMs: number | null;
}

/** An embedded database's directory as this process finds it: a library may work for another directory than its own. */
function fromProcess(url: string, cwd: string): string {
  if (!url.startsWith("pglite:") || url === "pglite:memory" || cwd === process.cwd()) return url;
  return `pglite:${resolve(cwd, url.slice("pglite:".length))}`;
}

/** Opens sessions to the project's database; what each command that needs one uses. */
export interface Database {
  readonly session: Session;
  /** Another session to the same database. */
  readonly open: (signal?: AbortSignal) => Promise<Session>;
  /** For people and JSON, without a password. */
  readonly display: string;
}

/**
 * Opens a session, says which database it is, runs `work` and closes the session again. Throws
 * `config/no-database` when nothing names a database.
 */
export async function withDatabase<T>(
  config: Config,
  context: Context,
  reach: Reach,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const url = fromProcess(databaseUrl(config), config.cwd);
  // With a lease the session may change hands after each transaction: the run sets the role in each.
  const role = config.runLock === "lease" ? "" : config.role;
  const open = (signal: AbortSignal = context.signal): Promise<Session> =>
    openSession({ url, environment: context.environment, role, signal });
  const onNotice = ({ severity, message }: Notice) => context.report({ type: "notice", severity, message });
  const session = reach.waitMs === null
    ? await openSession({ url, environment: context.environment, role, signal: context.signal, onNotice })
    : await openWithin({ url, role }, reach.waitMs, context);
  context.report({ type: "database", display: session.display, env: config.env, protected: config.protected });
  session.onNotice(onNotice);
  try {
    return await work({ session, open, display: session.display });
  } catch (error) {
    throw problemOf(error, session);
  } finally {
    await session.close();
  }
}

/** Says that it waits only when it does. */
const sayAfterMs = 300;

async function openWithin(
  target: { readonly url: string; readonly role: string },
  waitMs: number,
  context: Context,
): Promise<Session> {
  const started = performance.now();
  const timer = setTimeout(() => {
    context.report({ type: "wait-for-db", waitedMs: Math.round(performance.now() - started), limitMs: waitMs });
  }, sayAfterMs);
  try {
    return await waitForDatabase({ ...target, environment: context.environment, signal: context.signal }, waitMs);
  } finally {
    clearTimeout(timer);
  }
}
