/** What `up` and `down` share at the edge: run, `--dry-run` or `--sql`, and how each is shown. */
import { type Problem, problem } from "../base/problem.ts";
import { count, durationText } from "../base/text.ts";
import type { ListingOutcome, RunInputs, RunOutcome, RunReport, ScriptOutcome } from "../commands/run.ts";
import { indent } from "./error-text.ts";
import { nameLine } from "./revision-text.ts";
import type { View } from "./terminal.ts";

/** What the options of `up` and `down` have in common. */
interface RunGiven {
  readonly target: string | null;
  readonly sql: string | null;
  readonly from: readonly string[];
  readonly dryRun: boolean;
  readonly tag: string | null;
  readonly waitForDb: number | null;
  readonly allowDestructive: boolean;
}

/** The three things that such a command does. */
interface RunWays {
  script(target: string | null): Promise<ScriptOutcome>;
  list(inputs: RunInputs): Promise<ListingOutcome>;
  run(inputs: RunInputs): Promise<RunReport>;
}

type Outcome =
  | { readonly kind: "script"; readonly body: ScriptOutcome }
  | { readonly kind: "list"; readonly body: ListingOutcome }
  | { readonly kind: "run"; readonly body: RunReport };

/** Does the one that the options ask for. */
export async function runAsAsked(given: RunGiven, ways: RunWays): Promise<Outcome> {
  if (given.sql !== null) {
    return { kind: "script", body: await ways.script(targetOf(given.sql, given.target)) };
  }
  const inputs = { tag: given.tag, waitMs: given.waitForDb, allowDestructive: given.allowDestructive };
  if (given.dryRun) return { kind: "list", body: await ways.list(inputs) };
  if (given.from.length > 0) {
    const reason = "a run goes from what the database has; --dry-run and --sql take --from";
    throw problem("usage/conflict", { one: "--from", other: "a run", reason });
  }
  return { kind: "run", body: await ways.run(inputs) };
}

/** How the outcome of `up` or `down` is shown: the parts of their verbs that are the same. */
export const runShown = {
  body: (outcome: Outcome): object => outcome.kind === "run" ? outcome.body.outcome : outcome.body,
  text: (outcome: Outcome, view: View): string => {
    if (outcome.kind === "script") return outcome.body.script;
    return outcome.kind === "list" ? listingText(outcome.body, view) : summaryText(outcome.body.outcome, view);
  },
  problem: (outcome: Outcome): Problem | null => outcome.kind === "run" ? outcome.body.problem : null,
  problemText: async (outcome: Outcome, view: View): Promise<string> => {
    if (outcome.kind !== "run") return "";
    const { endText } = await import("./run-end-text.ts");
    return endText(outcome.body, view);
  },
};

/** `--sql=A:B`, `--sql A:B` and `A:B --sql` mean the same. */
function targetOf(sql: string, target: string | null): string | null {
  if (sql === "" || target === null) return sql === "" ? target : sql;
  const reason = "the range was given twice";
  throw problem("usage/conflict", { one: `--sql=${sql}`, other: `"${target}"`, reason });
}

/** The last line of a run that went well. */
export function summaryText({ done, durationMs }: RunOutcome, view: View): string {
  const { good, bold } = view.palette;
  if (done.length === 0) return `${good(view.signs.done)} Nothing to do\n`;
  const up = done.filter((step) => step.direction === "up").length;
  const parts = [
    done.length > up ? `took back ${count(done.length - up, "revision")}` : null,
    up > 0 ? `applied ${count(up, "revision")}` : null,
  ].filter((part) => part !== null).join(", ");
  const text = parts.charAt(0).toUpperCase() + parts.slice(1);
  return `${good(view.signs.done)} ${bold(text)} in ${durationText(durationMs)}\n`;
}

/** The steps and their statements. */
export function listingText({ steps }: ListingOutcome, view: View): string {
  const { bold, dim } = view.palette;
  if (steps.length === 0) return "Nothing to do\n";
  return steps.map((step) => {
    const lines = [
      `${bold(step.direction)} ${nameLine(step, view, 5)}${step.file === null ? "" : dim(`  ${step.file}`)}`,
    ];
    for (const block of step.blocks) {
      if (!block.transaction) lines.push(dim("  without a transaction:"));
      for (const statement of block.statements) {
        const text = statement.sql === null ? dim(`(code) ${statement.description ?? ""}`) : `${statement.sql};`;
        lines.push(indent(text, "    "));
      }
    }
    return lines.join("\n");
  }).join("\n\n") + "\n";
}
