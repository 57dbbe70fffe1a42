/** Several statements as one message, and the way back from what the server says of the message to a statement. */

/** The text to send and where each statement starts in it. */
export interface StatementMessage {
  readonly text: string;
  /** For each statement, the number of characters (as PostgreSQL counts: code points) before it. */
  readonly starts: readonly number[];
}

/** Stands between statements; its line end also ends a comment that a statement ends with. */
const separator = "\n;\n";

/**
 * Joins statements into one message.
 *
 * ```ts
 * joinStatements(["select 1 -- one", "select 2"]).starts; // [0, 18]
 * ```
 */
export function joinStatements(statements: readonly string[]): StatementMessage {
  const starts: number[] = [];
  let at = 0;
  for (const statement of statements) {
    starts.push(at);
    at += characters(statement) + separator.length;
  }
  return { text: statements.join(separator), starts };
}

/**
 * Which statement failed, and where in its own text. `position` is the server's (in characters from 1, of the whole
 * message), or null; then `completed`, the number of statements that the server reported as done, tells which one.
 */
export function failedStatement(
  message: StatementMessage,
  completed: number,
  position: number | null,
): { readonly index: number; readonly position: number | null } {
  if (position === null) return { index: Math.min(completed, message.starts.length - 1), position: null };
  const index = message.starts.findLastIndex((start) => start < position);
  return { index, position: position - (message.starts[index] ?? 0) };
}

/** Code points, not UTF-16 units: PostgreSQL counts a character outside the basic plane once. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) count--;
    }
  }
  return count;
}
