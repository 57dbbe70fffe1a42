/** The text of a file as the rest of the program reads it. */
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { problem } from "../base/problem.ts";
import { sha256 } from "../base/sha256.ts";
import { Positions } from "../sql/locate.ts";
import { reasonOf } from "./reason.ts";

/**
 * Takes the byte order mark off and makes every line end `\n`, so that a file means the same (and has the same checksum)
 * however git checked it out. Lines and columns stay what they were.
 */
export function normaliseText(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return plain.includes("\r") ? plain.replaceAll("\r\n", "\n") : plain;
}

/**
 * SHA-256 of a text with line ends normalised, in lower-case hex.
 *
 * ```ts
 * checksum("a\r\n") === checksum("a\n");   // true
 * ```
 */
export function checksum(text: string): string {
  return sha256(normaliseText(text));
}

/**
 * Decodes the bytes of a revision file and normalises the text. `file` is named in problems: `file/not-utf8`,
 * `sql/nul-character`.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw problem("file/not-utf8", { encoding: "UTF-16" }, { at: { file, line: 1 } });
  let text: string;
  try {
    text = normaliseText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    // Read again with replacement characters, to say where the first bad byte is.
    const shown = normaliseText(Buffer.from(bytes).toString("utf8"));
    const place = new Positions(shown).at(Math.max(0, shown.indexOf("\ufffd")));
    throw problem("file/not-utf8", { encoding: null }, { at: { file, ...place }, cause });
  }
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    const at = { file, ...new Positions(text).at(nul) };
    throw problem("sql/nul-character", { text: text.slice(Math.max(0, nul - 20), nul + 20) }, { at });
  }
  return text;
}

/** Reads a revision file; see {@link decodeText}. Throws `file/unreadable` when the system refuses. */
export function readText(path: string, file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw problem("file/unreadable", { reason: reasonOf(cause) }, { at: { file }, cause });
  }
  return decodeText(bytes, file);
}
