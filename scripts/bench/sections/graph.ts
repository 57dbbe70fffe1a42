import { fileURLToPath } from "node:url";
import { median, outputOf } from "../measure.ts";
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
      return JSON.parse(text) as { buildMs: number; planMs: number; cpuMs: number; steps: number };
    });
    const middle = (what: "buildMs" | "planMs" | "cpuMs") => median(runs.map((one) => one[what]));
    rows.push({
      name,
      samplesMs: runs.map(({ buildMs, planMs }) => buildMs + planMs),
      atMostMs: 50,
      detail:
        `build ${middle("buildMs").toFixed(0)}, plan ${middle("planMs").toFixed(0)} of ${runs[0]?.steps} steps; ` +
        `cpu ${middle("cpuMs").toFixed(0)} with all threads`,
    });
  }
  yield { title: `graph of ${count} and its plan`, rows };
};
