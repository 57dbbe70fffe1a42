/** Where the keys of a TOML file stand. The reader of values does not say, so this reads the file for keys alone. */
import { type Position, Positions } from "../sql/locate.ts";

/** Path of a key, joined: `env`, `production`, `url`. */
export function placeKey(path: readonly PropertyKey[]): string {
  return path.map(String).join("\0");
}

const keyPart = /\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))\s*/y;

/**
 * The places of all keys and table headers of a TOML text that has been read without error. Keys within inline tables
 * stand where their table's key does.
 *
 * ```ts
 * tomlPlaces('[env.test]\nurl = "x"').get(placeKey(["env", "test", "url"]));   // { line: 2, column: 1 }
 * ```
 */
export function tomlPlaces(text: string): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  const positions = new Positions(text);
  let table: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const readKey = (): string[] => {
    const parts: string[] = [];
    for (;;) {
      keyPart.lastIndex = at;
      const match = keyPart.exec(text);
      if (match === null) return parts;
      at = keyPart.lastIndex;
      parts.push(match[1] ?? match[2] ?? match[3] ?? "");
      if (text[at] !== ".") return parts;
      at++;
    }
  };
  const note = (path: readonly string[], start: number) => {
    const place = positions.at(start);
    // A dotted key also makes the tables above it.
    for (let length = 1; length <= path.length; length++) {
      const key = placeKey(path.slice(0, length));
      if (!places.has(key)) places.set(key, place);
    }
  };

  while (at < text.length) {
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
    const start = at;
    if (text[at] === "#") at = lineEnd(text, at);
    else if (text[at] === "[") {
      at += text[at + 1] === "[" ? 2 : 1;
      table = readKey();
      note(table, start);
      at = lineEnd(text, at);
    } else {
      const path = [...table, ...readKey()];
      note(path, start);
      if (text[at] !== "=") at = lineEnd(text, at);
      else at = valueEnd(text, at + 1);
    }
  }
  return places;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

/** The offset behind a value: the end of its line, or of the line on which its brackets close. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === "\n" && depth === 0) return at + 1;
    if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth--;
    else if (char === "#") {
      at = lineEnd(text, at) - 1;
      continue;
    } else if (char === '"' || char === "'") {
      at = stringEnd(text, at);
      continue;
    }
    at++;
  }
  return at;
}

function stringEnd(text: string, at: number): number {
  const quote = text[at] ?? "";
  const long = text.startsWith(quote.repeat(3), at);
  const close = long ? quote.repeat(3) : quote;
  for (at += close.length; at < text.length; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text.startsWith(close, at)) {
      at += close.length;
      // Up to two quotes may stand before the closing three.
      while (long && text[at] === quote) at++;
      return at;
    }
  }
  return at;
}
