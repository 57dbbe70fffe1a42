/** Small projects for tests of runs: revisions written in a few words, and what a run of them needs. */
import { createHash } from "node:crypto";
import process from "node:process";
import { openSession, type Session } from "../../../../src/database/mod.ts";
import {
  type Applied,
  newRunId,
  type RunEvent,
  type RunPolicy,
  type RunRequest,
  type RunStep,
  tableNames,
} from "../../../../src/database/run/mod.ts";
import { splitStatements } from "../../../../src/sql/split.ts";
import type { Block, RevisionDatabase, Statement } from "../../../../src/sql/statement.ts";

/** A block in a few words: SQL text in a transaction, SQL without one, or code. */
export type BlockText = string | { readonly alone: string } | { readonly code: Code; readonly alone?: true };
type Code = (db: RevisionDatabase) => Promise<void> | void;

/** A revision in a few words; each follows the one before it. */
export interface RevisionText {
  readonly id: string;
  readonly up: readonly BlockText[];
  readonly down?: readonly BlockText[];
}

export const names = tableNames("public.migrate_revisions", "public.migrate_log");

export const policy: RunPolicy = {
  transaction: "revision",
  lockTimeoutMs: 5_000,
  lockRetries: 10,
  statementTimeoutMs: 0,
  runLock: "advisory",
  runLockWaitMs: 60_000,
  role: "",
};

/** The text of a revision's direction as its file would hold it, with the blocks' statements located in it. */
export function blocksOf(id: string, direction: "up" | "down", texts: readonly BlockText[]): {
  readonly blocks: Block[];
  readonly text: string;
} {
  const lines = [`-- ${id}`, `-- revision: ${id}`, ""];
  const blocks = texts.map((one): Block => {
    if (typeof one !== "string" && "code" in one) {
      const at = { file: `${id}.ts`, line: 1, column: 1, operation: 1 };
      const statement: Statement = { kind: "run", description: "code", run: one.code, at };
      return { direction, transaction: one.alone !== true, statements: [statement] };
    }
    const sql = typeof one === "string" ? one : one.alone;
    const transaction = typeof one === "string";
    lines.push(`-- migrate:${direction}${transaction ? "" : " transaction:false"}`);
    const first = lines.length;
    lines.push(...sql.split("\n"));
    const statements = splitStatements(sql).map((piece): Statement => ({
      kind: "sql",
      sql: piece.text,
      description: null,
      at: { file: `${id}.sql`, line: first + piece.line, column: piece.column, operation: null },
    }));
    return { direction, transaction, statements };
  });
  return { blocks, text: lines.join("\n") };
}

/** The step of a revision. */
export function stepOf(revision: RevisionText, direction: "up" | "down"): RunStep {
  const texts = direction === "up" ? revision.up : revision.down;
  return {
    id: revision.id,
    direction,
    message: `message of ${revision.id}`,
    file: `${revision.id}.sql`,
    tips: [revision.id],
    load: () => {
      if (texts === undefined) return Promise.resolve({ blocks: null, checksum: null, text: null });
      const { blocks, text } = blocksOf(revision.id, direction, texts);
      const checksum = createHash("sha256").update(JSON.stringify(revision.up)).digest("hex");
      return Promise.resolve({ blocks, checksum, text });
    },
  };
}

/** Everything that is pending, in order. */
export function upTo(revisions: readonly RevisionText[]): (applied: Applied) => RunStep[] {
  return ({ ids }) => revisions.filter(({ id }) => !ids.has(id)).map((revision) => stepOf(revision, "up"));
}

/** Everything that is applied, last first. */
export function downFrom(revisions: readonly RevisionText[]): (applied: Applied) => RunStep[] {
  return ({ ids }) => revisions.filter(({ id }) => ids.has(id)).reverse().map((revision) => stepOf(revision, "down"));
}

/** A session to a database of the tests. */
export function open(url: string, signal?: AbortSignal): Promise<Session> {
  return openSession({ url, environment: { HOME: process.env.HOME }, ...(signal === undefined ? {} : { signal }) });
}

/** A request with everything that most tests do not care about. */
export function request(
  session: Session,
  url: string,
  plan: RunRequest["plan"],
  more: Omit<Partial<RunRequest>, "policy"> & { readonly policy?: Partial<RunPolicy> } = {},
): RunRequest {
  return {
    session,
    open: (signal) => open(url, signal),
    names,
    plan,
    identity: { runId: newRunId(), toolVersion: "0.0.0-test", tag: null },
    ...more,
    policy: { ...policy, ...more.policy },
  };
}

/** Collects events. */
export function recorder(): { readonly events: RunEvent[]; readonly onEvent: (event: RunEvent) => void } {
  const events: RunEvent[] = [];
  return { events, onEvent: (event) => void events.push(event) };
}
