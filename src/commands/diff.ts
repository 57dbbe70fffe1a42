/** The SQL that leads from one schema to another. */
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import { compare, type Comparison } from "./schema/compare.ts";
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
  const { have, want } = await reader.pair(sourceOf(inputs.from, context.cwd), sourceOf(inputs.to, context.cwd));
  const comparison = compare(have, want, { config, context, strict: inputs.strict });
  return { ...comparison, same: comparison.statements.length === 0 };
}
