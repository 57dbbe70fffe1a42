/**
 * A run in a process of its own, to be killed: reads `{ url, revisions, policy }` from the first argument, applies what
 * is pending, writes each event as a line of JSON, and the result as the last.
 */
import process from "node:process";
import { runPlan } from "../../../../src/database/run/mod.ts";
import { open, request, type RevisionText, upTo } from "./project.ts";

const { url, revisions, policy } = JSON.parse(process.argv[2] ?? "{}") as {
  readonly url: string;
  readonly revisions: readonly RevisionText[];
  readonly policy: object;
};
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => controller.abort(signal));
const line = (value: unknown) => void process.stdout.write(`${JSON.stringify(value)}\n`);
const session = await open(url);
const result = await runPlan(
  request(session, url, upTo(revisions), { onEvent: line, policy, interrupt: controller.signal }),
);
line({ type: "result", status: result.status, code: result.problem?.code ?? null, done: result.done.length });
await session.close();
