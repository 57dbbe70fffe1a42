/** How facts are named in SQL and in descriptions. */
import { quoteIdentifier, quoteQualified } from "../sql/quote.ts";
import { type Fact, keyOf } from "./fact.ts";
import type { Side } from "./side.ts";

/** `schema.name` of a fact whose names begin with a schema and a name, quoted. */
export function qualified(name: readonly string[]): string {
  return quoteQualified(name[0] ?? "", name[1] ?? "");
}

/** The last of a fact's names, quoted. */
export function own(fact: { readonly name: readonly string[] }): string {
  return quoteIdentifier(fact.name[fact.name.length - 1] ?? "");
}

/** A list of names, quoted, between commas. */
export function list(names: readonly string[]): string {
  return names.map(quoteIdentifier).join(", ");
}

const encoder = new TextEncoder();

/** The names of what stands beside a fact for a while. PostgreSQL cuts names at 63 bytes, so the own one may give way. */
export function aside(fact: { readonly name: readonly string[] }, what: "old" | "new"): readonly string[] {
  let name = fact.name[1] ?? "";
  while (encoder.encode(`${name}__${what}`).length > 63) name = [...name].slice(0, -1).join("");
  return [fact.name[0] ?? "", `${name}__${what}`, ...fact.name.slice(2)];
}

/** Key of the table in which a column, constraint or trigger of these names stands. */
export function tableOf(fact: { readonly name: readonly string[] }): string {
  return keyOf("table", fact.name.slice(0, 2));
}

/** Whether other tables inherit from this one, so that a statement meant for it alone needs ONLY. */
export function hasHeirs(table: string, side: Side): boolean {
  return side.dependents(table).some((fact) => fact.kind === "inheritance");
}

/** `ALTER TABLE [ONLY] schema.name`: for what must not reach the tables that inherit. */
export function alterOnly(fact: { readonly name: readonly string[] }, ...sides: readonly Side[]): string {
  const table = tableOf(fact);
  const side = sides.find((one) => one.get(table) !== null);
  const foreign = side?.at(table, "table")?.body.relation === "f";
  const heirs = sides.some((one) => hasHeirs(table, one));
  return `ALTER ${foreign ? "FOREIGN TABLE" : "TABLE"} ${heirs ? "ONLY " : ""}${qualified(fact.name)}`;
}

/** `ALTER TABLE schema.name`: reaches the tables that inherit. */
export function alterAll(fact: { readonly name: readonly string[] }, side: Side): string {
  const foreign = side.at(tableOf(fact), "table")?.body.relation === "f";
  return `ALTER ${foreign ? "FOREIGN TABLE" : "TABLE"} ${qualified(fact.name)}`;
}

/** Where tables, views, indexes and sequences share names. */
export function relationSlot(schema: string, name: string): string {
  return keyOf("table", [schema, name]).replace("table:", "relation ");
}

/** Where types share names, the row types of tables among them. */
export function typeSlot(schema: string, name: string): string {
  return keyOf("table", [schema, name]).replace("table:", "type ");
}

/** Key of the relation (table or view) that a fact of these names stands on, whichever side knows it. */
export function relationOf(fact: Fact): string {
  return fact.parent ?? tableOf(fact);
}
