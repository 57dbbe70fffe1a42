/** Turns what went wrong into a failure that can be shown like a compiler's error. Pure. */
import { Lexer } from "../../sql/lexer.ts";
import type { Spot, Statement } from "../../sql/statement.ts";
import { type ServerError, StatementFailure } from "../session.ts";
import type { FailurePlace, LoadedStep } from "./types.ts";

const lineAt = (text: string, line: number): string | null => text.split("\n")[line - 1] ?? null;

/** Line and column, from 1, of a position counted in characters (code points) from 1. */
export function lineAndColumn(text: string, position: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let column = 1;
  let left = position - 1;
  for (const char of text) {
    if (left-- <= 0) break;
    if (char === "\n") {
      line++;
      column = 1;
    } else column++;
  }
  return { line, column };
}

/**
 * Where in the user's file a statement failed.
 *
 * In a SQL file the server's position counts from where the statement stands. The SQL of a TypeScript operation is looked
 * for in the file; where it is not written there, the place is the operation, and the line shown one of its SQL. Without a position the statement's
 * first line is shown and no caret; but of a `DO` block's body the server's `where` names the line.
 *
 * ```ts
 * failurePlace({ kind: "sql", sql: "select\n nope", description: null, at }, 9, "…text of the file…");
 * ```
 */
export function failurePlace(
  statement: Statement,
  position: number | null,
  text: string | null,
  where: string | null = null,
): FailurePlace {
  const { at } = statement;
  if (statement.kind === "sql" && position === null && where !== null) {
    const inside = positionInBlock(statement.sql, where);
    if (inside !== null) return failurePlace(statement, inside, text);
  }
  const within = position === null || statement.kind === "run" ? null : lineAndColumn(statement.sql, position);
  if (at.operation !== null) return operationPlace(statement, at, within, text);
  const line = at.line + (within === null ? 0 : within.line - 1);
  const column = within === null ? at.column : within.line === 1 ? at.column + within.column - 1 : within.column;
  const lineText = text === null
    ? statement.kind === "sql" ? lineAt(statement.sql, within?.line ?? 1) : null
    : lineAt(text, line);
  const caret = within === null ? null : text === null ? within.column : column;
  return { file: at.file, line, column, operation: null, lineNumber: lineText === null ? null : line, lineText, caret };
}

/**
 * The position, in characters from 1, of the line of a `DO` block's body that the server's context names, at its first
 * character that is no space; null when it names none.
 */
function positionInBlock(sql: string, where: string): number | null {
  const line = Number(/\binline_code_block line (\d+)\b/.exec(where)?.[1] ?? 0);
  const lexer = new Lexer(sql, { file: "SQL" });
  if (line === 0 || lexer.next() !== "word" || lexer.value.toLowerCase() !== "do") return null;
  let kind = lexer.next();
  while (kind !== "string" && kind !== "end") kind = lexer.next();
  // The body begins after the opening quote; its first line is the rest of the quote's line.
  let start = lexer.start + (/^\$[^$]*\$|^[eEnN]?'/.exec(lexer.value)?.[0].length ?? 0);
  for (let at = 1; at < line; at++) {
    const end = sql.indexOf("\n", start);
    if (end === -1) return null;
    start = end + 1;
  }
  const indent = /^[ \t]*/.exec(sql.slice(start))?.[0].length ?? 0;
  return [...sql.slice(0, start + indent)].length + 1;
}

function operationPlace(
  statement: Statement,
  at: Spot,
  within: { readonly line: number; readonly column: number } | null,
  text: string | null,
): FailurePlace {
  const number = within?.line ?? 1;
  const lineText = statement.kind === "sql" ? lineAt(statement.sql, number) : null;
  const written = lineText === null || text === null ? null : lineWith(text, lineText.trim());
  if (lineText === null || written === null) {
    const lineNumber = lineText === null ? null : number;
    return { ...at, lineNumber, lineText, caret: within?.column ?? null };
  }
  const indent = [...(/^\s*/.exec(lineText)?.[0] ?? "")].length;
  const column = written.column + (within === null ? 0 : Math.max(0, within.column - 1 - indent));
  const { line } = written;
  return { ...at, line, column, lineNumber: line, lineText: lineAt(text ?? "", line), caret: within && column };
}

/** Where a piece of SQL is written in a file as it is sent; null when it is not, or more than once. */
function lineWith(text: string, piece: string): { readonly line: number; readonly column: number } | null {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) => piece !== "" && line.includes(piece) ? [index] : []);
  const [index = 0] = found;
  const before = lines[index]?.split(piece, 1)[0] ?? "";
  return found.length === 1 ? { line: index + 1, column: [...before].length + 1 } : null;
}

/** The statement that a mark names; null when the failure came in the runner's own part. */
export function markedStatement(step: LoadedStep, block: number, statement: number | null): Statement | null {
  return statement === null ? null : step.blocks[block]?.statements[statement] ?? null;
}

/** What the server said, when it was the server. */
export function serverErrorOf(cause: unknown): ServerError | null {
  return cause instanceof StatementFailure ? cause.error : null;
}

/** An error's text on one line. */
export function messageOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replaceAll(/\s*\n\s*/g, " ").trim() || "unknown error";
}

/** SQLSTATEs after which the same transaction can succeed: lock_timeout, deadlock, serialization. */
export function isRetriable(cause: unknown): boolean {
  return cause instanceof StatementFailure && ["55P03", "40P01", "40001"].includes(cause.error.sqlstate);
}
