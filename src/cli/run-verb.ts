/** What `up` and `down` share at the edge: run, `--dry-run` or `--sql`, and how each is shown. */
import { type Problem, problem } from "../base/problem.ts";
import { count, durationText, wrap } from "../base/text.ts";
import type { ListingOutcome, RunInputs, RunOutcome, RunReport, ScriptOutcome } from "../commands/run.ts";
import { indent, problemBody, problemText } from "./problem-text.ts";
import { nameLine } from "./revision-text.ts";
import { failureText, stepName } from "./step-text.ts";
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
  problemText: (outcome: Outcome, view: View): string => outcome.kind === "run" ? endText(outcome.body, view) : "",
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

/** A file to mend only when it is the file's fault; not after an interrupt, a lock or a lost connection. */
function nextOf({ failed }: RunOutcome, found: Problem): string {
  if (failed === null) return "migrate status";
  if (found.code !== "run/statement-failed" && found.code !== "run/code-failed") return problemBody(found).hint;
  return `mend ${failed.place?.file ?? failed.step.file ?? "the file"}, then run the same command again`;
}

/** What standard error gets when a run did not end well: the error, what was done, what was not, what to run next. */
export function endText({ outcome, problem: found }: RunReport, view: View): string {
  if (found === null) return "";
  const { bold, dim, good } = view.palette;
  const { signs } = view;
  const lines = [
    outcome.failed === null ? problemText(found, view, () => null).trimEnd() : failureText(outcome.failed, view),
  ];
  const list = (title: string, sign: string, steps: readonly { readonly id: string; readonly message: string }[]) => {
    if (steps.length === 0) return;
    const shown = steps.slice(0, 5).map((step) => `    ${sign} ${stepName(step, view, 6)}`);
    const more = steps.length > 5 ? [`    ${signs.ellipsis} and ${steps.length - 5} more`] : [];
    lines.push(`  ${bold(title)}`, ...shown, ...more);
  };
  list("Done before:", good(signs.done), outcome.done);
  list("Not done:", dim(signs.pending), outcome.left);
  const next = nextOf(outcome, found);
  lines.push(`  ${bold("Next:")} ${wrap(`${next} (migrate explain ${found.code})`, view.width, "        ", 8)}`);
  return lines.join("\n") + "\n";
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
