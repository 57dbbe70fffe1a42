/** Whether models, revisions and database say the same. */
import { readApplied } from "../database/run/history.ts";
import { missing, tipsOf } from "../revision/mod.ts";
import { problem } from "../base/problem.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import type { SchemaInputs } from "./diff.ts";
import { namesOf, projectOf, withDatabase } from "./project.ts";
import { compare, compareKnown, type Comparison } from "./schema/compare.ts";
import { SnapshotReader } from "./schema/snapshots.ts";

export interface CheckInputs extends SchemaInputs {
  /** Compare the live database too: with the revisions that it has, and with the models. */
  readonly database: boolean;
}

/** One question and its answer. */
export interface Checked {
  readonly question: "models" | "drift" | "database";
  readonly comparison: Comparison;
}

export interface CheckOutcome {
  readonly same: boolean;
  readonly checks: readonly Checked[];
}

/**
 * Compares the models with the revisions, which needs no database; with `database`, the live one with the revisions that
 * it has (drift) and with the models.
 */
export async function checkCommand(inputs: CheckInputs, context: Context): Promise<CheckOutcome> {
  const config = await configFor(context);
  const reader = new SnapshotReader(config, context, {
    privileges: inputs.privileges ?? config.privileges,
    owners: inputs.owners ?? config.owners,
    notNullNames: false,
  });
  const asked = { config, context, strict: inputs.strict };
  const checks: Checked[] = [];
  if (config.models.length > 0 || !inputs.database) {
    const [migrations, models] = [{ from: "migrations", targets: null }, { from: "models" }] as const;
    let comparison = await compareKnown(reader, migrations, models, asked);
    if (comparison === null) {
      const { have, want } = await reader.pair(migrations, models);
      comparison = compare(have, want, asked);
    }
    checks.push({ question: "models", comparison });
  }
  if (inputs.database) {
    const applied = await appliedTips(context);
    const drift = await reader.pair({ from: "migrations", targets: applied }, { from: "database" });
    checks.push({ question: "drift", comparison: compare(drift.have, drift.want, asked) });
    if (config.models.length > 0) {
      const { have, want } = await reader.pair({ from: "database" }, { from: "models" });
      checks.push({ question: "database", comparison: compare(have, want, asked) });
    }
  }
  return { same: checks.every(({ comparison }) => comparison.statements.length === 0), checks };
}

/** The tips of what the database has, as targets. Throws `run/missing-file` when an applied revision has no file. */
async function appliedTips(context: Context): Promise<readonly string[]> {
  const config = await configFor(context);
  const { graph } = projectOf(config);
  const { ids } = await withDatabase(
    config,
    context,
    { waitMs: null },
    ({ session }) => readApplied(session, namesOf(config)),
  );
  const gone = missing(graph, ids);
  if (gone.length > 0) throw problem("run/missing-file", { revisions: gone });
  const tips = tipsOf(graph, ids);
  return tips.length === 0 ? ["base"] : tips;
}
