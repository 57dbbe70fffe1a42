/** The SQL that leads from one schema to another. */
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import { diff, type PlannedStatement, type Snapshot } from "../schema/mod.ts";
import { readAnswer, readAnswersFile, type RenameAnswer } from "./schema/answers.ts";
import { compare, type Comparison } from "./schema/compare.ts";
import { renameOnBench } from "./schema/rename-on-bench.ts";
import { SnapshotReader } from "./schema/snapshots.ts";
import { sourceOf } from "./schema/source.ts";

/** What of a schema is looked at, and how strictly. */
export interface SchemaInputs {
  /** Null: the config's. */
  readonly privileges: boolean | null;
  /** Null: the config's. */
  readonly owners: boolean | null;
  /** Refuse to plan when something is not understood. */
  readonly strict: boolean;
}

export interface DiffInputs extends SchemaInputs {
  readonly from: string;
  readonly to: string;
  /** `OLD=NEW`, as the flag takes them. */
  readonly rename: readonly string[];
  /** A file of such lines; null: none. */
  readonly renames: string | null;
}

export interface DiffOutcome extends Comparison {
  readonly same: boolean;
}

/** Compares two sources of schemas. Throws `schema/…`, `model/…`, `database/…`. */
export async function diffCommand(inputs: DiffInputs, context: Context): Promise<DiffOutcome> {
  const config = await configFor(context);
  const reader = new SnapshotReader(config, context, {
    privileges: inputs.privileges ?? config.privileges,
    owners: inputs.owners ?? config.owners,
    notNullNames: true,
  });
  const said = inputs.rename.map((text) => readAnswer(text, true));
  const { have, want } = await reader.pair(sourceOf(inputs.from, context.cwd), sourceOf(inputs.to, context.cwd));
  const comparison = compare(have, want, { config, context, strict: inputs.strict });
  const answers = [...said, ...inputs.renames === null ? [] : readAnswersFile(inputs.renames, context.cwd)];
  const statements = answers.length === 0
    ? comparison.statements
    : await withRenames(reader, { have: have.snapshot, want: want.snapshot }, answers);
  return { ...comparison, statements, same: statements.length === 0 };
}

/** The way between two schemas after what is said to be renamed has its new name. */
function withRenames(
  reader: SnapshotReader,
  { have, want }: { readonly have: Snapshot; readonly want: Snapshot },
  answers: readonly RenameAnswer[],
): Promise<readonly PlannedStatement[]> {
  return reader.onMade(have, async (bench) => {
    const { up, snapshot } = await renameOnBench(bench, want, { answers, noRename: true, ask: null });
    return [...up, ...diff(snapshot, want).statements];
  });
}
