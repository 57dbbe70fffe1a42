import { problem } from "../base/problem.ts";

/** An identifier taken apart; nothing is looked up yet. */
export interface Identifier {
  readonly text: string;
  /** What stands before the `@`: a label or an id. */
  readonly branch: string | null;
  /** An id, label, prefix, `head`, `heads`, `base` or `current`; null in `+1` and `branch@-1`. */
  readonly name: string | null;
  /** The `+N` or `-N` at the end; null when there is none. */
  readonly offset: number | null;
  /** The sign as written, since `-0` and `+0` say which way was meant. */
  readonly sign: "+" | "-" | null;
}

const form = /^(?:([^\s@+\-:,]+)@)?([^\s@+\-:,]+)?(?:([+-])(\d+))?$/u;

/**
 * Takes an identifier apart: `name`, `branch@name`, and either with `+N` or `-N` at the end, or only `+N`, `-N`,
 * `branch@+N`, `branch@-N`. The whole text must match.
 *
 * ```ts
 * parseIdentifier("shop@-2"); // { branch: "shop", name: null, offset: -2, … }
 * ```
 */
export function parseIdentifier(text: string): Identifier {
  const match = form.exec(text);
  if (match === null) throw problem("revision/malformed", { text });
  const [, branch, name, sign, digits] = match;
  if (name === undefined && sign === undefined) throw problem("revision/malformed", { text });
  const count = digits === undefined ? null : Number(digits);
  return {
    text,
    branch: branch ?? null,
    name: name ?? null,
    offset: count === null ? null : sign === "-" ? -count : count,
    sign: sign === "+" || sign === "-" ? sign : null,
  };
}
