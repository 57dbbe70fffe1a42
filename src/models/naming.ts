/** Names: from keys of a model to names in the database, and names of constraints and indexes by pattern. */

/** How keys become names. */
export type Naming = "preserve" | "snake_case" | "camelCase";

/** Patterns for names of indexes and constraints; an absent one leaves the name to PostgreSQL. */
export interface NamePatterns {
  readonly ix?: string;
  readonly uq?: string;
  readonly ck?: string;
  readonly fk?: string;
  readonly pk?: string;
}

/** What a pattern's placeholders stand for. */
export interface NameParts {
  readonly schema: string | null;
  readonly table: string;
  readonly columns: readonly string[];
  readonly referredTable?: string;
  readonly referredColumns?: readonly string[];
  /** The name that the model gave, for checks: `ck_%(table_name)s_%(constraint_name)s`. */
  readonly constraint?: string;
}

function wordsOf(key: string): readonly string[] {
  return key.replaceAll(/['\u2019]/g, "").match(/[\da-z]+|[A-Z]+(?![a-z])|[A-Z][\da-z]+/g) ?? [key];
}

/**
 * A key as a name in the database, by the same cutting into words that Drizzle has.
 *
 * ```ts
 * nameOf("fullName", "snake_case"); // "full_name"
 * nameOf("HTTPPort", "snake_case"); // "http_port"
 * ```
 */
export function nameOf(key: string, naming: Naming): string {
  if (naming === "preserve" || !/^[\w'\u2019]+$/.test(key)) return key;
  const words = wordsOf(key);
  if (naming === "snake_case") return words.map((word) => word.toLowerCase()).join("_");
  const [first = "", ...rest] = words;
  return [first.toLowerCase(), ...rest.map((word) => `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`)].join("");
}

/** Bytes that a name may have (NAMEDATALEN - 1). */
const longestBytes = 63;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: false });

/**
 * A name by a pattern: `{table}`, `{schema}`, `{columns}` (joined with `_`), `{column}` (the first), `{referred_table}`,
 * `{referred_columns}`, `{constraint}`, or SQLAlchemy's own placeholders (`%(table_name)s`, `%(column_0_N_name)s`, …).
 * A name that PostgreSQL would cut is cut here; one that is in `taken` gets a number, as PostgreSQL does.
 *
 * ```ts
 * patternName("uq_%(table_name)s_%(column_0_name)s", { schema: null, table: "users", columns: ["email"] }, new Set());
 * ```
 */
export function patternName(pattern: string, parts: NameParts, taken: ReadonlySet<string>): string {
  const text = pattern.replaceAll(
    /\{(\w+)\}|%\((\w+)\)s/g,
    (whole: string, own?: string, alchemy?: string) => placeholder(own ?? alchemy ?? "", parts) ?? whole,
  );
  return uniqueName(text, taken);
}

/** A name of at most 63 bytes that is not in `taken`: a number takes the place of its end. */
export function uniqueName(text: string, taken: ReadonlySet<string>): string {
  for (let number = 0;; number += 1) {
    const suffix = number === 0 ? "" : String(number);
    const name = `${cutBytes(text, longestBytes - suffix.length)}${suffix}`;
    if (!taken.has(name)) return name;
  }
}

/** The text's first bytes, without cutting a character in two. */
function cutBytes(text: string, bytes: number): string {
  const encoded = encoder.encode(text);
  if (encoded.length <= bytes) return text;
  let end = bytes;
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return decoder.decode(encoded.subarray(0, end));
}

function placeholder(name: string, parts: NameParts): string | null {
  const { table, schema, columns, referredTable = "", referredColumns = [], constraint = "" } = parts;
  const numbered = /^(referred_)?column_(\d+)(_?N)?_?(name|label|key)$/.exec(name);
  if (numbered !== null) {
    const [, referred, index = "0", all, what] = numbered;
    const list = referred === undefined ? columns : referredColumns;
    const words = all === undefined ? list.slice(Number(index), Number(index) + 1) : list.slice(Number(index));
    const labels = what === "label" ? words.map((word) => `${table}_${word}`) : words;
    return labels.join(all === "N" ? "" : "_");
  }
  const simple: Readonly<Record<string, string>> = {
    table,
    table_name: table,
    schema: schema ?? "",
    columns: columns.join("_"),
    column: columns[0] ?? "",
    referred_table: referredTable,
    referred_table_name: referredTable,
    referred_columns: referredColumns.join("_"),
    constraint,
    constraint_name: constraint,
  };
  return simple[name] ?? null;
}
