/** Writes the revision that leads from the schema as it is to the schema as the models want it. */
import type { Rename, Snapshot, Unmodelled } from "../schema/mod.ts";
import type { Context } from "./context.ts";
import type { SchemaInputs } from "./diff.ts";
import { loadProject } from "./project.ts";
import { appliedFor, beforeEditing, editNew, type RevisionInputs } from "./revision.ts";
import { answersOfModels, readAnswer, readAnswersFile } from "./schema/answers.ts";
import type { Change } from "./schema/blocks.ts";
import { compare, compareKnown } from "./schema/compare.ts";
import type { AskedRename, RenameChoice } from "./schema/decide-renames.ts";
import { generate } from "./schema/generate.ts";
import { SnapshotReader } from "./schema/snapshots.ts";
import { tallyOf } from "./schema/tally.ts";
import { type NewRevisionOutcome, placeNewRevision, writePlacedRevision } from "./write-revision.ts";

/** What is asked of autogenerate besides what is asked of any new revision. */
export interface AutogenerateInputs extends RevisionInputs, SchemaInputs {
  /** What the models are compared with. */
  readonly from: "migrations" | "database";
  /** `OLD=NEW`, as the flag takes them. */
  readonly rename: readonly string[];
  /** A file of such lines; null: none. */
  readonly renames: string | null;
  /** What nobody spoke of is really new. */
  readonly noRename: boolean;
  /** Asks a person about a rename; null where nobody can be asked. */
  readonly askRename: ((question: AskedRename) => Promise<number | null>) | null;
}

/** What a generated revision does. */
export interface Generated {
  readonly from: string;
  readonly to: string;
  readonly renames: readonly Rename[];
  /** The statements of `up`. */
  readonly statements: readonly Change[];
  readonly unmodelled: readonly Unmodelled[];
}

/** What was written; a null revision when there is nothing to do. */
export interface AutogenerateOutcome {
  readonly revision: NewRevisionOutcome | null;
  readonly generated: Generated;
}

/**
 * Compares the models with the replayed revisions (or with the database), and writes a revision with both directions.
 * Before it is written it has been run in a scratch database, up and down.
 *
 * Throws `schema/rename-open`, `schema/unproven`, and what placing a revision, reading models and replaying throw.
 */
export async function autogenerateCommand(inputs: AutogenerateInputs, context: Context): Promise<AutogenerateOutcome> {
  beforeEditing(inputs, context);
  const given = inputs.rename.map((text) => readAnswer(text, true));
  const project = await loadProject(context);
  const { config } = project;
  const applied = await appliedFor(project, [...inputs.heads, ...inputs.dependsOn], context);
  const format = inputs.format ?? config.format;
  const placed = placeNewRevision(project, applied === null ? inputs : { ...inputs, applied }, format);
  const reader = new SnapshotReader(config, context, {
    privileges: inputs.privileges ?? config.privileges,
    owners: inputs.owners ?? config.owners,
    notNullNames: false,
  });
  const [migrations, models] = [{ from: "migrations", targets: null }, { from: "models" }] as const;
  const asked = { config, context, strict: inputs.strict };
  const known = inputs.from === "migrations" && given.length === 0
    ? await compareKnown(reader, migrations, models, asked)
    : null;
  if (known !== null) return { revision: null, generated: { ...known, renames: [], statements: [] } };
  const { have, want } = await reader.pair(inputs.from === "database" ? { from: "database" } : migrations, models);
  const { statements, unmodelled, from, to } = compare(have, want, asked);
  // A flag that says of something that it was renamed is about something, or wrong.
  if (statements.length === 0 && given.length === 0) {
    return { revision: null, generated: { from, to, renames: [], statements: [], unmodelled } };
  }
  const choice: RenameChoice = {
    answers: [
      ...given,
      ...inputs.renames === null ? [] : readAnswersFile(inputs.renames, context.cwd),
      ...answersOfModels(want.renames),
    ],
    noRename: inputs.noRename,
    ask: inputs.askRename,
  };
  const made = await generate({
    project,
    context,
    reader,
    have,
    want,
    placed,
    format,
    choice,
    statements,
    replayed: inputs.from === "migrations",
  });
  warnOfDrops(have.snapshot, want.snapshot, made.renames, context);
  const revision = await writePlacedRevision(project, placed, made.content, context);
  // What the file does is known as long as nobody else writes in it, and where rows are as long as it moves none.
  const foreign = config.afterWrite.length > 0 || config.functions.rewrite !== null || inputs.edit;
  const { rows } = have;
  if (!foreign && made.after !== null && rows !== null && (made.apart || rows.length === 0)) {
    reader.keepMigrations({ snapshot: made.after, rows }, want);
  }
  if (inputs.edit) await editNew(project, revision, context);
  return { revision, generated: { from, to, renames: made.renames, statements: made.statements, unmodelled } };
}

function warnOfDrops(have: Snapshot, want: Snapshot, renames: readonly Rename[], context: Context): void {
  const { dropped, created } = tallyOf(have, want, renames);
  if (dropped.length <= created.length || dropped.length === 0) return;
  const shown = dropped.slice(0, 5).join(", ") + (dropped.length > 5 ? ", …" : "");
  context.report({
    type: "warning",
    code: "schema/drops-more",
    message: `This revision drops ${dropped.length} and creates ${created.length}: ${shown}. ` +
      "What belongs to others can be left alone with `schemas` and `ignore` in the config",
  });
}
