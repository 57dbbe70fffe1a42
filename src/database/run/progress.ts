/** How `blocks_done` is written: how far a half-done revision got, as a short text that people can read too. */
import type { Progress } from "./types.ts";

const written = /^(down )?(\d+)(?:\+(\d+))?(\?)?$/;

/**
 * Writes progress as the history table holds it.
 *
 * `2` is two blocks done; `1+3` one block and three statements of the next; `1+3?` says that the fourth had been sent;
 * `down 1` is a `down` that is half done.
 *
 * ```ts
 * progressText({ direction: "up", blocks: 1, statements: 3, started: false }); // "1+3"
 * ```
 */
export function progressText({ direction, blocks, statements, started }: Progress): string {
  return `${direction === "down" ? "down " : ""}${blocks}${statements > 0 ? `+${statements}` : ""}${
    started ? "?" : ""
  }`;
}

/** Reads what {@link progressText} wrote; null for null and for text that it never writes. */
export function progressOf(text: string | null): Progress | null {
  const found = text === null ? null : written.exec(text);
  if (!found) return null;
  return {
    direction: found[1] === undefined ? "up" : "down",
    blocks: Number(found[2]),
    statements: Number(found[3] ?? 0),
    started: found[4] !== undefined,
  };
}
