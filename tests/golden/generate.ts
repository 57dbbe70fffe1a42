/** Makes the lower sections of a golden file as `revision --autogenerate` makes a revision, and measures what they do. */
import { type Scratch, withScratch } from "../../src/database/scratch.ts";
import { newRevisionSource, type RevisionDraft } from "../../src/files/mod.ts";
import {
  diff,
  emptySnapshot,
  isStuck,
  type PlannedStatement,
  readSnapshot,
  type Snapshot,
} from "../../src/schema/mod.ts";
import { splitStatements } from "../../src/sql/split.ts";
import { readAnswer } from "../../src/commands/schema/answers.ts";
import { replayable } from "../../src/commands/schema/blocks.ts";
import { draftedOf, draftOf } from "../../src/commands/schema/draft.ts";
import { prove } from "../../src/commands/schema/prove.ts";
import { renameOnBench } from "../../src/commands/schema/rename-on-bench.ts";
import { replay } from "../../src/commands/schema/replay.ts";
import type { Bench } from "../../src/commands/schema/snapshots.ts";
import { measure, overstated, tablesOf, understated } from "./effects.ts";
import { type GoldenCase, type Section, settingsOf } from "./golden-case.ts";

/** What became of a case. */
export interface Generated {
  readonly parts: Readonly<Record<Section, string>>;
  /** Where a statement does more than it claims. */
  readonly understated: readonly string[];
  /** Where a statement claims more than it does. */
  readonly overstated: readonly string[];
}

/** A scratch database that cases use one after another: booting one for each would take most of the time. */
let opened: Promise<Scratch> | null = null;

function openGround(): Promise<Scratch> {
  return new Promise((resolve, reject) => {
    const hold = (scratch: Scratch) => {
      resolve(scratch);
      return new Promise<never>(() => {});
    };
    withScratch({ url: null, environment: {} }, hold).catch(reject);
  });
}

/** Fills the empty scratch database, runs `work` on it and lets the differ empty it. A failure spoils the database. */
async function onBench<T>(
  golden: GoldenCase,
  section: "have" | "want",
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  opened ??= openGround();
  const scratch = await opened;
  try {
    const statements = splitStatements(golden.parts[section]).map(({ text }) => text);
    if (statements.length > 0) await scratch.execute(["BEGIN", ...statements, "COMMIT"]);
    const privileges = settingsOf(golden, "privileges").length > 0;
    const owners = settingsOf(golden, "owners").length > 0;
    const read = () => readSnapshot(scratch.session, { privileges, owners });
    const have = await read();
    const result = await work({ scratch, have, read });
    // Who may do what goes with the objects; what schema "public" gives to all is there from the beginning.
    const objects = have.facts.filter(({ kind }) => !/^(owner|privilege)$/.test(kind));
    const rest = diff({ ...have, facts: objects }, emptySnapshot).statements;
    await replay(scratch, [{ id: "", blocks: replayable(rest) }]);
    return result;
  } catch (error) {
    opened = null;
    throw error;
  }
}

/** One line a statement. */
function summaryOf(direction: "up" | "down", statements: readonly PlannedStatement[]): string {
  return statements.map((one) => {
    const { lockLevel, table, rewrites, scans, transaction, losesData } = one;
    const effects = [
      lockLevel === null ? null : `${lockLevel}${table === null ? "" : ` on ${table.replace(/^\w+:/, "")}`}`,
      rewrites ? "rewrites" : null,
      scans && !rewrites ? "scans" : null,
      transaction === "any" ? null : transaction === "own" ? "own transaction" : "no transaction",
      losesData ? "loses data" : null,
    ].filter((text) => text !== null);
    return `-- ${direction}: ${one.description}${effects.length === 0 ? "" : ` | ${effects.join(", ")}`}`;
  }).join("\n");
}

const header = { id: "golden", parents: [], dependsOn: [], labels: [], replaces: [], message: "", created: "" };

function bodyText(draft: RevisionDraft): string {
  return newRevisionSource(draft).replace(/^(?:(?:--|\/\/) [^\n]*\n)*\n/, "").trim();
}

/** Whether a draft has operations of its own, and not only the statements. */
function isTyped(draft: RevisionDraft): boolean {
  return draft.format === "ts" && draft.imports.some((name) => name !== "sql" && name !== "execute");
}

/** Runs one direction a statement at a time, and says where claim and effect differ. */
async function compareEffects(bench: Bench, direction: string, statements: readonly PlannedStatement[]) {
  const { session } = bench.scratch;
  const tables = await tablesOf(session);
  const less: string[] = [];
  const more: string[] = [];
  for (const one of statements) {
    if (isStuck(one)) continue;
    const effects = await measure(session, one.sql, tables);
    const say = (what: string) => `${direction}: ${one.sql}: ${what}`;
    less.push(...understated(one, effects).map(say));
    more.push(...overstated(one, effects).map(say));
  }
  return { less, more };
}

/** Plans both directions of a case, measures their statements, and proves their operations. */
export async function generate(golden: GoldenCase): Promise<Generated> {
  const want: Snapshot = await onBench(golden, "want", (bench) => Promise.resolve(bench.have));
  return await onBench(golden, "have", async (bench) => {
    const answers = settingsOf(golden, "rename").map((text) => readAnswer(text, true));
    const renamed = await renameOnBench(bench, want, { answers, noRename: true, ask: null });
    const up = [...renamed.up, ...diff(renamed.snapshot, want).statements];
    const down = [...diff(want, renamed.snapshot).statements, ...renamed.down];
    const changes = draftedOf(up, down);
    const [sql, typescript] = (["sql", "ts"] as const).map((format): RevisionDraft => ({
      ...header,
      ...draftOf(changes, format, "operations"),
    }));
    if (sql === undefined || typescript === undefined) throw new TypeError("a draft is missing");
    const forth = await compareEffects(bench, "up", up);
    const back = await compareEffects(bench, "down", down);
    // The statements have run both ways. Operations that say the same in other words have to show that they do.
    if (isTyped(typescript)) await prove(bench, { draft: typescript, have: bench.have, want, typescript: "allow" });
    const summary = [summaryOf("up", up), summaryOf("down", down)].filter((text) => text !== "").join("\n");
    return {
      parts: { ...golden.parts, sql: bodyText(sql), typescript: bodyText(typescript), summary },
      understated: [...forth.less, ...back.less],
      overstated: [...forth.more, ...back.more],
    };
  });
}
