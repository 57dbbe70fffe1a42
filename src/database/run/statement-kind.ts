/** What the runner must know of a statement before sending it, from its first words. */
import { Lexer } from "../../sql/lexer.ts";
import type { Statement } from "../../sql/statement.ts";

type SqlStatement = Extract<Statement, { readonly kind: "sql" }>;

/**
 * The first words of a statement, lower case; names, numbers, strings and marks stand as `*`. Comments are left out.
 *
 * ```ts
 * firstWords("/* a *\/ Create unique index concurrently i on t (a)", 4); // ["create", "unique", "index", "concurrently"]
 * ```
 */
export function firstWords(sql: string, count: number): string[] {
  const words: string[] = [];
  const lexer = new Lexer(sql, { file: "SQL" });
  while (words.length < count) {
    const kind = lexer.next();
    if (kind === "end") break;
    if (kind === "line-comment" || kind === "block-comment") continue;
    words.push(kind === "word" ? lexer.value.toLowerCase() : "*");
  }
  return words;
}

/** How a statement stands to transactions. */
export interface StatementKind {
  /** What it does to the transaction or session that the runner owns, as the user wrote it; null when nothing. */
  readonly control: string | null;
  /** False for what PostgreSQL refuses inside a transaction, and for procedures that may end one. */
  readonly transactional: boolean;
  /** It changes settings that outlast its transaction (`SET`, `set_config`), so they are put back afterwards. */
  readonly settings: boolean;
  /** It waits for other transactions by design (`CONCURRENTLY`), so a lock timeout would only break it. */
  readonly patient: boolean;
}

const plain: StatementKind = { control: null, transactional: true, settings: false, patient: false };

/** Statements that are never allowed in a transaction block, by their first one or two words. */
const alone = new Set([
  "create database",
  "drop database",
  "create tablespace",
  "drop tablespace",
  "alter system",
  "alter database",
  "create subscription",
  "alter subscription",
  "drop subscription",
  "discard all",
]);

/**
 * ```ts
 * statementKind("create index concurrently i on t (a)").patient; // true
 * statementKind("commit").control;                               // "COMMIT"
 * ```
 */
export function statementKind(sql: string): StatementKind {
  const words = firstWords(sql, 3);
  const [first = "", second = "", third = ""] = words;
  switch (first) {
    case "begin":
    case "commit":
    case "end":
    case "abort":
      return { ...plain, control: first.toUpperCase() };
    case "start":
      return { ...plain, control: "START TRANSACTION" };
    case "rollback":
      return { ...plain, control: isSavepoint(sql) ? null : "ROLLBACK" };
    case "prepare":
      return { ...plain, control: second === "transaction" ? "PREPARE TRANSACTION" : null };
    case "discard":
      return { ...plain, control: second === "all" ? "DISCARD ALL" : null };
    case "set":
      // SET LOCAL ends with the transaction, but the record stands in it too and must not be written as another role.
      return {
        ...plain,
        settings: second === "local"
          ? third === "role" || third === "session"
          : second !== "constraints" && second !== "transaction",
      };
    case "reset":
      return { ...plain, settings: true };
    case "vacuum":
    case "cluster":
    case "call":
    case "do":
      return { ...plain, transactional: false, patient: first === "vacuum" };
    case "reindex":
      return { ...plain, transactional: false, patient: /\bconcurrently\b/i.test(sql) };
  }
  if (alone.has(`${first} ${second}`)) return { ...plain, transactional: false };
  if (isConcurrent(first, second, third, sql)) return { ...plain, transactional: false, patient: true };
  return { ...plain, settings: /\bset_config\s*\(/i.test(sql) && !first.startsWith("create") };
}

const known = new WeakMap<SqlStatement, StatementKind>();

/** The kind of a statement of a revision; looked at once, although several parts of a run ask. */
export function kindOf(statement: SqlStatement): StatementKind {
  let kind = known.get(statement);
  if (kind === undefined) {
    kind = statementKind(statement.sql);
    known.set(statement, kind);
  }
  return kind;
}

function isSavepoint(sql: string): boolean {
  return firstWords(sql, 3).includes("to");
}

/** `CREATE`/`DROP INDEX CONCURRENTLY`, `ALTER TABLE … DETACH PARTITION … CONCURRENTLY`. */
function isConcurrent(first: string, second: string, third: string, sql: string): boolean {
  if (first === "create") {
    return second === "unique"
      ? third === "index" && firstWords(sql, 4)[3] === "concurrently"
      : second === "index" && third === "concurrently";
  }
  if (first === "drop") return second === "index" && third === "concurrently";
  return first === "alter" && second === "table" && /\bdetach\s+partition\b[^;]*\bconcurrently\s*$/i.test(sql);
}
