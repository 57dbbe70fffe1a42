/** What a run is asked for, what it says while it goes on, and what it ends with: plain values. */
import type { Problem } from "../../base/problem.ts";
import type { Block } from "../../sql/statement.ts";
import type { ServerError, Session } from "../session.ts";
import type { TableNames } from "./table-names.ts";

/** How far a half-done revision got. Blocks count within the direction; statements within the next block. */
export interface Progress {
  readonly direction: "up" | "down";
  /** Blocks that are wholly done. */
  readonly blocks: number;
  /** Statements of the next block that are done (0 unless it is `transaction:false`). */
  readonly statements: number;
  /** The next statement had been sent when the run ended, so whether it was carried out is not recorded. */
  readonly started: boolean;
}

/** One row of the history table, as far as planning needs it. */
export interface AppliedRow {
  readonly id: string;
  /** SHA-256 of the file when it was applied, in hex; null when the row was stamped without a file. */
  readonly checksum: string | null;
  /** Null for a revision that is wholly applied. */
  readonly progress: Progress | null;
  readonly error: string | null;
}

/** What the history table says: one cheap query. */
export interface Applied {
  /** Version of the tables' layout; 0 when the history table does not exist. */
  readonly layout: number;
  /**
   * Revisions that count as applied: wholly applied ones, and those whose `down` is half done. A revision whose `up` is
   * half done is pending: the next `up` resumes it.
   */
  readonly ids: ReadonlySet<string>;
  /** Every row by revision id. */
  readonly rows: ReadonlyMap<string, AppliedRow>;
  /** Rows of half-done revisions. */
  readonly halfDone: readonly AppliedRow[];
  /** True on a standby or in a read-only session: nothing can be written. */
  readonly readOnly: boolean;
}

/** A step by name: what events and results carry. */
export interface StepRef {
  readonly id: string;
  readonly direction: "up" | "down";
  readonly message: string;
  /** Path of the file as a user would write it; null when the revision is in none. */
  readonly file: string | null;
  /** The tips after this step, in load order. */
  readonly tips: readonly string[];
}

/** What a step does, once its file is read. */
export interface StepBody {
  /** The blocks of the step's direction; null when the revision is irreversible. */
  readonly blocks: readonly Block[] | null;
  /** SHA-256 of the file, in hex. */
  readonly checksum: string | null;
  /** The file's text, for showing the line of an error; null when there is none. */
  readonly text: string | null;
}

/** One step of a run. `load` reads the file; it is called at most once, before anything runs. */
export interface RunStep extends StepRef {
  load(): Promise<StepBody>;
}

/** A step whose file was read. */
export interface LoadedStep extends StepRef, StepBody {
  readonly blocks: readonly Block[];
}

/** How a run behaves; all of it comes from the config. */
export interface RunPolicy {
  /** `all`: one transaction for the whole run. */
  readonly transaction: "revision" | "all";
  /** For statements in a transaction, and for others unless they are made to wait (CONCURRENTLY); 0: no limit. */
  readonly lockTimeoutMs: number;
  readonly lockRetries: number;
  /** 0: no limit. */
  readonly statementTimeoutMs: number;
  /** `lease`: a row with a heartbeat instead of an advisory lock; nothing then needs a session of its own. */
  readonly runLock: "advisory" | "lease";
  readonly runLockWaitMs: number;
  /** Role for every transaction; empty: stay who connected. */
  readonly role: string;
  /** Set on a protected database: what loses data on the way up is refused. */
  readonly refuseDataLoss?: boolean;
}

/** Who and what is running, for the history and log rows. */
export interface RunIdentity {
  /** Any text without whitespace that no other run has; see `newRunId`. */
  readonly runId: string;
  readonly toolVersion: string;
  /** `--tag`: free text in the log; null without. */
  readonly tag: string | null;
}

/** Time and chance, so that tests can give their own. Real ones: `systemClock`. */
export interface Clock {
  /** Milliseconds from any fixed point; only differences are used. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to but not 1. */
  random(): number;
}

/** Another session of the server: who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly user: string | null;
  readonly application: string | null;
  readonly address: string | null;
  /** `active`, `idle in transaction`, …; null when the server does not show it. */
  readonly state: string | null;
  /** When its transaction or statement began, ISO 8601. */
  readonly since: string | null;
  /** Its current or last statement, at most 200 characters on one line; null when the server hides it. */
  readonly query: string | null;
}

/** Who holds the run lock. */
export interface LockHolder extends Holder {
  /** `advisory` locks are held by a session, a `lease` by a run. */
  readonly kind: "advisory" | "lease";
  /** The run id, for a lease. */
  readonly runId: string | null;
  /** When a lease ends unless its owner renews it, ISO 8601. */
  readonly until: string | null;
}

/** What happens while a run goes on, in order. Show it, or write it as JSON lines. */
export type RunEvent =
  /** Someone else holds the run lock; told once a second or so. */
  | { readonly type: "lock-wait"; readonly holder: LockHolder | null; readonly waitedMs: number }
  /** What will run, read again under the lock. */
  | { readonly type: "plan"; readonly steps: readonly StepRef[] }
  /** The history and log tables were made, or brought to the newest layout. */
  | { readonly type: "tables"; readonly from: number; readonly to: number }
  /** These steps were sent; small revisions travel together. `index` is the first one's, from 0. */
  | { readonly type: "started"; readonly steps: readonly StepRef[]; readonly index: number; readonly count: number }
  /** One statement or one piece of code is being run by itself. Numbers count from 1. */
  | {
    readonly type: "statement";
    readonly step: StepRef;
    readonly block: number;
    readonly statement: number;
    readonly of: number;
    readonly description: string;
  }
  | {
    readonly type: "done";
    readonly step: StepRef;
    readonly durationMs: number;
    readonly index: number;
    readonly count: number;
  }
  /** A half-done revision goes on. `changed`: its file is not the one that the first part was run from. */
  | { readonly type: "resume"; readonly step: StepRef; readonly from: Progress; readonly changed: boolean }
  /** What was found of a statement that an earlier run had begun. */
  | {
    readonly type: "found";
    readonly step: StepRef;
    readonly statement: number;
    readonly finding: "done" | "not-done" | "invalid-index-dropped" | "unknown";
    readonly object: string | null;
  }
  /** A lock_timeout or deadlock rolled the step back; it is tried again after `waitMs`. `attempt` counts from 1. */
  | {
    readonly type: "retry";
    readonly step: StepRef;
    readonly attempt: number;
    readonly of: number;
    readonly waitMs: number;
    readonly error: ServerError;
  }
  /** The running statement has waited for a lock for more than two seconds. */
  | {
    readonly type: "blocked";
    readonly steps: readonly StepRef[];
    readonly waitedMs: number;
    readonly by: readonly Holder[];
  }
  | { readonly type: "interrupting"; readonly signal: Signal }
  | { readonly type: "connection-lost"; readonly message: string }
  | { readonly type: "reconnected" }
  | { readonly type: "failed"; readonly failure: StepFailure };

/** What an interrupt came from; the reason of the request's `interrupt` signal. */
export type Signal = "SIGINT" | "SIGTERM";

/** A step that is done and recorded. */
export interface StepDone extends StepRef {
  readonly durationMs: number;
}

/** Where in the user's file a statement failed, ready to be shown like a compiler's error. */
export interface FailurePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** Number of the operation in a TypeScript revision, from 1. */
  readonly operation: number | null;
  /** Number of `lineText`: in the file, or in the SQL of an operation where the file does not have it as it is sent. */
  readonly lineNumber: number | null;
  /** The line, without its end; null when there is nothing to show. */
  readonly lineText: string | null;
  /** From 1, in characters of `lineText`: where the caret stands; null for none. */
  readonly caret: number | null;
}

/** A step that failed, with what it left behind. */
export interface StepFailure {
  readonly step: StepRef;
  /** Block and statement, from 1; `statement` is null when the failure came at COMMIT or in the tool's own part. */
  readonly block: number;
  readonly statement: number | null;
  /** How many statements the block has. */
  readonly of: number;
  readonly place: FailurePlace | null;
  /** What the server said; null when code or the connection failed. */
  readonly error: ServerError | null;
  /** What failed, in one line: the server's message, or the code's. */
  readonly message: string;
  /** What the failure rolled back: the whole run, this revision, this block, this statement, or nothing. */
  readonly rolledBack: "run" | "revision" | "block" | "statement" | "nothing";
  /** What stays of this revision: blocks and statements done before; null when nothing does. */
  readonly stays: Progress | null;
  /** An invalid index that the statement left; the next run drops it. */
  readonly invalidIndex: string | null;
  /** Whether it is known that the step was not committed; `unknown` after a lost connection that did not come back. */
  readonly committed: "no" | "unknown";
}

/** How a run ended. Nothing to do is `done` with no steps. */
export interface RunResult {
  readonly status: "done" | "failed" | "interrupted";
  readonly runId: string;
  /** Committed and recorded, in order. */
  readonly done: readonly StepDone[];
  readonly failed: StepFailure | null;
  /** Planned and not done, the failed one first. */
  readonly left: readonly StepRef[];
  /** Why it did not end well, with the exit code in its catalogue entry; null when it did. */
  readonly problem: Problem | null;
}

/** What `runPlan` is asked to do. */
export interface RunRequest {
  /** The caller's, who closes it. */
  readonly session: Session;
  /** Opens another session to the same database: to watch locks, for heartbeats, after a lost connection. */
  readonly open: (signal?: AbortSignal) => Promise<Session>;
  readonly names: TableNames;
  /** What is to be done from what is applied. Called without the lock, and again under it; may throw problems. */
  readonly plan: (applied: Applied) => readonly RunStep[] | Promise<readonly RunStep[]>;
  readonly policy: RunPolicy;
  readonly identity: RunIdentity;
  readonly onEvent?: (event: RunEvent) => void;
  /** Awaited after each committed step; what it throws ends the run after that step. */
  readonly onStep?: ((step: StepDone) => unknown) | null;
  /** Aborted with a {@link Signal} as its reason: cancels on the server, rolls back, releases. */
  readonly interrupt?: AbortSignal;
  readonly clock?: Clock;
  /** What was read of the history just now with the same session, to save a query. */
  readonly applied?: Applied;
}
