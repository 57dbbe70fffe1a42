/** Tries a new revision out before it is written: up must arrive at what is wanted, down at what was there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem, problem } from "../../base/problem.ts";
import { loadBody, newRevisionSource, type RevisionBody, type RevisionDraft } from "../../files/mod.ts";
import { diff, isStuck, type Snapshot } from "../../schema/mod.ts";
import type { Block, Spot } from "../../sql/statement.ts";
import { loadKit } from "../config-for.ts";
import { replay } from "./replay.ts";
import type { Bench } from "./snapshots.ts";

/** What is proven: a draft, from one schema to another. */
export interface Claim {
  readonly draft: RevisionDraft;
  /** The schema before, as the scratch database reads it. */
  readonly have: Snapshot;
  readonly want: Snapshot;
  /** Whether a TypeScript draft may be loaded. */
  readonly typescript: "allow" | "deny";
}

/** Reads a draft as its file would be read. It goes through a file, since only those can be imported. */
export async function bodyOf(draft: RevisionDraft, typescript: "allow" | "deny"): Promise<RevisionBody> {
  const directory = mkdtempSync(join(tmpdir(), "migrate-proof-"));
  const { id, parents, dependsOn, labels, message, created, format } = draft;
  const path = join(directory, `${id}.${format}`);
  try {
    writeFileSync(path, newRevisionSource(draft));
    const revision = { id, parents, dependsOn, labels, message, created, format, path, directory };
    return await loadBody(
      { ...revision, file: "the new revision", replaces: [], variables: [] },
      { variables: {}, args: {}, env: null, typescript, kit: loadKit },
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What is wrong with a draft. */
export function unproven(
  direction: "up" | "down",
  details: { statement?: string; message?: string; sqlstate?: string; differences?: readonly string[] },
): Problem {
  const { statement = null, message = null, sqlstate = null, differences = [] } = details;
  return problem("schema/unproven", { direction, statement, message, sqlstate, differences });
}

/** The statement that stands at a place of the draft. */
function statementAt(blocks: readonly Block[], at: Spot | Problem["at"]): string {
  const all = blocks.flatMap(({ statements }) => statements);
  const found = all.find((one) => one.at.line === at?.line && one.at.column === at?.column);
  return found?.kind === "sql" ? found.sql : found?.description ?? "";
}

async function arrive(
  bench: Bench,
  direction: "up" | "down",
  blocks: readonly Block[],
  goal: Snapshot,
): Promise<Snapshot> {
  try {
    await replay(bench.scratch, [{ id: "", blocks }]);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "schema/scratch-refused") throw error;
    const { sqlstate, message } = error.data as { readonly sqlstate: string; readonly message: string };
    throw unproven(direction, { statement: statementAt(blocks, error.at), message, sqlstate });
  }
  const found = await bench.read();
  const left = diff(found, goal).statements.filter((one) => !isStuck(one));
  if (left.length > 0) throw unproven(direction, { differences: left.map(({ description }) => description) });
  return found;
}

/** Runs a draft up and down on a bench that holds `have`; returns the schema in between. Throws `schema/unproven`. */
export async function prove(bench: Bench, { draft, have, want, typescript }: Claim): Promise<Snapshot> {
  const { up, down } = await bodyOf(draft, typescript);
  const after = await arrive(bench, "up", up, want);
  if (down !== null) await arrive(bench, "down", down, have);
  return after;
}
