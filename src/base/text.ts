/** Text layout on a terminal: widths, wrapping, columns. Pure; widths are in terminal cells. */

// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;]*m/g;

/** Code points that stand on two cells (East Asian Width W and F, and emoji), as ranges. Source: Unicode 16, UAX #11. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/** How many cells a text takes; escape sequences and combining marks take none. */
export function displayWidth(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) return unusualWidth(text);
  }
  return text.length;
}

function unusualWidth(text: string): number {
  const bare = text.includes("\x1b") ? text.replace(escapes, "") : text;
  let width = 0;
  for (const character of bare) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) continue;
    // Latin letters, dashes and dots, arrows and lines: most of what is met, and one cell each.
    if (code < 0x300 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code < 0x2300)) width++;
    else if (code >= 0x2500 && code < 0x2600) width++;
    else if (!/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) width += cells(code);
  }
  return width;
}

/** One or two, for a character that takes any. */
function cells(code: number): 1 | 2 {
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** Fills a text with spaces up to `width` cells. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts a text without escape sequences to `width` cells, its last one being `mark` where something is left out. */
export function truncate(text: string, width: number, mark = "…"): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let used = displayWidth(mark);
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return kept.trimEnd() + mark;
}

/**
 * Breaks a paragraph into lines of at most `width` cells between words; a longer word stands alone. Every line after
 * the first starts with `indent`; on the first, `taken` cells are already used.
 */
export function wrap(text: string, width: number, indent = "", taken = 0): string {
  // Most texts fit.
  if (taken + displayWidth(text) <= width && !/^ | $| {2}|\n/.test(text)) return text;
  let out = "";
  let used = taken;
  let fresh = true;
  for (const word of text.replaceAll("\n", " ").split(" ").filter((part) => part !== "")) {
    const size = displayWidth(word);
    if (!fresh && used + 1 + size > width) {
      out += `\n${indent}${word}`;
      used = indent.length + size;
    } else {
      out += fresh ? word : ` ${word}`;
      used += fresh ? size : 1 + size;
    }
    fresh = false;
  }
  return out;
}

/**
 * Two columns: terms and their descriptions, which wrap within their column. A term that is wider than its column has
 * its description under it.
 */
export function definitions(
  rows: readonly (readonly [term: string, description: string])[],
  options: { readonly width: number; readonly indent?: number; readonly column?: number },
): string {
  const indent = " ".repeat(options.indent ?? 2);
  const widest = Math.max(0, ...rows.map(([term]) => displayWidth(term)));
  const column = Math.min(options.column ?? widest, Math.max(12, Math.floor(options.width * 0.45)));
  const start = indent.length + column + 2;
  const rest = " ".repeat(start);
  return rows.map(([term, description]) => {
    if (description === "") return indent + term;
    const wrapped = wrap(description, options.width, rest, start);
    const gap = displayWidth(term) > column ? `\n${rest}` : "  ";
    return indent + padEnd(term, column) + gap + wrapped;
  }).join("\n");
}

/** Columns as wide as their widest cell, two spaces between them; the last is not filled up. */
export function columns(rows: readonly (readonly string[])[], indent = 0): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell)));
  return rows.map((row) =>
    " ".repeat(indent) +
    row.map((cell, i) => i === row.length - 1 ? cell : padEnd(cell, widths[i] ?? 0)).join("  ").trimEnd()
  );
}

/** `840 ms`, `12.3 s`, `4 min 05 s`. */
export function durationText(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** `1 revision`, `3 revisions`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
