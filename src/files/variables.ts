/** Placeholders `${name}`, replaced only in files whose header declares the name. */
import { nearest } from "../base/nearest.ts";
import { type Problem, problem, throwAll } from "../base/problem.ts";
import { Positions } from "../sql/locate.ts";

const placeholder = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** A text with its placeholders replaced, and the way back to the text as it stands in the file. */
export interface Replaced {
  readonly text: string;
  /** The offset in the file's text of an offset in `text`. */
  readonly original: (offset: number) => number;
}

/**
 * Replaces the placeholders that `names` declares. Others stay as they are, unless one is a declared name misspelt.
 * Throws all of `file/variable-not-set` and `file/unknown-variable` together.
 *
 * ```ts
 * replaceVariables("create schema ${name};", ["name"], { name: "app" }, "a.sql").text;   // create schema app;
 * ```
 */
export function replaceVariables(
  text: string,
  names: readonly string[],
  values: Readonly<Record<string, string>>,
  file: string,
): Replaced {
  if (names.length === 0) return { text, original: (offset) => offset };
  const problems: Problem[] = [];
  const positions = new Positions(text);
  const edits: { readonly at: number; readonly length: number; readonly from: number; readonly until: number }[] = [];
  const unset = new Set<string>();
  let replaced = "";
  let done = 0;
  for (const match of text.matchAll(placeholder)) {
    const name = match[1] ?? "";
    const at = { file, ...positions.at(match.index) };
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      if (meant !== null) problems.push(problem("file/unknown-variable", { name, nearest: meant }, { at }));
      continue;
    }
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (!unset.has(name)) problems.push(problem("file/variable-not-set", { name }, { at }));
      unset.add(name);
      continue;
    }
    replaced += text.slice(done, match.index);
    edits.push({ at: replaced.length, length: value.length, from: match.index, until: match.index + match[0].length });
    replaced += value;
    done = match.index + match[0].length;
  }
  throwAll(problems);
  return { text: replaced + text.slice(done), original: (offset) => originalOffset(edits, offset) };
}

function originalOffset(
  edits: readonly { readonly at: number; readonly length: number; readonly from: number; readonly until: number }[],
  offset: number,
): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const edit = edits[low - 1];
  if (edit === undefined) return offset;
  const end = edit.at + edit.length;
  return offset < end ? edit.from : edit.until + offset - end;
}
