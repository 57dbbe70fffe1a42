/** Option lists as the catalogs hold them: `{"fillfactor=70","autovacuum_enabled=false"}`. */
import { quoteIdentifier, quoteLiteral } from "../sql/quote.ts";
import type { LockLevel } from "./statement.ts";

/** Splits `name=value` texts into a map. */
export function optionsOf(texts: readonly string[] | null): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const text of texts ?? []) {
    const at = text.indexOf("=");
    options.set(text.slice(0, at), text.slice(at + 1));
  }
  return options;
}

function optionName(name: string): string {
  return name.split(".").map(quoteIdentifier).join(".");
}

/** A value as it may stand bare in an option list, or quoted. */
function optionValue(value: string): string {
  return /^(-?[0-9]+(\.[0-9]+)?|true|false|on|off|auto|local|cascaded)$/i.test(value) ? value : quoteLiteral(value);
}

/** Writes `name=value, …` for WITH ( ) and SET ( ). */
export function writeOptions(texts: readonly string[] | null): string {
  return [...optionsOf(texts)].map(([name, value]) => `${optionName(name)}=${optionValue(value)}`).join(", ");
}

/** `SET (…)` and `RESET (…)` clauses that lead from one list to the other. */
export function changeOptions(have: readonly string[] | null, want: readonly string[] | null): readonly string[] {
  const before = optionsOf(have);
  const after = optionsOf(want);
  const set = [...after].filter(([name, value]) => before.get(name) !== value).map(([name, value]) =>
    `${name}=${value}`
  );
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const clauses: string[] = [];
  if (gone.length > 0) clauses.push(`RESET (${gone.map(optionName).join(", ")})`);
  if (set.length > 0) clauses.push(`SET (${writeOptions(set)})`);
  return clauses;
}

/** Writes `OPTIONS (name 'value', …)` of foreign objects; empty when there are none. */
export function foreignOptions(texts: readonly string[] | null): string {
  const options = [...optionsOf(texts)];
  if (options.length === 0) return "";
  return ` OPTIONS (${options.map(([name, value]) => `${quoteIdentifier(name)} ${quoteLiteral(value)}`).join(", ")})`;
}

/** `OPTIONS (ADD …, SET …, DROP …)` that leads from one list to the other; empty when they are equal. */
export function changeForeignOptions(have: readonly string[] | null, want: readonly string[] | null): string {
  const before = optionsOf(have);
  const after = optionsOf(want);
  const parts: string[] = [];
  for (const [name, value] of after) {
    const old = before.get(name);
    if (old === value) continue;
    parts.push(`${old === undefined ? "ADD" : "SET"} ${quoteIdentifier(name)} ${quoteLiteral(value)}`);
  }
  for (const name of before.keys()) if (!after.has(name)) parts.push(`DROP ${quoteIdentifier(name)}`);
  return parts.length === 0 ? "" : `OPTIONS (${parts.join(", ")})`;
}

/** Whether two lists or values from the catalog say the same, in whatever order lists stand. */
export function sameOptions(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort());
}

/** Storage parameters that change under a lock which lets others read and write (reloptions.c). */
const weakParameters =
  /^(fillfactor|deduplicate_items|autovacuum_|toast\.autovacuum_|log_autovacuum|parallel_workers|vacuum_|toast\.vacuum_)/;

/** The lock that changing a table's or an index's storage parameters from one list to the other takes. */
export function parameterLock(have: readonly string[] | null, want: readonly string[] | null): LockLevel {
  const all = [...optionsOf(have), ...optionsOf(want)];
  const [before, after] = [optionsOf(have), optionsOf(want)];
  return all.every(([name]) => before.get(name) === after.get(name) || weakParameters.test(name))
    ? "SHARE UPDATE EXCLUSIVE"
    : "ACCESS EXCLUSIVE";
}
