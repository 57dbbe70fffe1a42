/**
 * The program as a library: for applications that migrate their database when they start, and for tests.
 *
 * ```ts
 * import { openProject } from "@migrate/cli";
 *
 * const project = await openProject({ directory: ".", url: process.env.DATABASE_URL });
 * const { done } = await project.up();
 * console.log(`applied ${done.length} revisions`);
 * ```
 */
import process from "node:process";
import { Problem } from "./base/problem.ts";
import type { Context } from "./commands/context.ts";
import type { CommandEvent } from "./commands/events.ts";
import type { CurrentOutcome } from "./commands/current.ts";
import type { HistoryOutcome } from "./commands/history.ts";
import type { ListingOutcome, RunOutcome, RunReport } from "./commands/run.ts";
import type { StampOutcome } from "./commands/stamp.ts";
import type { StatusOutcome } from "./commands/status.ts";

/** Which project and database. Everything that is left out comes from the config and the environment, as for the program. */
export interface ProjectOptions {
  /** Where the config is looked for, upwards; the working directory unless given. */
  readonly directory?: string;
  /** The config file itself. */
  readonly config?: string;
  /** Name of an `[env.NAME]` section. */
  readonly env?: string;
  /** `postgres://…`, `pglite:DIRECTORY` or `pglite:memory`. */
  readonly url?: string | undefined;
  /** Values for revisions, as `-x name=value`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Any other setting by its key in the config: `{ lock_timeout: "2s" }`. */
  readonly settings?: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** Instead of the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Told of everything that happens while something runs. */
  readonly onEvent?: (event: CommandEvent) => void;
  /** Ends a run: the statement is cancelled on the server and rolled back. */
  readonly signal?: AbortSignal;
}

/** What every run takes. */
export interface RunOptions {
  /** Recorded with each step in the log. */
  readonly tag?: string;
  /** How long to keep trying to connect, in milliseconds. */
  readonly waitForDbMs?: number;
  /** Allow what loses data on an environment that the config protects. */
  readonly allowDestructive?: boolean;
}

export interface UpOptions extends RunOptions {
  /** What to do with pending revisions below applied ones; the config's unless given. */
  readonly outOfOrder?: "error" | "warn" | "allow";
  /** Go on although a file was edited after it was applied. */
  readonly allowChanged?: boolean;
}

export interface HistoryOptions {
  /** `A:B`, as for `migrate history -r`. */
  readonly range?: string;
  /** Ask the database what is applied, and for its log. */
  readonly log?: boolean;
}

export interface StampOptions extends RunOptions {
  readonly purge?: boolean;
  readonly forget?: readonly string[];
}

/**
 * A project: the commands as functions. Each opens a session and closes it again, so nothing is held between two calls.
 * What goes wrong is thrown as a {@link Problem}, with the code that `migrate explain` knows. A run that failed part way
 * throws a {@link RunFailed}, which says what was done.
 */
export interface Project {
  /** Applies what the target (default `heads`) needs. */
  up(target?: string, options?: UpOptions): Promise<RunOutcome>;
  /** Takes back what stands above the target (default `-1`). */
  down(target?: string, options?: RunOptions): Promise<RunOutcome>;
  /** What `up` would do, with every statement; nothing is changed. */
  plan(target?: string, options?: UpOptions): Promise<ListingOutcome>;
  status(): Promise<StatusOutcome>;
  current(): Promise<CurrentOutcome>;
  history(options?: HistoryOptions): Promise<HistoryOutcome>;
  /** Sets which revisions count as applied, without running them. */
  stamp(targets: readonly string[], options?: StampOptions): Promise<StampOutcome>;
}

/** A run that did not end well: `outcome` says what was done, what failed and what is left. */
export class RunFailed extends Error {
  override readonly name = "RunFailed";
  readonly code: Problem["code"];
  readonly outcome: RunOutcome;
  constructor(problem: Problem, outcome: RunOutcome) {
    super(outcome.failed?.message ?? problem.code, { cause: problem });
    this.code = problem.code;
    this.outcome = outcome;
  }
}

function outcomeOf({ outcome, problem }: RunReport): RunOutcome {
  if (problem !== null) throw new RunFailed(problem, outcome);
  return outcome;
}

function contextOf(options: ProjectOptions): Context {
  const { config, env, url, variables, settings } = options;
  return {
    cwd: options.directory ?? process.cwd(),
    environment: options.environment ?? process.env,
    flags: {
      ...(config === undefined ? {} : { config }),
      ...(env === undefined ? {} : { env }),
      ...(url === undefined ? {} : { url }),
      ...(variables === undefined ? {} : { variables }),
      ...(settings === undefined ? {} : { settings }),
    },
    signal: options.signal ?? new AbortController().signal,
    hold: (work) => work(),
    report: options.onEvent ?? (() => {}),
  };
}

const runInputs = ({ tag, waitForDbMs, allowDestructive }: RunOptions) => ({
  tag: tag ?? null,
  waitMs: waitForDbMs ?? null,
  allowDestructive: allowDestructive ?? false,
});

const upInputs = (target: string | undefined, options: UpOptions) => ({
  ...runInputs(options),
  target: target ?? null,
  outOfOrder: options.outOfOrder ?? null,
  allowChanged: options.allowChanged ?? false,
});

/**
 * Opens a project: reads its config and its revisions once, to throw what is wrong with them now and not later.
 *
 * ```ts
 * const project = await openProject({ url: "pglite:memory" });
 * await project.up();
 * (await project.status()).clean; // true
 * ```
 */
export async function openProject(options: ProjectOptions = {}): Promise<Project> {
  const context = contextOf(options);
  const { loadProject } = await import("./commands/project.ts");
  await loadProject(context);
  return {
    async up(target, given = {}) {
      const { upCommand } = await import("./commands/up.ts");
      return outcomeOf(await upCommand(upInputs(target, given), context));
    },
    async down(target, given = {}) {
      const { downCommand } = await import("./commands/down.ts");
      return outcomeOf(await downCommand({ ...runInputs(given), target: target ?? null }, context));
    },
    async plan(target, given = {}) {
      const { upDryRun } = await import("./commands/up.ts");
      return await upDryRun({ ...upInputs(target, given), from: [] }, context);
    },
    async status() {
      const { statusCommand } = await import("./commands/status.ts");
      return await statusCommand({ waitMs: null }, context);
    },
    async current() {
      const { currentCommand } = await import("./commands/current.ts");
      return await currentCommand({ waitMs: null }, context);
    },
    async history({ range, log } = {}) {
      const { historyCommand } = await import("./commands/history.ts");
      const asked = log ?? false;
      const inputs = { range: range ?? null, indicateCurrent: asked, graph: false, log: asked };
      return (await historyCommand(inputs, context)).outcome;
    },
    async stamp(targets, given = {}) {
      const { stampCommand } = await import("./commands/stamp.ts");
      const { purge = false, forget = [] } = given;
      return await stampCommand({ ...runInputs(given), targets, purge, forget, dryRun: false, from: [] }, context);
    },
  };
}

export { Problem };
export type { CommandEvent, CurrentOutcome, HistoryOutcome, ListingOutcome, RunOutcome, StampOutcome, StatusOutcome };
