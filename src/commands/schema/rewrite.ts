/** The config's `rewrite` function: it may change what was planned, before it is proven and written. */
import { problem } from "../../base/problem.ts";
import type { Config } from "../../config/mod.ts";
import type { Change } from "./blocks.ts";

/** Both directions of a plan. */
export interface Changes {
  readonly up: readonly Change[];
  readonly down: readonly Change[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value === "object" ? "an object without up and down" : typeof value;
}

function readChange(value: unknown, name: string): Change {
  const found = `${name} with something that has no text "sql"`;
  if (!isRecord(value) || typeof value["sql"] !== "string") throw problem("schema/bad-rewrite", { found });
  const { sql, description, comment, transaction } = value;
  const own = transaction === "own" || transaction === "none" ? transaction : "any";
  return {
    sql,
    description: typeof description === "string" ? description : sql.trim().split("\n")[0] ?? "",
    comment: typeof comment === "string" ? comment : null,
    transaction: own,
    subject: typeof value["subject"] === "string" ? value["subject"] : "",
    lockLevel: null,
    table: null,
    rewrites: value["rewrites"] === true,
    scans: value["scans"] === true,
    losesData: value["losesData"] === true,
  };
}

/**
 * Passes changes through the function. Changes that it hands back as they were stay what they are; others need no more
 * than their `sql`, and may have `comment` and `transaction` (`any`, `own` or `none`). Returning nothing changes
 * nothing. Throws `schema/bad-rewrite`.
 */
export async function rewritten(changes: Changes, rewrite: Config["functions"]["rewrite"]): Promise<Changes> {
  if (rewrite === null) return changes;
  const given = { up: changes.up.map((one) => ({ ...one })), down: changes.down.map((one) => ({ ...one })) };
  const answer = await rewrite(given);
  if (answer === undefined) return changes;
  if (!isRecord(answer)) throw problem("schema/bad-rewrite", { found: kindOf(answer) });
  const { up, down } = answer;
  if (!Array.isArray(up) || !Array.isArray(down)) throw problem("schema/bad-rewrite", { found: kindOf(answer) });
  const known = new Map([...changes.up, ...changes.down].map((one) => [JSON.stringify(one), one]));
  const read = (list: readonly unknown[], name: string) =>
    list.map((one) => known.get(JSON.stringify(one)) ?? readChange(one, name));
  return { up: read(up, "up"), down: read(down, "down") };
}
