/** A project as commands see it: its config, its revision files and their graph, and a way to its database. */
import { resolve } from "node:path";
import process from "node:process";
import type { Config } from "../config/mod.ts";
import { databaseUrl } from "../config/mod.ts";
import { type Notice, openSession, problemOf, type Session, waitForDatabase } from "../database/mod.ts";
import { readApplied } from "../database/run/history.ts";
import { type TableNames, tableNames } from "../database/run/table-names.ts";
import type { Applied } from "../database/run/types.ts";
import {
  type DirectoryOptions,
  readRevisions,
  readRevisionsInTurns,
  type RevisionFile,
  type RevisionFiles,
} from "../files/mod.ts";
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

/**
 * The same, while a connection to the project's database is opened and asked what is applied: server and files take
 * their time side by side. What is wrong with the files is thrown first, as if they had been read first.
 */
export async function loadProjectAndAsk(
  context: Context,
  reach: Reach,
  reading: ProjectReading = {},
): Promise<{ readonly project: Project; readonly reach: Reach }> {
  const config = await configFor(context);
  // A wait is told of when nothing else can be wrong.
  if (reach.waitMs !== null || !namesServer(config)) return { project: projectOf(config, reading), reach };
  const session = openSession(optionsOf(config, context));
  const applied = session.then((opened) => readApplied(opened, namesOf(config)));
  // Both are awaited by withDatabase, or nobody wants them any more.
  applied.catch(() => {});
  const begun = { ...reach, begun: { session, applied } };
  try {
    return { project: await projectInTurns(config, reading), reach: begun };
  } catch (error) {
    abandon(begun);
    throw error;
  }
}

/** Lets go of a session that was begun and will not be used. */
export function abandon({ begun }: Reach): void {
  begun?.session.then((opened) => opened.close({ wait: false }), () => {});
}

/**
 * Whether the config names a server. What is wrong with the URL is told when it is needed; an embedded database would
 * take this process's time, not another's.
 */
function namesServer(config: Config): boolean {
  try {
    return !databaseUrl(config).startsWith("pglite:");
  } catch {
    return false;
  }
}

/** The project of a config that is loaded already. */
export function projectOf(config: Config, { checksums = false }: ProjectReading = {}): Project {
  return ofFiles(config, readRevisions(placesOf(config, checksums)));
}

/** The same, with a turn now and then for whoever waits for an answer in this process. */
async function projectInTurns(config: Config, { checksums = false }: ProjectReading): Promise<Project> {
  await turn();
  const files = await readRevisionsInTurns(placesOf(config, checksums), turn);
  await turn();
  return ofFiles(config, files);
}

function placesOf(config: Config, checksums: boolean): DirectoryOptions {
  return { directories: config.migrations, cwd: config.cwd, checksums, configured: config.file !== null };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function ofFiles(config: Config, { revisions, problems }: RevisionFiles): Project {
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
  /** A session that is being opened, and what it is asked; nothing was said of it yet. */
  readonly begun?: { readonly session: Promise<Session>; readonly applied: Promise<Applied> };
  /** The session only reads, so nothing of it is in anybody's way and its end is not waited for. */
  readonly reads?: boolean;
}

/** An embedded database's directory as this process finds it: a library may work for another directory than its own. */
function fromProcess(url: string, cwd: string): string {
  if (!url.startsWith("pglite:") || url === "pglite:memory" || cwd === process.cwd()) return url;
  return `pglite:${resolve(cwd, url.slice("pglite:".length))}`;
}

/** How a session is opened; throws `config/no-database`. */
function optionsOf(config: Config, context: Context) {
  return {
    url: fromProcess(databaseUrl(config), config.cwd),
    environment: context.environment,
    // With a lease the session may change hands after each transaction: the run sets the role in each.
    role: config.runLock === "lease" ? "" : config.role,
    signal: context.signal,
    onNotice: ({ severity, message }: Notice) => context.report({ type: "notice", severity, message }),
  };
}

/** Opens sessions to the project's database; what each command that needs one uses. */
export interface Database {
  readonly session: Session;
  /** What is applied: asked when the session was begun, or now. */
  readonly applied: () => Promise<Applied>;
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
  const options = optionsOf(config, context);
  const { onNotice, ...quiet } = options;
  const open = (signal: AbortSignal = context.signal): Promise<Session> => openSession({ ...quiet, signal });
  const session = reach.begun !== undefined
    ? await reach.begun.session
    : reach.waitMs === null
    ? await openSession(options)
    : await openWithin(options, reach.waitMs, context);
  const applied = () => reach.begun?.applied ?? readApplied(session, namesOf(config));
  context.report({ type: "database", display: session.display, env: config.env, protected: config.protected });
  session.onNotice(onNotice);
  try {
    return await work({ session, applied, open, display: session.display });
  } catch (error) {
    throw problemOf(error, session);
  } finally {
    await session.close({ wait: reach.reads !== true });
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
