/**
 * How values cross the wire, the same for a server and for the embedded PostgreSQL: both send text and get text, and
 * this file alone says what a column's text becomes and what a bound parameter is sent as.
 */

/** Turns a column's text into a value. */
export type ValueParser = (text: string) => unknown;

/** Type oids of `json` and `jsonb`, whose parameters are JSON even when the value is an array. */
export const jsonTypes: readonly number[] = [114, 3802];

const integer: ValueParser = (text) => Number(text);
const bigInteger: ValueParser = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
};
const boolean: ValueParser = (text) => text === "t" || text === "true";
const json: ValueParser = (text) => JSON.parse(text);
const bytes: ValueParser = (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"));
const plain: ValueParser = (text) => text;

/** `timestamptz` in the ISO style becomes a Date; other styles, `infinity` and years before 1 stay text. */
const instant: ValueParser = (text) => {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::(\d\d))?$/.exec(text);
  if (parts === null) return text;
  const [, day, time, hours, minutes] = parts;
  const date = new Date(`${day}T${time}${hours}:${minutes ?? "00"}`);
  return Number.isNaN(date.getTime()) ? text : date;
};

/** For each type: its oid, the oid of its array type, and its parser. From `pg_type.dat`; these never change. */
const types: readonly (readonly [oid: number, arrayOid: number, parse: ValueParser])[] = [
  [16, 1000, boolean],
  [17, 1001, bytes],
  [18, 1002, plain],
  [19, 1003, plain],
  [20, 1016, bigInteger],
  [21, 1005, integer],
  [23, 1007, integer],
  [25, 1009, plain],
  [26, 1028, integer],
  [114, 199, json],
  [700, 1021, integer],
  [701, 1022, integer],
  [1042, 1014, plain],
  [1043, 1015, plain],
  [1082, 1182, plain],
  [1114, 1115, plain],
  [1184, 1185, instant],
  [1700, 1231, plain],
  [2950, 2951, plain],
  [3802, 3807, json],
];

/** Parsers by type oid; a type that is not here stays the server's text. */
export const valueParsers: Readonly<Record<number, ValueParser>> = Object.fromEntries(
  types.flatMap(([oid, arrayOid, parse]) => [
    [oid, parse],
    [arrayOid, (text: string) => parseArray(text, parse)],
  ]),
);

/**
 * Reads an array in PostgreSQL's text form (`{1,NULL,"a b"}`, with or without bounds), nested to any depth.
 *
 * ```ts
 * parseArray("{{1,2},{3,NULL}}", Number); // [[1, 2], [3, null]]
 * ```
 */
export function parseArray(text: string, parse: ValueParser): unknown[] {
  const stack: unknown[][] = [];
  let top: unknown[] = [];
  let at = text.startsWith("[") ? text.indexOf("=") + 1 : 0;
  while (at < text.length) {
    const char = text[at];
    if (char === "{") {
      const inner: unknown[] = [];
      stack.at(-1)?.push(inner);
      stack.push(inner);
      at++;
    } else if (char === "}") {
      top = stack.pop() ?? top;
      at++;
    } else if (char === ",") {
      at++;
    } else if (char === '"') {
      let value = "";
      for (at++; at < text.length && text[at] !== '"'; at++) {
        if (text[at] === "\\") at++;
        value += text[at];
      }
      at++;
      stack.at(-1)?.push(parse(value));
    } else {
      const start = at;
      while (at < text.length && text[at] !== "," && text[at] !== "}") at++;
      const word = text.slice(start, at);
      stack.at(-1)?.push(word === "NULL" ? null : parse(word));
    }
  }
  return top;
}

/**
 * The text that is sent for a bound parameter, or null for NULL. Strings go as they are; arrays become PostgreSQL's
 * array literals, or JSON when the parameter's type is `json` or `jsonb`; other objects become JSON.
 */
export function parameterText(value: unknown, asJson: boolean): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return asJson ? JSON.stringify(value) : value.toISOString();
  if (value instanceof Uint8Array) return "\\x" + Buffer.from(value).toString("hex");
  if (Array.isArray(value) && !asJson) return arrayText(value);
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function arrayText(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (Array.isArray(value)) return arrayText(value);
    const text = parameterText(value, false);
    return text === null ? "NULL" : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${elements.join(",")}}`;
}
