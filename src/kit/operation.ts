/** What every operation of `migrate:kit` is made with. */
import type { Operation } from "../sql/statement.ts";

/** An operation that renders to SQL. */
export type SqlOperation = Extract<Operation, { sql: readonly string[] }>;

/** An operation that runs code. */
export type RunOperation = Extract<Operation, { name: "run" }>;

/** A frozen operation from its statements. `transaction` is false for what PostgreSQL refuses inside a transaction. */
export function operation(
  name: string,
  description: string,
  sql: readonly string[],
  transaction: boolean = true,
): SqlOperation {
  return Object.freeze({ type: "migrate.operation", name, description, sql: Object.freeze([...sql]), transaction });
}

/** A name as people read it in a description: with its schema when it has one. */
export function shown(name: string, schema?: string): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

/** What a drop does besides dropping. */
export interface DropOptions {
  readonly schema?: string;
  readonly ifExists?: boolean;
  /** true: what depends on it is dropped too. */
  readonly cascade?: boolean;
}

/** Where a thing stands. */
export interface InSchema {
  readonly schema?: string;
}
