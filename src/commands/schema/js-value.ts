/** Arguments of operations as values and as TypeScript source. */

/** An SQL expression, written as `sql`…``. */
export interface SqlText {
  readonly sql: string;
}

/** What an argument can be. An object with one text `sql` is an expression. */
export type JsValue = string | number | boolean | null | SqlText | readonly JsValue[] | JsRecord;

/** An object literal. Absent members are left out. */
export interface JsRecord {
  readonly [name: string]: JsValue | undefined;
}

const width = 110;

export function isSqlText(value: JsValue): value is SqlText {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "sql" in value &&
    typeof value.sql === "string" && Object.keys(value).length === 1;
}

function isList(value: JsValue): value is readonly JsValue[] {
  return Array.isArray(value);
}

/** A text as the content of a template literal. */
export function templateText(text: string): string {
  return text.replace(/[\\`]|\$\{/g, (found) => `\\${found}`);
}

/** A value for the operation's own function; `sql` makes an expression of text. */
export function valueOf(value: JsValue, sql: (text: string) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((one) => valueOf(one, sql));
  if (isSqlText(value)) return sql(value.sql);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => one === undefined ? [] : [[name, valueOf(one, sql)]]),
  );
}

/** Whether an expression stands somewhere in a value. */
export function holdsSql(value: JsValue | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isList(value)) return value.some(holdsSql);
  return isSqlText(value) || Object.values(value).some(holdsSql);
}

function nameText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A value as source, on one line. */
function flat(value: JsValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(flat).join(", ")}]`;
  if (isSqlText(value)) return `sql\`${templateText(value.sql)}\``;
  const members = entriesOf(value).map(([name, one]) => `${nameText(name)}: ${flat(one)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function entriesOf(value: JsRecord): readonly (readonly [string, JsValue])[] {
  return Object.entries(value).flatMap(([name, one]) => one === undefined ? [] : [[name, one] as const]);
}

/** A value as source, broken over lines where it does not fit. */
function broken(value: JsValue, indent: string, used: number): string {
  const line = flat(value);
  const simple = typeof value !== "object" || value === null || isSqlText(value);
  if (simple || (indent.length + used + line.length <= width && !line.includes("\n"))) return line;
  const deeper = `${indent}  `;
  if (isList(value)) {
    return `[\n${value.map((one) => `${deeper}${broken(one, deeper, 0)},\n`).join("")}${indent}]`;
  }
  const members = entriesOf(value).map(([name, one]) => {
    const key = `${nameText(name)}: `;
    return `${deeper}${key}${broken(one, deeper, key.length)},\n`;
  });
  return `{\n${members.join("")}${indent}}`;
}

/** A call as source; its lines after the first stand below an indent of two. */
export function callText(name: string, given: readonly JsValue[]): string {
  const line = `${name}(${given.map(flat).join(", ")})`;
  if (line.length + 2 <= width && !line.includes("\n")) return line;
  const hugged = `${name}(${given.map((value) => broken(value, "  ", 0)).join(", ")})`;
  if (hugged.split("\n").every((one) => one.length <= width)) return hugged;
  return `${name}(\n${given.map((value) => `    ${broken(value, "    ", 0)},\n`).join("")}  )`;
}
