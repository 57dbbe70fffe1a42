/** What ALTER COLUMN … TYPE needs and does, from the casts that the server has. */
import { quoteIdentifier } from "../sql/quote.ts";
import { type Fact, type FactOf, keyOf } from "./fact.ts";
import type { Sides } from "./kind.ts";
import { usingAttributes } from "./moved-attributes.ts";
import { own } from "./names.ts";
import type { Side } from "./side.ts";

/** How a column's type is changed. */
export interface TypeChange {
  /** Expression for USING; null where an assignment converts by itself. */
  readonly using: string | null;
  /** The default cannot be converted with the column: it goes before and comes after. */
  readonly dropsDefault: boolean;
  readonly rewrites: boolean;
  /** Rows are read: for writing them anew, for a check of theirs, or for an index that is built again. */
  readonly scans: boolean;
  readonly losesData: boolean;
}

const strings = new Set(["text", "character varying", "character", "name", '"char"']);

/** Types between which rows are the same. */
const freeText = new Set(["text", "character varying"]);

/** A type without length, precision and array marks: `character varying(10)[]` is `character varying`. */
export function baseType(type: string): string {
  return type.replace(/\(.*?\)/g, "").replace(/(\[\])+$/, "");
}

/** The type under a domain, or the type itself. */
function underlying(type: string, side: Side): string {
  const base = baseType(type);
  for (const fact of side.facts.values()) {
    if (fact.kind !== "domain") continue;
    if (baseType(base) === domainName(fact)) return underlying(fact.body.type, side);
  }
  return base;
}

function domainName(fact: FactOf<"domain">): string {
  return fact.name.map((name) => /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`).join(".");
}

const integers = new Set(["smallint", "integer", "bigint"]);
const reals = new Set(["real", "double precision", "numeric"]);
const isNumber = (type: string) => integers.has(type) || reals.has(type);

/** Whether values of two types compare with each other, both ways, without a cast. */
export function comparable(from: string, to: string): boolean {
  const [a, b] = [baseType(from), baseType(to)];
  if (from.endsWith("[]") !== to.endsWith("[]")) return false;
  return a === b || (!from.endsWith("[]") && [integers, freeText].some((types) => types.has(a) && types.has(b)));
}

/** The numbers in a type's brackets; none where it has no brackets. */
const limits = (type: string): readonly number[] => (/\((.*?)\)/.exec(type)?.[1]?.split(",") ?? []).map(Number);

/** Whether the rows are written anew (locks.md has the measured list): lengths that grow and text types keep them. */
function rewritesRows(from: string, to: string): boolean {
  const [a, b] = [baseType(from), baseType(to)];
  if (from.endsWith("[]") || to.endsWith("[]")) return from !== to;
  if (freeText.has(a) && freeText.has(b)) {
    if (!to.includes("(")) return false;
    return !from.includes("(") || (limits(to)[0] ?? 0) < (limits(from)[0] ?? 0);
  }
  if (a === "cidr" && b === "inet") return false;
  // From timestamp to timestamptz rows stay where the session's TimeZone is UTC, which a plan does not know.
  if (a !== b) return true;
  if (!to.includes("(")) return false;
  const [before, after] = [limits(from), limits(to)];
  if (a === "numeric") {
    return !from.includes("(") || (after[1] ?? 0) !== (before[1] ?? 0) || (after[0] ?? 0) < (before[0] ?? 0);
  }
  if (a === "bit varying") return (after[0] ?? 0) < (before[0] ?? Infinity);
  if (a.startsWith("time") || a === "interval") return (after[0] ?? 0) < (before[0] ?? 6);
  return true;
}

/** Types whose casts give away, without a word, what does not go in: by the new type, the old ones. */
const cutting: Readonly<Record<string, readonly string[]>> = {
  real: ["integer", "bigint", "numeric", "double precision"],
  "double precision": ["bigint", "numeric"],
  money: ["numeric", "real", "double precision"],
  '"char"': ["text", "character varying", "character", "name"],
  name: ["text", "character varying", "character"],
  cidr: ["inet"],
  "time without time zone": ["time with time zone"],
};

/** Whether a narrower number or length can cut what is stored, instead of refusing it. */
function cuts(from: string, to: string): boolean {
  const [a, b] = [baseType(from), baseType(to)];
  // Only the first element of an array is kept.
  if (from.endsWith("[]") && !to.endsWith("[]") && !/^jsonb?$/.test(to)) return true;
  if (reals.has(a) && integers.has(b) || b === "boolean" && isNumber(a)) return true;
  if (a === b && a === "numeric" && to.includes("(")) {
    return !from.includes("(") || (limits(to)[1] ?? 0) < (limits(from)[1] ?? 0);
  }
  if (a.startsWith("timestamp") && (b === "date" || b.startsWith("time "))) return true;
  if (a === b && /^time|^interval/.test(a) && to.includes("(")) {
    return (limits(to)[0] ?? 6) < (from.includes("(") ? limits(from)[0] ?? 6 : 6);
  }
  return cutting[b]?.includes(a) === true;
}

/**
 * Whether two texts about a table's columns say the same, but for columns that go between text and varchar: PostgreSQL
 * writes `(a)::text` for the one and `a` for the other, and brings indexes and checks over the change by itself.
 */
export function sameOverCasts(
  from: string | null,
  to: string | null,
  table: readonly string[],
  { have, want }: Sides,
): boolean {
  if (from === to) return true;
  if (from === null || to === null) return false;
  let [before, after] = [from, to];
  for (const column of want.childrenOf(keyOf("table", table), "column")) {
    const old = have.at(column.key, "column");
    if (old === null || old.body.type === column.body.type) continue;
    if (![old, column].every(({ body }) => freeText.has(baseType(body.type)) && !body.type.endsWith("]"))) continue;
    before = before.replaceAll(`(${own(column)})::text`, own(column));
    after = after.replaceAll(`(${own(column)})::text`, own(column));
  }
  return before === after;
}

/** What of a column's type is made anew under the same name: the type itself, or its collation alone. */
export type Renewed = "type" | "collation" | null;

/** Says what of a column's type is made anew, from the keys of what is moved aside. */
export function renewedOf(have: Fact, want: Fact, parked: ReadonlySet<string>): Renewed {
  const anew = have.needs.filter((need) => parked.has(need) && want.needs.includes(need));
  if (anew.length === 0) return null;
  return anew.every((need) => need.startsWith("collation:")) ? "collation" : "type";
}

/** Whether what stands on a column has to look at every row, though no row is written. */
function readsRows(have: FactOf<"column">, want: FactOf<"column">, side: Side, renewed: Renewed): boolean {
  const collated = have.body.collation !== want.body.collation || renewed === "collation";
  return side.dependents(have.key).some((user) => {
    // A foreign key is made again by a statement of its own.
    if (user.kind === "constraint") return user.body.type === "c" || collated && user.body.type !== "f";
    return user.kind === "index" &&
      (collated || user.body.predicate !== null || /\(\(|\w\(/.test(user.body.definition));
  });
}

/** A domain's constraints have to be looked at for every row, a plain domain is its type. */
export function isConstrained(type: string, side: Side): boolean {
  for (const fact of side.facts.values()) {
    if (fact.kind !== "domain" || domainName(fact) !== baseType(type)) continue;
    return side.childrenOf(fact.key, "domainConstraint").length > 0 ||
      isConstrained(fact.body.type, side);
  }
  return false;
}

/** Works out how a column gets from one type to the other; `anew`: what is new under the same name. */
export function usingFor(have: FactOf<"column">, want: FactOf<"column">, sides: Sides, anew: Renewed): TypeChange {
  const [from, to] = [have.body.type, want.body.type];
  const rewrites = rewritesRows(from, to);
  const scans = rewrites || readsRows(have, want, sides.have, anew);
  const renewed = anew === "type";
  const losesData = cuts(from, to);
  const before = sides.have.find("default", have.name);
  const after = sides.want.find("default", want.name);
  const changedDefault = before !== null && before.body.expression !== after?.body.expression;
  const [a, b] = [underlying(from, sides.have), underlying(to, sides.want)];
  const column = own(want);
  const arrays = from.endsWith("[]") === to.endsWith("[]");
  const casts = sides.want.snapshot.casts;
  const assigned = a === b || strings.has(b) || casts.includes(`${a}>${b}`);
  if (arrays && assigned && !renewed) {
    return { using: null, dropsDefault: changedDefault, rewrites, scans, losesData };
  }
  const moved = renewed ? usingAttributes(column, want, sides) : null;
  if (moved !== null) return { ...moved, dropsDefault: before !== null, rewrites: true, scans: true };
  const direct = !renewed && (assigned || strings.has(a) || casts.includes(`${a}>>${b}`));
  let using = `${column}::${direct ? "" : `${bridge(a, b)}${arraysOf(from)}::`}${to}`;
  if (/^jsonb?$/.test(to) && !renewed && !(strings.has(a) && arrays)) using = `pg_catalog.to_${to}(${column})`;
  else if (/^jsonb?$/.test(from) && want.needs.some((need) => arrays && need.startsWith("composite:"))) {
    using = `pg_catalog.${from}_populate_record(NULL::${to}, ${column})`;
  } else if (/^jsonb?$/.test(from) && !arrays) using = `${textsOf(from, column)}::${to}`;
  else if (!arrays && to.endsWith("[]")) using = `ARRAY[${column}${direct ? "" : "::text"}]::${to}`;
  else if (!arrays) using = `${column}[1]::${direct ? "" : "text::"}${to}`;
  return { using, dropsDefault: before !== null, rewrites: true, scans: true, losesData };
}

/**
 * The elements of a JSON array as `text[]`. USING takes no subquery, and this is the one function that reads them; it
 * wants a row type with such a column, which a system table always has.
 */
function textsOf(json: string, column: string): string {
  const row = `pg_catalog.${json}_build_object('reloptions', ${column})`;
  return `(pg_catalog.${json}_populate_record(NULL::pg_catalog.pg_class, ${row})).reloptions`;
}

/** The type through which values go where there is no cast: 0 and 1 are not what text makes of a boolean. */
function bridge(from: string, to: string): string {
  return (from === "boolean" && isNumber(to)) || (isNumber(from) && to === "boolean") ? "integer" : "text";
}

const arraysOf = (type: string) => type.endsWith("[]") ? "[]" : "";

/** The table that a column's value divides into partitions: PostgreSQL lets nobody change such a column's type. */
export function partitionedBy(column: Fact, side: Side): Fact | null {
  const table = side.at(keyOf("table", column.name.slice(0, 2)), "table");
  const key = table?.body.partitionKey ?? null;
  if (table === null || key === null) return null;
  const name = quoteIdentifier(column.name[2] ?? "").replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\w$"])${name}(?![\\w$"(])`).test(key) ? table : null;
}
