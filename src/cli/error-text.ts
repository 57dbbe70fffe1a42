/** The parts of an error's text: its first line, its place, the line of the file that it is about. */
import type { Location } from "../base/problem.ts";
import { displayWidth, wrap } from "../base/text.ts";
import { withoutPasswords } from "../base/without-passwords.ts";
import type { View } from "./terminal.ts";

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

/** Puts `by` before every line. */
export function indent(text: string, by: string): string {
  return text.split("\n").map((line) => line === "" ? line : by + line).join("\n");
}
