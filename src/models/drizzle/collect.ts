/** What a Drizzle schema exports, as models. */
import type { AnyPgTable, PgMaterializedView, PgPolicy, PgSequence, PgView } from "drizzle-orm/pg-core";
import type { StorageParameters } from "../ddl/shapes.ts";
import type { Definition, TableModel } from "../define/definition.ts";
import type { Spot } from "../../sql/statement.ts";
import { isFragment, sequenceOf } from "./columns.ts";
import type { Orm } from "./orm.ts";
import { readTable, roleNames, scalar, snake } from "./tables.ts";

/** What was found among exports. */
export interface CollectedDrizzle {
  readonly tables: readonly TableModel[];
  readonly definitions: readonly Definition[];
  /** Roles that the schema names; the scratch database needs them, no plan makes them. */
  readonly roles: readonly string[];
}

/** Where a name stands in the source, because Drizzle's things do not know it themselves. */
export type Locate = (name: string) => Spot | null;

/**
 * Collects a Drizzle schema from exported values. Relations and whatever else is exported are left alone; views that
 * are declared with `.existing()` belong to somebody else.
 */
export function collectDrizzle(orm: Orm, exported: readonly unknown[], locate: Locate): CollectedDrizzle {
  const { is } = orm.base;
  const { core } = orm;
  const values = [...new Set(exported)];
  const policies = values.filter((value): value is PgPolicy => is(value, core.PgPolicy));
  const tables = values.filter((value): value is AnyPgTable => is(value, core.PgTable));
  return {
    tables: tables.map((table) => {
      const linked = policies.filter((policy) => linkedTo(policy) === table);
      return readTable(orm, table, locate(core.getTableConfig(table).name), linked);
    }),
    definitions: values.flatMap((value): readonly Definition[] => definitionOf(orm, value, locate)),
    roles: rolesOf(orm, values, policies),
  };
}

/** A policy knows the table it was linked to under a name that Drizzle keeps to itself. */
function linkedTo(policy: PgPolicy): unknown {
  return Reflect.get(policy, "_linkedTable");
}

function definitionOf(orm: Orm, value: unknown, locate: Locate): readonly Definition[] {
  const { is } = orm.base;
  const { core } = orm;
  if (core.isPgEnum(value)) {
    const { enumName: name, enumValues: values, schema } = value;
    const at = locate(name);
    return [{ type: "migrate.model", kind: "enum", name, values, ...withSchema(schema), at }];
  }
  if (is(value, core.PgSchema)) {
    return [{ type: "migrate.model", kind: "schema", name: value.schemaName, at: locate(value.schemaName) }];
  }
  if (is(value, core.PgSequence)) return [sequenceDefinition(value, locate)];
  if (is(value, core.PgMaterializedView)) return materializedView(orm, value, locate);
  if (is(value, core.PgView)) return view(orm, value, locate);
  return [];
}

function withSchema(schema: string | undefined): { readonly schema?: string } {
  return schema === undefined ? {} : { schema };
}

function sequenceDefinition(value: PgSequence, locate: Locate): Definition {
  const { seqName: name = "", seqOptions = {}, schema } = value;
  const at = locate(name);
  return { type: "migrate.model", kind: "sequence", name, ...withSchema(schema), ...sequenceOf(seqOptions), at };
}

function view(orm: Orm, value: PgView, locate: Locate): readonly Definition[] {
  const { name, schema, query, with: options } = orm.core.getViewConfig(value);
  if (!isFragment(orm, query)) return [];
  return [{
    type: "migrate.model",
    kind: "view",
    name,
    ...withSchema(schema),
    query: orm.text(query),
    ...(options?.checkOption === undefined ? {} : { checkOption: options.checkOption }),
    ...(options?.securityBarrier === undefined ? {} : { securityBarrier: options.securityBarrier }),
    ...(options?.securityInvoker === undefined ? {} : { securityInvoker: options.securityInvoker }),
    at: locate(name),
  }];
}

function materializedView(orm: Orm, value: PgMaterializedView, locate: Locate): readonly Definition[] {
  const { name, schema, query, with: options, using, tablespace, withNoData } = orm.core.getMaterializedViewConfig(
    value,
  );
  if (!isFragment(orm, query)) return [];
  const parameters: StorageParameters = Object.fromEntries(
    Object.entries(options ?? {}).map(([key, one]) => [snake(key), scalar(one)]),
  );
  return [{
    type: "migrate.model",
    kind: "materializedView",
    name,
    ...withSchema(schema),
    query: orm.text(query),
    ...(Object.keys(parameters).length === 0 ? {} : { with: parameters }),
    ...(using === undefined ? {} : { using }),
    ...(tablespace === undefined ? {} : { tablespace }),
    ...(withNoData === true ? { withData: false } : {}),
    at: locate(name),
  }];
}

function rolesOf(orm: Orm, values: readonly unknown[], policies: readonly PgPolicy[]): readonly string[] {
  const { is } = orm.base;
  const { core } = orm;
  const tables = values.filter((value): value is AnyPgTable => is(value, core.PgTable));
  const all = [...policies, ...tables.flatMap((table) => core.getTableConfig(table).policies)];
  return [
    ...new Set([
      ...values.flatMap((value) => is(value, core.PgRole) ? [value.name] : []),
      ...all.flatMap(({ to }) => roleNames(to)),
    ]),
  ].filter((role) => !/^(public|current_role|current_user|session_user)$/i.test(role));
}
