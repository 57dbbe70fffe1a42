/** A problem as text and as JSON: the one place where codes and data become sentences. */
import { catalogue } from "../base/problems/catalogue.ts";
import type { ExitCode, Location, Problem, ProblemKind } from "../base/problem.ts";
import { displayWidth, wrap } from "../base/text.ts";
import { dataWithoutPasswords, withoutPasswords } from "../base/without-passwords.ts";
import type { View } from "./terminal.ts";

/** A problem in words; `at` paths are as a user would write them. */
export interface ProblemBody {
  readonly code: string;
  readonly message: string;
  readonly why: string;
  readonly hint: string;
  readonly data: unknown;
  readonly at: { readonly file: string; readonly line: number | null; readonly column: number | null } | null;
}

/** The catalogue's entry for a code. `problem()` checked that the data is the code's own, which the types cannot keep. */
export function kindOf(code: Problem["code"]): ProblemKind<unknown> {
  return catalogue[code] as unknown as ProblemKind<unknown>;
}

/** One problem in words, without those that it carries, and without passwords: any word may hold one. */
export function problemBody(found: Problem): ProblemBody {
  const kind = kindOf(found.code);
  const data = dataWithoutPasswords(found.data);
  return {
    code: found.code,
    message: kind.message(data),
    why: kind.why,
    hint: typeof kind.hint === "string" ? kind.hint : kind.hint(data),
    data,
    at: found.at === null
      ? null
      : { file: withoutPasswords(found.at.file), line: found.at.line ?? null, column: found.at.column ?? null },
  };
}

/** All problems that one error carries, itself first. */
export function allProblems(found: Problem): readonly Problem[] {
  return [found, ...found.others];
}

/** The exit code of a problem: that of its catalogue entry. */
export function exitOf(found: Problem): ExitCode {
  return kindOf(found.code).exit;
}

/** `{"ok":false,"error":…}`, with all of them in `errors` when there are several. */
export function problemDocument(found: Problem, command: string | null): object {
  const bodies = allProblems(found).map(problemBody);
  return {
    ok: false,
    command,
    version: 1,
    error: bodies[0],
    ...(bodies.length > 1 ? { errors: bodies } : {}),
  };
}

/** `file:line:column`. */
export function placeText(at: Location): string {
  return [withoutPasswords(at.file), at.line, at.column].filter((part) => part !== undefined).join(":");
}

/**
 * A line of a file with a caret under one of its characters, as compilers show it.
 *
 * `column` counts characters from 1; null for no caret. A long line is cut around the caret, and passwords in URLs are
 * left out.
 */
export function sourceFrame(
  line: { readonly number: number; readonly text: string; readonly column: number | null },
  view: View,
): string {
  const { dim, bad } = view.palette;
  const gutter = String(line.number);
  const room = view.width - gutter.length - 5;
  const text = line.text.replaceAll("\t", " ");
  const characters = [...withoutPasswords(text)];
  const before = line.column === null ? null : [...withoutPasswords([...text].slice(0, line.column - 1).join(""))];
  const caret = before === null ? null : Math.min(before.length, characters.length);
  const from = caret === null || caret < room - 10 ? 0 : caret - Math.floor(room / 2);
  const shown = characters.slice(from, from + room).join("");
  const bar = view.signs.bar;
  const rows = [`${dim(`${gutter} ${bar}`)} ${shown}`];
  if (caret !== null) {
    const indented = " ".repeat(displayWidth(characters.slice(from, caret).join("")));
    rows.push(`${dim(`${" ".repeat(gutter.length)} ${bar}`)} ${indented}${bad("^")}`);
  }
  return rows.join("\n");
}

/** `Error: message [label]`: the first line of every error. */
export function headline(message: string, label: string | null, view: View): string {
  const { bold, bad, dim } = view.palette;
  const wrapped = wrap(label === null ? message : `${message} [${label.replaceAll(" ", "\0")}]`, view.width, "  ", 7);
  const end = label === null ? wrapped.length : wrapped.lastIndexOf("[");
  return `${bold(bad("Error:"))} ${bold(wrapped.slice(0, end))}${dim(wrapped.slice(end).replaceAll("\0", " "))}`;
}

/** A problem for people. `lineOf` gives a line of a file, or null when it cannot be read. */
export function problemText(
  found: Problem,
  view: View,
  lineOf: (file: string, line: number) => string | null,
): string {
  const { bold, dim, name } = view.palette;
  const blocks = allProblems(found).map((one) => {
    const body = problemBody(one);
    const rows = [headline(body.message, body.code, view)];
    if (one.at !== null) {
      rows.push(`  ${dim("at")} ${name(placeText(one.at))}`);
      const text = one.at.line === undefined ? null : lineOf(one.at.file, one.at.line);
      if (text !== null && one.at.line !== undefined) {
        rows.push(indent(sourceFrame({ number: one.at.line, text, column: one.at.column ?? null }, view), "  "));
      }
    }
    if (body.hint !== "") rows.push(`  ${bold("Next:")} ${wrap(body.hint, view.width, "        ", 8)}`);
    return rows.join("\n");
  });
  return blocks.join("\n") + "\n";
}

/** Puts `by` before every line. */
export function indent(text: string, by: string): string {
  return text.split("\n").map((line) => line === "" ? line : by + line).join("\n");
}
