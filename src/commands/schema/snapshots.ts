/** Sources as snapshots: models, revisions and SQL files through a scratch database, live databases as they are. */
import type { Config } from "../../config/mod.ts";
import { databaseUrl } from "../../config/mod.ts";
import { openSession, problemOf, type Session } from "../../database/mod.ts";
import { openEmbeddedScratch, type Scratch, scratchServer, withScratch } from "../../database/scratch.ts";
import { type LoadedModels, modelDdl } from "../../models/mod.ts";
import { type Plan, planUp } from "../../revision/mod.ts";
import { emptySnapshot, readSnapshot, type Snapshot, type Unmodelled } from "../../schema/mod.ts";
import { problem } from "../../base/problem.ts";
import { loaderCommand } from "../load-models.ts";
import type { Context } from "../context.ts";
import { namesOf, type Project, projectOf } from "../project.ts";
import { runStepOf } from "../run.ts";
import {
  cached,
  keepSnapshot,
  type Kept,
  knownEqual,
  modelCache,
  modelsKey,
  rememberEqual,
  revisionsKey,
} from "./cache.ts";
import { readModels } from "./read-models.ts";
import { makeSchema, replay, type ReplayStep } from "./replay.ts";
import { isLive, type SchemaSource } from "./source.ts";

/** What of a database's schema is looked at. */
export interface ReadChoice {
  readonly privileges: boolean;
  readonly owners: boolean;
  /**
   * Whether names that PostgreSQL 18 gave NOT NULL constraints are looked at. They keep a table's old name when it is
   * renamed, older versions have none, and no model means one: revisions are better without them.
   */
  readonly notNullNames: boolean;
}

/** Forgets the names of NOT NULL constraints: all of them, or those that look as if PostgreSQL had given them. */
function withoutNotNullNames(snapshot: Snapshot, forgotten: RegExp): Snapshot {
  const facts = snapshot.facts.map((fact) =>
    fact.kind === "notNull" && forgotten.test(fact.body.constraint ?? "")
      ? { ...fact, body: { ...fact.body, constraint: null } }
      : fact
  );
  return { ...snapshot, facts };
}

/** The names that PostgreSQL gives; all that there are. */
const [givenNames, allNames] = [/_not_null$/, /./];

/** From this version on NOT NULL constraints have names. */
const namedNotNull = 18;

/** A snapshot with what its source says besides. */
export interface SourceSnapshot {
  readonly snapshot: Snapshot;
  /** For people, without a password: `models`, `migrations`, `postgres://…`. */
  readonly display: string;
  /** Identity of what was read, for results kept between runs; null when the source can change behind it. */
  readonly key: string | null;
  /** Renames that the models say. */
  readonly renames: LoadedModels["renames"];
  /** Relations that hold rows, as JSON of schema and name; null where nobody looked. */
  readonly rows: readonly string[] | null;
}

/** A source whose snapshot is only made, or read from the cache, when it is wanted. */
interface Identified extends Omit<SourceSnapshot, "snapshot" | "rows"> {
  readonly read: () => Promise<Kept>;
}

/** A source that is read through a scratch database. */
export type OwnSource = Exclude<SchemaSource, { from: "database" | "url" }>;

/** Two sources that are known to have no difference. */
export interface Same {
  readonly from: string;
  readonly to: string;
  readonly unmodelled: readonly Unmodelled[];
}

/** A scratch database that holds the schema of a source. */
export interface Bench {
  readonly scratch: Scratch;
  /** What it holds at first. */
  readonly have: Snapshot;
  /** Reads what it holds now. */
  read(): Promise<Snapshot>;
}

/** A reader of sources for one command. */
export class SnapshotReader {
  readonly #config: Config;
  readonly #context: Context;
  readonly #choice: ReadChoice;
  readonly #identified = new Map<OwnSource, Promise<Identified>>();
  /** What is known of the server of scratch databases, once it was asked. */
  #server: Promise<string> | null = null;
  /** What decides, with the source, what is kept. */
  #kept: object;
  /** An empty scratch database that waits to be used. */
  #opened: Promise<Session> | null = null;

  constructor(config: Config, context: Context, choice: ReadChoice) {
    this.#config = config;
    this.#context = context;
    this.#choice = choice;
    this.#kept = choice;
  }

  /**
   * Runs `work` with an empty scratch database of the configured sort. On a server it is dropped also when the program is
   * interrupted, which then throws `run/interrupted` or `run/terminated`.
   */
  async scratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
    const { environment, signal, hold } = this.#context;
    const url = this.#config.scratchUrl;
    const opened = this.#opened;
    this.#opened = null;
    const run = () => withScratch({ url, environment, signal, opened }, work);
    // The embedded one is gone with the process.
    if (url === null) return await run();
    try {
      return await hold(run);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw problem(signal.reason === "SIGTERM" ? "run/terminated" : "run/interrupted", { revision: null });
    }
  }

  /** Reads the schema that a session is connected to; `schemas` limits it, null takes all. */
  async read(session: Session, schemas: readonly string[] | null): Promise<Snapshot> {
    const { history, log, lease } = namesOf(this.#config);
    const { ignore, functions } = this.#config;
    const { privileges, owners, notNullNames } = this.#choice;
    const snapshot = await readSnapshot(session, {
      privileges,
      owners,
      schemas,
      ignore,
      exclude: [history, log, lease],
      ...(functions.include === null ? {} : { include: functions.include }),
    });
    return notNullNames ? snapshot : withoutNotNullNames(snapshot, givenNames);
  }

  /** Both sides of a comparison, such that a difference between them means something. */
  async pair(from: SchemaSource, to: SchemaSource): Promise<{ have: SourceSnapshot; want: SourceSnapshot }> {
    const read = new Map<SchemaSource, SourceSnapshot>();
    // What passes through a scratch says which schemas the project has; a live database may hold others' as well.
    for (const source of [from, to]) if (!isLive(source)) read.set(source, await this.#ours(source));
    const schemas = this.#schemasOf([...read.values()]);
    for (const source of [from, to]) if (isLive(source)) read.set(source, await this.#live(source, schemas));
    const [have, want] = [read.get(from), read.get(to)];
    if (have === undefined || want === undefined) throw new TypeError("a source was not read");
    return await this.#sameVersion(have, want);
  }

  /** One source by itself. */
  async one(source: SchemaSource): Promise<SourceSnapshot> {
    return isLive(source) ? await this.#live(source, this.#configuredSchemas()) : await this.#ours(source);
  }

  /** The schemas that the config names, null when it leaves that open. */
  #configuredSchemas(): readonly string[] | null {
    const said = this.#config.settings.find(({ key }) => key === "schemas");
    return said === undefined || said.source.kind === "default" ? null : this.#config.schemas;
  }

  #schemasOf(ours: readonly SourceSnapshot[]): readonly string[] | null {
    const configured = this.#configuredSchemas();
    if (configured !== null || ours.length === 0) return configured;
    const found = ours.flatMap(({ snapshot }) =>
      snapshot.facts.flatMap((fact) => fact.kind === "schema" ? [fact.name[0] ?? ""] : [])
    );
    return [...new Set([...this.#config.schemas, ...found])];
  }

  async #live(source: SchemaSource & { from: "database" | "url" }, schemas: readonly string[] | null) {
    const url = source.from === "url" ? source.url : databaseUrl(this.#config);
    const { environment, signal, report } = this.#context;
    const session = await openSession({ url, environment, signal });
    if (source.from === "database") {
      report({ type: "database", display: session.display, env: this.#config.env, protected: this.#config.protected });
    }
    try {
      const snapshot = await this.read(session, schemas);
      return { snapshot, display: session.display, key: null, renames: [], rows: null };
    } catch (error) {
      throw problemOf(error, session);
    } finally {
      await session.close();
    }
  }

  async #ours(source: OwnSource): Promise<SourceSnapshot> {
    const { read, display, key, renames } = await this.#identify(source);
    return { ...await read(), display, key, renames };
  }

  #identify(source: OwnSource): Promise<Identified> {
    const known = this.#identified.get(source);
    if (known !== undefined) return known;
    const found = this.#find(source);
    this.#identified.set(source, found);
    return found;
  }

  async #find(source: OwnSource): Promise<Identified> {
    const { scratchUrl } = this.#config;
    // What was kept is worth nothing when the server has been upgraded since.
    if (scratchUrl !== null && source.from !== "empty") {
      const { environment, signal } = this.#context;
      this.#server ??= scratchServer(scratchUrl, { environment, signal });
      this.#kept = { ...this.#choice, server: await this.#server };
    }
    switch (source.from) {
      case "empty":
        return {
          read: () => Promise.resolve({ snapshot: emptySnapshot, rows: [] }),
          display: "empty",
          key: "empty",
          renames: [],
        };
      case "models":
        if (this.#config.models.length === 0) throw problem("schema/no-models", {});
        return { ...this.#ofModels(await this.#loadModels(this.#config.models)), display: "models" };
      case "file":
        return { ...this.#ofModels(await this.#loadModels([source.path])), display: source.shown };
      case "migrations":
        return this.#ofMigrations(source.targets);
    }
  }

  /**
   * What an earlier run that found no difference between the two did not compare; null when there was none. Looks at no
   * snapshot. Sources are told apart by identity: pass the same ones to {@link SnapshotReader.pair}.
   */
  async knownSame(from: OwnSource, to: OwnSource): Promise<Same | null> {
    const [have, want] = [await this.#identify(from), await this.#identify(to)];
    const unmodelled = knownEqual(this.#config, have.key, want.key);
    return unmodelled === null ? null : { from: have.display, to: want.display, unmodelled };
  }

  #loadModels(entries: Config["models"]): Promise<LoadedModels> {
    const { root, cwd, typescript, modelTimeoutMs: timeoutMs, naming } = this.#config;
    const { environment, report } = this.#context;
    return modelDdl(entries, {
      root,
      cwd,
      typescript,
      timeoutMs,
      naming,
      environment,
      loader: loaderCommand(),
      cache: modelCache(this.#config),
      onLoading: () => this.#openAhead(),
      onOutput: (text) => report({ type: "output", text }),
    });
  }

  /**
   * Models that have to be loaded have changed, most likely, and will be made in a scratch database: opened while they
   * load. Its first reading is the slow one, before WebAssembly is compiled for speed; an empty one serves as well.
   */
  #openAhead(): void {
    if (this.#config.scratchUrl !== null) return;
    this.#opened = openEmbeddedScratch().then(async (session) => {
      await this.read(session, null);
      return session;
    });
    // Whoever uses it learns of a failure.
    this.#opened.catch(() => {});
  }

  #ofModels(loaded: LoadedModels): Omit<Identified, "display"> {
    const key = modelsKey(loaded, this.#config, this.#kept);
    const make = () =>
      readModels(loaded, {
        config: this.#config,
        choice: this.#kept,
        key,
        scratch: (work) => this.scratch(work),
        read: ({ session }) => this.read(session, null),
      });
    return { read: () => cached(this.#config, key, make), key, renames: loaded.renames };
  }

  /** The schema that revisions make; `targets` null means all of them. Never touches a database but the scratch. */
  #ofMigrations(targets: readonly string[] | null): Identified {
    const { plan, key, project } = this.#planned(targets);
    const display = targets === null ? "migrations" : `migrations@${targets.join(",")}`;
    const make = async () => {
      const steps = await this.#steps(project, plan);
      return await this.scratch(async (scratch) => {
        await replay(scratch, steps);
        return { snapshot: await this.read(scratch.session, null), rows: await relationsWithRows(scratch) };
      });
    };
    return { read: () => cached(this.#config, key, make), display, key, renames: [] };
  }

  #planned(targets: readonly string[] | null) {
    const project = projectOf(this.#config);
    const plan = planUp(project.graph, new Set(), targets ?? "heads");
    const ids = plan.steps.map(({ id }) => id);
    return { project, plan, key: revisionsKey(project, ids, this.#context, this.#kept) };
  }

  async #steps(project: Project, plan: Plan): Promise<readonly ReplayStep[]> {
    const steps: ReplayStep[] = [];
    for (const step of plan.steps) {
      const { blocks } = await runStepOf(project, step, this.#context).load();
      steps.push({ id: step.id, blocks: blocks ?? [] });
    }
    return steps;
  }

  /** Replays revisions in a scratch database, with the rows that they insert, and runs `work` on it. */
  async onReplayed<T>(targets: readonly string[] | null, work: (bench: Bench) => Promise<T>): Promise<T> {
    const { plan, project } = this.#planned(targets);
    const steps = await this.#steps(project, plan);
    return await this.#onBench((scratch) => replay(scratch, steps), work);
  }

  /** Makes a snapshot's schema in a scratch database, without any rows, and runs `work` on it. */
  async onMade<T>(snapshot: Snapshot, work: (bench: Bench) => Promise<T>): Promise<T> {
    return await this.#onBench((scratch) => makeSchema(scratch, snapshot), work);
  }

  #onBench<T>(fill: (scratch: Scratch) => Promise<void>, work: (bench: Bench) => Promise<T>): Promise<T> {
    return this.scratch(async (scratch) => {
      await fill(scratch);
      const read = () => this.read(scratch.session, null);
      return await work({ scratch, have: await read(), read });
    });
  }

  /**
   * Keeps what a replay of all revisions would find now that a new one is among them, so that nobody has to replay
   * them; `models` has the same schema.
   */
  keepMigrations(made: Kept, models: SourceSnapshot): void {
    const { key } = this.#planned(null);
    if (key === null) return;
    keepSnapshot(this.#config, key, made);
    rememberEqual(this.#config, key, models.key, made.snapshot.unmodelled);
  }

  /**
   * Two versions of PostgreSQL print one expression in two ways. A side that comes from another major version than the
   * other is written as DDL, run in the scratch and read back; both sides, when the scratch is a third version.
   */
  async #sameVersion(have: SourceSnapshot, want: SourceSnapshot) {
    const versions = [majorOf(have), majorOf(want)];
    if (versions[0] === versions[1] || versions.includes(0)) return { have, want };
    const both = { have: await this.#throughScratch(have), want: await this.#throughScratch(want) };
    if (versions.every((version) => version >= namedNotNull)) return both;
    // A side that had no names got some in the scratch: they mean nothing.
    const forget = (source: SourceSnapshot): SourceSnapshot => ({
      ...source,
      snapshot: withoutNotNullNames(source.snapshot, allNames),
    });
    return { have: forget(both.have), want: forget(both.want) };
  }

  async #throughScratch(source: SourceSnapshot): Promise<SourceSnapshot> {
    if (source.key !== null) return source;
    const snapshot = await this.scratch(async (scratch) => {
      await makeSchema(scratch, source.snapshot);
      return await this.read(scratch.session, null);
    });
    return { ...source, snapshot };
  }
}

/** The major version of the server that a source was read from; 0: none. */
function majorOf({ snapshot }: SourceSnapshot): number {
  return Math.floor(snapshot.serverVersion / 10_000);
}

/** Relations that have, or had, rows. */
async function relationsWithRows({ session }: Scratch): Promise<readonly string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT json_build_array(n.nspname, c.relname)::text AS name FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384 AND pg_catalog.pg_relation_size(c.oid) > 0`,
  );
  return rows.map(({ name }) => JSON.stringify(JSON.parse(name)));
}
