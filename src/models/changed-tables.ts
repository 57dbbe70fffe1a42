/** Which tables a change of the models is about, as far as the text of their statements tells. */
import { createHash } from "node:crypto";
import { Lexer } from "../sql/lexer.ts";
import type { ModelStatement } from "./statement.ts";

/** What is remembered of a statement. */
export interface KnownStatement {
  readonly hash: string;
  /** As {@link tableOf} gives it. */
  readonly table: string | null;
  /** The names in it, where it is about no one table or may look at others; null: it may reach what it does not name. */
  readonly names: readonly string[] | null;
}

/** The tables that differ between two lists of statements. */
export interface ChangedTables {
  /** Schema and name of each. */
  readonly tables: readonly (readonly [schema: string, name: string])[];
  /** All statements that make them now, in their order. */
  readonly statements: readonly ModelStatement[];
  /** Every name in these statements, without its schema. */
  readonly mentioned: ReadonlySet<string>;
}

interface Token {
  readonly text: string;
  /** A quoted name is never a keyword. */
  readonly quoted: boolean;
}

/** PostgreSQL folds no other letters where characters have several bytes. */
const folded = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Names, keywords and the marks between them; quoted names without their quotes, others in lower case. */
function tokensOf(sql: string): readonly Token[] {
  const lexer = new Lexer(sql, { file: "" });
  const tokens: Token[] = [];
  for (let kind = lexer.next(); kind !== "end"; kind = lexer.next()) {
    const text = sql.slice(lexer.start, lexer.end);
    if (kind === "word") tokens.push({ text: folded(text), quoted: false });
    else if (kind === "name") tokens.push({ text: text.slice(1, -1).replaceAll('""', '"'), quoted: true });
    else if (kind === "mark") tokens.push({ text, quoted: false });
  }
  return tokens;
}

/** All names in a statement, also those in its strings: bodies of functions, and names that are given to functions. */
function namesIn(sql: string, tokens: readonly Token[]): readonly string[] {
  const names = new Set(tokens.map(({ text }) => text));
  const lexer = new Lexer(sql, { file: "" });
  for (let kind = lexer.next(); kind !== "end"; kind = lexer.next()) {
    if (kind !== "string") continue;
    for (const [word] of sql.slice(lexer.start, lexer.end).matchAll(/[\p{L}_][\p{L}\p{N}_$]*/gu)) {
      names.add(word).add(folded(word));
    }
  }
  return [...names];
}

/** Statements that reach nothing but what they name; the rest (DO, SELECT, DROP, …) may do whatever it likes. */
const bounded = new Set(["create", "alter", "comment", "grant", "revoke"]);

/** Whether a statement may reach tables that it does not name. */
function reachesAll(tokens: readonly Token[]): boolean {
  const [first = "", second = ""] = tokens.map(({ text }) => text);
  if (!bounded.has(first)) return true;
  // ON ALL TABLES IN SCHEMA; what is granted by default reaches the tables that are made after it.
  if (first === "grant" || first === "revoke") return tokens.some(({ text }, at) => text === "in" && at > 2);
  return first === "alter" && (second === "default" || second === "schema");
}

/**
 * Whether a statement about one table looks at others without standing on them: LIKE, CREATE TABLE … AS, an index IF NOT
 * EXISTS.
 */
function looksElsewhere(tokens: readonly Token[]): boolean {
  const texts = tokens.map(({ text, quoted }) => quoted ? "" : text);
  let depth = 0;
  for (const [at, text] of texts.entries()) {
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (text === "like" && /^[(,]$/.test(texts[at - 1] ?? "")) return true;
    else if (text === "as" && depth === 0) return true;
  }
  return /^create (?:unique )?index if /.test(texts.slice(0, 4).join(" "));
}

/** Clauses of ALTER TABLE after which a table has another name or another family. */
const moves = new Set(["rename", "schema", "attach", "detach", "inherit", "inherits", "partition", "of"]);

/**
 * The table that a statement makes or changes, as JSON of schema and name: for CREATE TABLE, CREATE INDEX, CREATE
 * POLICY, CREATE TRIGGER, ALTER TABLE, and COMMENT on a table or a column. Null for every other statement, and where a
 * name alone does not say the schema.
 *
 * ```ts
 * tableOf({ sql: "CREATE INDEX ON app.users (email)", … });   // '["app","users"]'
 * ```
 */
export function tableOf({ sql, session }: ModelStatement, tokens: readonly Token[] = tokensOf(sql)): string | null {
  let at = 0;
  const word = (...words: readonly string[]): boolean => {
    const here = tokens.slice(at, at + words.length);
    const found = words.length === here.length && here.every(({ text, quoted }, i) => !quoted && text === words[i]);
    if (found) at += words.length;
    return found;
  };
  const name = (): readonly string[] => {
    const parts = [tokens[at++]?.text ?? ""];
    while (word(".")) parts.push(tokens[at++]?.text ?? "");
    return parts;
  };
  let parts: readonly string[] | null = null;
  if (word("create")) {
    word("unlogged");
    word("unique");
    if (word("table")) {
      word("if", "not", "exists");
      parts = name();
    } else if (word("index")) {
      word("if", "not", "exists");
      if (!word("on")) {
        name();
        if (!word("on")) return null;
      }
      word("only");
      parts = name();
    } else if (word("policy")) {
      name();
      parts = word("on") ? name() : null;
    } else {
      word("or", "replace");
      word("constraint");
      if (!word("trigger")) return null;
      at = tokens.findIndex(({ text, quoted }, i) => i > at && !quoted && text === "on") + 1;
      parts = name();
    }
  } else if (word("alter", "table")) {
    if (tokens.slice(at).some(({ text, quoted }) => !quoted && moves.has(text))) return null;
    word("if", "exists");
    word("only");
    parts = name();
  } else if (word("comment", "on", "table")) parts = name();
  else if (word("comment", "on", "column")) parts = name().slice(0, -1);
  if (parts === null || parts.length === 0 || parts.length > 2) return null;
  const [first = "", second] = parts;
  if (second !== undefined) return JSON.stringify([first, second]);
  return session.length > 0 ? null : JSON.stringify(["public", first]);
}

/** Describes statements for {@link changedTables}, to be kept; those that are `known` are not read again. */
export function knownStatements(
  statements: readonly ModelStatement[],
  known: readonly KnownStatement[],
): readonly KnownStatement[] {
  const byHash = new Map(known.map((one) => [one.hash, one]));
  return statements.map((statement) => {
    const { sql, session } = statement;
    const hash = createHash("sha1").update(JSON.stringify([sql, session])).digest("base64url").slice(0, 16);
    const before = byHash.get(hash);
    if (before !== undefined) return before;
    const tokens = tokensOf(sql);
    const table = tableOf(statement, tokens);
    if (table !== null && !looksElsewhere(tokens)) return { hash, table, names: [] };
    return { hash, table, names: table === null && reachesAll(tokens) ? null : namesIn(sql, tokens) };
  });
}

/** Whether statements other than those of `tables` speak of one of the names, or may without saying so. */
export function mentionedElsewhere(
  statements: readonly KnownStatement[],
  tables: readonly (readonly [schema: string, name: string])[],
  bare: ReadonlySet<string>,
): boolean {
  const own = new Set(tables.map((pair) => JSON.stringify(pair)));
  return statements.some(({ table, names }) =>
    (table === null || !own.has(table)) && (names === null || names.some((name) => bare.has(name)))
  );
}

/** What ALTER TABLE adds besides columns. */
const otherAdditions = new Set(["constraint", "primary", "unique", "foreign", "check", "exclude", "generated", "not"]);

/** Whether a statement is ALTER TABLE … ADD of a column. */
function addsColumn(tokens: readonly Token[]): boolean {
  const is = (token: Token | undefined, word: string) => token !== undefined && !token.quoted && token.text === word;
  if (!is(tokens[0], "alter") || !is(tokens[1], "table")) return false;
  return tokens.some((token, at) => {
    const next = tokens[at + 1];
    return is(token, "add") && next !== undefined && (next.quoted || !otherAdditions.has(next.text));
  });
}

/**
 * Compares statements of models, described as `now`, with those that are `known`. Null when it is not tables alone
 * that changed, when statements changed places, when another statement speaks of one of the tables, or when the order
 * of the tables' columns depends on others: then all have to be run.
 */
export function changedTables(
  known: readonly KnownStatement[],
  now: readonly KnownStatement[],
  statements: readonly ModelStatement[],
): ChangedTables | null {
  const [before, after] = [new Set(known.map(({ hash }) => hash)), new Set(now.map(({ hash }) => hash))];
  const [stayed, stays] = [known.filter(({ hash }) => after.has(hash)), now.filter(({ hash }) => before.has(hash))];
  if (stayed.length !== stays.length || stayed.some(({ hash }, at) => hash !== stays[at]?.hash)) return null;
  const tables = new Set<string>();
  for (const { hash, table } of [...known, ...now]) {
    if (before.has(hash) && after.has(hash)) continue;
    if (table === null) return null;
    tables.add(table);
  }
  const pairs = [...tables].map((table) => JSON.parse(table) as readonly [string, string]);
  const bare = new Set(pairs.map(([, name]) => name));
  if (mentionedElsewhere(now, pairs, bare)) return null;
  const own = statements.filter((_statement, at) => tables.has(now[at]?.table ?? ""));
  const tokens = own.map(({ sql }) => tokensOf(sql));
  // A column that had to wait for its type came after those that did not: only all statements together tell.
  if (tokens.some(addsColumn)) return null;
  const mentioned = new Set(tokens.flat().map(({ text }) => text));
  return { tables: pairs, statements: own, mentioned };
}
