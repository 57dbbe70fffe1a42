/** What is said of a run that did not end well. Apart, because most runs do and the catalogue of errors is large. */
import { count, wrap } from "../base/text.ts";
import type { Problem } from "../base/problem.ts";
import type { RunOutcome, RunReport } from "../commands/run.ts";
import type { StepFailure, StepRef } from "../commands/run-types.ts";
import { headline, indent, sourceFrame } from "./error-text.ts";
import { problemBody, problemText } from "./problem-text.ts";
import { stepName } from "./step-text.ts";
import type { View } from "./terminal.ts";

const rolledBack: Readonly<Record<StepFailure["rolledBack"], string>> = {
  run: "the whole run was rolled back",
  revision: "the revision was rolled back",
  block: "the block was rolled back",
  statement: "the statement was rolled back",
  nothing: "nothing was rolled back",
};

/** What stays of a failed step, in words. */
function staysText(failure: StepFailure): string | null {
  if (failure.stays === null) return null;
  const { blocks, statements } = failure.stays;
  const parts = [blocks > 0 ? count(blocks, "block") : null, statements > 0 ? count(statements, "statement") : null];
  const verb = blocks + statements === 1 ? "stays" : "stay";
  return `${parts.filter((part) => part !== null).join(" and ")} of it ${verb} done; the next run goes on from there`;
}

/** A failed step, shown as a compiler shows an error. */
export function failureText(failure: StepFailure, view: View): string {
  const { bold, dim, name } = view.palette;
  const label = failure.error === null ? null : `SQLSTATE ${failure.error.sqlstate}`;
  const rows = [headline(failure.message, label, view)];
  const { place } = failure;
  if (place !== null) {
    const operation = place.operation === null ? "" : ` (operation ${place.operation})`;
    rows.push(`  ${dim("at")} ${name(`${place.file}:${place.line}:${place.column}`)}${operation}`);
    if (place.lineText !== null) {
      const number = place.lineNumber ?? place.line;
      rows.push(indent(sourceFrame({ number, text: place.lineText, column: place.caret }, view), "  "));
    }
  }
  const said = (label: string, text: string | null): void => {
    if (text === null || text === "") return;
    rows.push(`  ${bold(`${label}:`)} ${wrap(text, view.width, "    ", label.length + 4)}`);
  };
  said("Detail", failure.error?.detail ?? null);
  said("Server's hint", failure.error?.hint ?? null);
  said("Where", view.verbose ? failure.error?.where ?? null : null);
  const doing = failure.step.direction === "up" ? "applying" : "taking back";
  said("While", `${doing} ${failure.step.id} ${failure.step.message}`);
  said(
    "Undone",
    failure.committed === "unknown"
      ? "the connection was lost; whether the step was committed is not known"
      : rolledBack[failure.rolledBack],
  );
  said("Stays", staysText(failure));
  if (failure.invalidIndex !== null) {
    said("Left", `the invalid index "${failure.invalidIndex}"; the next run drops it`);
  }
  return rows.join("\n");
}

/** A file to mend only when it is the file's fault; not after an interrupt, a lock or a lost connection. */
function nextOf({ failed }: RunOutcome, found: Problem): string {
  if (failed === null) return "migrate status";
  if (found.code !== "run/statement-failed" && found.code !== "run/code-failed") return problemBody(found).hint;
  const file = failed.place?.file ?? failed.step.file ?? "the file";
  return `${mendingOf(failed, file)}, then run the same command again`;
}

/** What to do with the file; active_sql_transaction says what PostgreSQL wants, but not how it is written here. */
function mendingOf({ error, step: { direction } }: StepFailure, file: string): string {
  if (error?.sqlstate !== "25001") return `mend ${file}`;
  return file.endsWith(".ts")
    ? `in ${file} write the statement as execute("…", { transaction: false })`
    : `in ${file} put the statement below a line of its own: -- migrate:${direction} transaction:false`;
}

/** What standard error gets when a run did not end well: the error, what was done, what was not, what to run next. */
export function endText({ outcome, problem: found }: RunReport, view: View): string {
  if (found === null) return "";
  const { bold, dim, good } = view.palette;
  const { signs } = view;
  const lines = [
    outcome.failed === null ? problemText(found, view, () => null).trimEnd() : failureText(outcome.failed, view),
  ];
  const list = (title: string, sign: string, steps: readonly StepRef[]) => {
    if (steps.length === 0) return;
    // `redo` has each revision twice.
    const both = new Set([...outcome.done, ...outcome.left].map(({ direction }) => direction)).size > 1;
    const way = (step: StepRef) => both ? dim(step.direction === "up" ? " (apply)" : " (take back)") : "";
    const shown = steps.slice(0, 5).map((step) => `    ${sign} ${stepName(step, view, both ? 18 : 6)}${way(step)}`);
    const more = steps.length > 5 ? [`    ${signs.ellipsis} and ${steps.length - 5} more`] : [];
    lines.push(`  ${bold(title)}`, ...shown, ...more);
  };
  list("Done before:", good(signs.done), outcome.done);
  list("Not done:", dim(signs.pending), outcome.left);
  const next = nextOf(outcome, found);
  lines.push(`  ${bold("Next:")} ${wrap(`${next} (migrate explain ${found.code})`, view.width, "        ", 8)}`);
  return lines.join("\n") + "\n";
}
