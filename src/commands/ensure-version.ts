/** Makes the history and log tables, and nothing else. */
import { version } from "../base/build.ts";
import { ensureVersion, newRunId, tablesScript } from "../database/run/mod.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import { namesOf, withDatabase } from "./project.ts";
import { policyOf, type ScriptOutcome } from "./run.ts";

export interface EnsureVersionOutcome {
  readonly database: string;
  readonly historyTable: string;
  readonly logTable: string;
  /** False when the tables were there in their newest layout. */
  readonly changed: boolean;
}

/** Makes what is missing. */
export async function ensureVersionCommand(
  inputs: { readonly waitMs: number | null },
  context: Context,
): Promise<EnsureVersionOutcome> {
  const config = await configFor(context);
  return await withDatabase(config, context, inputs, async ({ session, display }) => {
    const lease = config.runLock === "lease";
    const { from, to } = await ensureVersion({ session, names: namesOf(config), role: config.role, lease });
    const { historyTable, logTable } = config;
    return { database: display, historyTable, logTable, changed: from !== to };
  });
}

/** The statements, for psql. Reads no database. */
export async function ensureVersionScript(context: Context): Promise<ScriptOutcome> {
  const config = await configFor(context);
  const script = tablesScript({
    names: namesOf(config),
    identity: { runId: newRunId(), toolVersion: version, tag: null },
    policy: policyOf(config),
    title: `migrate ${version}: ensure-version`,
  });
  return { script };
}
