/** Models of all files together as statements, in an order in which most of them find what they need. */
import { Problem, problem } from "../base/problem.ts";
import type { Spot } from "../sql/statement.ts";
import { definitionDdl, type Phase, type Phased, phases } from "./ddl/definition-ddl.ts";
import { tableDdl } from "./ddl/table-ddl.ts";
import type { Definition, TableModel } from "./define/definition.ts";
import type { NamePatterns } from "./naming.ts";
import type { ModelStatement } from "./statement.ts";
import { orderTables } from "./table-order.ts";

/** What the files of one source define. */
export interface Models {
  readonly tables: readonly TableModel[];
  readonly definitions: readonly Definition[];
}

interface Placed extends Phased {
  readonly at: Spot | null;
  readonly subject: string;
}

/** All statements of the models. Problems name the model and its place. */
export function assemble({ tables, definitions }: Models, patterns: NamePatterns): readonly ModelStatement[] {
  refuseTwice(tables, definitions);
  const taken = new Set(
    tables.flatMap((table) => table.indexes.flatMap(({ name }) => name === undefined ? [] : [name])),
  );
  const placed: Placed[] = [
    ...usedSchemas(tables, definitions),
    ...definitions.flatMap((definition) => {
      const subject = "name" in definition ? `${definition.kind} ${definition.name}` : "ddl";
      return written(subject, definition.at, () => definitionDdl(definition));
    }),
    ...orderTables(tables).flatMap(({ table, inline }) =>
      written(`table ${table.name}`, table.at, () => tableDdl(table, inline, patterns, taken))
    ),
  ];
  const byPhase = Map.groupBy(placed, ({ phase }) => phase);
  return phases.flatMap((phase) => byPhase.get(phase) ?? []).map(({ sql, at, subject }) => ({
    sql,
    subject,
    at,
    session: noSession,
  }));
}

/** Statements of builders need no settings of their own; one list for all, so that it is compared by identity. */
const noSession: readonly string[] = [];

/** What an argument's check refused is told as a fault of the model, with the place of the model. */
function written(subject: string, at: Spot | null, write: () => readonly Phased[]): readonly Placed[] {
  try {
    return write().map((phased) => ({ ...phased, at, subject }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code !== "kit/bad-argument") {
      throw error.at === null && at !== null ? new Problem(error.code, error.data, at, error.others, error) : error;
    }
    const { argument, wanted, found } = error.data as { argument: string; wanted: string; found: string };
    const [, name = subject] = /^\S+ (.*)$/.exec(subject) ?? [];
    throw problem("model/bad-option", { table: name, column: null, option: argument, wanted, found }, {
      ...(at === null ? {} : { at }),
      cause: error,
    });
  }
}

/** Schemas that tables and others name without anybody defining them. */
function usedSchemas(tables: readonly TableModel[], definitions: readonly Definition[]): readonly Placed[] {
  const named = (definition: Definition) => "name" in definition ? definition.schema : undefined;
  const defined = new Set(
    definitions.filter(({ kind }) => kind === "schema").map((one) => "name" in one ? one.name : ""),
  );
  const used = new Set([
    ...tables.flatMap((table) => table.schema === null ? [] : [table.schema]),
    ...definitions.flatMap((definition) => named(definition) ?? []),
  ]);
  const phase: Phase = "schema";
  return [...used].filter((schema) => schema !== "public" && schema !== "pg_catalog" && !defined.has(schema)).flatMap((
    schema,
  ) =>
    definitionDdl({ type: "migrate.model", kind: "schema", name: schema, at: null }).map(({ sql }) => ({
      phase,
      sql,
      at: null,
      subject: `schema ${schema}`,
    }))
  );
}

const relations = new Set(["view", "materializedView", "sequence"]);
const types = new Set(["enum", "domain", "compositeType"]);

/** PostgreSQL would say it too, but not where the first one stands. */
function refuseTwice(tables: readonly TableModel[], definitions: readonly Definition[]): void {
  const seen = new Map<string, Spot | null>();
  const see = (space: string, kind: string, schema: string | undefined | null, name: string, at: Spot | null) => {
    const key = JSON.stringify([space, schema ?? "public", name]);
    const first = seen.get(key);
    if (first !== undefined) {
      const place = first === null ? null : `${first.file}:${first.line}`;
      throw problem("model/duplicate-name", { kind, name, first: place }, at === null ? {} : { at });
    }
    seen.set(key, at);
  };
  for (const { schema, name, columns, at } of tables) {
    see("relation", "table", schema, name, at);
    const names = columns.map((column) => column.name);
    const twice = names.find((column, index) => names.indexOf(column) < index);
    if (twice === undefined) continue;
    throw problem("model/duplicate-column", { table: name, column: twice }, at === null ? {} : { at });
  }
  for (const definition of definitions) {
    if (relations.has(definition.kind) && "name" in definition) {
      see("relation", definition.kind, definition.schema, definition.name, definition.at);
    } else if (types.has(definition.kind) && "name" in definition) {
      see("type", definition.kind, definition.schema, definition.name, definition.at);
    }
  }
}
