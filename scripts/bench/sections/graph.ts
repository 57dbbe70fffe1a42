import { fileURLToPath } from "node:url";
import { outputOf } from "../measure.ts";
import type { Section } from "../section.ts";
import { shapes } from "../shapes.ts";
import { compileProgram } from "../world.ts";

/** Building a graph and planning from nothing to all heads, compiled, the first time in a process. */
export const graph: Section = async function* (world) {
  const program = compileProgram(world, fileURLToPath(new URL("../programs/graph.ts", import.meta.url)), "graph");
  const count = 10_000;
  const rounds = world.rounds(9);
  const rows = [];
  for (const name of Object.keys(shapes)) {
    const runs = Array.from({ length: rounds }, () => {
      // Written by our own program above.
      const text = outputOf({ ...program, args: [name, String(count)] });
      return JSON.parse(text) as { buildMs: number; planMs: number; steps: number };
    });
    const middle = (what: "buildMs" | "planMs") =>
      runs.map((one) => one[what]).sort((a, b) => a - b)[rounds >> 1] ?? NaN;
    rows.push({
      name,
      samplesMs: runs.map(({ buildMs, planMs }) => buildMs + planMs),
      atMostMs: 50,
      detail: `build ${middle("buildMs").toFixed(0)}, plan ${middle("planMs").toFixed(0)} of ${runs[0]?.steps} steps`,
    });
  }
  yield { title: `graph of ${count} and its plan`, rows };
};
