/** Access control lists: reading their text, what PostgreSQL gives by default, and the statements between two states. */
import { quoteIdentifier } from "../sql/quote.ts";

/** What a grantee may do: privilege letters, those that may be passed on with a star. */
export interface Grants {
  /** Role name; empty for PUBLIC. */
  readonly grantee: string;
  readonly letters: readonly string[];
}

/** Privilege letters of PostgreSQL's ACL texts. */
const privileges: Readonly<Record<string, string>> = {
  r: "SELECT",
  a: "INSERT",
  w: "UPDATE",
  d: "DELETE",
  D: "TRUNCATE",
  x: "REFERENCES",
  t: "TRIGGER",
  m: "MAINTAIN",
  X: "EXECUTE",
  U: "USAGE",
  C: "CREATE",
};

/** Reads one aclitem text, `grantee=letters/grantor`, whose names are quoted where they hold other than word characters. */
export function readGrant(text: string): Grants {
  let at = 0;
  let grantee = "";
  if (text[0] === '"') {
    for (at = 1; at < text.length; at++) {
      if (text[at] === '"') {
        if (text[at + 1] !== '"') break;
        at++;
      }
      grantee += text[at] ?? "";
    }
    at++;
  } else {
    at = text.indexOf("=");
    grantee = text.slice(0, at);
  }
  const letters: string[] = [];
  for (at++; at < text.length && text[at] !== "/"; at++) {
    const letter = text[at] ?? "";
    if (letter === "*") letters[letters.length - 1] += "*";
    else letters.push(letter);
  }
  return { grantee, letters };
}

/** Adds up the grants of several grantors to one list a grantee, letters sorted. */
export function mergeGrants(items: readonly Grants[]): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, Set<string>>();
  for (const { grantee, letters } of items) {
    const set = merged.get(grantee) ?? new Set();
    for (const letter of letters) set.add(letter);
    for (const letter of letters) if (letter.endsWith("*")) set.delete(letter.slice(0, 1));
    merged.set(grantee, set);
  }
  return new Map([...merged].map(([grantee, set]) => [grantee, [...set].sort()]));
}

const owners: Readonly<Record<string, string>> = {
  TABLE: "arwdDxt",
  SEQUENCE: "rwU",
  FUNCTION: "X",
  PROCEDURE: "X",
  TYPE: "U",
  SCHEMA: "UC",
  "FOREIGN DATA WRAPPER": "U",
  "FOREIGN SERVER": "U",
};
const everybody: Readonly<Record<string, string>> = { FUNCTION: "X", PROCEDURE: "X", TYPE: "U" };

/** The letters that an owner (`own`) or PUBLIC has on a new object, by the word that GRANT uses for it. */
export function defaultLetters(type: string, own: boolean, serverVersion: number): readonly string[] {
  const letters = (own ? owners : everybody)[type] ?? "";
  return [...letters, ...(own && type === "TABLE" && serverVersion >= 170000 ? ["m"] : [])].sort();
}

/** How a statement names what it grants on. */
export interface GrantOn {
  /** `TABLE public.t`, or what follows ON in ALTER DEFAULT PRIVILEGES. */
  readonly on: string;
  /** Quoted column names in brackets, or empty. */
  readonly columns: string;
  readonly prefix: string;
}

/** GRANT and REVOKE statements that lead from one set of letters to another. */
export function grantChanges(
  have: readonly string[],
  want: readonly string[],
  grantee: string,
  { on, columns, prefix }: GrantOn,
): readonly string[] {
  const words = (letters: readonly string[]) =>
    letters.map((letter) => `${privileges[letter.slice(0, 1)] ?? letter}${columns}`).join(", ");
  const before = new Map(have.map((letter) => [letter.slice(0, 1), letter.endsWith("*")]));
  const after = new Map(want.map((letter) => [letter.slice(0, 1), letter.endsWith("*")]));
  const role = grantee === "" ? "PUBLIC" : quoteIdentifier(grantee);
  const gone = [...before.keys()].filter((letter) => !after.has(letter));
  const bound = [...before].filter(([letter, star]) => star && after.get(letter) === false).map(([letter]) => letter);
  const added = [...after].filter(([letter, star]) => !star && !before.has(letter)).map(([letter]) => letter);
  const starred = [...after].filter(([letter, star]) => star && before.get(letter) !== true).map(([letter]) => letter);
  const statements: string[] = [];
  if (gone.length > 0) statements.push(`${prefix}REVOKE ${words(gone)} ON ${on} FROM ${role}`);
  if (bound.length > 0) statements.push(`${prefix}REVOKE GRANT OPTION FOR ${words(bound)} ON ${on} FROM ${role}`);
  if (added.length > 0) statements.push(`${prefix}GRANT ${words(added)} ON ${on} TO ${role}`);
  if (starred.length > 0) statements.push(`${prefix}GRANT ${words(starred)} ON ${on} TO ${role} WITH GRANT OPTION`);
  return statements;
}
