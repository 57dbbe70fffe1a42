/** Plans a revision from one schema to another in both directions, and proves it before anybody writes it. */
import { Problem, problem } from "../../base/problem.ts";
import type { RevisionDraft } from "../../files/mod.ts";
import {
  diff,
  isStuck,
  type Part,
  type PlannedStatement,
  type Rename,
  type Snapshot,
  touchedPart,
  withPart,
} from "../../schema/mod.ts";
import type { Context } from "../context.ts";
import type { Project } from "../project.ts";
import type { PlannedRevision, RevisionContent } from "../write-revision.ts";
import type { Change } from "./blocks.ts";
import type { RenameChoice } from "./decide-renames.ts";
import { type Drafted, draftedOf, draftOf, type Way, ways } from "./draft.ts";
import { bodyOf, prove, unproven } from "./prove.ts";
import { renameOnBench } from "./rename-on-bench.ts";
import { replay } from "./replay.ts";
import { rewritten } from "./rewrite.ts";
import type { Bench, SnapshotReader, SourceSnapshot } from "./snapshots.ts";

/** A question that was answered once is not asked again. */
function remembering(ask: RenameChoice["ask"]): RenameChoice["ask"] {
  if (ask === null) return null;
  const answers = new Map<string, Promise<number | null>>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask(question);
    answers.set(key, answer);
    return answer;
  };
}

/** What a revision is generated for. */
export interface Task {
  readonly project: Project;
  readonly context: Context;
  readonly reader: SnapshotReader;
  readonly have: SourceSnapshot;
  readonly want: SourceSnapshot;
  /** The way from the one to the other before anything is renamed. */
  readonly statements: readonly PlannedStatement[];
  readonly placed: PlannedRevision;
  readonly format: "sql" | "ts";
  readonly choice: RenameChoice;
  /** Whether `have` comes of revisions, which insert rows, or is a schema alone. */
  readonly replayed: boolean;
}

/** Where a plan is made and proven: on the whole schema, or on the part of it that is touched. */
interface Ground {
  readonly want: Snapshot;
  /** Whether the rows are there that the revisions insert. */
  readonly rows: boolean;
  onBench<T>(work: (bench: Bench) => Promise<T>): Promise<T>;
}

/** A revision that was planned and proven. */
export interface Made {
  readonly content: RevisionContent;
  readonly renames: readonly Rename[];
  readonly statements: readonly Change[];
  /** The schema after the revision as it was read there; null when rows stood in its way. */
  readonly after: Snapshot | null;
  /** Whether it was enough to look at a part of the schema, in which there are no rows. */
  readonly apart: boolean;
}

/**
 * Plans both directions, writes them in the wanted format and proves them, on the part of the schema that is touched
 * where that is enough. Whatever goes wrong there is tried again on the whole.
 */
export async function generate(asked: Task): Promise<Made> {
  const task = { ...asked, choice: { ...asked.choice, ask: remembering(asked.choice.ask) } };
  const { reader, have, want, replayed } = task;
  const part = partOf(task);
  if (part !== null) {
    const onBench: Ground["onBench"] = (work) =>
      reader.onMade(part.have, (bench) => {
        refuseOther(bench.have, part.have);
        return work(bench);
      });
    try {
      const made = await generateOn(task, { want: part.want, rows: false, onBench });
      const after = made.after === null ? null : withPart(have.snapshot, part, made.after);
      await warnOfOtherBranches(task, made.content);
      return { ...made, after, apart: true };
    } catch (error) {
      if (!(error instanceof Problem) || !retried.test(error.code)) throw error;
    }
  }
  const onBench: Ground["onBench"] = (work) =>
    replayed ? reader.onReplayed(null, work) : reader.onMade(have.snapshot, work);
  const made = await generateOn(task, { want: want.snapshot, rows: replayed, onBench });
  await warnOfOtherBranches(task, made.content);
  return made;
}

/** What a new database has by itself, or what its making brings with it, is no part of the plan. */
function refuseOther(made: Snapshot, part: Snapshot): void {
  const differences = diff(made, part).statements.map(({ description }) => description);
  if (differences.length === 0) return;
  throw problem("schema/unproven", { direction: "up", statement: null, message: null, sqlstate: null, differences });
}

/** What may be otherwise on the whole schema: a flag may be about what is not touched but for it. */
const retried = /^schema\/(?:unproven|scratch-refused|rename-target)$/;

/** The part of the schema on which the plan is the same as on the whole, and no rows are; null when there is none. */
function partOf({ have, want, statements, replayed }: Task): Part | null {
  const { rows } = have;
  if (replayed && (rows === null || have.snapshot.leftOut === true)) return null;
  const part = touchedPart(have.snapshot, want.snapshot);
  if (part === null) return null;
  const filled = new Set(rows ?? []);
  if (part.have.facts.some(({ name }) => filled.has(JSON.stringify(name.slice(0, 2))))) return null;
  const texts = (all: readonly PlannedStatement[]) => all.map((one) => JSON.stringify(one)).toSorted().join("\n");
  return texts(diff(part.have, part.want).statements) === texts(statements) ? part : null;
}

async function generateOn(task: Task, ground: Ground): Promise<Made> {
  const { choice, project: { config } } = task;
  const { want } = ground;
  const planned = await ground.onBench(async (bench) => {
    const { renames, up, down, snapshot } = await renameOnBench(bench, want, choice);
    const forth = diff(snapshot, want).statements;
    const differences = forth.filter(isStuck).map(({ description }) => description);
    if (differences.length > 0) throw unproven("up", { differences });
    const drafted = draftedOf([...up, ...forth], [...diff(want, snapshot).statements, ...down]);
    const changes = { ...drafted, ...await rewritten(drafted, config.functions.rewrite) };
    const content = draftOf(changes, task.format, ways[0]);
    return { renames, changes, content, trial: await attempt(bench, task, want, content) };
  });
  const { renames, changes } = planned;
  if (changes.lasting.length > 0) {
    const message = `The down part does not lead all the way back: ${changes.lasting.join("; ")}`;
    task.context.report({ type: "warning", code: "schema/not-undone", message });
  }
  let { content, trial } = planned;
  let way: Way = ways[0];
  // Typed operations that do not prove give way to the statements themselves.
  if (trial instanceof Problem && !isData(trial) && task.format === "ts") {
    way = ways[1];
    const plain = draftOf(changes, task.format, way);
    content = plain;
    trial = await ground.onBench((bench) => attempt(bench, task, want, plain));
  }
  if (trial instanceof Problem) {
    if (!ground.rows) throw trial;
    content = await withoutRows(task, { changes, content, trial, way });
  }
  const after = trial instanceof Problem ? null : trial;
  return { content, renames, statements: changes.up, after, apart: false };
}

function revisionOf({ placed }: Task, content: RevisionContent): RevisionDraft {
  return { ...placed.header, ...content };
}

/** The schema after a draft that is proven, or what is wrong with it. */
async function attempt(
  bench: Bench,
  task: Task,
  want: Snapshot,
  content: RevisionContent,
): Promise<Snapshot | Problem> {
  try {
    const { typescript } = task.project.config;
    return await prove(bench, { draft: revisionOf(task, content), have: bench.have, want, typescript });
  } catch (error) {
    if (error instanceof Problem && error.code === "schema/unproven") return error;
    throw error;
  }
}

/** What an unproven trial says; the code decides the data. */
function detailsOf({ data }: Problem) {
  return data as {
    readonly direction: "up" | "down";
    readonly statement: string | null;
    readonly sqlstate: string | null;
  };
}

/** Whether rows that revisions insert stand in the way, not the schema. */
function isData(trial: Problem): boolean {
  return /^(?:22|23)/.test(detailsOf(trial).sqlstate ?? "");
}

/**
 * A statement that rows stand in the way of (a NOT NULL column without a default) is right for the schema, and the rows
 * are the author's: it is proven without them, marked, and told.
 */
async function withoutRows(
  task: Task,
  { changes, content, trial, way }: {
    readonly changes: Drafted;
    readonly content: RevisionContent;
    readonly trial: Problem;
    readonly way: Way;
  },
): Promise<RevisionContent> {
  if (!isData(trial)) throw trial;
  const { direction, statement } = detailsOf(trial);
  const { reader, have, want } = task;
  const again = await reader.onMade(have.snapshot, (bench) => attempt(bench, task, want.snapshot, content));
  if (again instanceof Problem) throw again;
  const comment = "Fails on the rows that the revisions insert: fill or change them first";
  const marked = changes[direction].map((change) =>
    change.sql === statement ? { ...change, comment: [change.comment, comment].filter(Boolean).join("\n") } : change
  );
  task.context.report({
    type: "warning",
    code: "schema/rows-in-the-way",
    message: `The ${direction} part fails on rows that the revisions insert; edit it before you run it: ${statement}`,
  });
  return draftOf({ ...changes, [direction]: marked }, task.format, way);
}

/** With several heads, `have` is what all of them make together: the new revision may need what its own line lacks. */
async function warnOfOtherBranches(task: Task, content: RevisionContent): Promise<void> {
  const { graph } = task.project;
  const { parents, dependsOn } = task.placed.header;
  const others = graph.heads.filter((head) => !parents.includes(head) && !dependsOn.includes(head));
  if (others.length === 0 || !task.replayed) return;
  const below = [...parents, ...dependsOn];
  try {
    await task.reader.onReplayed(below.length === 0 ? ["base"] : below, async ({ scratch }) => {
      const { up } = await bodyOf(revisionOf(task, content), task.project.config.typescript);
      await replay(scratch, [{ id: task.placed.header.id, blocks: up }]);
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "schema/scratch-refused") throw error;
    const heads = others.map((head) => `"${head}"`).join(", ");
    task.context.report({
      type: "warning",
      code: "schema/needs-other-branch",
      message: `The new revision needs what another branch makes (${heads}); say so with --depends-on, or merge`,
    });
  }
}
