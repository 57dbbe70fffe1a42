/** All sources of models as DDL statements. */
import { readFileSync } from "node:fs";
import { type Problem, problem } from "../base/problem.ts";
import { type ChildResult, runChild } from "./child.ts";
import { type LoadedModels, type LoadReply, type LoadRequest, readProblem } from "./reply.ts";
import { fingerprint } from "./fingerprint.ts";
import type { NamePatterns } from "./naming.ts";
import { findSources, type ModelEntry } from "./sources.ts";
import { sqlStatements } from "./sql-source.ts";
import type { ModelStatement } from "./statement.ts";

/** What reading models needs to know. */
export interface ModelOptions {
  /** Directory that the entries' paths start from. */
  readonly root: string;
  /** Directory that shown paths start from. */
  readonly cwd: string;
  readonly typescript: "allow" | "deny";
  readonly timeoutMs: number;
  readonly naming: NamePatterns;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The command that answers a load request on stdin in a process of its own. */
  readonly loader: readonly string[];
  /** Keeps what models were between runs; the key changes with every file that they are made of. */
  readonly cache?: { get(key: string): string | null; put(key: string, text: string): void };
  /** Called while another process loads the models: this one has nothing to do meanwhile. */
  readonly onLoading?: () => void;
  /** Receives what models print while they are loaded. */
  readonly onOutput?: (text: string) => void;
}

/** Stands before the reply on stdout, so that nothing that a model prints can be taken for it. */
export const replyMark = "\u001emigrate models ";

/**
 * Reads every source and returns its statements, those of TypeScript first, each with the place where it was written.
 *
 * Throws `model/no-files`, `model/nothing-defined`, `model/code-denied`, `model/timeout`, `model/command-failed`,
 * `module/…` and what is wrong with a model.
 */
export async function modelDdl(entries: readonly ModelEntry[], options: ModelOptions): Promise<LoadedModels> {
  const { code, sql, commands } = findSources(entries, options.root, options.cwd);
  if (options.typescript === "deny") {
    const denied = code[0]?.file ?? commands[0]?.join(" ");
    if (denied !== undefined) throw problem("model/code-denied", { source: denied });
  }
  const complete = sql.length === 0 && commands.length === 0;
  const request: LoadRequest = { files: code, naming: options.naming, complete };
  const loaded = code.length === 0 ? null : await loadOrRecall(request, options);
  const printed: ModelStatement[] = [];
  for (const command of commands) printed.push(...await runCommand(command, options));
  return {
    statements: [
      ...loaded?.statements ?? [],
      ...sql.flatMap(({ path, file }) => sqlStatements(readText(path, file), file)),
      ...printed,
    ],
    renames: loaded?.renames ?? [],
    roles: loaded?.roles ?? [],
  };
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem("model/unreadable", { file, reason }, { at: { file }, cause: error });
  }
}

/** Loading models is running them; where their text says all that they depend on, the last result will do. */
async function loadOrRecall(request: LoadRequest, options: ModelOptions): Promise<LoadedModels> {
  const key = options.cache === undefined ? null : fingerprint(request);
  const known = key === null ? null : recalled(options.cache?.get(key) ?? null);
  if (known !== null) return withSharedSessions(known);
  const loaded = await load(request, options);
  if (key !== null) options.cache?.put(key, JSON.stringify(loaded));
  return loaded;
}

function recalled(text: string | null): LoadedModels | null {
  if (text === null) return null;
  try {
    // Written above, under a name that everything that it comes from decides; a disk that was full may have cut it.
    const found = JSON.parse(text) as LoadedModels;
    return Array.isArray(found.statements) ? found : null;
  } catch {
    return null;
  }
}

async function load(request: LoadRequest, options: ModelOptions): Promise<LoadedModels> {
  const files = request.files.map(({ file }) => file).join(", ");
  const running = runChild({
    command: options.loader,
    cwd: options.cwd,
    environment: options.environment,
    input: JSON.stringify(request),
    timeoutMs: options.timeoutMs,
    until: (stdout) => replyIn(stdout) !== null,
    ...(options.onOutput === undefined ? {} : { onStderr: options.onOutput }),
  });
  options.onLoading?.();
  const result = await running;
  const text = replyIn(result.stdout);
  if (text === null) throw noReply(files, result, options);
  const reply = JSON.parse(text) as LoadReply;
  if (!reply.ok) throw readProblem(reply.problems);
  return withSharedSessions(reply);
}

/** JSON knows no identity: the lists of settings, all empty, become one again. */
function withSharedSessions({ statements, renames, roles }: LoadedModels): LoadedModels {
  const session: readonly string[] = [];
  return { statements: statements.map((statement) => ({ ...statement, session })), renames, roles };
}

/** The whole line after the mark; null while it is not all there. */
function replyIn(stdout: string): string | null {
  const start = stdout.lastIndexOf(replyMark);
  const end = start < 0 ? -1 : stdout.indexOf("\n", start);
  return end < 0 ? null : stdout.slice(start + replyMark.length, end);
}

function noReply(source: string, result: ChildResult, { timeoutMs }: ModelOptions): Problem {
  if (result.timedOut) return problem("model/timeout", { source, seconds: timeoutMs / 1000 });
  const ended = result.status === 0
    ? `${statusOf(result)}: by process.exit, or at an await that nothing ends`
    : statusOf(result);
  const message = result.failure ?? (lastLines(result.stderr) || ended);
  return problem("model/load-failed", { file: source, error: "an early end", message, stack: result.stderr || null });
}

async function runCommand(command: readonly string[], options: ModelOptions): Promise<readonly ModelStatement[]> {
  const shown = command.join(" ");
  const result = await runChild({
    command,
    cwd: options.root,
    environment: options.environment,
    input: "",
    timeoutMs: options.timeoutMs,
  });
  if (result.timedOut) throw problem("model/timeout", { source: shown, seconds: options.timeoutMs / 1000 });
  if (result.failure !== null || result.status !== 0) {
    const status = result.failure ?? statusOf(result);
    throw problem("model/command-failed", { command: shown, status, stderr: lastLines(result.stderr) });
  }
  const statements = sqlStatements(result.stdout, shown);
  if (statements.length === 0) throw problem("model/nothing-defined", { source: shown });
  return statements;
}

function statusOf({ status, signal }: ChildResult): string {
  return status === null ? `was ended by ${signal ?? "a signal"}` : `ended with status ${status}`;
}

/** Enough of what a program said to see what went wrong. */
function lastLines(stderr: string): string {
  return stderr.trimEnd().split("\n").slice(-20).join("\n");
}
