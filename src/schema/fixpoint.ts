/**
 * Expressions that PostgreSQL would read back in another form. `s IN ('a', 'b')` on a varchar column is stored as a cast of
 * a whole array, `(ARRAY['a'::character varying, …])::text[]`; parsed again, that text becomes an array of casts. With the
 * array's own type said first, the cast is of the whole array again, and the text stays as it is for good.
 */

/** Where the bracket, brace or quote that opens at `at` ends; the text's length when it does not. */
function closing(text: string, at: number): number {
  const ends: Readonly<Record<string, string>> = { "(": ")", "[": "]" };
  const end = ends[text[at] ?? ""];
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i] ?? "";
    if (c === end) return i;
    if (c === "'" || c === '"') i = quoteEnd(text, i);
    else if (c === "(" || c === "[") i = closing(text, i);
  }
  return text.length;
}

function quoteEnd(text: string, at: number): number {
  const quote = text[at] ?? "";
  const escapes = quote === "'" && /(^|[^A-Za-z0-9_])[eE]$/.test(text.slice(Math.max(0, at - 2), at));
  for (let i = at + 1; i < text.length; i++) {
    if (escapes && text[i] === "\\") i++;
    else if (text[i] === quote) {
      if (text[i + 1] !== quote) return i;
      i++;
    }
  }
  return text.length;
}

/** The elements of an array's text, split at its own commas. */
function elements(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (c === "'" || c === '"') i = quoteEnd(text, i);
    else if (c === "(" || c === "[") i = closing(text, i);
    else if (c === ",") {
      found.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}

/** The type to which an element's text ends in casting it; null when it does not. */
function castType(element: string): string | null {
  return /^'[^]*'::([a-z_][\w ."]*(?:\(\d+(?:,\d+)?\))?)$/.exec(element)?.[1] ?? null;
}

/**
 * Writes such casts so that PostgreSQL stores the expression in the form in which it was read.
 *
 * ```ts
 * keepForm("((s)::text = ANY ((ARRAY['a'::character varying])::text[]))");
 * // ((s)::text = ANY (((ARRAY['a'::character varying])::character varying[])::text[]))
 * ```
 */
export function keepForm(text: string): string {
  if (!text.includes("(ARRAY[")) return text;
  let out = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (c === "'" || c === '"') {
      i = quoteEnd(text, i);
      continue;
    }
    if (!text.startsWith("(ARRAY[", i)) continue;
    const end = closing(text, i + 6);
    if (!text.startsWith("])::", end)) continue;
    const types = new Set(elements(text.slice(i + 7, end)).map(castType));
    const [type] = types;
    if (types.size !== 1 || type === null || type === undefined) continue;
    if (text.startsWith(`])::${type}[]`, end)) continue;
    out += `${text.slice(done, i)}(${text.slice(i, end + 2)}::${type}[])`;
    done = end + 2;
    i = end + 1;
  }
  return out + text.slice(done);
}
