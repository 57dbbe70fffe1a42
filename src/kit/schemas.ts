/** Operations on schemas, extensions and sequences. */
import { integerText, nameText, qualifiedText, refuse, words } from "../models/ddl/argument.ts";
import { sequenceOptions } from "../models/ddl/sequence.ts";
import type { SequenceOptions } from "../models/ddl/shapes.ts";
import { quoteLiteral } from "../sql/quote.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/**
 * Creates a schema.
 *
 * ```ts
 * createSchema("shop", { ifNotExists: true });
 * ```
 */
export function createSchema(
  name: string,
  options: { readonly ifNotExists?: boolean; readonly owner?: string } = {},
): SqlOperation {
  const { ifNotExists, owner } = options;
  return operation("createSchema", `Create schema ${name}`, [
    words(
      "CREATE SCHEMA",
      ifNotExists && "IF NOT EXISTS",
      nameText("createSchema", "name", name),
      owner !== undefined && `AUTHORIZATION ${nameText("createSchema", "owner", owner)}`,
    ),
  ]);
}

/**
 * Drops a schema; `cascade` drops all that is in it.
 *
 * ```ts
 * dropSchema("shop", { cascade: true });
 * ```
 */
export function dropSchema(name: string, options: Omit<DropOptions, "schema"> = {}): SqlOperation {
  return operation("dropSchema", `Drop schema ${name}`, [
    words(
      "DROP SCHEMA",
      options.ifExists && "IF EXISTS",
      nameText("dropSchema", "name", name),
      options.cascade && "CASCADE",
    ),
  ]);
}

/**
 * Installs an extension, in `schema` when one is given. It is no error when it is there already, unless `ifNotExists`
 * is false.
 *
 * ```ts
 * createExtension("pg_trgm", { schema: "extensions" });
 * ```
 */
export function createExtension(
  name: string,
  options: InSchema & { readonly ifNotExists?: boolean; readonly version?: string; readonly cascade?: boolean } = {},
): SqlOperation {
  const { schema, version, cascade, ifNotExists = true } = options;
  return operation("createExtension", `Create extension ${name}`, [
    words(
      "CREATE EXTENSION",
      ifNotExists && "IF NOT EXISTS",
      nameText("createExtension", "name", name),
      schema !== undefined && `SCHEMA ${nameText("createExtension", "schema", schema)}`,
      version !== undefined && `VERSION ${quoteLiteral(version)}`,
      cascade && "CASCADE",
    ),
  ]);
}

/**
 * Removes an extension.
 *
 * ```ts
 * dropExtension("pg_trgm");
 * ```
 */
export function dropExtension(name: string, options: Omit<DropOptions, "schema"> = {}): SqlOperation {
  return operation("dropExtension", `Drop extension ${name}`, [
    words(
      "DROP EXTENSION",
      options.ifExists && "IF EXISTS",
      nameText("dropExtension", "name", name),
      options.cascade && "CASCADE",
    ),
  ]);
}

/**
 * Creates a sequence.
 *
 * ```ts
 * createSequence("invoice_number", { start: 1000, cache: 10 });
 * ```
 */
export function createSequence(
  name: string,
  options: InSchema & SequenceOptions & { readonly ifNotExists?: boolean } = {},
): SqlOperation {
  const sequence = qualifiedText("createSequence", "name", name, options.schema);
  return operation("createSequence", `Create sequence ${shown(name, options.schema)}`, [
    words(
      "CREATE SEQUENCE",
      options.ifNotExists && "IF NOT EXISTS",
      sequence,
      sequenceOptions("createSequence", options),
    ),
  ]);
}

/**
 * Changes a sequence; `restart` says the next number, or true for its start.
 *
 * ```ts
 * alterSequence("invoice_number", { restart: 5000, increment: 10 });
 * ```
 */
export function alterSequence(
  name: string,
  changes: SequenceOptions & { readonly restart?: number | bigint | true },
  options: InSchema = {},
): SqlOperation {
  const { restart } = changes;
  const text = words(
    sequenceOptions("alterSequence", changes),
    restart !== undefined &&
      (restart === true ? "RESTART" : `RESTART WITH ${integerText("alterSequence", "restart", restart)}`),
  );
  if (text === "") refuse("alterSequence", "changes", "at least one change", changes);
  const sequence = qualifiedText("alterSequence", "name", name, options.schema);
  return operation("alterSequence", `Alter sequence ${shown(name, options.schema)}`, [
    `ALTER SEQUENCE ${sequence} ${text}`,
  ]);
}

/**
 * Drops a sequence.
 *
 * ```ts
 * dropSequence("invoice_number");
 * ```
 */
export function dropSequence(name: string, options: DropOptions = {}): SqlOperation {
  const sequence = qualifiedText("dropSequence", "name", name, options.schema);
  return operation("dropSequence", `Drop sequence ${shown(name, options.schema)}`, [
    words("DROP SEQUENCE", options.ifExists && "IF EXISTS", sequence, options.cascade && "CASCADE"),
  ]);
}
