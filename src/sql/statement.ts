/**
 * What a revision does, as data: blocks of statements. SQL files and TypeScript revisions both become this, and the
 * runner, the `--sql` script and the `--dry-run` listing are three sinks for it.
 */

/** Where a statement stands in the user's file. Line and column count from 1; the column counts characters. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Number of the operation in a TypeScript revision's `up` or `down`, from 1; null in a SQL file. */
  readonly operation: number | null;
}

/** A database handle given to a revision's code: a tagged template whose values become bound parameters. */
export interface RevisionDatabase {
  <Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
  /** Runs text that holds no user's value (identifiers must be quoted by the caller). */
  unsafe<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One statement: SQL text, or code that runs with a database handle on the same connection and transaction. */
export type Statement =
  | { readonly kind: "sql"; readonly sql: string; readonly description: string | null; readonly at: Spot }
  | {
    readonly kind: "run";
    readonly description: string;
    readonly run: (db: RevisionDatabase) => Promise<void> | void;
    readonly at: Spot;
  };

/** Statements that belong to one transaction or, without one, that are each run by themselves. */
export interface Block {
  readonly direction: "up" | "down";
  readonly transaction: boolean;
  readonly statements: readonly Statement[];
}

/**
 * What an operation of `migrate:kit` is: a plain value that says what it does and how. `run` operations have code
 * instead of SQL. `transaction` is false for what PostgreSQL refuses inside one (CREATE INDEX CONCURRENTLY).
 */
export type Operation =
  | {
    readonly type: "migrate.operation";
    readonly name: string;
    readonly description: string;
    readonly sql: readonly string[];
    readonly transaction: boolean;
  }
  | {
    readonly type: "migrate.operation";
    readonly name: "run";
    readonly description: string;
    readonly run: (db: RevisionDatabase) => Promise<void> | void;
    readonly transaction: boolean;
  };
