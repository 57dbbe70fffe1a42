/** Measurements as tables: times, ratios of pairs, and whether a target is met. */
import { type Measurement, median, quantile } from "./measure.ts";

/** A highest value that does not depend on a peer. */
export interface Limit {
  readonly of: "wallMs" | "peakMb";
  readonly atMost: number;
}

/** One comparison: our program first, then its peers. */
export interface Table {
  readonly title: string;
  readonly ours: Measurement;
  readonly peers: readonly { readonly measurement: Measurement; readonly target: number | null }[];
  readonly limits?: readonly Limit[];
  /** Lines below, such as a peer that is not installed. */
  readonly notes?: readonly string[];
}

/** Times that a program took of itself, each against the highest that it may have. */
export interface Figures {
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    /** One a process. */
    readonly samplesMs: readonly number[];
    /** null when there is no target. */
    readonly atMostMs: number | null;
    /** What more there is to say. */
    readonly detail: string;
  }[];
}

/** Whether a target is met; null when there is none to meet. */
type Verdict = { readonly met: boolean; readonly text: string } | null;

/** The ratios of our time to the peer's, round by round: a pair ran in the same moment. */
function ratios(ours: Measurement, peer: Measurement, what: "wallMs" | "cpuMs"): readonly number[] {
  return ours.runs.map((run, round) => run[what] / (peer.runs[round]?.[what] ?? NaN));
}

function verdictOf(measured: readonly number[], target: number | null): Verdict {
  if (target === null) return null;
  const ratio = median(measured);
  if (ratio <= target) return { met: true, text: "met" };
  // Half of the pairs lie between the quartiles: a target among them is not missed for certain.
  const near = quantile(measured, 0.25) <= target;
  return { met: false, text: `${near ? "near" : "missed"}: +${((ratio / target - 1) * 100).toFixed(0)} %` };
}

const heads = ["median", "cpu", "peak", "ratio", "quartiles", "cpu ratio", "target", ""];

function times({ runs, peakMb }: Measurement): readonly string[] {
  const peak = peakMb === null ? "" : `${peakMb.toFixed(0)} MB`;
  return [
    `${median(runs.map((run) => run.wallMs)).toFixed(1)} ms`,
    `${median(runs.map((run) => run.cpuMs)).toFixed(1)} ms`,
    peak,
  ];
}

function limitRow({ ours }: Table, { of, atMost }: Limit): readonly string[] {
  const value = of === "peakMb" ? ours.peakMb : median(ours.runs.map((run) => run.wallMs));
  const unit = of === "peakMb" ? "MB" : "ms";
  const name = of === "peakMb" ? "  peak memory" : "  time, on a quiet machine";
  const verdict = value === null ? null : verdictOf([value], atMost);
  return [name, "", "", "", "", "", "", `≤ ${atMost} ${unit}`, verdict?.text ?? "unknown"];
}

/** The text of a table. A ratio is our time over the peer's: below one, ours is faster. */
export function tableText(table: Table | Figures): string {
  return "rows" in table ? figuresText(table) : comparisonText(table);
}

function figuresText({ title, rows }: Figures): string {
  return layOut([
    [title, "median", "best", "quartiles", "target", "", ""],
    ...rows.map(({ name, samplesMs, atMostMs, detail }) => [
      name,
      `${median(samplesMs).toFixed(1)} ms`,
      `${Math.min(...samplesMs).toFixed(1)} ms`,
      `${quantile(samplesMs, 0.25).toFixed(0)}–${quantile(samplesMs, 0.75).toFixed(0)}`,
      atMostMs === null ? "" : `≤ ${atMostMs} ms`,
      verdictOf(samplesMs, atMostMs)?.text ?? "",
      detail,
    ]),
  ]);
}

function comparisonText(table: Table): string {
  const rows = [
    [table.title, ...heads],
    [table.ours.name, ...times(table.ours), "", "", "", "", ""],
    ...table.peers.map(({ measurement, target }) => {
      const wall = ratios(table.ours, measurement, "wallMs");
      return [
        measurement.name,
        ...times(measurement),
        `${median(wall).toFixed(2)} ×`,
        `${quantile(wall, 0.25).toFixed(2)}–${quantile(wall, 0.75).toFixed(2)}`,
        `${median(ratios(table.ours, measurement, "cpuMs")).toFixed(2)} ×`,
        target === null ? "" : `≤ ${target.toFixed(2)} ×`,
        verdictOf(wall, target)?.text ?? "",
      ];
    }),
    ...(table.limits ?? []).map((limit) => limitRow(table, limit)),
  ];
  return [layOut(rows), ...(table.notes ?? [])].join("\n");
}

/** Rows as lines with a rule below the first; the first and the last two columns begin at the left, the others end at the right. */
function layOut(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  const lines = rows.map((row) =>
    row.map((cell, at) => {
      const width = widths[at] ?? 0;
      return at === 0 || at >= columns - 2 ? cell.padEnd(width) : cell.padStart(width);
    }).join("  ").trimEnd()
  );
  lines.splice(1, 0, "─".repeat(Math.max(...lines.map((line) => line.length))));
  return lines.join("\n");
}
