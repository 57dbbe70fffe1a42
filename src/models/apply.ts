/** Runs DDL statements whose order nobody knows: what fails for want of another object waits until that is there. */
import type { ModelStatement } from "./statement.ts";

/** What a server said of a statement that it refused. */
export interface Refusal {
  /** Which of the statements that were sent. */
  readonly index: number;
  readonly sqlstate: string;
  readonly message: string;
  readonly detail: string | null;
  /** Where in its statement, in characters from 1; null where the server does not say. */
  readonly position: number | null;
}

/**
 * Runs statements in one transaction of their own: all of them, or none and the first that failed.
 */
export type RunStatements = (statements: readonly string[]) => Promise<Refusal | null>;

/** A statement that could not be run, with what the server said last. */
export interface Unapplied {
  readonly statement: ModelStatement;
  readonly refusal: Refusal;
}

/** SQLSTATEs of statements that may succeed later, when something that they need has been made. */
const waits = new Set([
  "42P01", // undefined_table
  "42703", // undefined_column
  "42704", // undefined_object: a type, a role, a collation, an operator class
  "42883", // undefined_function
  "42830", // invalid_foreign_key: the referenced unique key is not there yet
  "42809", // wrong_object_type: a partition whose parent is still missing its key
  "3F000", // invalid_schema_name
  "42P17", // invalid_object_definition
  "55000", // object_not_in_prerequisite_state
]);

/**
 * Runs all statements, in their order where it works, and otherwise in rounds: a round runs what is left, and as long as
 * it gets some done there is another. What is left at the end is returned with its last refusal; nothing is left when
 * all were run. A refusal that no other statement can mend (a syntax error) ends the work at once.
 *
 * Statements of one file run under that file's settings. The number of messages is about the number of statements that
 * have to wait, not the number of statements.
 *
 * ```ts
 * const left = await applyInAnyOrder(statements, async (texts) => {
 *   try {
 *     await session.execute(texts);
 *     return null;
 *   } catch (error) {
 *     const { error: { sqlstate, message, detail }, index, position } = error;
 *     return { index, sqlstate, message, detail, position };
 *   }
 * });
 * ```
 */
export async function applyInAnyOrder(
  statements: readonly ModelStatement[],
  run: RunStatements,
): Promise<readonly Unapplied[]> {
  let waiting: readonly Unapplied[] = statements.map((statement) => ({
    statement,
    refusal: { index: 0, sqlstate: "", message: "", detail: null, position: null },
  }));
  let session: readonly string[] = [];
  while (waiting.length > 0) {
    const left: Unapplied[] = [];
    for (const group of bySession(waiting)) {
      const [first] = group;
      const wanted = first?.statement.session ?? [];
      if (wanted.length > 0 || session.length > 0) await run(["RESET ALL", ...wanted]);
      session = wanted;
      const refused = await runGroup(group, run);
      left.push(...refused);
      const hopeless = refused.find(({ refusal }) => !waits.has(refusal.sqlstate));
      if (hopeless !== undefined) return [hopeless];
    }
    if (left.length === waiting.length) {
      if (session.length > 0) await run(["RESET ALL"]);
      return left;
    }
    waiting = left;
  }
  if (session.length > 0) await run(["RESET ALL"]);
  return [];
}

/** Neighbours that run under the same settings. */
function bySession(waiting: readonly Unapplied[]): readonly (readonly Unapplied[])[] {
  const groups: Unapplied[][] = [];
  for (const one of waiting) {
    const last = groups.at(-1);
    if (last?.[0]?.statement.session === one.statement.session) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Runs a group; what is refused is left out and the rest goes on, so each refusal costs two messages. */
async function runGroup(group: readonly Unapplied[], run: RunStatements): Promise<readonly Unapplied[]> {
  const refused: Unapplied[] = [];
  let rest = group;
  while (rest.length > 0) {
    const refusal = await run(rest.map(({ statement }) => statement.sql));
    if (refusal === null) break;
    const { statement } = rest[refusal.index] ?? rest[0] ?? group[0] ?? { statement: null };
    if (statement === null) break;
    refused.push({ statement, refusal });
    if (!waits.has(refusal.sqlstate)) break;
    const before = rest.slice(0, refusal.index);
    if (before.length > 0) {
      const again = await run(before.map((one) => one.statement.sql));
      if (again !== null) throw new Error(`What ran before is refused now: ${again.message}`);
    }
    rest = rest.slice(refusal.index + 1);
  }
  return refused;
}
