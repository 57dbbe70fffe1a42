import { count } from "../../base/text.ts";
import type { RevisionName } from "../../commands/revision-item.ts";
import { statusCommand, type StatusOutcome } from "../../commands/status.ts";
import { nameLine } from "../revision-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

/** How many revisions of a list are shown without --verbose. */
const most = 10;

/** One group of revisions: a heading with their number, then one a line. */
function group(title: string, sign: string, names: readonly RevisionName[], view: View): string[] {
  if (names.length === 0) return [];
  const shown = view.verbose ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  return [
    "",
    `${view.palette.bold(title)} ${view.palette.dim(`(${names.length})`)}`,
    ...shown.map((name) => `  ${sign} ${nameLine(name, view, 4)}`),
    ...(rest > 0 ? [`  ${view.signs.ellipsis} and ${rest} more: migrate status -v`] : []),
  ];
}

/** The first line: the answer, before any detail. */
function headline(outcome: StatusOutcome, view: View): string {
  const { good, warn, bold } = view.palette;
  const { signs } = view;
  if (outcome.clean) {
    return outcome.total === 0
      ? `${signs.bullet} No revisions yet`
      : `${good(signs.done)} ${bold("Up to date:")} ${count(outcome.applied, "revision")} applied`;
  }
  const facts = [
    outcome.pending.length > 0 ? `${outcome.pending.length} pending` : null,
    outcome.outOfOrder.length > 0 ? `${outcome.outOfOrder.length} out of order` : null,
    outcome.halfDone.length > 0 ? `${outcome.halfDone.length} half done` : null,
    outcome.changed.length > 0 ? `${outcome.changed.length} changed` : null,
    outcome.missing.length > 0 ? `${outcome.missing.length} without a file` : null,
  ].filter((fact) => fact !== null);
  // What has no file is not among the revisions that there are.
  const applied = outcome.applied - outcome.missing.length;
  return `${warn(signs.bullet)} ${bold(`${facts.join(", ")};`)} ${applied} of ${
    count(outcome.total, "revision")
  } applied`;
}

/** What to run next. */
function advice(outcome: StatusOutcome): string {
  if (outcome.total === 0) return 'migrate revision -m "what it does"';
  if (outcome.missing.length > 0) return "migrate explain run/missing-file";
  if (outcome.changed.length > 0) return "migrate explain run/changed";
  if (outcome.outOfOrder.length > 0) return "migrate explain run/out-of-order";
  return outcome.halfDone.some(({ direction }) => direction === "down") ? "migrate down" : "migrate up";
}

/** `1 block and 2 statements`. */
function progressText(blocks: number, statements: number): string {
  const parts = [blocks > 0 ? count(blocks, "block") : null, statements > 0 ? count(statements, "statement") : null]
    .filter((part) => part !== null);
  return parts.length === 0 ? "nothing" : parts.join(" and ");
}

export default verb("status", {
  run: (given, stage) => statusCommand({ waitMs: given.waitForDb }, stage),
  text: (outcome, view) => {
    const { good, warn, bad, dim, bold } = view.palette;
    const { signs } = view;
    const below = new Set(outcome.outOfOrder.map(({ id }) => id));
    const pending = outcome.pending.filter(({ id }) => !below.has(id));
    const gone = outcome.missing.map((id) => ({ id, message: "", file: null }));
    const lines = [
      headline(outcome, view),
      ...outcome.tips.map((tip) => `  ${dim("at")} ${nameLine(tip, view, 5)}`),
      ...group("Pending", dim(signs.pending), pending, view),
      ...group("Out of order: pending below applied ones", warn(signs.warning), outcome.outOfOrder, view),
      ...group("Changed since they were applied", warn(signs.warning), outcome.changed, view),
      ...group("Applied without a file", bad(signs.failed), gone, view),
    ];
    if (outcome.halfDone.length > 0) {
      lines.push("", bold("Half done"));
      for (const one of outcome.halfDone) {
        lines.push(`  ${warn(signs.warning)} ${nameLine(one, view, 4)}`);
        const done = `${one.direction}: ${progressText(one.blocks, one.statements)} done`;
        lines.push(`    ${dim(one.error === null ? done : `${done}; ${one.error}`)}`);
      }
    }
    if (!outcome.clean || outcome.total === 0) lines.push("", `${bold("Next:")} ${good(advice(outcome))}`);
    return lines.join("\n") + "\n";
  },
  exit: ({ clean }, given) => given.exitCode && !clean ? 1 : 0,
});
