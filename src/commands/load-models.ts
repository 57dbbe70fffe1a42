/**
 * The process that loads models: the program runs itself, so that a model that loops, exits or prints can do no harm.
 * It takes a request as JSON on stdin and answers with one line on stdout.
 */
import { expectHeavyWork } from "../base/heavy-work.ts";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type LoadRequest, replyMark } from "../models/mod.ts";

/** The word by which the program knows that it is the loading process. */
export const loadModelsWord = "load-models";

/** The command that starts the loading process, in whichever way this process was started. */
export function loaderCommand(): readonly string[] {
  const main = fileURLToPath(new URL("../../main.ts", import.meta.url));
  // Compiled, the program is one file and its modules are nowhere else.
  if (!existsSync(main)) return [process.execPath, loadModelsWord];
  const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
  return "bun" in process.versions
    ? [process.execPath, "--no-install", main, loadModelsWord]
    : [process.execPath, "run", "-A", "--no-check", "--quiet", "--config", config, main, loadModelsWord];
}

/** Answers one request. */
export async function loadModelsProcess(): Promise<void> {
  expectHeavyWork();
  const write = process.stdout.write.bind(process.stdout);
  sendOutputToStderr();
  const [{ observeDefaults }, { replyTo }] = await Promise.all([
    import("../models/zod/default-value.ts"),
    import("../models/load.ts"),
  ]);
  observeDefaults();
  const request = JSON.parse(await readStdin()) as LoadRequest;
  const reply = await replyTo(request, () => import("../kit/mod.ts"));
  write(
    `${replyMark}${
      JSON.stringify(reply, (_key, value: unknown) => typeof value === "bigint" ? String(value) : value)
    }\n`,
  );
}

/** Stdout is for the reply; what models print goes to stderr. */
function sendOutputToStderr(): void {
  process.stdout.write = process.stderr.write.bind(process.stderr);
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
}

async function readStdin(): Promise<string> {
  let text = "";
  for await (const piece of process.stdin.setEncoding("utf8")) text += piece;
  return text;
}
