/** Constraints as SQL, each as it stands in CREATE TABLE and after ALTER TABLE … ADD. */
import {
  expressionText,
  nameOrSql,
  namesText,
  nameText,
  parametersText,
  qualifiedText,
  refuse,
  type Subject,
  words,
  wordText,
} from "./argument.ts";
import type {
  Check,
  Deferrable,
  Exclusion,
  ForeignKey,
  IndexElement,
  IndexElementOptions,
  PrimaryKey,
  References,
  Unique,
} from "./shapes.ts";
import { isSql } from "../../sql/value.ts";

/** `CONSTRAINT name `, or nothing. */
export function constraintName(operation: Subject, name: string | undefined): string {
  return name === undefined ? "" : `CONSTRAINT ${nameText(operation, "name", name)}`;
}

function deferrableText(operation: Subject, deferrable: Deferrable | undefined): string {
  if (deferrable === undefined) return "";
  if (typeof deferrable === "boolean") return deferrable ? "DEFERRABLE" : "NOT DEFERRABLE";
  return deferrable === "deferred"
    ? "DEFERRABLE INITIALLY DEFERRED"
    : refuse(operation, "deferrable", `true, false or "deferred"`, deferrable);
}

function keyTail(operation: Subject, key: PrimaryKey): string {
  return words(
    `(${namesText(operation, "columns", key.columns)})`,
    key.include !== undefined && `INCLUDE (${namesText(operation, "include", key.include)})`,
    key.with !== undefined && `WITH (${parametersText(operation, key.with)})`,
    deferrableText(operation, key.deferrable),
  );
}

/** `CONSTRAINT p PRIMARY KEY (a, b)` */
export function primaryKeyText(operation: Subject, key: PrimaryKey): string {
  return words(constraintName(operation, key.name), "PRIMARY KEY", keyTail(operation, key));
}

/** `CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a)` */
export function uniqueText(operation: Subject, key: Unique): string {
  const nulls = key.nullsNotDistinct === true && "NULLS NOT DISTINCT";
  return words(constraintName(operation, key.name), "UNIQUE", nulls, keyTail(operation, key));
}

/** `REFERENCES users (id) ON DELETE CASCADE DEFERRABLE` */
export function referencesText(operation: Subject, references: References): string {
  const { table, schema, columns, match, onDelete, onUpdate, setColumns, deferrable } = references;
  const action = (argument: string, value: string) =>
    wordText(operation, argument, value, ["no action", "restrict", "cascade", "set null", "set default"]);
  return words(
    `REFERENCES ${qualifiedText(operation, "references.table", table, schema)}`,
    columns !== undefined && `(${namesText(operation, "references.columns", columns)})`,
    match !== undefined && `MATCH ${wordText(operation, "match", match, ["simple", "full"])}`,
    onUpdate !== undefined && `ON UPDATE ${action("onUpdate", onUpdate)}`,
    onDelete !== undefined && `ON DELETE ${action("onDelete", onDelete)}`,
    setColumns !== undefined && `(${namesText(operation, "setColumns", setColumns)})`,
    deferrableText(operation, deferrable),
  );
}

/** `CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES users (id) NOT VALID` */
export function foreignKeyText(operation: Subject, key: ForeignKey): string {
  return words(
    constraintName(operation, key.name),
    `FOREIGN KEY (${namesText(operation, "columns", key.columns)})`,
    referencesText(operation, key.references),
    key.enforced === false && "NOT ENFORCED",
    key.notValid === true && "NOT VALID",
  );
}

/** `CONSTRAINT c CHECK (age > 0) NO INHERIT` */
export function checkText(operation: Subject, check: Check): string {
  return words(
    constraintName(operation, check.name),
    `CHECK (${expressionText(operation, "expression", check.expression)})`,
    check.noInherit === true && "NO INHERIT",
    check.enforced === false && "NOT ENFORCED",
    check.notValid === true && "NOT VALID",
  );
}

/** `CONSTRAINT e EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (active)` */
export function excludeText(operation: Subject, exclude: Exclusion): string {
  const { elements, using = "gist", include, where, deferrable } = exclude;
  if (!Array.isArray(elements) || elements.length === 0) {
    return refuse(operation, "elements", "at least one element", elements);
  }
  const written = exclude.elements.map((element) => {
    if (!/^[-+*\/<>=~!@#%^&|`?]+$/.test(element.with) && !/^operator\s*\(/i.test(element.with)) {
      return refuse(operation, "with", "an operator", element.with);
    }
    return `${indexElementText(operation, element)} WITH ${element.with}`;
  });
  return words(
    constraintName(operation, exclude.name),
    `EXCLUDE USING ${nameText(operation, "using", using)} (${written.join(", ")})`,
    include !== undefined && `INCLUDE (${namesText(operation, "include", include)})`,
    where !== undefined && `WHERE (${expressionText(operation, "where", where)})`,
    deferrableText(operation, deferrable),
  );
}

/** `lower(email) COLLATE "C" text_pattern_ops DESC NULLS LAST`; an expression stands in parentheses. */
export function indexElementText(operation: Subject, element: IndexElement): string {
  if (typeof element === "string") return nameText(operation, "columns", element);
  if (isSql(element)) return `(${expressionText(operation, "columns", element)})`;
  const subject = "column" in element
    ? nameText(operation, "columns", element.column)
    : `(${expressionText(operation, "columns", element.expression)})`;
  return words(subject, indexElementTail(operation, element));
}

function indexElementTail(operation: Subject, options: IndexElementOptions): string {
  const { collate, opclass, opclassOptions, order, nulls } = options;
  return words(
    collate !== undefined && `COLLATE ${nameOrSql(operation, "collate", collate)}`,
    opclass !== undefined && nameOrSql(operation, "opclass", opclass),
    opclassOptions !== undefined && `(${parametersText(operation, opclassOptions)})`,
    order !== undefined && wordText(operation, "order", order, ["asc", "desc"]),
    nulls !== undefined && `NULLS ${wordText(operation, "nulls", nulls, ["first", "last"])}`,
  );
}
