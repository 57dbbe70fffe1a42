/** A column's definition, as it stands in CREATE TABLE and after ADD COLUMN. */
import { quoteLiteral } from "../../sql/quote.ts";
import { isSql, valueText } from "../../sql/value.ts";
import { expressionText, nameOrSql, nameText, refuse, type Subject, typeText, words, wordText } from "./argument.ts";
import { constraintName, referencesText } from "./constraint.ts";
import { identityText } from "./sequence.ts";
import type { Column, Generated, References } from "./shapes.ts";

/** What SET STORAGE takes; `default` since PostgreSQL 16. */
export const storages = ["plain", "external", "extended", "main", "default"];

/** `id integer NOT NULL DEFAULT 0`; what needs statements of its own is in {@link columnExtras}. */
export function columnText(operation: Subject, name: string, column: Column | string): string {
  const subject = nameText(operation, "column", name);
  if (typeof column === "string" || isSql(column)) return `${subject} ${typeText(operation, "type", column)}`;
  if (typeof column !== "object" || column === null) return refuse(operation, `columns.${name}`, "a column", column);
  refuseContradictions(operation, name, column);
  return words(
    subject,
    typeText(operation, `${name}.type`, column.type),
    column.compression !== undefined &&
      `COMPRESSION ${wordText(operation, "compression", column.compression, ["pglz", "lz4", "default"]).toLowerCase()}`,
    column.collate !== undefined && `COLLATE ${nameOrSql(operation, "collate", column.collate)}`,
    column.null === false && "NOT NULL",
    column.default !== undefined && column.default !== null && `DEFAULT ${defaultText(operation, column.default)}`,
    column.generated !== undefined && generatedText(operation, column.generated),
    column.identity !== undefined && identityText(operation, column.identity),
    columnConstraints(operation, column),
  );
}

function columnConstraints(operation: Subject, column: Column): string {
  const { primaryKey, unique, check, references } = column;
  return words(
    primaryKey === true && "PRIMARY KEY",
    typeof unique === "string" && constraintName(operation, unique),
    unique !== undefined && unique !== false && "UNIQUE",
    check !== undefined && `CHECK (${expressionText(operation, "check", check)})`,
    references !== undefined && columnReferences(operation, references),
  );
}

function columnReferences(operation: Subject, references: NonNullable<Column["references"]>): string {
  if (typeof references === "string") return referencesText(operation, { table: references });
  const { column, name, ...rest } = references;
  const target: References = column === undefined ? rest : { ...rest, columns: [column] };
  return words(constraintName(operation, name), referencesText(operation, target));
}

/** A default as SQL: values as literals, expressions as they stand. */
export function defaultText(operation: Subject, value: NonNullable<Column["default"]>): string {
  return valueText(value, `${operation}: default`);
}

/** `GENERATED ALWAYS AS (a + b) STORED` */
export function generatedText(operation: Subject, generated: Generated): string {
  const { as, kind = "stored" } = typeof generated === "string" || isSql(generated) ? { as: generated } : generated;
  const word = wordText(operation, "generated", kind, ["stored", "virtual"]);
  return `GENERATED ALWAYS AS (${expressionText(operation, "generated", as)}) ${word}`;
}

function refuseContradictions(operation: Subject, name: string, column: Column): void {
  const values = [
    column.default !== undefined && column.default !== null,
    column.identity !== undefined,
    column.generated !== undefined,
  ];
  if (values.filter(Boolean).length > 1) {
    refuse(operation, `columns.${name}`, "only one of default, identity and generated", Object.keys(column).join(", "));
  }
}

/** What a column has besides its definition: its storage (CREATE TABLE knows it since PostgreSQL 16 only), its comment. */
export function columnExtras(operation: Subject, table: string, name: string, column: Column | string): string[] {
  if (typeof column === "string") return [];
  const subject = nameText(operation, "column", name);
  const storage = column.storage === undefined ? [] : [
    `ALTER TABLE ${table} ALTER COLUMN ${subject} SET STORAGE ${
      wordText(operation, "storage", column.storage, storages)
    }`,
  ];
  const comment = column.comment === undefined || column.comment === null
    ? []
    : [`COMMENT ON COLUMN ${table}.${subject} IS ${quoteLiteral(column.comment)}`];
  return [...storage, ...comment];
}
