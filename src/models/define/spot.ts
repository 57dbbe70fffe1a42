/** Where in the user's file a builder was called. */
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Spot } from "../../sql/statement.ts";

/** A frame of a stack trace: `at name (file:///a.ts:1:2)`, `at file:///a.ts:1:2`, `at /a.ts:1:2`. */
const frame = /(?:\(|\s|^)((?:file:\/\/\/?|\/|[A-Za-z]:[\\/])[^()\n]*?):(\d+):(\d+)\)?$/;

/**
 * The place from which `builder` was called, from the stack trace; null where the runtime gives none.
 *
 * ```ts
 * function table(name: string) {
 *   return { name, at: callerOf(table) };
 * }
 * ```
 */
export function callerOf(builder: (...args: never[]) => unknown): Spot | null {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  // The caller is the first frame; making all the others into text would cost more than all else about a model.
  Error.stackTraceLimit = 2;
  Error.captureStackTrace(holder, builder);
  Error.stackTraceLimit = stackTraceLimit;
  const first = (holder.stack ?? "").split("\n").find((line) => frame.test(line.trim()));
  const match = first === undefined ? null : frame.exec(first.trim());
  if (match === null) return null;
  const [, file = "", line, column] = match;
  return { file: pathOf(file), line: Number(line), column: Number(column), operation: null };
}

/** A path as the user would write it: relative to the working directory when it is below it. */
export function pathOf(file: string): string {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const root = `${process.cwd()}/`;
  return path.startsWith(root) ? path.slice(root.length) : path;
}
