/**
 * What a statement takes away that no later statement can bring back, read from its words alone.
 *
 * Only what is sure to remove stored rows or columns counts. What code does (`DO`, functions, triggers), what an
 * `UPDATE` writes over and what a change of type cuts off cannot be seen in the words.
 */
import { Lexer } from "./lexer.ts";

/** What loses data when it is followed by these words after `DROP`. */
const dropped = new Set(["table", "database", "owned"]);

/** What takes tables or columns with it only when it cascades. */
const cascading = new Set(["schema", "type", "domain", "extension"]);

/** What may follow `DROP` in `ALTER TABLE` without a column going. */
const keepsColumn = new Set(["constraint"]);

/**
 * The kind of loss, as a statement would name it, or null.
 *
 * ```ts
 * dataLossOf("alter table users add age int, drop email"); // "DROP COLUMN"
 * dataLossOf("drop index users_email_idx");                // null
 * ```
 */
export function dataLossOf(sql: string): string | null {
  const lexer = wordsOf(sql);
  const first = lexer();
  switch (first) {
    case "truncate":
    case "delete":
      return first.toUpperCase();
    case "with":
    case "merge":
      return rowsLoss(lexer);
    case "drop":
      return dropLoss(lexer);
    case "alter":
      return alterLoss(lexer);
  }
  return null;
}

/** The next token: a word in lower case, a quoted name as `"`, `(`, `)`, `,` or `.`, else `*`; null at the end. */
type Words = () => string | null;

function wordsOf(sql: string): Words {
  const lexer = new Lexer(sql, { file: "SQL" });
  return () => {
    for (;;) {
      const kind = lexer.next();
      if (kind === "end") return null;
      if (kind === "line-comment" || kind === "block-comment") continue;
      if (kind === "word") return lexer.value.toLowerCase();
      if (kind === "mark") return lexer.value;
      return kind === "name" ? '"' : "*";
    }
  };
}

/** `WITH … AS (DELETE FROM …)` and `MERGE … WHEN MATCHED THEN DELETE`. */
function rowsLoss(next: Words): string | null {
  let before: string | null = null;
  for (let word = next(); word !== null; word = next()) {
    if (word === "delete" && (before === "(" || before === ")" || before === "then")) return "DELETE";
    before = word;
  }
  return null;
}

function dropLoss(next: Words): string | null {
  const what = next() ?? "";
  if (dropped.has(what)) return `DROP ${what.toUpperCase()}`;
  if (!cascading.has(what)) return null;
  let last: string | null = null;
  for (let word = next(); word !== null; word = next()) last = word;
  return last === "cascade" ? `DROP ${what.toUpperCase()} CASCADE` : null;
}

/** A `DROP` at the start of an action of `ALTER TABLE` or, of a composite type, `ALTER TYPE`. */
function alterLoss(next: Words): string | null {
  const what = next();
  if (what !== "table" && what !== "type") return null;
  let word = next();
  if (word === "if") {
    next();
    word = next();
  }
  if (word === "only") word = next();
  for (word = next(); word === "."; word = next()) next();
  if (word === "*") word = next();
  for (; word !== null; word = next()) {
    if (word === "drop") {
      const dropped = next();
      if (dropped !== null && !keepsColumn.has(dropped)) return what === "type" ? "DROP ATTRIBUTE" : "DROP COLUMN";
    }
    let depth = 0;
    while (word !== null && (depth > 0 || word !== ",")) {
      if (word === "(") depth++;
      else if (word === ")") depth--;
      word = next();
    }
  }
  return null;
}
