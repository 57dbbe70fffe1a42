/** Where in the user's file a statement of the models is wrong, and what there is wrong. */
import { columnPlace } from "../../models/mod.ts";
import type { ModelStatement } from "../../models/mod.ts";
import { lineAndColumn } from "../../database/run/failure.ts";
import type { Spot } from "../../sql/statement.ts";

/** What was refused, for people, and its place. */
export interface RefusalPlace {
  readonly subject: string;
  readonly at: Spot | null;
}

/** The first word of a line of CREATE TABLE; those of constraints are written in capitals, names never without quotes. */
const elementName = /^ {2}(?:"((?:[^"]|"")+)"|([a-z_][a-z0-9_$]*)) /;

/**
 * Finds the place of a refusal. The text of SQL files is run as it stands there, so the server's position is one in the
 * file. A table that TypeScript describes has one element a line in its DDL, which tells the column.
 *
 * ```ts
 * refusalPlace({ sql: "CREATE TABLE a (\\n  id intt\\n)", subject: "table a", at, session: [] }, 23, () => text);
 * // { subject: "column id of table a", at: … }
 * ```
 */
export function refusalPlace(
  { sql, subject, at, verbatim }: ModelStatement,
  position: number | null,
  textOf: (file: string) => string | null,
): RefusalPlace {
  if (position === null || at === null) return { subject, at };
  const { line, column } = lineAndColumn(sql, position);
  if (verbatim === true) {
    return { subject, at: { ...at, line: at.line + line - 1, column: line === 1 ? at.column + column - 1 : column } };
  }
  const match = /^CREATE (?:UNLOGGED )?TABLE /.test(sql) ? elementName.exec(sql.split("\n")[line - 1] ?? "") : null;
  const name = match?.[1]?.replaceAll('""', '"') ?? match?.[2];
  if (name === undefined) return { subject, at };
  const text = textOf(at.file);
  return { subject: `column ${name} of ${subject}`, at: (text === null ? null : columnPlace(text, at, name)) ?? at };
}
