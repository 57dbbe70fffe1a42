/** One DDL statement of the models. */
import type { Spot } from "../sql/statement.ts";

/** A statement, with what it is about and where that was written. */
export interface ModelStatement {
  readonly sql: string;
  /** For people: `table users`, `statement 3 of schema.sql`. */
  readonly subject: string;
  readonly at: Spot | null;
  /** Its text stands in the file as it is, from `at` on: a place in the one is a place in the other. */
  readonly verbatim?: true;
  /**
   * The settings (`SET search_path …`) that stand before it in its file and that it has to be run under. Statements
   * of one file share one list, so that it can be compared by identity.
   */
  readonly session: readonly string[];
}
