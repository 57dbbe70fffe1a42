/**
 * drizzle-orm, loaded when a Drizzle schema is. The embedded copy reads what any copy of the same generation made:
 * drizzle recognises its things by a name under a registered symbol, not by their class.
 */
import type { SQL } from "drizzle-orm";

/** The parts of drizzle-orm that are used here. */
export interface Orm {
  readonly core: typeof import("drizzle-orm/pg-core");
  readonly base: typeof import("drizzle-orm");
  /** A fragment as SQL, its values inlined, its columns named by the casing. */
  readonly text: (fragment: SQL) => string;
  /** A column's name in the database. */
  readonly columnName: (column: NamedColumn) => string;
}

/** Drizzle's option for names of columns that a schema does not name. */
export type Casing = "snake_case" | "camelCase" | null;

/** What a column's name comes from; an index's column is no more than this. */
export interface NamedColumn {
  readonly name: string;
  readonly keyAsName: boolean;
}

/** Loads drizzle-orm for one schema. */
export async function loadOrm(casing: Casing): Promise<Orm> {
  const [core, base, { toCamelCase, toSnakeCase }] = await Promise.all([
    import("drizzle-orm/pg-core"),
    import("drizzle-orm"),
    import("drizzle-orm/casing"),
  ]);
  const convert = casing === "snake_case" ? toSnakeCase : casing === "camelCase" ? toCamelCase : (name: string) => name;
  const dialect = new core.PgDialect(casing === null ? {} : { casing });
  return {
    core,
    base,
    text: (fragment) => dialect.sqlToQuery(fragment.inlineParams()).sql,
    columnName: ({ name, keyAsName }) => keyAsName ? convert(name) : name,
  };
}
