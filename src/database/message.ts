/** Several statements as one message, and the way back from an error's position to the statement it is about. */

/**
 * Joins statements into one text. The separator begins with a line end, because a statement can end in a line
 * comment.
 *
 * ```ts
 * joinStatements(["select 1 -- one", "select 2"]); // "select 1 -- one\n;\nselect 2"
 * ```
 */
export function joinStatements(statements: readonly string[]): string {
  return statements.join(separator);
}

const separator = "\n;\n";

/** The statement that failed, and the place in it. */
export interface Located {
  readonly index: number;
  /** In characters from 1 within the statement; null when the server gave none. */
  readonly position: number | null;
}

/**
 * Finds the failing statement of a joined text.
 *
 * @param completed how many commands the server reported as complete before the error
 * @param position the server's position in the joined text, in characters from 1; null when it gave none
 */
export async function failedStatement(
  statements: readonly string[],
  completed: number,
  position: number | null,
): Promise<Located> {
  if (position !== null) {
    let before = 0;
    for (const [index, statement] of statements.entries()) {
      const length = characters(statement);
      const last = index === statements.length - 1;
      // An error at the separator is one at the end of the statement before it.
      if (last || position <= before + length + separator.length) {
        return { index, position: Math.min(position - before, length + 1) };
      }
      before += length + separator.length;
    }
  }
  if (statements.length === 1) return { index: 0, position: null };
  // Only now, when something failed: an element can hold several statements, or none but a comment.
  const { splitStatements } = await import("../sql/split.ts");
  let commands = 0;
  for (const [index, statement] of statements.entries()) {
    commands += countCommands(statement, splitStatements);
    if (completed < commands) return { index, position: null };
  }
  return { index: statements.length - 1, position: null };
}

function countCommands(text: string, split: (text: string) => readonly unknown[]): number {
  try {
    return split(text).length;
  } catch {
    return 1; // what cannot be split was refused by the server, too
  }
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
