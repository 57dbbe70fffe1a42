/** CREATE INDEX. */
import {
  expressionText,
  namesText,
  nameText,
  parametersText,
  qualifiedText,
  refuse,
  type Subject,
  words,
} from "./argument.ts";
import { indexElementText } from "./constraint.ts";
import type { IndexElement, IndexOptions } from "./shapes.ts";

/** How the index is made, besides what it is. */
export interface IndexCreation {
  readonly schema?: string;
  readonly concurrently?: boolean;
  readonly ifNotExists?: boolean;
  /** true: only on the partitioned table itself, its partitions' indexes are attached later. */
  readonly only?: boolean;
}

/** A null name leaves the choice to PostgreSQL: `CREATE UNIQUE INDEX users_email_idx ON users USING btree (lower(email)) WHERE is_active` */
export function indexStatement(
  operation: Subject,
  name: string | null,
  table: string,
  columns: readonly IndexElement[],
  options: IndexOptions & IndexCreation,
): string {
  if (!Array.isArray(columns) || columns.length === 0) {
    return refuse(operation, "columns", "at least one column", columns);
  }
  const { unique, using, include, where, tablespace, nullsNotDistinct } = options;
  return words(
    "CREATE",
    unique === true && "UNIQUE",
    "INDEX",
    options.concurrently === true && "CONCURRENTLY",
    options.ifNotExists === true && "IF NOT EXISTS",
    name !== null && nameText(operation, "name", name),
    "ON",
    options.only === true && "ONLY",
    qualifiedText(operation, "table", table, options.schema),
    using !== undefined && `USING ${nameText(operation, "using", using)}`,
    `(${columns.map((column) => indexElementText(operation, column)).join(", ")})`,
    include !== undefined && `INCLUDE (${namesText(operation, "include", include)})`,
    nullsNotDistinct === true && "NULLS NOT DISTINCT",
    options.with !== undefined && `WITH (${parametersText(operation, options.with)})`,
    tablespace !== undefined && `TABLESPACE ${nameText(operation, "tablespace", tablespace)}`,
    where !== undefined && `WHERE ${expressionText(operation, "where", where)}`,
  );
}
