/** Answers to the question whether something was renamed: from flags, from a file of hints, from the models. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { problem } from "../../base/problem.ts";
import type { LoadedModels } from "../../models/mod.ts";
import type { Lone, Rename, RenameKind } from "../../schema/mod.ts";

/** What somebody said about a name. */
export interface RenameAnswer {
  /** Null: whatever has that name. */
  readonly kind: RenameKind | null;
  readonly from: readonly string[];
  /** Null: it has no new name, it is dropped. */
  readonly to: readonly string[] | null;
  /** As it was written. */
  readonly text: string;
  /** A flag must be about something; a hint may have outlived its purpose. */
  readonly strict: boolean;
}

const kindWords: Readonly<Record<string, RenameKind>> = {
  schema: "schema",
  table: "table",
  view: "view",
  sequence: "sequence",
  enum: "enum",
  domain: "domain",
  type: "composite",
  column: "column",
  value: "value",
  constraint: "constraint",
  index: "index",
};

/** The word of a kind in `--rename WORD:from=to`. */
export function wordOf(kind: RenameKind): string {
  return kind === "composite" ? "type" : kind;
}

/** Splits at a mark that stands outside of double quotes. */
function splitOutside(text: string, mark: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    if (c === mark && !quoted) {
      parts.push(part);
      part = "";
    } else part += c;
  }
  return [...parts, part];
}

/** `shop."Order Items".id` as its names. */
function namesOf(text: string): readonly string[] {
  return splitOutside(text.trim(), ".").map((part) => {
    const name = part.trim();
    return /^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name;
  });
}

/**
 * Reads one answer: `users.name=users.full_name`, `users=people`, `value:role.guest=visitor`, or `users.name=` for what
 * is gone for good. Throws `usage/bad-value`.
 */
export function readAnswer(text: string, strict: boolean): RenameAnswer {
  const sides = splitOutside(text, "=");
  const prefix = /^\s*([a-z]+):(.*)$/s.exec(sides[0] ?? "");
  const kind = prefix === null ? null : kindWords[prefix[1] ?? ""] ?? null;
  const from = namesOf(prefix === null ? sides[0] ?? "" : prefix[2] ?? "");
  const to = (sides[1] ?? "").trim() === "" ? null : namesOf(sides[1] ?? "");
  if (sides.length !== 2 || (prefix !== null && kind === null) || [...from, ...to ?? []].includes("")) {
    const expected = `[${Object.keys(kindWords).join("|")}:]OLD=NEW, with dots between the names`;
    throw problem("usage/bad-value", { what: "--rename", value: text, expected, nearest: null });
  }
  return { kind, from, to, text, strict };
}

/** Reads a file of answers, one a line; `#` and `--` begin comments. Throws `file/unreadable`. */
export function readAnswersFile(file: string, cwd: string): readonly RenameAnswer[] {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem("model/unreadable", { file, reason }, { at: { file }, cause: error });
  }
  return text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:#|--).*$/, "").trim()).filter((line) => line !== "")
    .map((line) => readAnswer(line, false));
}

/** What `renamedFrom` in models says. */
export function answersOfModels(renames: LoadedModels["renames"]): readonly RenameAnswer[] {
  return renames.map((hint) => {
    const within = [...(hint.schema === null ? [] : [hint.schema]), ...(hint.kind === "column" ? [hint.table] : [])];
    const [from, to] = [[...within, hint.from], [...within, hint.to]];
    return { kind: hint.kind, from, to, text: `${from.join(".")}=${to.join(".")}`, strict: false };
  });
}

const endsWith = (name: readonly string[], end: readonly string[]): boolean =>
  end.length <= name.length && end.every((part, at) => part === name[name.length - end.length + at]);

/** A name as it was before renames that were decided earlier: a column's table may have a new name by now. */
export function nameBefore(name: readonly string[], renames: readonly Rename[]): readonly string[] {
  return renames.reduceRight((at, { from, to }) => {
    const inside = to.length < at.length && to.every((part, index) => part === at[index]);
    return inside ? [...from, ...at.slice(to.length)] : at;
  }, name);
}

/** Whether an answer speaks of this thing. */
export function speaksOf(answer: RenameAnswer, thing: Lone, done: readonly Rename[]): boolean {
  if (answer.kind !== null && answer.kind !== thing.kind) return false;
  return endsWith(thing.name, answer.from) || endsWith(nameBefore(thing.name, done), answer.from);
}

/** The thing that an answer gives as the new name; null when nothing of that name has come. */
export function newNameIn(answer: RenameAnswer, thing: Lone, come: readonly Lone[]): Lone | null {
  const { to } = answer;
  if (to === null) return null;
  const within = (other: Lone) => thing.name.slice(0, -1).every((part, at) => part === other.name[at]);
  const fits = come.filter((other) => other.kind === thing.kind && endsWith(other.name, to));
  return fits.find(within) ?? (thing.name.length === 2 ? fits[0] ?? null : null);
}

function written(name: readonly string[]): string {
  const short = name.length > 1 && name[0] === "public" ? name.slice(1) : name;
  return short.map((part) => /[."=:\s]/.test(part) || part === "" ? `"${part.replaceAll('"', '""')}"` : part).join(".");
}

/** A name for people: without the schema public. */
export function shownName(name: readonly string[]): string {
  return written(name);
}

/** Kinds that a name alone would not tell. */
const plainKinds: ReadonlySet<RenameKind> = new Set(["table", "column"]);

/** The value of `--rename` that says this. `to` null: it is gone. */
export function answerText(kind: RenameKind, from: readonly string[], to: readonly string[] | null): string {
  const word = plainKinds.has(kind) ? "" : `${wordOf(kind)}:`;
  return `${word}${written(from)}=${to === null ? "" : written(to)}`;
}
