/** Planned statements as blocks: what can share a transaction, what needs one of its own, what stands outside. */
import type { BlockDraft, DraftLine } from "../../files/mod.ts";
import type { PlannedStatement, TransactionNeed } from "../../schema/mod.ts";
import type { Block, Spot } from "../../sql/statement.ts";
import { warningOf } from "./compare.ts";

/** A statement that a revision will hold. What `rewrite` of the config is given and returns. */
export interface Change extends PlannedStatement {
  /** Stands above the statement; null: nothing. */
  readonly comment: string | null;
}

/** Statements with a comment above each that costs something. */
export function changesOf(statements: readonly PlannedStatement[]): readonly Change[] {
  return statements.map((statement) => ({ ...statement, comment: commentOf(statement) }));
}

function commentOf(statement: PlannedStatement): string | null {
  const warning = warningOf(statement).trim().replace(/^\(|\)$/g, "");
  return warning === "" ? null : `${warning.charAt(0).toUpperCase()}${warning.slice(1)}`;
}

/** Neighbours that share a block. */
export interface Group<T> {
  readonly transaction: boolean;
  readonly members: readonly T[];
}

/** Groups statements by the transaction that they need, in their order. */
export function groupsOf<T extends { readonly transaction: TransactionNeed }>(all: readonly T[]): readonly Group<T>[] {
  const groups: { transaction: boolean; own: boolean; members: T[] }[] = [];
  for (const one of all) {
    const previous = groups.at(-1);
    const transaction = one.transaction !== "none";
    const own = one.transaction === "own";
    if (previous !== undefined && previous.transaction === transaction && previous.own === own) {
      previous.members.push(one);
    } else groups.push({ transaction, own, members: [one] });
  }
  return groups;
}

/** The blocks of a SQL revision. */
export function sqlBlocks(changes: readonly Change[]): readonly BlockDraft[] {
  return groupsOf(changes).map(({ transaction, members }) => ({
    transaction,
    statements: members.map(({ sql, comment }): DraftLine => ({ code: sql, comment })),
  }));
}

/** Statements as they are replayed in a scratch database. */
export function replayable(statements: readonly PlannedStatement[]): readonly Block[] {
  const at: Spot = { file: "", line: 1, column: 1, operation: null };
  return groupsOf(statements).map(({ transaction, members }) => ({
    direction: "up",
    transaction,
    statements: members.map(({ sql, description }) => ({ kind: "sql", sql, description, at })),
  }));
}
