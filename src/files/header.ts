/**
 * The header of a revision file: the comment lines at its top. Reading it runs nothing and needs only the first bytes.
 */
import { nearest } from "../base/nearest.ts";
import { type Problem, problem } from "../base/problem.ts";

/** The two formats of revision files. */
export type Format = "sql" | "ts";

/** What the header says. */
export interface Header {
  /** Null when there is no `revision:` line. */
  readonly revision: string | null;
  /** Null when there is no `parents:` line. */
  readonly parents: readonly string[] | null;
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  readonly replaces: readonly string[];
  readonly variables: readonly string[];
  /** As written, ISO 8601. */
  readonly created: string | null;
  /** The first comment line; empty when there is none. */
  readonly message: string;
  /** True when a `-- migrate:` marker follows the header. */
  readonly marker: boolean;
  readonly problems: readonly Problem[];
}

const keyNames = ["revision", "parents", "depends-on", "labels", "replaces", "created", "variables"] as const;
type Key = typeof keyNames[number];
const keys: ReadonlySet<string> = new Set(keyNames);

const unknownKey = /^[A-Za-z][A-Za-z_-]*:(?:\s|$)/;
/** Comments that tools put first and that say nothing about the revision. */
const toolComment = /^(?:\/ <|@ts-|deno-lint-|deno-fmt-|eslint-|biome-ignore|prettier-ignore)/;
const identifier = /^[^\s@+\-:,]+$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const isoTime = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

interface Line {
  readonly key: Key;
  readonly value: string;
  readonly number: number;
  readonly column: number;
}

function isKey(word: string): word is Key {
  return keys.has(word);
}

/** Collects what the lines say; one for each file. */
class Reader {
  readonly problems: Problem[] = [];
  readonly lines = new Map<Key, Line>();
  readonly #file: string;
  message: string | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Called for every comment line of every file: the common cases come first and need no pattern. */
  comment(content: string, number: number, column: number): void {
    const colon = content.indexOf(":");
    const key = colon === -1 ? "" : content.slice(0, colon);
    const rest = content.slice(colon + 1);
    const value = rest.trimStart();
    const at = { file: this.#file, line: number, column };
    if (isKey(key) && (rest === "" || value.length < rest.length)) {
      if (this.lines.has(key)) this.problems.push(problem("file/header-key-twice", { key }, { at }));
      else this.lines.set(key, { key, value, number, column: column + content.length - value.length });
      this.message ??= "";
    } else if (this.message === null) {
      if (!toolComment.test(content)) this.message = content;
    } else if (unknownKey.test(content)) {
      const meant = nearest(key.replaceAll("_", "-"), keyNames);
      // "Note: at night" is a sentence; "note: at night" looks like a key.
      if (meant !== null || /^[a-z]/.test(key)) {
        this.problems.push(problem("file/unknown-header-key", { key, nearest: meant }, { at }));
      }
    }
  }

  list(key: Key, pattern: RegExp): string[] | null {
    const line = this.lines.get(key);
    if (line === undefined) return null;
    if (line.value === "none") return [];
    // What nearly every file has.
    if (!line.value.includes(",") && pattern.test(line.value)) return [line.value];
    const names = line.value.split(",").map((name) => name.trim());
    if (names.length > 1 && names.at(-1) === "") names.pop();
    const bad = names.find((name) => !pattern.test(name));
    if (bad !== undefined) this.#bad(line, bad);
    return names.filter((name) => pattern.test(name));
  }

  single(key: Key, pattern: RegExp): string | null {
    const line = this.lines.get(key);
    if (line === undefined) return null;
    if (!pattern.test(line.value)) this.#bad(line, line.value);
    return line.value;
  }

  #bad(line: Line, value: string): void {
    const at = { file: this.#file, line: line.number, column: line.column };
    this.problems.push(problem("file/bad-header-value", { key: line.key, value }, { at }));
  }
}

/**
 * Reads a header from the beginning of a file. `whole` says that `text` is all of the file; when it is not and the
 * header does not end within it, the answer is null: come back with more.
 *
 * ```ts
 * readHeader("-- add users\n-- revision: ab12\n-- parents: none\n\n-- migrate:up\n", "sql", "a.sql", true);
 * ```
 * Problems are in the answer: `file/unknown-header-key`, `file/header-key-twice`, `file/bad-header-value`.
 */
export function readHeader(text: string, format: Format, file: string, whole: boolean): Header | null {
  const prefix = format === "sql" ? "--" : "//";
  const reader = new Reader(file);
  let marker = false;
  let ended = false;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let number = 1; start < text.length; number++) {
    let end = text.indexOf("\n", start);
    if (end === -1) {
      if (!whole) break;
      end = text.length;
    }
    const line = text.slice(start, end);
    start = end + 1;
    const trimmed = line.trim();
    if (trimmed === "") {
      ended = reader.lines.has("revision");
    } else if (trimmed.startsWith(prefix)) {
      const content = trimmed.slice(2).trim();
      marker = format === "sql" && content.startsWith("migrate:");
      ended = marker;
      if (!ended && content !== "") {
        reader.comment(content, number, line.indexOf(content) + 1);
      }
    } else ended = true;
    if (ended) break;
  }
  if (!ended && !whole) return null;
  return {
    revision: reader.single("revision", identifier),
    parents: reader.list("parents", identifier),
    dependsOn: reader.list("depends-on", identifier) ?? [],
    labels: reader.list("labels", identifier) ?? [],
    replaces: reader.list("replaces", identifier) ?? [],
    variables: reader.list("variables", variableName) ?? [],
    created: reader.single("created", isoTime),
    message: reader.message ?? "",
    marker,
    problems: reader.problems,
  };
}
