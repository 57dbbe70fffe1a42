/** Where the keys of `migrate.config.ts` stand: property names by the braces around them, found without running it. */
import { type Position, Positions } from "../sql/locate.ts";
import { placeKey } from "./toml-places.ts";

const token =
  /\/\/[^\n]*|\/\*[^]*?\*\/|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`(?:[^`\\]|\\[^])*`|([A-Za-z_$][\w$]*)|([{}[\](),:])/g;

/**
 * The places of property names in TypeScript text, by path; the first one wins. A best guess: text that computes its keys
 * has none.
 *
 * ```ts
 * codePlaces("export default { env: { test: {} } };").get(placeKey(["env", "test"]));   // { line: 1, column: 25 }
 * ```
 */
export function codePlaces(text: string): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  const positions = new Positions(text);
  const stack: (string | null)[] = [];
  let name: { text: string; at: number } | null = null;
  let key: string | null = null;
  for (const match of text.matchAll(token)) {
    const [whole, double, single, word, mark] = match;
    if (whole.startsWith("//") || whole.startsWith("/*")) continue;
    const text = double ?? single ?? word;
    if (text !== undefined) {
      name = { text, at: match.index };
      continue;
    }
    if (mark === ":" && name !== null) {
      key = name.text;
      const path = placeKey([...stack.filter((part) => part !== null), key]);
      if (!places.has(path)) places.set(path, positions.at(name.at));
    } else if (mark === "{" || mark === "[" || mark === "(") {
      stack.push(mark === "{" ? key : null);
      key = null;
    } else if (mark === "}" || mark === "]" || mark === ")") {
      stack.pop();
      key = null;
    } else if (mark === ",") key = null;
    name = null;
  }
  return places;
}
