// deno-fmt-ignore-file
/** The text of `migrate.d.ts`. Written by `deno task declarations` from the source of migrate:kit; not by hand. */
import { Buffer } from "node:buffer";
import { inflateRawSync } from "node:zlib";

const kit = `declare module "migrate:kit" {
  import * as z from "migrate:zod/classic/external";

  /**
   * Types a configuration; export it as default from \`migrate.config.ts\`.
   *
   * \`\`\`ts
   * export default defineConfig({
   *   url: "\${DATABASE_URL}",
   *   models: ["models/*.ts"],
   *   include: ({ kind, name }) => kind !== "table" || name.at(-1) !== "spatial_ref_sys",
   * });
   * \`\`\`
   */
  function defineConfig<const Config extends ProjectConfig>(config: Config): Config;

  /** A statement that autogenerate is about to write. */
  interface PlannedChange {
      readonly sql: string;
      /** One line that says what it does. */
      readonly description: string;
      /** Stands above it in the file; null: nothing. */
      readonly comment: string | null;
      /** \`own\` has a block of its own, \`none\` runs outside of any transaction. */
      readonly transaction: "any" | "own" | "none";
      /** Key of the object that it is about. */
      readonly subject: string;
      /** The strongest lock on a table that existed before; null when it takes none. */
      readonly lockLevel: string | null;
      readonly rewrites: boolean;
      readonly scans: boolean;
      readonly losesData: boolean;
  }

  /** A configuration: settings, environments, and functions that a \`.toml\` file cannot hold. */
  interface ProjectConfig extends Settings {
      readonly env?: Readonly<Record<string, Settings>>;
      /** Says whether an object is compared; what it refuses is left alone, with all that belongs to it. */
      readonly include?: (object: SchemaObject) => boolean;
      /** Called after each step of a run; may be async. */
      readonly onStep?: (step: RevisionStep) => unknown;
      /** Changes what was planned before it is proven and written; returning nothing changes nothing; may be async. */
      readonly rewrite?: (changes: {
          readonly up: readonly PlannedChange[];
          readonly down: readonly PlannedChange[];
      }) => Rewritten | undefined | void | Promise<Rewritten | undefined | void>;
  }

  /** A revision that was just applied or taken back. */
  interface RevisionStep {
      readonly direction: "up" | "down";
      readonly id: string;
      readonly message: string;
      /** As a user would write it; null when the revision is in no file. */
      readonly file: string | null;
      /** The tips after it. */
      readonly tips: readonly string[];
      readonly durationMs: number;
  }

  /** Both directions, as \`rewrite\` returns them. */
  interface Rewritten {
      readonly up: readonly RewrittenChange[];
      readonly down: readonly RewrittenChange[];
  }

  /** A statement that \`rewrite\` returns: a planned one, or one that needs no more than its SQL. */
  type RewrittenChange = Partial<PlannedChange> & {
      readonly sql: string;
  };

  /** What \`include\` is asked about. */
  interface SchemaObject {
      /** \`table\`, \`column\`, \`index\`, \`view\`, \`function\`, … as in \`ignore\`. */
      readonly kind: string;
      /** From the outside in: schema, table, column. */
      readonly name: readonly string[];
  }

  /** \`defineConfig\`: the configuration in TypeScript, in the words of \`migrate.toml\`. */
  /** Settings that stand at the top or in an \`[env.NAME]\`. */
  interface Settings {
      readonly url?: string;
      readonly migrations?: readonly string[];
      readonly models?: readonly (string | {
          readonly drizzle: string;
          readonly casing?: "snake_case" | "camelCase";
      } | {
          readonly command: readonly string[];
      })[];
      readonly file_template?: string;
      readonly format?: "sql" | "ts";
      readonly transaction?: "revision" | "all";
      readonly lock_timeout?: string;
      readonly lock_retries?: number;
      readonly statement_timeout?: string;
      readonly run_lock?: "advisory" | "lease";
      readonly run_lock_wait?: string;
      readonly history_table?: string;
      readonly log_table?: string;
      readonly out_of_order?: "error" | "allow" | "warn";
      readonly typescript?: "allow" | "deny";
      readonly role?: string;
      readonly schemas?: readonly string[];
      readonly ignore?: readonly string[];
      readonly protected?: boolean;
      readonly privileges?: boolean;
      readonly owners?: boolean;
      readonly model_timeout?: string;
      readonly naming?: {
          readonly ix?: string;
          readonly uq?: string;
          readonly ck?: string;
          readonly fk?: string;
          readonly pk?: string;
      };
      readonly variables?: Readonly<Record<string, string>>;
      readonly scratch?: {
          readonly url?: string;
      };
      readonly hooks?: {
          readonly after_write?: readonly string[];
      };
  }

  /**
   * A composite type.
   *
   * \`\`\`ts
   * export const address = compositeType("address", { street: "text", city: "text" });
   * \`\`\`
   */
  function compositeType(name: string, fields: Readonly<Record<string, Expression>>, options?: CommonOptions): DefinitionOf<"compositeType">;

  /**
   * SQL for what has no builder: one statement or several.
   *
   * \`\`\`ts
   * export const search = ddl\`create text search configuration simple_english (copy = english)\`;
   * \`\`\`
   */
  function ddl(text: string | Sql | TemplateStringsArray, ...values: readonly SqlValue[]): DefinitionOf<"ddl">;

  /**
   * A domain: a type with checks.
   *
   * \`\`\`ts
   * export const positive = domain("positive", "integer", { checks: sql\`value > 0\` });
   * \`\`\`
   */
  function domain(name: string, base: Expression, options?: DomainOptions): DefinitionOf<"domain">;

  /**
   * An extension.
   *
   * \`\`\`ts
   * export const trigrams = extension("pg_trgm");
   * \`\`\`
   */
  function extension(name: string, options?: Pick<CommonOptions, "schema" | "comment"> & {
      readonly version?: string;
      readonly cascade?: boolean;
  }): DefinitionOf<"extension">;

  /**
   * A function, or with \`returns: null\` a procedure.
   *
   * \`\`\`ts
   * export const touch = fn("touch_updated_at", {
   *   returns: "trigger",
   *   language: "plpgsql",
   *   body: "begin new.updated_at := now(); return new; end",
   * });
   * \`\`\`
   */
  function fn(name: string, options: FunctionOptions): DefinitionOf<"function">;

  /**
   * A materialized view, with its indexes.
   *
   * \`\`\`ts
   * export const totals = materializedView("totals", sql\`select owner_id, count(*) as items from items group by 1\`, {
   *   indexes: [{ columns: ["owner_id"], unique: true }],
   * });
   * \`\`\`
   */
  function materializedView(name: string, query: Expression, options?: MaterializedViewOptions): DefinitionOf<"materializedView">;

  /**
   * A schema. Tables name it in their \`schema\` option.
   *
   * \`\`\`ts
   * export const shop = schema("shop", { comment: "What is sold" });
   * \`\`\`
   */
  function schema(name: string, options?: Omit<CommonOptions, "schema">): DefinitionOf<"schema">;

  /**
   * A sequence.
   *
   * \`\`\`ts
   * export const invoiceNumber = sequence("invoice_number", { start: 1000 });
   * \`\`\`
   */
  function sequence(name: string, options?: CommonOptions & SequenceOptions): DefinitionOf<"sequence">;

  /**
   * A view.
   *
   * \`\`\`ts
   * export const activeUsers = view("active_users", sql\`select id, email from users where is_active\`);
   * \`\`\`
   */
  function view(name: string, query: Expression, options?: ViewOptions): DefinitionOf<"view">;

  /** Options of every named thing. */
  interface CommonOptions {
      readonly schema?: string;
      readonly comment?: string;
      readonly owner?: string;
      readonly grants?: readonly Grant[];
  }

  /** Any definition besides a table. */
  type Definition = DefinitionOf<DefinitionKind>;

  /** The kinds of definitions besides tables. */
  type DefinitionKind = keyof Bodies;

  /** Definitions of a kind, or of several; a union in which the tag goes with its body. */
  type DefinitionOf<Kind extends DefinitionKind> = {
      readonly [K in Kind]: {
          readonly type: "migrate.model";
          readonly kind: K;
          readonly at: Spot | null;
      } & Bodies[K];
  }[Kind];

  /** Options of a domain. */
  interface DomainOptions extends CommonOptions {
      readonly null?: boolean;
      readonly default?: Sql | string | number | boolean;
      readonly collate?: Expression;
      /** A check, or names with their expressions. */
      readonly checks?: Expression | Readonly<Record<string, Expression>>;
  }

  /** Options of a function or procedure. */
  interface FunctionOptions extends CommonOptions {
      /** As in CREATE FUNCTION, without the parentheses: \`"a integer, b text default ''"\`. */
      readonly arguments?: Expression;
      /** \`"integer"\`, \`"table (id uuid)"\`, \`"trigger"\`; null makes a procedure. */
      readonly returns: Expression | null;
      readonly language?: string;
      /** The body as text; it is quoted. */
      readonly body?: string;
      /** A SQL-standard body: \`return a + b\` or \`begin atomic … end\`. */
      readonly sqlBody?: Expression;
      readonly volatility?: "immutable" | "stable" | "volatile";
      readonly strict?: boolean;
      readonly securityDefiner?: boolean;
      readonly leakproof?: boolean;
      readonly parallel?: "safe" | "restricted" | "unsafe";
      readonly cost?: number;
      readonly rows?: number;
      /** Settings while it runs: \`{ search_path: "" }\`. */
      readonly set?: Readonly<Record<string, string>>;
  }

  /** Privileges given to a role: \`{ to: "reader", privileges: ["select"] }\`. */
  interface Grant {
      readonly to: string;
      readonly privileges: readonly string[];
      /** Only on these columns of a table. */
      readonly columns?: readonly string[];
      readonly withGrantOption?: boolean;
  }

  /** Options of a materialized view. */
  interface MaterializedViewOptions extends CommonOptions {
      readonly columns?: readonly string[];
      readonly indexes?: readonly ModelIndex[];
      readonly with?: StorageParameters;
      readonly using?: string;
      readonly tablespace?: string;
      readonly withData?: boolean;
  }

  /** An index of a model: like createIndex's, its name made by the naming convention when it has none. */
  interface ModelIndex extends IndexOptions {
      readonly name?: string;
      readonly columns: readonly IndexElement[];
      readonly comment?: string;
  }

  /** What has a name and may have a schema, a comment, an owner and privileges. */
  interface Named extends CommonOptions {
      readonly name: string;
  }

  /** A partition of a partitioned table. */
  interface Partition {
      readonly name: string;
      readonly schema?: string;
      /** \`FOR VALUES FROM (1) TO (9)\`, or \`DEFAULT\`. */
      readonly bound: Expression;
      /** The partition is itself partitioned. */
      readonly partitionBy?: Expression;
      readonly partitions?: readonly Partition[];
  }

  /** A row security policy. */
  interface Policy {
      readonly name: string;
      readonly as?: "permissive" | "restrictive";
      readonly for?: "all" | "select" | "insert" | "update" | "delete";
      /** Roles; without them, everyone. */
      readonly to?: readonly string[];
      readonly using?: Expression;
      readonly withCheck?: Expression;
  }

  /** A trigger. */
  interface Trigger {
      readonly name: string;
      readonly when: "before" | "after" | "instead of";
      /** \`["insert", "update of email"]\` */
      readonly events: readonly string[];
      readonly forEach?: "row" | "statement";
      readonly condition?: Expression;
      /** The function's call: \`"touch_updated_at()"\`. */
      readonly execute: Expression;
      readonly referencing?: {
          readonly old?: string;
          readonly new?: string;
      };
      readonly constraint?: boolean;
      readonly deferrable?: Deferrable;
      readonly enabled?: "always" | "replica" | "disabled";
  }

  /** Options of a view. */
  interface ViewOptions extends CommonOptions {
      readonly columns?: readonly string[];
      readonly recursive?: boolean;
      readonly checkOption?: "local" | "cascaded";
      readonly securityBarrier?: boolean;
      readonly securityInvoker?: boolean;
      readonly triggers?: readonly Trigger[];
  }

  /**
   * A column of a table whose key is also a method of zod objects, such as \`shape\`, \`parse\` or \`check\`.
   *
   * \`\`\`ts
   * z.uuid().meta({ references: () => columnOf(Form, "shape") });
   * \`\`\`
   */
  function columnOf<Schema extends ZodObjectLike>(model: Schema, key: KeyOf<Schema>): ColumnReference;

  /**
   * A native enum type; export it, and use \`column()\` in tables.
   *
   * \`\`\`ts
   * export const role = enumType("role", ["admin", "member"]);
   * export const User = table("users", z.object({ role: role.column().default("member") }));
   * \`\`\`
   */
  function enumType<const Values extends readonly [string, ...string[]]>(name: string, values: Values, options?: CommonOptions): EnumType<Values>;

  /**
   * Makes a zod object a table. It returns the zod object: \`parse\`, \`extend\` and \`z.infer\` work as before.
   *
   * \`\`\`ts
   * export const Item = table("items", z.object({
   *   id: z.int().meta({ primaryKey: true, identity: "always" }),
   *   title: z.string().max(200),
   *   ownerId: z.uuid().meta({ references: () => User.id, onDelete: "cascade", index: true }),
   * }), { naming: "snake_case", comment: "What people own" });
   * \`\`\`
   */
  function table<Schema extends ZodObjectLike>(name: string, schema: Schema, options?: ModelTableOptions<KeyOf<Schema>>): Table<Schema>;

  /** A column of a table, to refer to. */
  interface ColumnReference extends ColumnMark {
      readonly table: TableDefinition;
      /** The key in the zod object. */
      readonly key: string;
  }

  /** A native enum type, and the zod enum of its values. */
  interface EnumType<Values extends readonly [string, ...string[]]> extends DefinitionOf<"enum"> {
      /** A column of this type: \`role.column().default("member")\`. */
      column(): z.ZodEnum<{
          [Value in Values[number]]: Value;
      }>;
  }

  /** The keys of a zod object: a table's columns. */
  type KeyOf<Schema extends ZodObjectLike> = keyof Schema["_zod"]["def"]["shape"] & string;

  /** One column of an index: a key of the zod object or a name in the database, or an expression. */
  type ModelIndexElement<Key extends string> = Key | Sql | ({
      readonly column: Key;
  } & IndexElementOptions) | ({
      readonly expression: Expression;
  } & IndexElementOptions);

  /** What a table has besides its columns. Columns are named by their key in the zod object or as in the database. */
  interface ModelTableOptions<Key extends string = string> extends CommonOptions {
      /** How keys become names: as they are, or in snake case (\`fullName\` is \`full_name\`). */
      readonly naming?: "preserve" | "snake_case" | "camelCase";
      readonly primaryKey?: readonly Key[] | Columned<PrimaryKey, Key>;
      readonly uniques?: readonly (readonly Key[] | Columned<Unique, Key>)[];
      readonly foreignKeys?: readonly TableForeignKey<Key>[];
      readonly checks?: TableChecks;
      readonly excludes?: readonly Exclusion[];
      readonly indexes?: readonly TableIndex<Key>[];
      /** \`"range (created_at)"\`; the columns by their names in the database. */
      readonly partitionBy?: Expression;
      readonly partitions?: readonly Partition[];
      /** Parents: tables of the models, or names. */
      readonly inherits?: readonly (ZodObjectLike | string)[];
      readonly unlogged?: boolean;
      readonly with?: StorageParameters;
      readonly using?: string;
      readonly tablespace?: string;
      /** true: row security on; \`"force"\`: for the owner too. */
      readonly rowSecurity?: boolean | "force";
      readonly policies?: readonly Policy[];
      readonly triggers?: readonly Trigger[];
      /** The name it had before; autogenerate then renames instead of dropping and creating. */
      readonly renamedFrom?: string;
      readonly grants?: readonly Grant[];
  }

  /** The zod object with its table: its columns are properties, to refer to (\`() => User.id\`). */
  type Table<Schema extends ZodObjectLike> = Schema & {
      readonly [Key in Exclude<KeyOf<Schema>, keyof Schema>]: ColumnReference;
  };

  /** What the checks of a table may be: by name, or in a list. \`"from-zod"\` turns min, max, regex and so on into checks. */
  type TableChecks = "from-zod" | Readonly<Record<string, Expression>> | readonly ("from-zod" | Expression | {
      readonly name?: string;
      readonly expression: Expression;
      readonly noInherit?: boolean;
  })[];

  /** What \`table()\` attaches to the zod object. */
  interface TableDefinition {
      readonly name: string;
      readonly schema: ZodObjectLike;
      readonly options: ModelTableOptions;
      readonly at: Spot | null;
  }

  /** A foreign key of a table, of one column or several. */
  interface TableForeignKey<Key extends string> extends Omit<ForeignKey, "columns" | "references"> {
      readonly columns: readonly Key[];
      /** \`() => [Order.id, Order.line]\`, or the table and columns by name. */
      readonly references: (() => readonly ColumnReference[]) | ForeignKey["references"];
      readonly onDelete?: ForeignKey["references"]["onDelete"];
      readonly onUpdate?: ForeignKey["references"]["onUpdate"];
      readonly setColumns?: readonly Key[];
      readonly match?: "simple" | "full";
      readonly deferrable?: ForeignKey["references"]["deferrable"];
  }

  /** An index of a table. */
  interface TableIndex<Key extends string> extends Omit<IndexOptions, "include"> {
      readonly name?: string;
      readonly columns: readonly ModelIndexElement<Key>[];
      readonly include?: readonly Key[];
      readonly comment?: string;
  }

  /** A zod object of any copy of zod 4, recognised by its internals. */
  interface ZodObjectLike {
      readonly _zod: {
          readonly def: {
              readonly type: "object";
              readonly shape: Readonly<Record<string, unknown>>;
          };
      };
  }

  /** A column's place in the database, as metadata of its zod type. */
  interface ColumnMetadata {
      /** The SQL type, where the zod type does not say it: \`"numeric(12,2)"\`. */
      readonly type?: Expression | undefined;
      readonly primaryKey?: boolean | undefined;
      /** true, or the constraint's name. */
      readonly unique?: boolean | string | undefined;
      /** true, the index's name, or its method and name. */
      readonly index?: boolean | string | {
          readonly name?: string;
          readonly using?: string;
      } | undefined;
      /** The database's default: a value, or an expression as \`sql\`. It wins over zod's \`.default()\`. */
      readonly default?: Sql | string | number | bigint | boolean | object | null | undefined;
      /** \`() => User.id\`, or \`"users.id"\`. */
      readonly references?: (() => ColumnMark) | string | undefined;
      readonly onDelete?: ReferentialAction | undefined;
      readonly onUpdate?: ReferentialAction | undefined;
      readonly deferrable?: Deferrable | undefined;
      readonly identity?: Identity | undefined;
      readonly generated?: Generated | undefined;
      readonly check?: Expression | readonly Expression[] | undefined;
      readonly collate?: Expression | undefined;
      readonly comment?: string | undefined;
      /** The column's name in the database, where the naming does not give it. */
      readonly name?: string | undefined;
      /** The name it had before; autogenerate then renames instead of dropping and adding. */
      readonly renamedFrom?: string | undefined;
      readonly storage?: "plain" | "external" | "extended" | "main" | "default" | undefined;
      readonly compression?: "pglz" | "lz4" | "default" | undefined;
  }

  /**
   * Runs SQL text: one statement, or several with semicolons. \`transaction: false\` is for what PostgreSQL refuses inside a
   * transaction.
   *
   * \`\`\`ts
   * execute("vacuum analyze users", { transaction: false });
   * \`\`\`
   */
  function execute(text: string | Sql, options?: {
      readonly description?: string;
      readonly transaction?: boolean;
  }): SqlOperation;

  /**
   * Runs code with a handle to the database: the same connection, and the same transaction as the operations around it.
   * Values in the template become bound parameters. Scripts (\`--sql\`) cannot hold code and say so.
   *
   * \`\`\`ts
   * run("backfill ages", async (db) => {
   *   for (const { id } of await db<{ id: number }>\`select id from users where age is null\`) {
   *     await db\`update users set age = \${0} where id = \${id}\`;
   *   }
   * });
   * \`\`\`
   */
  function run(description: string, code: (db: RevisionDatabase) => Promise<void> | void, options?: {
      readonly transaction?: boolean;
  }): RunOperation;

  /**
   * Adds a column: its type, or its type with options.
   *
   * \`\`\`ts
   * addColumn("users", "age", "integer");
   * addColumn("users", "role", { type: "text", null: false, default: "member", comment: "What they may do" });
   * \`\`\`
   */
  function addColumn(table: string, column: string, definition: Column | string, options?: InSchema & {
      readonly ifNotExists?: boolean;
  }): SqlOperation;

  /**
   * Changes a column. Everything but its comment and its name is one ALTER TABLE, so the table is rewritten at most once.
   *
   * \`\`\`ts
   * alterColumn("users", "age", { type: "bigint", null: false, default: 0, comment: "in years" });
   * alterColumn("users", "age", { type: "integer", using: sql\`age::integer\` });
   * \`\`\`
   */
  function alterColumn(table: string, column: string, changes: ColumnChanges, options?: InSchema): SqlOperation;

  /** What {@link alterColumn} changes; what is absent stays as it is. */
  interface ColumnChanges {
      /** The new type; \`using\` says how values are converted, \`collate\` how they are sorted. */
      readonly type?: Expression;
      readonly using?: Expression;
      readonly collate?: Expression;
      /** false: SET NOT NULL; true: DROP NOT NULL. */
      readonly null?: boolean;
      /** The new default; null drops it. */
      readonly default?: SqlValue;
      /** Makes the column an identity, changes what it is (with \`changeIdentity\`), or takes it away with null. */
      readonly identity?: Identity | null;
      /** Changes an existing identity: when it fills the column, its sequence's options, where it goes on. */
      readonly changeIdentity?: Partial<Exclude<Identity, string>> & {
          readonly restart?: number | bigint | true;
      };
      /** A new expression for a generated column (PostgreSQL 17); null keeps the values and drops the expression. */
      readonly generated?: Expression | null;
      readonly storage?: NonNullable<Column["storage"]>;
      readonly compression?: NonNullable<Column["compression"]>;
      /** The statistics target; null for the server's default. */
      readonly statistics?: number | null;
      /** The new comment; null drops it. */
      readonly comment?: string | null;
      /** The new name; it is given last. */
      readonly rename?: string;
  }

  /**
   * Sets a column's comment, or takes it away with null.
   *
   * \`\`\`ts
   * commentOnColumn("users", "age", "in years");
   * \`\`\`
   */
  function commentOnColumn(table: string, column: string, comment: string | null, options?: InSchema): SqlOperation;

  /**
   * Drops a column.
   *
   * \`\`\`ts
   * dropColumn("users", "age");
   * \`\`\`
   */
  function dropColumn(table: string, column: string, options?: DropOptions): SqlOperation;

  /**
   * Renames a column.
   *
   * \`\`\`ts
   * renameColumn("users", "name", "full_name");
   * \`\`\`
   */
  function renameColumn(table: string, column: string, to: string, options?: InSchema): SqlOperation;

  /**
   * Adds a check constraint.
   *
   * \`\`\`ts
   * createCheckConstraint("users_age_check", "users", sql\`age between 0 and 150\`, { notValid: true });
   * \`\`\`
   */
  function createCheckConstraint(name: string | null, table: string, expression: Expression, options?: Rest<Check, "expression">): SqlOperation;

  /**
   * Adds an exclusion constraint: no two rows for which every element's operator holds.
   *
   * \`\`\`ts
   * createExcludeConstraint("bookings_overlap", "bookings", [
   *   { column: "room", with: "=" },
   *   { column: "during", with: "&&" },
   * ], { using: "gist", where: sql\`not cancelled\` });
   * \`\`\`
   */
  function createExcludeConstraint(name: string | null, table: string, elements: Exclusion["elements"], options?: Rest<Exclusion, "elements">): SqlOperation;

  /**
   * Adds a foreign key. With \`notValid\` existing rows are checked later, by {@link validateConstraint}.
   *
   * \`\`\`ts
   * createForeignKey("items_owner_id_fkey", "items", ["owner_id"], {
   *   table: "users",
   *   columns: ["id"],
   *   onDelete: "cascade",
   * }, { notValid: true });
   * \`\`\`
   */
  function createForeignKey(name: string | null, table: string, columns: readonly string[], references: References, options?: Rest<ForeignKey, "columns" | "references">): SqlOperation;

  /**
   * Adds a primary key.
   *
   * \`\`\`ts
   * createPrimaryKey("members_pkey", "members", ["team_id", "user_id"]);
   * \`\`\`
   */
  function createPrimaryKey(name: string | null, table: string, columns: readonly string[], options?: Rest<PrimaryKey, "columns">): SqlOperation;

  /**
   * Adds a unique constraint.
   *
   * \`\`\`ts
   * createUniqueConstraint("users_email_key", "users", ["email"], { nullsNotDistinct: true });
   * \`\`\`
   */
  function createUniqueConstraint(name: string | null, table: string, columns: readonly string[], options?: Rest<Unique, "columns">): SqlOperation;

  /**
   * Drops a constraint of any kind.
   *
   * \`\`\`ts
   * dropConstraint("users_email_key", "users");
   * \`\`\`
   */
  function dropConstraint(name: string, table: string, options?: DropOptions): SqlOperation;

  /**
   * Renames a constraint.
   *
   * \`\`\`ts
   * renameConstraint("users_email_key", "users", "users_email_unique");
   * \`\`\`
   */
  function renameConstraint(name: string, table: string, to: string, options?: InSchema): SqlOperation;

  /**
   * Checks the existing rows against a constraint that was added with \`notValid\`; writers go on meanwhile.
   *
   * \`\`\`ts
   * validateConstraint("items_owner_id_fkey", "items");
   * \`\`\`
   */
  function validateConstraint(name: string, table: string, options?: InSchema): SqlOperation;

  /**
   * Adds a value to an enum type, at its end or beside another. PostgreSQL cannot use a new value in the transaction that
   * adds it: use it in the next revision.
   *
   * \`\`\`ts
   * addEnumValue("role", "guest", { before: "member", ifNotExists: true });
   * \`\`\`
   */
  function addEnumValue(name: string, value: string, options?: InSchema & {
      readonly before?: string;
      readonly after?: string;
      readonly ifNotExists?: boolean;
  }): SqlOperation;

  /**
   * Creates an enum type.
   *
   * \`\`\`ts
   * createEnum("role", ["admin", "member"]);
   * \`\`\`
   */
  function createEnum(name: string, values: readonly string[], options?: InSchema): SqlOperation;

  /**
   * Drops an enum type.
   *
   * \`\`\`ts
   * dropEnum("role", { ifExists: true });
   * \`\`\`
   */
  function dropEnum(name: string, options?: DropOptions): SqlOperation;

  /**
   * Renames an enum type.
   *
   * \`\`\`ts
   * renameEnum("role", "user_role");
   * \`\`\`
   */
  function renameEnum(name: string, to: string, options?: InSchema): SqlOperation;

  /**
   * Renames a value of an enum type.
   *
   * \`\`\`ts
   * renameEnumValue("role", "guest", "visitor");
   * \`\`\`
   */
  function renameEnumValue(name: string, value: string, to: string, options?: InSchema): SqlOperation;

  /**
   * Creates an index. A column is a name, an expression as \`sql\`, or either with options. \`concurrently\` does not block
   * writers and stands outside a transaction.
   *
   * \`\`\`ts
   * createIndex("users_email_idx", "users", [sql\`lower(email)\`], { unique: true, where: sql\`is_active\` });
   * createIndex("log_at_idx", "log", [{ column: "at", order: "desc", nulls: "last" }], { concurrently: true });
   * \`\`\`
   */
  function createIndex(name: string, table: string, columns: readonly IndexElement[], options?: IndexOptions & IndexCreation): SqlOperation;

  /**
   * Drops an index; \`schema\` is the one the index is in.
   *
   * \`\`\`ts
   * dropIndex("users_email_idx", { concurrently: true, ifExists: true });
   * \`\`\`
   */
  function dropIndex(name: string, options?: DropOptions & {
      readonly concurrently?: boolean;
  }): SqlOperation;

  /**
   * Renames an index.
   *
   * \`\`\`ts
   * renameIndex("users_email_idx", "users_by_email");
   * \`\`\`
   */
  function renameIndex(name: string, to: string, options?: InSchema): SqlOperation;

  /** What a drop does besides dropping. */
  interface DropOptions {
      readonly schema?: string;
      readonly ifExists?: boolean;
      /** true: what depends on it is dropped too. */
      readonly cascade?: boolean;
  }

  /** Where a thing stands. */
  interface InSchema {
      readonly schema?: string;
  }

  /** An operation that runs code. */
  type RunOperation = Extract<Operation, {
      name: "run";
  }>;

  /** An operation that renders to SQL. */
  type SqlOperation = Extract<Operation, {
      sql: readonly string[];
  }>;

  /**
   * Inserts rows. Values are written as literals, so scripts and dry runs show them; \`json\` and \`sql\` write what has no
   * literal of its own.
   *
   * \`\`\`ts
   * bulkInsert("users", [
   *   { email: "ann@example.com", roles: ["admin"], created_at: new Date(0), avatar: null },
   *   { email: "ben@example.com", settings: json({ theme: "dark" }), created_at: sql\`now()\` },
   * ], { onConflict: "do nothing" });
   * \`\`\`
   */
  function bulkInsert(table: string, rows: readonly Row[], options?: InSchema & {
      readonly onConflict?: "do nothing";
      /** \`"system"\` writes values into identity columns that are always generated; \`"user"\` lets the identity win. */
      readonly overriding?: "system" | "user";
  }): SqlOperation;

  /** A row to insert, by column. A column that another row has and this one has not takes its default. */
  type Row = Readonly<Record<string, SqlValue | undefined>>;

  /**
   * Changes a sequence; \`restart\` says the next number, or true for its start.
   *
   * \`\`\`ts
   * alterSequence("invoice_number", { restart: 5000, increment: 10 });
   * \`\`\`
   */
  function alterSequence(name: string, changes: SequenceOptions & {
      readonly restart?: number | bigint | true;
  }, options?: InSchema): SqlOperation;

  /**
   * Installs an extension, in \`schema\` when one is given. It is no error when it is there already, unless \`ifNotExists\`
   * is false.
   *
   * \`\`\`ts
   * createExtension("pg_trgm", { schema: "extensions" });
   * \`\`\`
   */
  function createExtension(name: string, options?: InSchema & {
      readonly ifNotExists?: boolean;
      readonly version?: string;
      readonly cascade?: boolean;
  }): SqlOperation;

  /**
   * Creates a schema.
   *
   * \`\`\`ts
   * createSchema("shop", { ifNotExists: true });
   * \`\`\`
   */
  function createSchema(name: string, options?: {
      readonly ifNotExists?: boolean;
      readonly owner?: string;
  }): SqlOperation;

  /**
   * Creates a sequence.
   *
   * \`\`\`ts
   * createSequence("invoice_number", { start: 1000, cache: 10 });
   * \`\`\`
   */
  function createSequence(name: string, options?: InSchema & SequenceOptions & {
      readonly ifNotExists?: boolean;
  }): SqlOperation;

  /**
   * Removes an extension.
   *
   * \`\`\`ts
   * dropExtension("pg_trgm");
   * \`\`\`
   */
  function dropExtension(name: string, options?: Omit<DropOptions, "schema">): SqlOperation;

  /**
   * Drops a schema; \`cascade\` drops all that is in it.
   *
   * \`\`\`ts
   * dropSchema("shop", { cascade: true });
   * \`\`\`
   */
  function dropSchema(name: string, options?: Omit<DropOptions, "schema">): SqlOperation;

  /**
   * Drops a sequence.
   *
   * \`\`\`ts
   * dropSequence("invoice_number");
   * \`\`\`
   */
  function dropSequence(name: string, options?: DropOptions): SqlOperation;

  /**
   * Makes an existing table a partition. The bound is \`FOR VALUES …\` or \`DEFAULT\`.
   *
   * \`\`\`ts
   * attachPartition("events", "events_2026", sql\`FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')\`);
   * \`\`\`
   */
  function attachPartition(name: string, partition: string, bound: Expression, options?: InSchema & {
      readonly partitionSchema?: string;
  }): SqlOperation;

  /**
   * Sets a table's comment, or takes it away with null.
   *
   * \`\`\`ts
   * commentOnTable("items", "What people own");
   * \`\`\`
   */
  function commentOnTable(name: string, comment: string | null, options?: InSchema): SqlOperation;

  /**
   * Creates a table.
   *
   * \`\`\`ts
   * createTable("items", {
   *   id: { type: "uuid", primaryKey: true, default: sql\`gen_random_uuid()\` },
   *   title: { type: "text", null: false },
   *   owner_id: { type: "uuid", null: false, references: { table: "users", column: "id", onDelete: "cascade" } },
   * }, { comment: "What people own" });
   * \`\`\`
   */
  function createTable(name: string, columns: Columns, options?: TableOptions): SqlOperation;

  /**
   * Makes a partition a table by itself; \`concurrently\` stands outside a transaction.
   *
   * \`\`\`ts
   * detachPartition("events", "events_2020", { concurrently: true });
   * \`\`\`
   */
  function detachPartition(name: string, partition: string, options?: InSchema & {
      readonly partitionSchema?: string;
      readonly concurrently?: boolean;
  }): SqlOperation;

  /**
   * Drops a table.
   *
   * \`\`\`ts
   * dropTable("items", { ifExists: true });
   * \`\`\`
   */
  function dropTable(name: string, options?: DropOptions): SqlOperation;

  /**
   * Renames a table.
   *
   * \`\`\`ts
   * renameTable("items", "things", { schema: "shop" });
   * \`\`\`
   */
  function renameTable(name: string, to: string, options?: InSchema): SqlOperation;

  /**
   * Moves a table to another schema, with its indexes, constraints and owned sequences.
   *
   * \`\`\`ts
   * setTableSchema("items", "shop");
   * \`\`\`
   */
  function setTableSchema(name: string, to: string, options?: InSchema): SqlOperation;

  /**
   * A value as JSON, for json and jsonb columns (where an array by itself would become a PostgreSQL array).
   *
   * \`\`\`ts
   * bulkInsert("settings", [{ name: "tags", value: json(["a", "b"]) }]);
   * \`\`\`
   */
  function json(value: unknown): Sql;

  /** SQL text as a value: an operation by itself, and an expression inside other operations. Made by {@link sql}. */
  interface Sql {
      readonly type: "migrate.operation";
      readonly name: "sql";
      readonly description: string;
      /** The text's statements, for use as an operation. */
      readonly sql: readonly string[];
      readonly transaction: true;
      /** The text as it was written, for use as an expression. */
      readonly text: string;
  }

  /**
   * SQL as a value, with values quoted; see {@link SqlTag}.
   *
   * \`\`\`ts
   * createTable("users", { id: { type: "uuid", primaryKey: true, default: sql\`gen_random_uuid()\` } });
   * \`\`\`
   */
  const sql: SqlTag;

  /** The template tag with its companions. */
  interface SqlTag {
      /**
       * SQL with values: a string, number, date and so on becomes a quoted literal, another fragment nests as it is.
       *
       * \`\`\`ts
       * sql\`update users set role = \${"it's"} where \${sql.identifier("full name")} is null\`;
       * \`\`\`
       */
      (strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql;
      /** Text that becomes SQL as it stands: nothing in it is quoted. */
      raw(text: string): Sql;
      /** A quoted name: \`sql.identifier("public", "users")\` is \`"public"."users"\`. */
      identifier(...names: readonly [string, ...string[]]): Sql;
      /** Values and fragments with a separator (a comma when none is given) between them. */
      join(parts: readonly SqlValue[], separator?: Sql): Sql;
  }

  /**
   * What an operation of \`migrate:kit\` is: a plain value that says what it does and how. \`run\` operations have code
   * instead of SQL. \`transaction\` is false for what PostgreSQL refuses inside one (CREATE INDEX CONCURRENTLY).
   */
  type Operation = {
      readonly type: "migrate.operation";
      readonly name: string;
      readonly description: string;
      readonly sql: readonly string[];
      readonly transaction: boolean;
  } | {
      readonly type: "migrate.operation";
      readonly name: "run";
      readonly description: string;
      readonly run: (db: RevisionDatabase) => Promise<void> | void;
      readonly transaction: boolean;
  };

  /** A database handle given to a revision's code: a tagged template whose values become bound parameters. */
  interface RevisionDatabase {
      <Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
      /** Runs text that holds no user's value (identifiers must be quoted by the caller). */
      unsafe<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  }

  /** A value that has a form in SQL. An array becomes a PostgreSQL array, a plain object becomes JSON. */
  type SqlValue = null | string | number | bigint | boolean | Date | Uint8Array | Sql | readonly SqlValue[] | {
      readonly [key: string]: unknown;
  };

  /** A check constraint. */
  interface Check {
      readonly name?: string;
      readonly expression: Expression;
      readonly notValid?: boolean;
      /** true: children of the table do not inherit it. */
      readonly noInherit?: boolean;
      /** false: NOT ENFORCED (PostgreSQL 18). */
      readonly enforced?: boolean;
  }

  /** A column. Absent options are PostgreSQL's defaults: it may be null and has no default. */
  interface Column {
      /** An SQL type: \`"integer"\`, \`"numeric(12,2)"\`, \`"text[]"\`. */
      readonly type: Expression;
      /** false: NOT NULL. */
      readonly null?: boolean;
      /** A value, or an expression as \`sql\`; null is the same as no default. */
      readonly default?: SqlValue;
      readonly primaryKey?: boolean;
      /** true, or the constraint's name. */
      readonly unique?: boolean | string;
      readonly check?: Expression;
      /** The referenced table and column; \`name\` names the constraint. */
      readonly references?: string | (Omit<References, "columns"> & {
          readonly column?: string;
          readonly name?: string;
      });
      readonly identity?: Identity;
      readonly generated?: Generated;
      readonly collate?: Expression;
      readonly storage?: "plain" | "external" | "extended" | "main" | "default";
      readonly compression?: "pglz" | "lz4" | "default";
      readonly comment?: string | null;
  }

  /** \`true\`: DEFERRABLE, checked at once until a transaction asks otherwise; \`"deferred"\`: INITIALLY DEFERRED. */
  type Deferrable = boolean | "deferred";

  /** An exclusion constraint: each element with the operator that must not hold between two rows. */
  interface Exclusion {
      readonly name?: string;
      /** The index method; gist when none is given. */
      readonly using?: string;
      readonly elements: readonly ExclusionElement[];
      readonly include?: readonly string[];
      readonly where?: Expression;
      readonly deferrable?: Deferrable;
  }

  /** \`{ column: "during", with: "&&" }\` */
  type ExclusionElement = ({
      readonly column: string;
  } | {
      readonly expression: Expression;
  }) & IndexElementOptions & {
      readonly with: string;
  };

  /** An SQL expression: a fragment, or its text. */
  type Expression = Sql | string;

  /** A foreign key. */
  interface ForeignKey {
      readonly name?: string;
      readonly columns: readonly string[];
      readonly references: References;
      /** true: existing rows are not checked until validateConstraint. */
      readonly notValid?: boolean;
      /** false: NOT ENFORCED (PostgreSQL 18). */
      readonly enforced?: boolean;
  }

  /** A generated column: its expression (stored), or whether it is stored or virtual (PostgreSQL 18). */
  type Generated = Expression | {
      readonly as: Expression;
      readonly kind?: "stored" | "virtual";
  };

  /** An identity: when it fills the column, with its sequence's options where they differ from the usual. */
  type Identity = "always" | "by default" | ({
      readonly generated: "always" | "by default";
      readonly sequenceName?: string;
  } & SequenceOptions);

  /** One column or expression of an index, with how it is ordered and compared. */
  type IndexElement = string | Sql | ({
      readonly column: string;
  } & IndexElementOptions) | ({
      readonly expression: Expression;
  } & IndexElementOptions);

  /** How an index treats one of its columns. */
  interface IndexElementOptions {
      readonly collate?: Expression;
      /** An operator class: \`"text_pattern_ops"\`, or \`sql\` for one with a schema. */
      readonly opclass?: Expression;
      readonly opclassOptions?: StorageParameters;
      readonly order?: "asc" | "desc";
      readonly nulls?: "first" | "last";
  }

  /** What an index has besides its name, its table and its columns. */
  interface IndexOptions {
      readonly unique?: boolean;
      /** \`btree\` (the default), \`hash\`, \`gin\`, \`gist\`, \`spgist\`, \`brin\`, or an extension's method. */
      readonly using?: string;
      /** Columns that the index stores without searching by them. */
      readonly include?: readonly string[];
      readonly where?: Expression;
      readonly with?: StorageParameters;
      readonly nullsNotDistinct?: boolean;
      readonly tablespace?: string;
  }

  /** A primary key of several columns, or one with options. */
  interface PrimaryKey {
      readonly name?: string;
      readonly columns: readonly string[];
      readonly include?: readonly string[];
      readonly deferrable?: Deferrable;
      readonly with?: StorageParameters;
  }

  /** What a foreign key points to and does. */
  interface References {
      readonly schema?: string;
      readonly table: string;
      /** The referenced columns; without them, the table's primary key. */
      readonly columns?: readonly string[];
      readonly onDelete?: ReferentialAction;
      readonly onUpdate?: ReferentialAction;
      /** Columns that \`onDelete: "set null"\` or \`"set default"\` touches; without them, all of the key. */
      readonly setColumns?: readonly string[];
      readonly match?: "simple" | "full";
      readonly deferrable?: Deferrable;
  }

  /** What happens to referencing rows. */
  type ReferentialAction = "no action" | "restrict" | "cascade" | "set null" | "set default";

  /** Options of a sequence, also of an identity column's. */
  interface SequenceOptions {
      /** \`smallint\`, \`integer\` or \`bigint\`. */
      readonly as?: string;
      readonly start?: number | bigint;
      readonly increment?: number | bigint;
      /** null: NO MINVALUE. */
      readonly min?: number | bigint | null;
      /** null: NO MAXVALUE. */
      readonly max?: number | bigint | null;
      readonly cache?: number | bigint;
      readonly cycle?: boolean;
      /** The column that owns the sequence, null for none. */
      readonly ownedBy?: {
          readonly schema?: string;
          readonly table: string;
          readonly column: string;
      } | null;
  }

  /** Storage parameters: \`{ fillfactor: 70 }\`. */
  type StorageParameters = Readonly<Record<string, string | number | boolean>>;

  /** A unique constraint. */
  interface Unique extends PrimaryKey {
      /** true: two nulls count as equal (PostgreSQL 15). */
      readonly nullsNotDistinct?: boolean;
  }

  /** How the index is made, besides what it is. */
  interface IndexCreation {
      readonly schema?: string;
      readonly concurrently?: boolean;
      readonly ifNotExists?: boolean;
      /** true: only on the partitioned table itself, its partitions' indexes are attached later. */
      readonly only?: boolean;
  }

  /** Columns by name; text is the type of a column without options. */
  type Columns = Readonly<Record<string, Column | string>>;

  /** What a table has besides its columns. */
  interface TableOptions {
      readonly schema?: string;
      readonly ifNotExists?: boolean;
      readonly unlogged?: boolean;
      readonly temporary?: boolean;
      readonly primaryKey?: readonly string[] | PrimaryKey;
      readonly uniques?: readonly (readonly string[] | Unique)[];
      /** A list, or names with their expressions: \`{ age_positive: sql\`age > 0\` }\`. */
      readonly checks?: readonly (Expression | Check)[] | Readonly<Record<string, Expression>>;
      readonly foreignKeys?: readonly ForeignKey[];
      readonly excludes?: readonly Exclusion[];
      /** \`"range (created_at)"\`, \`"list (region)"\`, \`"hash (id)"\`. */
      readonly partitionBy?: Expression;
      /** Makes the table a partition: of which table, for which values (\`FOR VALUES FROM (1) TO (9)\` or \`DEFAULT\`). */
      readonly partitionOf?: {
          readonly schema?: string;
          readonly table: string;
          readonly bound: Expression;
      };
      /** Parents, by name. */
      readonly inherits?: readonly (string | {
          readonly schema: string;
          readonly table: string;
      })[];
      readonly using?: string;
      readonly with?: StorageParameters;
      readonly tablespace?: string;
      readonly comment?: string | null;
  }

  /** What each kind of definition holds besides its kind and its place. */
  interface Bodies {
      readonly enum: Named & {
          readonly values: readonly string[];
      };
      readonly view: Named & ViewOptions & {
          readonly query: Expression;
      };
      readonly materializedView: Named & MaterializedViewOptions & {
          readonly query: Expression;
      };
      readonly function: Named & FunctionOptions;
      readonly domain: Named & DomainOptions & {
          readonly base: Expression;
      };
      readonly compositeType: Named & {
          readonly fields: Readonly<Record<string, Expression>>;
      };
      readonly sequence: Named & SequenceOptions;
      readonly extension: Named & {
          readonly version?: string;
          readonly cascade?: boolean;
      };
      readonly schema: Named;
      readonly ddl: {
          readonly text: string;
      };
  }

  /**
   * What a revision does, as data: blocks of statements. SQL files and TypeScript revisions both become this, and the
   * runner, the \`--sql\` script and the \`--dry-run\` listing are three sinks for it.
   */
  /** Where a statement stands in the user's file. Line and column count from 1; the column counts characters. */
  interface Spot {
      readonly file: string;
      readonly line: number;
      readonly column: number;
      /** Number of the operation in a TypeScript revision's \`up\` or \`down\`, from 1; null in a SQL file. */
      readonly operation: number | null;
  }

  /**
   * What a reference to a column shows of itself here: zod maps the types of metadata all the way down, so that a whole
   * table's type would have no end.
   */
  interface ColumnMark {
      readonly type: "migrate.column";
  }

  type Columned<Shape extends {
      readonly columns: readonly string[];
  }, Key extends string> = Omit<Shape, "columns" | "include"> & {
      readonly columns: readonly Key[];
      readonly include?: readonly Key[];
  };

  /** A constraint's options without what is already an argument by itself. */
  type Rest<Shape, Given extends string> = Omit<Shape, "name" | Given> & InSchema;

  export { Check, Column, ColumnChanges, ColumnMetadata, ColumnReference, Columns, CommonOptions, Deferrable, Definition, DefinitionKind, DefinitionOf, DomainOptions, DropOptions, EnumType, Exclusion, ExclusionElement, Expression, ForeignKey, FunctionOptions, Generated, Grant, Identity, InSchema, IndexCreation, IndexElement, IndexElementOptions, IndexOptions, KeyOf, MaterializedViewOptions, ModelIndex, ModelIndexElement, ModelTableOptions, Named, Operation, Partition, PlannedChange, Policy, PrimaryKey, ProjectConfig, References, ReferentialAction, RevisionDatabase, RevisionStep, Rewritten, RewrittenChange, Row, RunOperation, SchemaObject, SequenceOptions, Settings, Sql, SqlOperation, SqlTag, SqlValue, StorageParameters, Table, TableChecks, TableDefinition, TableForeignKey, TableIndex, TableOptions, Trigger, Unique, ViewOptions, ZodObjectLike, addColumn, addEnumValue, alterColumn, alterSequence, attachPartition, bulkInsert, columnOf, commentOnColumn, commentOnTable, compositeType, createCheckConstraint, createEnum, createExcludeConstraint, createExtension, createForeignKey, createIndex, createPrimaryKey, createSchema, createSequence, createTable, createUniqueConstraint, ddl, defineConfig, detachPartition, domain, dropColumn, dropConstraint, dropEnum, dropExtension, dropIndex, dropSchema, dropSequence, dropTable, enumType, execute, extension, fn, json, materializedView, renameColumn, renameConstraint, renameEnum, renameEnumValue, renameIndex, renameTable, run, schema, sequence, setTableSchema, sql, table, validateConstraint, view, z };
}
`;

/** zod 4.6.7's own declarations, deflated. */
const zod = [
  "7L1rcyO3kij43b+iVuE4pnzZ6mPPGc0EpaaOWq320fQz1JTtWK1CLJElqdwki8MipZa7NbE/YmM/7a+7v+TmA+8CUEWKavvMXn9wiwUgkUgkEk",
  "AiH8NsMEpnWTIuhotRlmyM86tZOs86vxfDp1BSlvngafZpns0m6Wgj+fxN9mlazObJ90laJoMCGl7OirHTDD4/zSfD7NPGjq7vqSfAl4PrbJyW",
  "zSpD3cHHhnWz2ayYNaw7TWdl1hCFYjxN57ru/G6aJZ+TfHKZzZL7hgQRjf7jw7u3Pfwz2G4xz0eVZgeAQj7K3k3neTEpG3f6ObkaFRfp6Di7ys",
  "v57K7N8H6ij2+yedpOZqpoUEwu86t2Ms7GRf57Nmsn3xaL+XQxhz/yCf97MUsnQ6g6KiYZtc0+ZSVAnWVZfnl3iPRvJ9NZNp/rn5fFbJzO5Y9R",
  "Op9nE/Grl4+z97NskJcwrHaCQ28nbw9/PjxuJ0dvf95/ffQCgBf/Z4F9MgnayW0+v36PswcAoESQZr+8mwwEWP31ZFIupkiKbCjKrrL5i7wczP",
  "JxPgHSDZmk7SVIOi9wEj8QE4eb/VYWkyfM6U+ms2KQlaXFm5+pYR0kwYFY8sSAaIIZZtkUyDHP01EUBtZ7MuWKZnsxtTzVUQj55AnUMtsCoY8+",
  "vHsBFXEm28Zv+bf1fQEggdjxTsrCXJUgdeBL0/pitdD8Z7NBNvwwn+WTq7bx5e1ifKE4h748z6+OJnPrS1GMsnRifuIx3UelBFZ0cOePTVrdf/",
  "PNMCaaNSuaQjnAfPi/GtmG1ZrIQKzXSK5ixWaSHWtKIdOgaqMdACveZDOUI6UzByhVmgnbzyxrmspmgi5kYKiFKG6AvRDEeaPKw2LQhHIsBBvU",
  "TKd5g1rzIiSE1iUTNZSfskkGrYtZM3BXsrozPQZa9VAaLEPnCANrMR+boudb4B8WKC9p24vs1YqvBYTGRyxR/7PYL6ln7JdFW22/DhiB+Ic57O",
  "zpbMjE+gX2WCTd+1kxjYAqRSNNP3MsJF6aH8EIERiGH5PdXjd5FsNyFzHaot0M6raJklu8q8Hvruomn8Dh9jIdUF94FNuFSsk73v6eJYvJx0lx",
  "O6ENMTmaeD/y6bhM8Jw8GfKkbX0rwKni3Xfi9ERQEPtG9bp+sHattsaiCzyYwH/D7LKjv55uwO+Nsx0qQspWy0438Lus8/T775O/DzM4uw3wWJ",
  "ScwNT1t6BiHyhWzrN0uJV8/5Sqnke68oL5Xc4DdlhcJswtXQ9krmcB50818Hnaa8FTNQs6fZHAN/5LMvRGJ8KJ8+u87Gp0DooJ7Dyw4vC76BwE",
  "YpKS8EmE9JkhzmU2mdMRSKFkCs4WLIh0XO51eOZ7RtF7KtkUJQZqZpW7UZEOTexIwrS2trZY1HSSFjU/wF8vJ7vmCqFW3eSLZjqq5amzeXoGeO",
  "Df3Akexx+7D7pvtIDN9qp8104U2Xgh4H/wCUjdSS74JMdQ7i2YvN9ms93j6oKT96VuS16POglcSWCUY7g0MRTV6vh041zIv7NkD2QFoJVPgDfN",
  "CtiOik+5E2CHEcigXV3WJqjdvbOkU1uJ6mwcTfhmml/ANiUxsMZI17XdnsIEBSWw6t2r7A7EkfGrnbzIZ6oarIoNmCZcevRvPqG/nvGXbusmHS",
  "0yoHcPOjNByvY9GCeRqKNJ+hxRyZg94eJHHQo2pX2gNUyRskrS2muB7nuw0ObQxa6CeVSWi6wrV4XJQQy4TC+z9w8GTujRmpPgjrNyMZp7+NYY",
  "D91HH9QvUHacl1mwGzW69XW1xFAlElPo9AF9J8+6D+gdGDGHvh82v9gWLpmJcX4weEh2sT4iC5kk4GewiIdyAJWBrrIOKkOAA63ThVFlPSuNR2",
  "HS6KFDsbjfwNcaU6XD1QfWZLUdrnOu4txeHTEi8GKNM7m0WNMUeIx5bk6OCj0egQuWF0Uz2vR3D67VLthKZ1ce+pDIExIENlfZo/jS7bboINVJ",
  "Dq4N3EvSY1lHp0U5L8bqXFjpN53cUU/wA4UbK6uP5cb8F3X5OW5XaNZNzDMEKFCz2TGNrsWDHNPRKjA8ADf/JPf9Y1X/YP7Jd85DDG+KfGgQAn",
  "9Wpg1H/EEjooat0SzgDH47y2EvuJwAcp9ClK9+taCQNjgdtTbpAvBO/LRE3ad0MH9n1zs0v5mVJ8VEgYxM5ttiIlurodmfLaCL0SiFM5/o/K34",
  "6VbJy2t3GJXaSppepsDdLbrYoVZh621xIs+xvnkjsC+4lb3VGIBazOoPAAdXpgo8l1u58ftZXevm7dLZLL0TpNvHv83CYmacpwnmh2Kc4VLqtn",
  "iq+VwMbU8m8Gv3VJx4zyR060TuQMjxSA/MoWDQbafMBghYnp0FoDmcqEt8XNl9m92CdqDbUl/WuDoZtrE+RWeCfPk0E2ihQFEY7d+msBSHsnI7",
  "CcpNuMYPro0ZcpYmSjqsYV1rdZOWMRxZFQYTXOk+cFMcQy+gdQEx6kW+NQcCZyAGe+Y6jjWpEKyndo50WExGkuOOxU9XzXCczRczePtLk0l2S6",
  "qNdAJKrPl1Ok+uQdt2kWUTdamF22c+QcWI/f7Xp9s6tIH74hSe3S5zqDjM8DmMWFdqJfjTBV65VZmUW5a8NMqVYKuijP3h/ZVO2qD7KwY5KW8E",
  "MrQ9ieH4sRZoIYyWPISq2zH9Mp80iXAwLeom/hWIqIZnomocSWqwtYjq6rh6szs67eDrXYk7R1+NrJ+0mH5lcotj6OelFPb9ZFhkJas74efobr",
  "PD6pHvxT9Jv9+fl/IHvP6Wc6m9epb8vsWT2drc0nvijl1Z9wUNuOWWvnIrHDe3ysUAdf07ydOnILUWmYGA+JOJpgHiLFu6G6CJbBUnDe58HqrI",
  "bW9tVNGbcIUqsi8fVbDZMgR5a+z1FkHS6RRkBOhRevuzK62MEsfI0zPo/PSsy4chxoJZjLRYILtAU0ctSVT2Kl/hX3wMqejMz02leVNNeFD1rX",
  "XdlvCk/1kKboUJ01jUlmuLPs4WA3j+2RVFPn3/OelNcf584p5LtFZeHshN5EN19DgUfXpSL8/mD8apD1mA5xB2+tfZ5Gp+3YGP+HZjl6afIqX0",
  "sNii/4NuMrs6/DSN3xfwVnGM1T2HZzh2jBYgy1mzJ5vXwzsS7TwgQbKCThx15ssC/aBaesAikVcBeijaeUDCLLQqM1EP8Y1s4gOZfmpVpq8BSN",
  "nEA3JEBS34pzk8Bnb4nwvgVQ9IuJxk4+n8rvWQoY6KW7BgSEG01WKDNQ+gpgcKGOk0hHKCNQNQoMW45QwRFt8IDA1auAwB6sbblwek03778oX4",
  "95X88Iq+tETHf0k+32/a4As1hJZToLCyC8rR4goMofTH+29oc5fbD8p5S7BpEeWTbbo08JzJhZYwEgIvKMJ4tF0prQLva7B95LApV5/UuKB29W",
  "Etz4QFelvMvH3h51r2OH7dvJ/fbue+fvBzXT//8UuveT9g6/Jb7qceFtRTD2o17+1qkQ99ndH3ur5+Ojl6scREBbpaNOnqZG1d3fzta3a2/TU7",
  "+7c1dzZJJ4W/O1FS191bqLZMh4/Ejb7LwAHUTm5+wGO/8fXiLsnhcT5dzK/B2CgZLjJ8nAd9KJ3L8NILh+qP6ZU6hLfmYLMIx5cxWL5ksNEOh3",
  "wRxAtfDrcZObIBjOBHc2gSwIcsS67n82nZefr0Cs4ci4st0OqguQtcOLLRcJbfgPUPtN6yDvuDJhQ5WGq2Kyiaff3YqLMfl2DkUYCRR02kwetl",
  "BnYBW+3233ydiZK67p5TtWU7DGxMurBZt0ttUp/8RP3UgKa/LkPSj2VgpXJBXV+vPizFmfn0xjt99L322vH+5m9LdbUd6Gq7SVfbS6y3fDjzj0",
  "uU1K64oxfHy4yNwG4HO9xu1uESI8x+8C87+l57kPlhmSUHlt1b+PKO4tjXpSqrnUNtor5876Gem/a6XI+hsTYd5wpjFEb53nHKsiZjFXWd3quK",
  "m/D1xnO7uVxM6OlDdBxDhJuaz2cfhDraD8vQAYk70BLQbY1/j5X54RsZ2+Tu8j9Ot6gl5P4b3NsYgr698e+uX0VmNonSW0Dxj8BYPaa2zmwp7o",
  "7nYNxrkMZoqBD2MYRRL4ClUSOO5EoINkEujlgYqZWo1oRicWrVUEr64SxNLdGwlmKiXoRqokYASdIXhNDb3SClw0bXjye1jWJINQK4UZlH/tTq",
  "OWwVh/zgHx5ea8Kjw5tRaHDYMjo2rBAYGhZ5RlZ3EbPuYOK3f1gn0WEtIsM6qRvWSXhYJ/5h1akgTpxhnZjDsqDEj23YzjixxSFt10Labgjp32",
  "oh/VsQkj1px68jczYLLjNoF5+x49ehCTt+7Zuv+O3JvDLxzyoIvHOfeMG8G+eGtZeC1U42wA1pXgyKEamAr4tyPknH2Ua32osjn0AjF5NPUByW",
  "T1BYI5+gRlA+QZlXPtVoEm0lovzgHx7reMLjY1VRaIDcOjpCrhIYIhd6xlivoXKUU+rLzjekMlqzuqihqujz30f55COZnqA+5d7QFy2nK9KPBd",
  "ZsHUTF7iAidg9csfvfi0qK3Q7Cu8cB7x5i4D8LY280EJEDZy5DwH8waUhnB9xu6PXWQSW1vGr1j86OeRDcU2gG4yz5Y4wnf4wKD6oRmc4fPaKj",
  "Xt9pqTrlh8CW+Tp6zhlFzjmv6845r8PnnNf+c06NctXSq4rf/mH9GhvVp/Cgfq0Z06/BIf3qHVGNZvNXezy/hoZDCsnwgEirGRoStY0OimoEhk",
  "VlnoHVKlJtHar8ELjHgQ40PDpUo4YGhy3jNzioELq6QZFnZHVaW0thK377h/Vm/yA8qnE6CA0K2kXHBOWBIUGJZ0TQVWxA0MgcD/wMztJ2dJa2",
  "I7O0XTdL2+FZ2vbP0nbNLG07s7QdEPCkpo5IeNJ2B0U8tY7LeKoSEvJU6JPy9Up2W7+uvkSGuV0zzO3oMLfrh7kdG+Z2aJjbtcPcrgwzMJv8KB",
  "UeJj9vhYbJraPD5CqBYXKhZ5j1L3nOI576Ehtm9L6rHvLig627+6pa0SH778GN3hKrz4jmx8Cd9YfYHOP7TfDG+kPN/GKF0H31B+/c1j0XWS9F",
  "4ndgjYKZdj4/AFf4yDqlOucDdOwPLVYFJr5gVbXQolUVfAtXFUYXr6plLWD1NbDTPN9/G9lpLtJJcKeBlvGdBiqEdhoo8u000F10p4Fm1k4Dv/",
  "3DAjur8KjAUCs0KGgXHROUB4YEJZ4R1diEmeZg/DPAreS1t9KjkP8xSbrWfBsDHuL5Sv3Kw9IqcTE8q6bSUWj1VCoGnwJj1Ou2pNE1F0PYucm7",
  "2THbSrfYNUo4sygPtTfp3QV7kiqr7k2YYWlZfV77NshdWUs2OB8e3aVQPbbW1JGhy/R0Bpbja+sHYgl5L9wziMAxuDtAf+V19SWBnqPXr3dgaX",
  "m9uz/SFrA0tf+Ar/CxAO/Q63E7AR/majk5NvPC4yG10hFwCTSrxBcBDOBvaACsDlbCq4yk/+1ngHx//u1nAHPfDzkrcECn3YibBdfwOlo4RR4X",
  "hUoIoau5NKtvamH+EzivAZDedToJmB0cDcG/MB+ArTNowbbQ1n5TmQCCFcVa+0PoawU4Wpogr8Gtpzk1wE1AUWO0PDUinSHo9aIOTvNlPgQvFA",
  "q3ZBtO99Dbav/9EYfR4HqgyPx+lF2lg7vvd0AjCk5zoxF43YGbNnjZgfvKGDy2QVsKbkQpfICgoLMkHRFDzkFPCdwKznalNtaa1Ntkm/HPGhjB",
  "9ISLGMh60LUa89IX49tK3oEfpqBfKdWy6MtF6/QKMAaH16sswWhxKXh0TQGswhjrPRTlaVHmSI3Ww9gYHD0mMBPrgNQUTISZAJvG44pxOHht51",
  "OIiXu5LKO/US2bmkptGZ157KTg1/RRkTiaJKBugUNXMsLJaYMjIvcD4oP8GScFLKPRCDkZgvhOwPc6IXxKfI4QTvlbiuPB+7V4UkwV/txCT4Y4",
  "ALmy9WdzhK6rWrjQHQwNn5ZSn49pffDU5yBSmrLaA/KoEsfLBciLSPhaIi3AKWmCq5PXpEuSdgIBZck/NB3dpncYwpOdgvvoitnXIqd8Sc2c3g",
  "P+fPf+l1RGzdx6xaYe2qd3mYIBky6uHHo45Zaeh1PmldjDKdWwHk7py05kVP4TeDUQ5bPqN+tWI2jkf0s2WnkuJyECRS8ZZpWQkdRkXsVQnkJR",
  "sEPtDWuG9NV31Y2Ku/Xj8xIi+83/5ccwTpdcIYCTKF0ZL9F9BDdbteTBTWiXArg1sB2O4hZSDgFBY1TLJ2GaUdlDZjJEr5MapBYxrBYPQ+skhB",
  "cKJhH12ucbLYq89wy3LOQL7ReQorXVRiIS7EKFUPMLSVE9pHxV4dcqqlcuiSpeuYqldpWbg5+oFAvYS1Mq8ZPULop5lxt3qIv8Ksc45g+/s+2P",
  "cthHIZJqf+uKLeBlVAt9wVpPb/rG+SjYjyzsR8vTqtkNaw3QRvM1AlvXteHPc9hf3w2mem1oSvDoiV0fjxlc4HjsKVzqPMmSwZaWLGFCwmOXuw",
  "yJSqockpRU6BOUBDIqJ6mpJSbpy05kVOHzpB1Q/Vn1m3WeFDTyv98ZrRqdJ80GUTLVnSftE5I1YjyHBM9HVFZPau8RJHQsOqnBZxFDaLEyRicR",
  "lD7cjS+KUXWj09pVqlATFIYrhXxdqND3oEAFUe8fqmH5FtGXAHkrEaCrw1F1akak6oWswmQ5jEsN6FzFXopahslK1hzpmFkqKYMGR+k01I/70O",
  "1wFJtILK4ZNFYJXt5GI2uoKC3jN9uRHVORpKseG7bHYdG/gRHtT+4iA4LSmvFAjcBwoMTDkBD/SIYfnNyFeIwDiMY4jGrU8hfVCnIXv4R5zA65",
  "pCW5hn4F+IF0vhGGwPI6jsA6IZbAMp/WA79HWQMrWLyBH/yD+BmDlIbHgMU1Q8AqgRFgkcXUNzV27tjARBx/m0xNIVWBqenf+8DVBD3XfBcTyy",
  "fOvJZYBbFLSeUdBnDnBEoPPLu5jxqN4da8bVjaRFClwt/FGAJjDg19PgyKPQHJ0TCm4AxCSD95IPgPepY3o5ot/1Tskg+in+sizou256Jivjrn",
  "ZsupWfwOiE2KnRqIderGhOvGJCwC0sOFbC6G1YPoRfJeNhLxiXuPFt1rLXGz/jlChC0mt7N02tpU5HyoKQjNVmgzxDLfdhjjo25Lz3h0uATdZF",
  "zJOB5D7eyuuNy1DI/eXfwGQXi7KpSiCM97CHTeJSMCyH9R0q8eJOuASwfm15Gpa4zsQ5TkCIOKHxLsD9cpMDpa7nkCEmIZmCt8mlfLXhdFmVEF",
  "jE/InH/6Cp8oCXdsdNZJXqmG/JX62bNi00LF01dnTs4hUYbVqXDPDJ7sbcFFRgOuBYHE+cVX/8sFwBp+mcF03uUwafPySX41wYxYEFptDs83s5",
  "zCtYI8xfCTNP4A3UzxoonFCZwOKNFltSH3LUple2SkaUw4cSstnURHDMaSVGJsdgUxecunHioRTIeJwF9oklsuY/YK+ps5gGnzF2knZYQXfkGH",
  "enga1AmMZOoLfFkESYBb2tUEYukNsadSPCdi3PUZPJ9zlF96tceFhx0M5k9HSHp43r9Ob/JipoOTYAxmgBpe1M46s0knpIcCYo7DE+aCkGAIqA",
  "2ElHJ9/uZ7y51CfOL59axYXKno6Z6+qXnXbxxhdre/RdOk+1G6SO5/pQ6YtnU9cK1IF1zB6EM+D+NEijdjY+qoFMIaX0OCxAFyBPwc5R8zsJBY",
  "gHIO49mms7sts/tpTe9TFVIfeWD3JCrnWoLhTyyYxOIsSyV8+vQLpgKgOPcnuAbFYjMSWSzTpSuvRUcnXVhJIvXq7jGsjtnQXGZth6e7D0Y8EP",
  "cM2fy0v7/FQ2k9lxxx1pLegLAfQSq3G0zzuJcPn3HFTTdwmYxcDYHNDcIYm18BnDFrMAMnpxuEAux89EPuh5xheONMBV6H5F9vbFu8N2n50SQi",
  "RFqHN31Ih/EGaC1ofPiJos6Kam/aiVm/zTuNh9gvOfXw7nvsVm+uM0jdYE+bgNut0L9AN/KvjzB5r6+EsEj3ay9DnSXtiQw9n5x+1GcHAnpmJ4",
  "6gb6cf5czd+/v5OrRpiv9H5/TzBo4l3jElYheFv/3Do5Qf7x9ISztHSA1BzR7/KagaGF0taWfZfy5ysBVcmaxmjpQaosq+/ikI6h1XlJzVyxZj",
  "ErhtCaFevf0UjH8vtjVi9kB74yMKVLY8sYXu1V3OGBnzdmYKQr0nqsSu6vzg8w6Qh6P4GNT2/hioeSlrnAz/INTksdKvUsYcMxovxbXWnFJmAb",
  "tIqnBOz7pRfbQZOcpR4oi+V78NcZKK0k5bYGi5w9GoqMyr4UaUGEQ9UWTyn7Juzqg7+8WFhx5wyrfyDa15SgB4aEKo38eaDgAeighQzDgaR3JA",
  "mmCw0cQ3DpC9JRqF05wkrV/fHW9CZg+wMeeNEkYNKjnRKbzwQy9jvBxSVIyTCd5SMF/CAtJ6M4iSM75QGg7MQ3Od0aOLgoCN0VD0E9wVLyGMF1",
  "yLLhEWJKwv8P44Rp0EgJhY/XIrjt2B+pAtX5QNALl+pgKyWTERaPL8DPUix4w9oBHFqwPzHu8z5UO4DNO5loNGTmxWnybLhTFj6Ktzo2MEUO3I",
  "yMVt9bijM2tHWoPqpNLOo4mvtAvp5SsVfVr6KrFwJjyTeGpNlQYOGwNlfQkXn57557XbMnrHpYx12saaR0Si/FodovWiEBibIm7AxEInSttv9u",
  "bQTp4//HHC7Fjz0T7AtgSqjR+WrsTOHu9cA3DIS9eo4vPWNVELaOTgHh9S1Y2yS1a+z/Kr67lSD1gD7qG2xD9xvcV0ZL5DstISPx7Ns3EZFTqQ",
  "lHMemEF+XnMnUnyOzSd3rbdF7sWaS4GyKFlZLEE++PluZAguE7awQYc6ZRLbePiu/Fyj7irSc277PesOJYB7UjAh8FAOJizz8NrcmW1HTGl2k5",
  "JJbz+wHebIEXWbIXVtyhNFpgkbj6wTpxgPmvjqqVsRdzELXtxlP7gklgeOrWzKWOtT3O/M/O4KIpdxNvnqx3ZCVo8PF7EMUa9JDdtalhpTWbry",
  "0oR1wQnGAJjKA77I+BvB9i0IRiCwIrjQM4WzJgSO0rLbMvFtV3CNcgV3YbJFlY5VpIWYOf7z4q5cswWq4bHQpfj4n2gW7IhZ6bSKdfjEs6YlCb",
  "3WrkeB2VdZjIapxwd4olzK0AMbPNDMIwBCGHksiRE38OXUw0Rm5VLAEJLXusMTIi2dhkKkpVNviLQI4z3eSgFkrNBrNpMFrIuz+TrskABMSF9C",
  "PazO4v+bdR/Euh+yYIKDzBtCBmYryp9LcST0YZmGS+Ch4PZojtHIwMW5FGHD16jLemb/jrEs1gnxLJsrrc60GbRXhmHq9i/Mqk7l1UK/8dPDJc",
  "/ZSfWw3RINNlHvxZ7acJeMEh4HYEUJU0Yv1lsvXj5PmevOVN7xTDzofF186Cm3go8nohqR1h9RDYosY2GchrBKkbE0x9BbcQzCkKinUa/FwmbT",
  "FljpzfIVUTD0mZ+5NzRwpn/vWWNcie2BAUlUUm8ya8DYyhjgA/IYQUMK8SHzGvFvM57yNzoZ9Pfc0UExwpDOn4G6w3ZyNQO47eQCxcg9aYcZCt",
  "fCtNAiobNHC8xBTnhgj0wtS/a8hpviLB25nYrPUrCInzG5IqqERIvqZ3XpItmVd1bDwIuDyojAHFzLMOPap8zaSCMK8aAiS1D4GTTsuqUnhdkM",
  "1Pj5JSnrR2L0HC6iVC6CAgVl0iRMz71PGmLAgTUrCeq5ewhCuSvnWKxflqbWrHSlDXycL0R1kzXUrKgl3BwhC4WHYxDgz5f5KItwHRZrDwSD36",
  "jdQw5f5ZpOXnhsKtd0Zhpj0i80GIZVwIYKOZ9PSgBiMIb63G2COdetPVIhRQPcjEUezrmEz7EDJzazIjfA74BKGMIqlegXu/sORRI7F0FGeP0j",
  "qsCVrY1XHWhsa3B1D1i0JlW8ghpSispynyJPYXRkjhkJcATxDEG136JHxU5yBOOYf5JdHJPdLhrAH8w/UTjDd0K5pwDu36aw7Ia777o41oDdtd",
  "L9PvyaJGGFNgfd1+q7g+WY4LF8EV2EbF9Esc/6pYYQoNQFa9cZ3w2kdbIeUODIb1lHrYHEFsDg+d7u9dGIbfUTOrWadXwBgZtQyEd7d5Bhn1Q2",
  "hXk47SWsENl1X49GcdlFxEkWi72hoOKE8JHYGJAfYA5RN1dZLjbskMECW6KvY+YEqNDEqZ7WNG/hcHKyWtX9gOMiCkyC8y/KQwYEXOqZrPNhnJ",
  "j2bLWlF4AIXkGHjbeFchHfNZ2FgJSw2bdaOqJupOameOhXBPdP/fvZ+uZewgpNvu7r0Vat7CIwbbLY99oye8i8GR5aPWOSrM9iRgwqBASpYZa6",
  "DlmqwQXFqdnj40lU3UtIqOoaPjFYTJY7OUSP6kZfln+6RYqAqntBF+C1qLsZVFDlLXt6tEkRPYRUu1zqU+/GaeDbk/RgAoHb0bhvHUQlQCGSil",
  "7+8P2H8AhOC5WGIrhjmaUYHMQo564JqmyKLbVnkNwy7j2yL3nrsWsLcSbpaaoOqQvUHfIfoSAm6duY2ErfetUQ2Go9V0mAFEyP+NafGzGeGPGt",
  "nRUxkG7hfQ7D/JrWc9hhxGqO8VnZWo4jR8ObhHijwOvzc+/WnE9Dh2ks8m3J+VQ+HuyHnkCfV00JaPTqdm8y7X636xIuWBGXzTkMqy2GZFn5xB",
  "qKXV5RNSDsILz+4BHZwELBFH/c74Om281xgSAdBvNZ9VI9NOQVNTxSD2uEpB6W+bIg0ICW45Kw+Z895/IAIdMSQE/QG6iJbqric580g3cQKlXS",
  "BqRBCdo4+rTrMomSp25mDNPXXz2kTTz9yjr13SpoNb1q9GByhHTX7OIzagV/pHmUk4Ok77YGPNl2J2avQP798K0FXh3oNPG86RLyqjblMvFoLb",
  "VOtOusIbP3lVWbnoWk4erV9Jz1idXVpCvjkhLVvBciUS18JRIVgsaJ/EyyjpOZhBU6nOm+Hu3AK7sImhBysdeIME4I35nXGFBADw9GJBhwXr3a",
  "iN/1fh4erbwNyyCyKLD184Ge16apt+GH9PV2LZ/W3sGTO0DXSE+yFgcc1sJ3ebRPhAVAjeL2u5X22pK3gge2IZC9wi2kzyF12+v097WsJoQTfB",
  "2mPh5tFSH40EMsFPkePSOD7rauKDsJ7HC0RYnFI8YQ2gIgVECZrUdvRaDCaivR0yNqraiHoISmUq/OKkoDn0DSgwm8DgvYu/uzK8/6ksWQLeOZ",
  "7ysa0XOmh2DTd2B19cz7OTZHugt1zgQEVXfWhFlj0FVW36btnVeCp6Os1YOoLh4RucHR5BJDL8I8yHY0MG9DPoBZLYEsDVryCY/5iV16Aq4+bc",
  "F0VY+KhlOEmd1Akgpg6HKxZ7rLKNI7jjyiPnlY+JF/m93WsZzsXFR1ehRfvdBb4FbCbcEF9fTMaQnf3FbiKAwwg/zMK0xOma7pAGecdLF3r5S1",
  "Q9YAotj33CD/atn9RmpKPpkELGHsEXZb9h1IvpBP1B1BDVXP9kS4u7T9TLQ25CQ7I8OuxM3BsWkm6CD0ZoNdemyN5eoSs3A0WZnqayJjlG7eTa",
  "MOvVVI1vYPx3/vd/IPLsMIFfw/a8RRB6r+vo/lK13JDIebRmxwJOw1GuAwyGhyUZ+WBg2jzDGyvQ0BIaOpl2C4i7d/25QKvvnyXvKgEATMWAvi",
  "56U6oRa9jUo6xrJiMq58wofvKua2mVESKffOexXEqnCIYqshynb6tqANGzXjsYynzZGqUqPnfYgB48tjDz49VzFk2zFJPCl+8ZdEngvxp2njZj",
  "xFqX4aoMfsAiELwcv8Ak6faGIHlt7UQH51KkPcu9SuiF92vqFwnuTsjIw7ULkh5CLmX5r7TIfwslxk8usGAtqAoW4QM+q/SvrzckL/pBeAEf1F",
  "9qv0FxND/Dm/3gi6x0sE4UDu1zUJroKpUZcJYT0LVsi7drBN7VFs+RGjSEHnYVVPCiKIaSQDgH48M2fO1labjsc6+h4HOauzbHyvcLWzIBjj/o",
  "t1eBVxO/EoJbr4fN8NuNhLIEEHe1nBevrKxWcrmKxgIlqCByOINgnaxpFj5e3hqMpw5J8i9LYl4nXHOCPGr3uHr5mWmPgIVmZ9ml7MdSTQweWp",
  "tKGqQjuxMizR8sCtAcU2C3FgPhUE5JRmWjeWPzl9lfop4BnFo5H6wScvq4uuKhQ+lDZ6RsVvzvxImuHP7RIZzDCQrdwDwdwhfeX2sYTYAqvhtO",
  "6Y+71Tcl+DQKBfKy2KH6MdT9KP38oi+r7obA0WYK85i9RR7wcDS6B23tmRee94XmP/CiBl9NgTZdUi+zuRzzvfAN+OMHHruBguwHh8Y5xfzTBY",
  "OlDm6QDXZT54KkXwZ2NtQVBUWFMj8OOHPzP+G5A9v6LvV3P6M+O/8btMf4Rf5N/wWaYzotwT4m/8rPMlUYn+yYVWM/0TCnViIyzTv7CITczpO/",
  "+JH9mGnT7yn/CxFF9KUUdGGxdN+Qc3NgrkDySJ+jqSn2aYdx2/0B9Yp7jNZgOMRY3V5A8oWEynukD9aKM8I2etkqUZ/43YzlGTicdCwln9aqOD",
  "0FAVyL9xMqQ7SKpdQ/TnnHvQv2ikY0GjMWKC4Y5vMbAaflM/aG4g3c1IkE/9gAJYK+SqhP/iz+I1jvhAjNL4SYUnOGpdqH7iaEeLq/ySUBd/tj",
  "mcuL0GsNz60E7uk0s4QTksDqvnaQ7nyk8bjZcDnTpoOeRjWg7fkx0F+i/WdCDqf6bUTYfkfFOLVCCas32A6jOU/t9lc2XS0k6ycpoNwPMfvODA",
  "0+euWFCi5otFPqJM7yn4ulzMIGZxgor8Yoop4wCsGbVLHe+wK/NiRh8Yxf1JQgN6QmHGiFTJogR8wdEMhOKMAMhY2vQyiW1LTnHrNRZHaP5T2r",
  "e6WB7RfFSi3Lq/b83BQQ24hBq0YO7A3Md4HrXtfjgLWcs8N3MCJ4ApezTzlUF0YnAPRu5ExwQcUcehDsnikxhAjgm0zkGwl6U9Cv5WGYVwyFxl",
  "GA7E8DDeL8priNQFPzFEHWcWp8mv2l2lQ+4ugESHrkJr66Xkbkq3H9I+hnvizM19mAXRw5YQ98+ePUv+Wu0uLw/RC91IoOxxHkAihpwGsMy9t/",
  "HD5ahJuzoJYs+kjb8jATyTbjx7PqvjjlpMrKURx6S6igKYeJdbHSZUGYIqRHGQlXxRTImRKNOEKy8t7DSIBkgdp7dC2oeQomJIRZNakYhEs8Yb",
  "3BTNUx60v1kU8u9x9ma649IWg82TmQy8Rwh79GfWd8Pu9otVoCVcCKTRVGYNKaWNLSY/F7YcpLMSBqSE5p7I32Gm7agAVxtTBfQl3CoM2Bqa6q",
  "BjbHxdsxde8zQvncTHbk66iLb00tVqNrgs7JnmRxAweQ5gdh3mNHVfn0WWitEoy2Rbun9BPjZUaTDmgK+pyiD06UaPetiqTapvTKR+++cbmFTI",
  "OW4drnJBcsYjD1DqItyV0xC7rzEHFtXqUTWVOTILS1v9RQjXn5+t0UorvWVGaSP1x68k6atSUeSuODQJ788rI3jWVmDQP9HUWbJCktw/h6sO9E",
  "8xkc1l4uFXXItR2RiaDUTyxddbVavL78OvvT4ayXFF1jBdvx6nL7/zNNWNFmN4cHrAYZkOkJ8T+ewdOyszNcqwUkgNIHxDwE7wFUjdQgyhuzpU",
  "+azaHKg10aWVtsu96eWzkpLA3LEinUN/OOYBpb8j1J7M0lupqpchbpD3SkNDtnW1lUD6cTpZnNMbpDlC/QBGb5UkDz4LNzERXsps23FA7dhV50",
  "VxDpnjoZb4y1ehBL3pSFShv91KsodLkZJ9w/7gVp8Uc6UZPy/g/W7D+eI2MPPcnWOeO2hS+RZCasFh3Tes36HKAMioCr9CFVWCyw3nS6iBkBgb",
  "1m+38kDYSmzwHxt061pOY7JrLBG9RnaSHHg4/cjJG3JcIDNUh9KbDlBf5RisLCaqa3dRhkRkUwWMK+mX18Y8zigd5UzAU4ys/+B/3aZantBwxR",
  "C/BYX3ZBgUOs+P99++MJBRD30q3XJJee8VKtUiIx8p40g9nnUqJgMYdFzrHO7NSz88E1ArsqDDZJyrvxVgc/FwuemV4mZMSKmTQpVwp6qqUrrR",
  "eG81/VwZ/Wx6enE3cNP8x9/171tyD23dwjMXRo68ggUASYjKzZgWD5vAGXf3HbGLZeI1qXxwn7MtPjWsvAiWgFBxaAzVEyouYnmrxOg5vG5Fy7",
  "5niLxx/rcd4T/j8I74/XaID0n0NPYvCR8l84scjil3nlkEPW4lqa/Ie+sS7EVBwhce4LaSD/PFRUIrJ8eVB46TvEka/YMgeTIvnqB5wxOR+NZC",
  "xlw2FALSOpbhcF+BCKLM63XHZhRXeK00Tsw0Pj42k6FBSMoJMwT35Mx+q3EBif9zGlKHrH0OtVK66Uo7cRIPNdQHdXMKpdWKd9sQb0MyYccXVR",
  "sSDn2RWwmdlbgtbBuGFYzT0S+9/dFVAU/y12PobOMfH378122yjfvHh3/597+Jv/71hx/pr2NVeqxKj1XpoSo9VKWHqvS9Kn2vSt/rtsMXH/bx",
  "r5YY71/AtmzTxvUfaXltITse/is1BrO3H+QfshP4U/YCf2I3VWB0GWZ3vI1r2BWx8gW8w2z/zfhzMRt5mvIhAhr2v/1s4XV/zh8k7Pu+3fjo/c",
  "+Q5AW3Nej0hju62XZ60GELoRI8to7yAb2EP8Vlx4aNxsdP41H125Pb29sneMJ/AgNgrdiwUuu39CZF683pvFI0HV5Wvv2eTyvfbibDrXH5BIID",
  "ZyNvIViGTABDvmyUT4rLy3yQDYvBAs/jW+UUj9fldZbNx6Mt+rcCZVzegk3aCsCxmTBjgpkA+LIkNIopWpZMizxQI94bjKSEf6k69GX+rEArBv",
  "Ns/gRYPUvHlUKQENPr/2RqooLi6fV8bPwCz8R8on8OylL/cCZUVLihH/k4vcqeTidXxq/fppn5E0xkjF/lzdX/kLzFX26zC8EBi2FePB3L1vyz",
  "uDJ/3aY35q/sggd6Azm5seXfjF9OoYRzCfqZp7dAZfvXj/rnfG6UFeIHX1Vht3lK7I/vZzWChbQ7Q7XguCLBYpnL0iC/knwhBDALFzrD05/q0E",
  "m/OCkooydOsvwDgnjSH/gwwRRCg0xGPWXylmIVTEQnKOfZYJnVUo642C9LsL6iyO/8aA2jaO3+3GX3y5/VAaYHRsU/gEHxj5vqk6fWiawF/+J1",
  "I1HPkdU+3xaP0i31l8jbjmeo3Eb12rOg9BL1XMp6rAKzHuTlmGPbtJMP+rrGu6/hVyrvYmRfXiZDPh1R0w3zSgZIwfRmQ/Xsy6qCQQa2hfDxg8",
  "7hzXfLjTPz2qbxgkwMCrVDARPd1xgQ4uPiiBy8JIoSsA9T2ZWJHqux5ojfi8V4fIfvd/l/Aiswt5v4v5WGe6zSO+1pU/ZT108PJxz+OhNzZNXl",
  "5YJF4gDzys625XZ2+gotke8BTA8WhjAR1xibKDKHykM2oWmuGKNAWZwj2yvuPyr1na9SR7IqV+oFy601ao9FQG5XCdo1h0Hnd2l4bxgNmJSSKZ",
  "I55/GrsyCjA2avnDTKuEwNekkQVUZGr4NXZ5WRqj47Vc7GBu0kDLLrayQSJMdbyVLkhb9YFLETUPfsBNRnQSQ5MbWzSmEBgXZl91c/1X8FaL9q",
  "HKyWPVgAEI89LHLEXPoriOzEpACTbh38QySxpqUkW/Iagk8VZhP4+/hI8p2oIvJ5VyYXBlaVozgBHnQbdCnR70QgB0qc87Rcd2BPp5D+AVtGty",
  "+ZVqKyCBCQzIFR4aBX3W4VDLBQaYPSSsfmkN6AYlQmCA/hpZDuwviOJlbKe9mTF/CxzOPeCLKqHYR5yDmEsexX3n8Dad9/bate9MoyIZkhT3v2",
  "Vq6OU4YrVM9u/QvkJKYSWJX3ptpP3I2d2nC6nLi9iFPhnvyjY5SJG/ee/MMsk5fwPfWXVUqHRSzkPyqYU+ZyNd/OCkYMnentdbV0+2hc7IW6qn",
  "Kvf5OWHzHLk9ZeCW+vO/joSjGshz5mfNxyIJlJ0VU7Iyvme2efPn1vyEH74c8dkcLCgrHHQGwtrgOLrGRZ2gAUwXql8Fjy8dlzsGGfk29xqxU4",
  "lmziJWGS3Sah8k2lXdGj/0AHoq15we5SvRQnhRFBKnxJXmD0ny9s8A7//oRqZswBbDhpKqP1LzCSK5CbvgWsIymZ3Ivab94PXsmN4WfcE2R9yv",
  "XVxm8md2KCEE9lSsNk1zzlav+gt08gC//sQYJvPKlpMqgKXGSCYHczT3dc4HQo54lPiL54S6zGBZcnd/oNBucXIIf9YPHPQUEpSGgXymxDVKZq",
  "yvXmcvhH5PCKmAWb+KHF1f52ztVzBqFywFp/N3Cg44avAkvqbfEWeZ13oHDPp9i1cdamBXJmepgCeJV+yttFhDI2EtDdR9/BEn1ctU1sZT/B+k",
  "bUOT2/Zsg5/RWRkXPGnewDefgvXZ+Ht0dlz5OOh7z7qKF1d8TnBmVewXj2vcdLURfKn3O5MyYrIbPN8/LIpCL7OHdctqJCWeWXRO4JCDk/uLX3",
  "zGuABG0M0GVj5eIuRI2WU+4ihBmX5iHcH54ijvB98QPkaEshPkq1jbeKn/PZQ402ZYn+KxPx6hb+SnKYXjQVPsOUag9D4JW/c5NjvJ3zAvFs9Y",
  "2Jx49XZENnPjm73KRGQ5sZRTvq6csT/N44E6GrHOrAMYdz/FVeHaoVRVo9JaGdPVjBco+OMieaQl/XNNa0KV9Qgn2sri8kpwNKk1T0Ujl2ixd3",
  "DyiRhM8DS+Ik09uBHOBRYp4751SnsoJ5Xm34JOh5vjGOOR5ghBiqLAjBSmA9sYvkY/aADZsZrIKCgmsjoT53Kw8j5CCr3BmMtE4VboPKwiFWVm",
  "fXqGAD8HHHF3qoXqUpnrKcteJzCvF7hNS4gzyeL8iaHEH47XHr24BDiJjJYkqrrKyel/Hcp6c0xFpQCylo1a06qqeG5oFCwGKQW1v7JSPDVr6F",
  "oCklcwWgXbLp/+yJQYlKBQyvAi0imhnDptRQi3n1YR59ScfW/2Al2r8/hIZ5hJzVOudoL8pyJkASZILW+SfBDpuKLfzVCTAdIqAmf4IwB+BtaJ",
  "yDLXMbKZNLnVNRCv3NjhbZp2fV5r/B8xm3NaSpYhkM30nvHWSoW2ZoaDSnJSJkqr49+SIq8C0LzsvHGTyDDZAGsoEy+xWjNI5JOtZQChNKM1+N",
  "UPnZzVgYzNwj04pxR8pTs9IZfj5GD/5WWSxmg6zBGC8hwM8cxcIx8B2aas2Y3WVqPLBMmspfmx13c1ZgWJhzwE3fsbDFu1tHaEU7eHt0KAInmC",
  "APcuuDEeRMRkgd8SFEdbRIvprwIdXZX03kTAVFa07LhmO8wHfCUMyNV2/NemeeEW1yto+U+K5M+hQYp0/5KsuymGHahNnsDvfJ2+sceAKPbkJ7",
  "CkaKgwVYJk7QNxiiR8OLMBtvbHndz0mp+RPRTrAQSpXwlZTUB+ltrMo94o65UH9xcUud8fgR7ZAtM0wO/UtuGjNwnivRxX4B97cRfb9Eoxy6wr",
  "f596z4PcMA7FOAdonDyecyqevRnIiNhptDEQZqOkdrGGyeSBM6MJ4tPlKcgMkdBBzDJUnURTlzC5o62OABDowhRwAQA4Psj8jil815oMfSLMWJ",
  "wh5pGHewnpLbdPSROwVjUVYny97hub0Y3XCYAuZlaJfid9A8gAEE7HwIR9gsXWRYU3lBZ5gHFYnLbSQ1JZ3JdgfOS5J/MPAB4gpaG8qXi9nDt7",
  "xpa2fCEIuP4cyfoZn3nsN08nhMxwtBSku8FEKtsuPu4wiD/NH9sg+XK7RXm5q73YUa4n7A1tP7oLybX/OSJztbjJ/VUS/r8si5SXZI7skyBF48",
  "ae+PRvL1wD2Dt0SV8h12jLJa3kj96g6ZvVHExrr3RXwDtirGvJu0+Ny5Z8jVkHgGzsfBNhDkIt6I3CpC9fmhdZBO8b4HsfsGHyFiPe4UQgC+E3",
  "JaSkvDbR/yGgHKMlyYCv7mietfMhQRWY95EP/GdenjRamPdLAEOVLcloe0H1mbpY5V4Ov8PZqrCAwK2X3RuG9N0WtCQOw60W0e5hGvdNaAna2S",
  "h3RFeeiF7YeKPUi6YPQB0mYhrieyRrnH2WbxXCyefSp1xdEnUtNkMBAW4tDQiNFoWXu0AWYSjHIuc5ztVVUBRhA1EcIunZHvhJ7WzcrzBenfe6",
  "ZqUO7Fru4t8HLjmA3UvPoY0WOJZZSRP1TyqQy0RgXPP0bsvzGIbzBk2uhqfSxc51uyRvVg8dm6xkl9AtCQW5y1EzWXaIsgw1Z2k+CJXEU6EpEO",
  "8WguA66ibDMp45lu2PzmGaW14HmC1fPJo7fwHHA9R/1SHqfV+bxlHaJDTCcTt9EqE0EHTcajLU+1P3VUygfIVtDUuh9Yj1O6oL/37WfxwHHfF8",
  "o3o1QX7qlSV99E3dmhN0xc6SWOX72DCvSPUXw+RvH5WLmLv4Td66FIoW7yQVidOZixsHp78ub54fH5y3fHb/Z75+Db8tPhB3XOYKNqkbEVpSkb",
  "wULMr1N5P6lkSWewz49+Onrbqwf7PL8C43cNlvU7baHnOfMmlRp89J5o5OsB/P5YOSnJXSa0gcDpYt4Aavzaw+SPgoksHS9I8uBdP1g6WrYCwC",
  "58n4OHOX7cbZGOumMprC0gMi2kOCfq+IN1xDZPlMBu6TgzVQdenGbCnKEOKTNd5WoIORiwsDMCLcFeBAdwtS7pTQeWN/2L69x+fIaqLLs9N2oM",
  "awsj+qTxM/NEtTmyH70mmMfaoKoCfoP1cQ4Xyf01Q8Y8rPknEUKLrwvWeU9G1TJ0mDIGEV1lvN+r3XBGjje8u7fELm+E3WQJ6nznB3rXZmTTaO",
  "a4kfXg/gjDJJcBivsonFBAIPehIgX7Av9kukKCCS/eGCkmI5Bngb55GaifYIkgM9K1FW/YXsc6gH2QTsuWAtpJDCnJ4ZnZyuH0zGFAJYoDDc58",
  "5IMTFKDGC6MVnRLBAFojxadLz13SfxkBNOlwo0K3efsR8UotDhTe+tI5yhYE7EjYMRx8bN4RQa08V1t4sEDjlncz3GJszZ4yw5Zm2cp0W+wfG/",
  "78de/RgYDfNpxDfEhfB3hw/SAq2kbcsE4PozFVVxcnnrpNFfZ2xmraQrh6g8OZOqepkvunxk0yAKPpmco4QE+DpmBIvYqaaNZHBN8f6/TV7OXT",
  "K05g0v6d3rda/MmYNytytLA11vU9x5KFKuwVzwla6+JujqtKN4ucr5XnkQct+LpezADgUsiBp5SFFvxeF0L/gGtvA1TSi5Le8UXsUNrKZVAavd",
  "3iTnpuWk8YmlXCcjRCbSRAyuegUx1nuDZLDG2Kqj244s8LxH8rOUSxTfciDoVasoTnBuQUiYpFGTM8ISkndas7VIbN5gIEHM6GoEeh70qfmJJP",
  "PKoTdYzdsiB975zeLJI+n6Q/89IG90XpGNCHK0E2BQ1rMUPlq1TZHsDwEkz7IJSXSZ9GhJ7WOR7RQAbPpH52tpjguAF33KzUyJP/+X//P+IOjt",
  "/lAP2KTkG+FrXWCqs5SjTjpKx18x8EHVKjQ0FS2hsFPYhoghimWlfMBA3OIr8ajHdrBZB442ahJZGkJxDrWCKfgdrkwwov7jCKPXXM4cs0DoKs",
  "ID7/fZRPPiLo+zaxQyoHQpjeplIbIoZEujcdVxkU3NcUuhi31juMa04HCj5sbqHave8dynU+zJYZi8Z6fzjU/J7yHAGnzeD+76Foh88tguAWdx",
  "PykqHTUo2O1fb87oOKY4vpSzi0A1FQg4PvAvDmAF+BpUHjnplLIMeQv55xM6L0ioeexwsSFz7LOcwmIpRf6k0LZIBiyvfId2TBtGn+kE9HUjC4",
  "7InyRF50kpsczuzGa4B6GOKHiaSPS7BPV4EhBag2CFuJMKBxCNgC4ogsey59W+Ab/j4NlP8+hqu+LueS44SNkzYd61q0lwdERWaEHY+YhIR/+e",
  "juiSA+jxOPYcWE4w6jTrFv0ApZGAfa/65ESIZcbidi2oYmr0lne/UKV2ajS2IjfrTFasgfE4SmOXAreTcx5CjKKaMr0PNjM1yHE3oQq5dj+ulU",
  "njQNFY2ZCoBueveGetXwuFZDhPmiykrpaia0McWhRe0+gOojZSUFNV0N4l3cJf0x2Ab3PWvSopnaXLATS/g8gHqgGIAAAgsMu85STULBTgBBMD",
  "wHkXen5TK/KeqXR5jyIrn5d3jvI8JjVHGIAgCLAm9ZQADwa1vAMi3lqkFnWpiZkX/acqYdzhsKP59QlFODNMNHK+AvretXYR+0vDfFvd623qSz",
  "j4zQ/BoaAeMP0DWlD1ZWE5Rj+E4lNgEiZTrB9525PEFsJX35ZCNCQcMrbjpBB755Rjs27BgMWezbQOIZPeJewOsQbcmYpk+8xF6mYNsEE00K5G",
  "yO8vyiALED6RvooDTD8BB/pVYkkR1o5HsNR4v5py06c/fxRACaR3Et5/AP8sqGkSREyOz0Ks3JQ1C9LyOPZrMnfDghWEDn6RaKtJtsQgwAwwTZ",
  "f8dPwYwZjxyfXsmpWV68cfZN3usLK/tLA0PsNsFTGEeOKOHdOgPdOmxTk+GIxkgbCZjETeFpjSigNh/Sj8mX3sF1gffxPhyDD9IJXTX7zJzMwL",
  "TvVWN8HUCyjt4+KDUP9nsH/0C34f+S831AnpjMLr+AWqIM8AJK9lRM9jy9upJaAXGesHu49+6FVpe4IxqbfcvRHqHxeJOQG0ZojyfCe97OYWAE",
  "04CXqhwm7S4cTmPGNWAzf1BwDDtc9HuJlsjnINHoFTqJCj+vtOUrQKDASJlm1iBlV3hQdgCUDeHv9xy1PBHzRG00QgqZ/aurGSYjyXbfavcHAY",
  "L+lQkLwBYiHy/GsPm/ZfsRyCtif8jwXaqEjfmNW1WXuG10vhOlyDs9MxMW7Ol7F4emhw1xz1D18Vshnsgn+HiI75rsviKsXDD/x575BiTuZzDS",
  "uYyO4fQxSj+9lH1XI+BrdZWkHCvHgvSLmTq4U9D15nlSjNbRPGcpjT9433yZnLWN+RXFbSwGXttaJ42ymxPT1bemp5bKqEnQ1o+azagrox6NGo",
  "x5VGmoTqK1rZWzoAsCN+ja1j9jNjwXaZTy9VjbLmXCIGJyV9tw3/RDkqOlo0aDsXrNMDBsRG1bFDjV0MiLcW1DVJW5DUUozNq2Fdt0QeEGvPw2",
  "rSxAJ1F8LYhg6nkGh7rbWhgvoVJlSbApdv2a4Hpuc44VWdvaTbUpkBYSrx7xSkphQUQ0FEBxXk8+WdMFAce42sbwkF0hW1Yvg2DLqKwp1PjVry",
  "pbl8hN+bBf21Y4kFUWZRMyUxI+tylt62XWbKKOjMqVyUKPsfqJwlpu0xlpv2vbspLcJ7fxwtNIdmPFCoBiIi1C6mEYr6yVkOZ0nakXblyvamjV",
  "sP37mR8AHc3rVyrWqvSdT+vJ9z6feiaO/acaTB1XrI6aTCEbDJrqVRZN03kLTdqIb9w1OwNU8pgTqspVW1YNB828vD4c+rweNX8z4oIrQ7fqdW",
  "CzE70KeG2xTBRa4p5z17HuRcIqLR/u+V+V783kvOFbjHJPEMOrkCuKe4UmlntQk2uhCCqOtyHr4uMLzGhkzgzcnuyrk32ze+Clctng6CrYImNs",
  "hOYbzkBh9eTHv/741yciRCF/+Tfjb45hhlHh0mn+5F+2/rphXvLQzMudSDGNQtKxb9Bep4qBjDzNhNhzmMpxE4AH7xvy6EkJkDBwwQeFlMKFyq",
  "jKPXoN0va0xWIEWsSM1iO8JaAWpMzG+ROMGwX2gBi8brQFtv+g27nIrtObHJQ6AGGU03sBgB+AcubK/85yaQ1eLUL9acvgE+WQaCwGH/V4kXIc",
  "y+W5dwjPZE+E3t4fUrR5JP465YU3Cv8L4tkLfLCAjHPSVGoTDUZmxeLqWiicpAZ8ogJiixjZFFFwRi4OqMpCi5cpveDM6NYL38aVJ4UXMOhqmB",
  "ErbawTD0UIi4bBh6rVKwFCPOGpzFZiX9k1MZVBnUhSmcGCvHi+MP1JOE8yo8mwS2UqbLThahVcjwzrYW4M2Iq/To/O/AQEyCbyujpirH+htA8N",
  "wYP1nxthM6rH4cjBlQvNLqBKEBQdaAUoipcguQw8d+cOZK4bYzGCADSgf82nshgFZGXEUf5NnIcoNILAuHYS+a93pObhXwx4Xw72uTNSq67Z03",
  "63bfX8PExZcUjwBYip1nplg/05DDYUdMap0hygjkdTYSUsaspISpQIXoJczzNXRvmkDVcMgpW3nghYVWUJsOIWE4EqaywBVF5tIlBVlWVIoC9t",
  "MSoYtZYAzm8XYbBcvgRAFZMiDFNVWQKsdP8PQ5U1lpow9mSLzRfXWIai8I46qBMwXGlFyWLkh/dDNyo0BQm34zqcqc6KKJM3dJjMVBygMR/fjj",
  "Nw0pvwYx74yGK4Ue1PSg93fH6bwBYAR2k+xn1nJkcHXdowU1fugHFL/XlNX2k3O/YBr3kuqnzyBAyNvvox2M7qwilXZI6CSrJCtiORmVkC+aKa",
  "zgpqaPBZHKMGkO0EWuxQlwlefvANGm13B9+p1AJIwiHM3RSj5ALQO2EbgQ/V2Adn4BuKt1y2YpHgpNncDKZgELBjEuOtzWe2aZ2XyUTHyWzmpq",
  "Z7MF2YxjQSw1W+uBEGHNjmO7Z3ElbmXlM7MVErD9BIylNJbNeUzcviQcmJ8SD24d0LSiaq/+7B5Vj9XsxSzpXBv7GsofJB5e75Gr1oCQNV59C8",
  "pa7aSjGl8+hoDMybt/HZD7cBTA88j2atHj8PbgG8BOnqcBPVXPzE5yWS/GUQ6uMBTLeqTNWKJ9rcEQvxOg1LUOW16Va2xnP1iq3zKPFvnboGlh",
  "xlbPH7j1rwY2RmsCaFHTy70dHwc3n9aEQ91S3/rh/NpAo/NhoG6xmNxDM+GvF8Xz8cWVF1LD7UD+jC00VsRAKwZ0gK2ZoxkVFBgyFxPd0x/W4w",
  "ILJtaD4eAusbjsAzPhqUTfVjoVqqS/xVP46hCzk2CldqWth1m9l0UVIj32Hv0bMa2dp5ctVoS0PnsIKf0j4J9Tw/TudzZRPN9rc6z4EMrbJj5M",
  "szQiSrEitjnp7wbwemi6aaY9ktXDAoiqYdNaFbCbH4YlNFfUMXCyvsApfKwFtkOsmxt+7j6FiPBu/J3x/DNLNXjcylLMzVS3DgyilhqbA0pEMe",
  "UbBPp9F+xYbx7eHPh8fBQAWr0aWFPrmmp5jyNtHW+IomMmhJOxH+lXnp+uO0pWkvXqmEe404uSpbc7LkRLvoAo1v0amyR8d1tqu9oKM6rg80Wx",
  "cHdYUV+tLeZB0RKwh9R2wrZxl/SPcGOIIB6Sxjo1D6vmf6DxiPGNW53Ow4dAUyui+jnMqxknPDvBVxlbXlnVwl5aR6rnuObbNhJCIpROHDOrXI",
  "Ai3ymaq1IbIc0T0VUxBN6K9n/EWGnW85TajOXkBSCL9FdfP8iyQk4dfVAoSvGh3j9umtes9RPypYP6h/AdQPYQnENqtT9RaucsVtdKbecQ7Dno",
  "p2HMIAKnq4gj3yyEYHgwhz2HMV6pV+VR31Ng1BqAFwqvJmEEyhY0JzFQ1+V47KBFlbBoWXU1KOamycJUbo/ZC6oq4zSclIbzLEZKi7z/KqnpZC",
  "Zebd4XTaQ+4dhS1bnJm2+u9ArM5yTHfdl4lZt0YFGNrzJLAXGlGemh6KoDhu+FHQ/dtGDrLH1wgLM0Kbnb6GlGscJQnz592pPoyOl+kD3gLpdf",
  "o/jnqJkZ4yH9EtbgvTg14uRijasslNPivIPU04dELkOQoxlfQz0Ono4f4GgRFAkaltkv1dH05S8ldBHwgUb6wNEnsTvKXDnqKD0XE8O1CcHFME",
  "PfSCU6+9eWkHphNowIZY4I61Z9szvxGfvUgxr32vUop2Etgj59qsn2P20dYqdtVLeGS+BkcvAwPRnYRl7I0cJhA2U+mOwimdL3GkC6A2xoxFNy",
  "VxCNzg8x1OR7bRl/DAkEBs8cn+u549XRDJlVztpP5qCi5BEAJ4//3Rlmz+d+k7Jj4wsXCYyoYI3eZa2k9dnjpcJzgnNtiouEhHB5XAAj6ff1os",
  "cBTkGngaEBpZ3Qx9DE0gTU7t5E2zjCrBzl36VQ/41AiP7TVHendLouXMHtxW2HJPFApvVBBqr7M1fSuildC5WQIkFyX0RUActkQMfF4j0FxY1x",
  "iIxDKPcAcAuqnRmfDIUQ5m5+BtteePbbHrDhbOkuf6MGkMjXjYVYdb7HtOzAOMfw4Dc0dIzRmea07IrZwyY+S0rf8phi8fxiq6YQ8dCOt6YlA1",
  "H0VEe18tpo0K5f21SMNei8jPbqTzGnqUsnqUHAqoa9atW3vqOLT4qrxi8UQTwoQpU88t9hBDNJJcE6jN1PoZQ7BgkqCvSSfhf1gGXt6ET43ArK",
  "ORDOD+x030hd8J6sZErOMg6gyC7xnLY+++Ua1ZsAcm5ZxzOUe5k0dUcf/hdm4pE+FF9gAi6JfIr7W58dtrlAg8ooqLgSCCU2pyworM/HjsYG10",
  "xjOvjy/qRZcxSC+HyCXjq2fyykPI9BgM0/A4MMyakckYpJeHJJl89fQ2+IfIlpqjQZCDSoVw7d7nlTBme18tTZY/Qto86MD0ImtEFq/MMdv7ar",
  "nc8kfIn4aHJ8U6Ed5pdngKS6EKpGB9l5/+AIm0nkPni6w54cJyqQIpWL9pJAihHfBGfiD/+Xain/VF1N7wmx6bCpnWNeZLSKSdpdQwUAj7+cSe",
  "IKWflPC3+SECQdSs+CotqeuwFbHEOBh5z80livPkxENQZcSee4YS2CqtxFWV0RZUjWrk04oixhMMEt9ajHCT/Foj3mL4TUYcv/lvepznGJX0nC",
  "NiVApNigAx4s/05kh/oSaOfaqAhPSHjnXJNpT0JznH0l/s62oF5pSBOlWATsMjlX8LHKXODn/ItBWYVnMzNlkGZcAqFJW6HpOA2qntINUI0DnS",
  "fMOZoUzQvJMEI3N6OYIQ8j8kS4x6RQEGDw9DfV4U5zDBLtYFxSrt+HlD84OaWoObjIimzuw5E2MzMocx6bhBVirUEWFP3IAlBr0hgGSwdDnqfo",
  "CA/aOH07dEMH88hTmETIDC9EyPKc5yVsjTgwm9uMzQF5AJPxS5dgQoqZOvnx0vdGVii96L+Sf42cq2rrb6ye8iglbrXzf7mxAMvMAESYxGq//7",
  "FvT+WpdXkFgbA4i1au6CK0kFjrrjzj9/7Xg22vg0isg8dRtKZT/wDBAeYd6oYEGCzZ0U6SrWUSX60XLLAObwXAYmOi8uXWIM85uc3MxlIOVV5+",
  "xkgrvI1QRfI60s6U2QXBiNzzE+p4smfnMDH1WwDKQkQLzDTEZegG+LNxREbBUmozgXlb2HznmdxHhkCaLtP4FYSbsCvu62WGMvQ/kmY+QHjEhy",
  "kZ++jj6SWR+JSo9NGjViK/snikYIu59jHjPxGCpoKKIR42BBNrpijr+XZogvz9nPJSGs4yjrfWlA+QZHKkwCs5YTFay44MYpD4ni3OhSW7wzGr",
  "z/4K1ApEtbz9AyBlY7PNzjq3IoxJWPMWwKsb6eQdOG7w6HPpYNJEZjxKUNzBIYsu3LRmW3VTE8Kin5okvdkRwxZHn3PyjG42IizwAVzH2Hkc9G",
  "UD+dw6pyoGjjEoHEY8RNv92KmxxmeyjP0ZaUfmNv+pc87W10m6AucKPsZqtgLtCzIg82O8FY/f/HL72VekeScN/p6AqNla7He8t0/4FI+Qu5Xq",
  "3QvTkTggSUW2UZFA6h05UR0FO/I3JUXy7Z/ZG8HKzSveI1aWPNP2MqDRMcp6Ax9zXfevoS5dkvEY76EpnuL8F5+BIi0Y5/j/bsy6QF++Le9p0v",
  "dEP17NoWwb8EjvxmQeXgHDgJeL5Ddc9XsVd6Smg7Mb+ztA5Q5oAfFPR+toECe+PMU13Yi1G13V5A+hugbFtOEOlgoynzkqClp7Kg51i0qsQP2Q",
  "eNdjSZyJB+vIEg1cqtt60TF6LURXXfRlcZ6MrMRGxvSPG9qxduMjS1jgKymTA6BA0s5+Cl0ySfLig/L+WQoOPClgduORfmUwYbkmrY2wnDvp2I",
  "OPgMlPKqoxUgRzt3jCEtTEQbbZWv4IpcTJRsgbMZYYNCAuPCYT6sjoFB2KPwWHceQTx7vH/0yQUTnCtG5GoBIcmBSbNP2QCmDTMKk5L76Yyas2",
  "2pDHweJqOEE7IwxfD8getiNdGkDqNVw4gui3vWRjdwhpc2uM1Ai7TYNPiOg1p307SIrqipySoa/QMqlyaRrSu47RCKfu8t04h8Tolfpd9O6FAc",
  "stzu7dhOSJWG92KrxMy+jirGNFmvGJ+qETjuIup7d8e5BYMd8UiPmc6d5tSIIssdTXelGnu6U2XdKosJkZVJ8O3kRDmcIEudeyp0hZw8r2us9/",
  "9DcfM+UQGq82w0lF8Nn5X3TrKME2MePMmJLxkDSZtWJkhg0AvYs4Jotw4SjtIHDHMPYMguSkyiVwOnvcIXvhNfdybNkOa0Wc+DZNNL8pTyc2EG",
  "EEx/dKa8Uio5Rb71gIUISNzxvRVQg3MWKkgfpV7hLABFlPpAiThnzu63EoooBSuZF79tQCzhmJGZDIbS1kIpQHVfVEo+rdYwlA+xOlgPYqkAJb",
  "oBa+zeLMtifGXfv+0kyZqInQacmLkLO8fgW3vWmvZxgoGmYgLDdSrErsHuOGCZC9ng3TDzBiDroC8PHo2Pup6QCdAeEjk3YD2ju24dnAeznc1Q",
  "IjaJuG9QdErejPHUllwvxumEorrRg5LY84XL5mWBb0H4AdeFzHKGUSLFn/1+f06phhTQz/hL7+qn/DOR3zk9gnx1/Y67+66tC1nj8535amsW86",
  "v7afId5lTB3fy75MwoVmeZ78R9Rp7CZZ9igN/JJvftOILMjqsgeJneoL4i48AE5Xft5IclURV9K1T5D+T17/kHUF/Mw7zQE4L/SOpwk//5//2/",
  "yaENtY3RqzPKKiWmHHhjw2zm4H/61zMNLI6xxuOpJ3zviwKCA8D74DlTSp3HW0Fv2i8V85EthPAhu8Kz/iY5p4TyJoK6Zj6XS0suqgq4l2k+go",
  "Q1bD1UhdbUdEdav7jOQxzaqKGFjmFrYyX8bm7jY0Cwcns3h7Ckz9PDIxusGL94fdZFApLwXpPZasyg0MIcbYn8NEsaLikLrRsREDnYk6jgjUNj",
  "mc7prdM1ohMXRk5PXHFQxcRTwl2UpVRZvT9nYS9R2uP0+xkp1zhhHQmMPl8lcJOhbULs69CHCL6Y9OkNrl/tlFNsHQkNfsWM4cPHfJqgH+kTTN",
  "sKPpEp+RLNrxuArjicyigPytfRkGd+enuS18XpLmvZk9Z1X0FSNCSMecIa754zjl4KtTdgz75NhdEWZh6jH06DEijGCX289ARXUqqG/qTSvaP/",
  "tG95evQ5jBs522boYAxQ58UUQkBcogTB0GYTXDiDa8jp1RZB2nKKfo0J7kSaUTjagC08BiDnnGlkevadND6hM6PIwgqpyEYefQ6lZz9MZ6O76h",
  "T+REk2UwNL8gQGbfoUp7OT9Fl91af4ziXnosXOWOnVR5OYQV+EBsfoz/QSLJMmyiydlL9MjBpVjDRgNKDhxNA8Tu2MTMngoIXKkMa6RHAFLkaI",
  "LrroWqnKbd2DckFmZuEBCIfbSkZwrHG1gPmPVaBR7rrH7a7TBCNtUIj7TmInqYdUMPM7svGlPOK+hcHRWu4Dq0iF/Tf1Rzw6mWHNVhkF8tRL7t",
  "3HhKdIxjGkDwTSE+NI7On0iyyDzt4nJYcpoWCE5VMMtaclnqjlWx9aNOBKkWlVheXUAOdU5BMEuZXBAQsMaYBdKEb8BFXn5Rw1mhcZHDakZzXz",
  "CkaAVwcH8OqWGT+pFafpbFsJAUEY5OW1tNqy3NeDCk7rIkpC4OWEgyjIPOj2tBjW/G/Suwte/bs3Vn4nm0eRX0DwWmq/Bxu3KnNW28pVmbRqK1",
  "dYhFbKdstmzzBzNYxblTGrtuPTRrBsoSKwVYGivUaxmPeJ/hB5nBTmeMsSGQxMU1nHdFbkP+L+ZZIgxp/3MX6TmBk/KJGKZXeLbCzGxzKSwYmU",
  "TecmZiKhCWMMQVkrdrv2E3xs7xdbW2WPGshdRkSvVI8WooVlJKPZ6FzykQrw5bzA9P8uz0V9dXIiW51ceiLIxSBKVSynGzPtA213XJ3QzjkWgm",
  "iqFM2Co30i4Bi2imIMO9EV6BFn9Hhy9EJkKle4KIh229d5SeEWVDQHI1hSaWJBpbZPPehavI8nGjotYxl4FTc0CrmEj5NCwrSMp5NNvbUuMH6j",
  "R9ZTLoy4mHelhNm8W4cjhKoqsnLyHcWGMqOd8gUbKn49vOByAawFiA0xFS4cXGelyj5fZhwjA4NnQQ1YV0RCDunqm3SuyWkbS5nEsNonmZyl80",
  "xYmelnOQ47Q/Lam0lEyhB1vBIHaxW2Q0gPeNj6zwUcFYdW+A4bid41KJBwAq7gIkTJyBFjykQLfxRg8CsSxSIlwF1m3pG9JMaDESoMKHsu97fD",
  "r4bWYRFNiEH6zAXFRsVcAzKkZKLSydrNqWk+30E416S7KulcN8p5T6ezHAbaNaCqHL4bNVCT/bcvLFFSLi5g055TOpGUN1sJF5itxDTGmDz5Iy",
  "KygYCIT0YcES29wHzKexuQZg+We///ePZMU6qvJslM/ISgRCZmSXOITlZyQk58joW/IXLQs2fPzEHp2w2Sj+4C1u5iDL9GcmgwBd24LDjRlj29",
  "PsRGI0zJmKfpKXeKcT/EXYKk7ZtFyYSCwDifriHRNem6AYw4osHJaYgJl8GwU4f0xpzGMM+/b/E2DvGTBCUlQV8IXkTRj/tymx/h2hKxNj1qtv",
  "V4ZMP3gJ9IE9NR3bVV6jbIxs1R2Noyt1Cb05m1KVizhNIrhkWHc92Ve9aCY4JUzHHxLOmPsyRWL58vLxYXFxigbzHlU6Z/Ge+7s2CZxpaoKRwq",
  "gabuy0jQoZnhReCvpTCo2n920Jdf6lkDnQpGKaqZ/YJO8wSllL6gYNmYiIeEK8VYxDP11QL0cah9hKJSRppyuET7SsjgOsQrTqLL1qaxvwgbN8",
  "6r24TPTY86HYn70rsFcN2OEcNSRkf6VqVZ8s0iMRZu2eLaiVN2ASSEBOQpmZ/MshEbbBR2v2xrNaJE77h/0eYk9v0FxczqA1vz9VdhCZAjxvLR",
  "1S6ymJtCExRY13NKuHSLkaEplxLuYYQF/FLdQtt5x6sz8d65FkwKlRRLuqMYAasMfsUDtVbnUXgqOil4lHztBDV5VuYsRIL/lKEmO7a2MBThSt",
  "1GJ3p7hkm7BnuWheDWQsSAA2MXA5c+hGO7ygf68FDY2PNtzLUusudkSuFLK7z4jlQ/MF9iNgbwaoYR9gejggRrxvG3rUMXh0H12+s0UZRVzvG7",
  "sKUk7/Rdv43nm+TIZzwSvQTYI6aAfHQWMg5LchuTURR36hqLMHJGW3EjPvKbPJr6Z75CV58sQD6W3iQCHi94Aq2yHtkxeKvECITYlXH9LRofWT",
  "8UOU2zFXuW3kE1aankKelauBko4ceN/5IK942Oj1LIlN34tc+xdrKZwINVt1IdHnhVSMc2xnkU0STh74BlTo8UFRwL2rXMIYf2HU9Qdh4YzXJV",
  "yRbgBnqhT81s1Z/FGrxfxcuZDUtR4eLSIKSEkfnhMbi1q+AKX9jF1SVwY/fFsieNfTfCZXKTERU/27duNTBj4Q7xRDDga7baJt8ftVGq8hFhkC",
  "5oblq4K+jqm4Gdfq2w/TuZYT28o/dZOj69LopSGZ8axnm2Y6g2fXN8cnWBGJW4ZfLQjCC70rTbtIoT5xKYmzmFfICCagUkDEWDZPhJOhzj1Yqr",
  "scq8z8D7aGtxC0cH7OwiH5ak4nf2tvGCchiDU6O4aQnCURjS9NNLgabFkffdGoYL+8FoeRJmz4A04MohefBBXuMjaPFggH13HU9V8eStLX7MBa",
  "KYvl1ZgX6wFv5hPPSwl8fGXbDdOG7udu0s6MoAdprgvxTatH+aO1QdNbo7YR6QTBnjBAXFO46fTo5euPLZpcXG1QI02ZHJRCD+nds/sEYA66lm",
  "deulEtYIUQfLQlQ5aUKVhRyEocpFjcTND6z+53zBN//C/3CW4Jt/5X+2+R9OI3zz7xtBPjtZlrQWVoq9xYCi3dQT/KSW4CcRgp9ECH44BoOXWo",
  "pnWCvGNwRmKXI1A1lPGrtnvyU3VgkRhwqD7Hj8up4bZyM17dcQ9hitpvbCOgNKWDAoRpEqEwSOCv/a97oKtstxrIG5ZlgacqyPBuxqICKvhPRA",
  "03n6tM+vz6Ck+I0txXTmNvFgjh+wG1OXUqa3zhM4Ty/UO3++/+L85bvjN/v4WvzDjuoNYdATwczTmR/Uydv3+8cfDvefvz4EWD96Yk1Tep4yg8",
  "ryZVREvTcOKG4jaSOBjaDyeIzvNvKYS4R/n8NZWlO/Tc9wxCYkpyRbiQdCwR0baFGKg/xCnvn4D79mOUSxvhsjZEqJ15aUIN2CnULmJrqGF8kn",
  "slP89o9e7z1Pojfv3FTQh/NRrzZg7xhXGJzDBkNw5kYVI4da3/9wcHSUzNOLdvL6JenQD475rqVzEyrLFQYhzq+oscPJ3Liez6clMDUEM/m/Jv",
  "joswXh0zc2+8I6qcTH+j4UyiI0kIH3iDtJWjL2IKzYIpI+zih1oAq7ArfAUgR0Aa3fJWtwKFw+jOKK7Edg2gbXpB8dgwKJqwLL7IhTOo4d8wXC",
  "L1wKt2jL2ab5mE4Rk4O/0pl/VozQeYsaZcMrHCyncPFOMzXvpRf7k+Hb7HYEgqklTDPUgghZYoLc+Yfg6HcfW/CLpritpKeUjLE1Ba3eC46xYE",
  "g2isAwNs3j18E98/h1eMssfssbbJlQK76/QYUlt8wmIJtsmWbPgS0TqoS3TCgMUedtOikanOHAMqEwzkscSWjPiHpUv91xT0tR0OlVbXoK6ZrO",
  "6mnrIOUlLtcJUZdL2VT/m8RWQRzgafHmB3zYNL6KrKGgh7jGd5whpkPFpA58B8fVAvz/EWw3EVwLkzuCjmoMxm2Y4mk4NPIyDTfp4ST5/HdY0B",
  "/ZmxS6/PGeXE3BdgQN/0GbAPJFSL4rUIEsLlC2YboEDPQ/Gs5AMj0dwHF465ug/vegyUF/oG8r/+2JsRQf//+JMPVr7sC9Hf03o4mWHAeRW95B",
  "5JZHqDRabj/G9hcCszSj1oNsNsU/xqUqVYkR58fgLe91E6XDKK45QSDL3b4aAGxw1Xpdqxl4HdEMvA7zzK8NiPIpPoRflyRJPbh6gvxaR49fw+",
  "T4NUyNVx+abFgfyxr9GoFZiibNQNbTxe7ZSxmqEqINFYaoY2SmrqWRTICtTmEojXM2x1SnP44tQC+1l5fwPO2o/yk7mWXbX4fWEjR3D4f24Jp0",
  "Vj8bPsy8c2JUDM2MUaVmfhrNTYzXBJylGLghzMY0a0SvGlpF6NSIh/38u1dh4PtoN0uR0erS5M0GfNmYJxvxYw0v1vGhyOhez4uiYh3viGrL8e",
  "RysJvxpotIkD9FxRiPiipBOr6/+VstAfMpvH34nkn+Fn71QMBLUdLqRLMl4xftpgFRTWT81IQaQTJCWYR+203ot+2l33aUftvL0m/bS7/tGvpt",
  "N6Lfto9+SomWl5SYCetVlHdhrRlWjxB9O0T0N/sHtTQfpwODGiM0g81m9WH+APRSVLe7EURn/GJ91JPcRMTLsVAhRDsoCt7fjl4cN1jxg3w4W3",
  "7NM/DlrnV2R4qECs+azhpc+Gyk/Dc+qhO88lFplKLbzSi6tBRg4MtTdDtA0e1aim43pGgjecA1l5AI3CA6EdseSznRHdrTbv+thabLkd7sQXOb",
  "2um7oGqxXZ4BLTVVTYHWT4nTeYXJuaeDa3zBmWvjtAr9GU6I/lzqZr5h2PBwEgLvnyZ89lphppo8pCuM6km77Ev3cqCbTpz7zB2Yl8grk6oQfG",
  "v6oQGXZz/E2RGBLPfQ1ABgg2emH7ZrBDjWCD4y/WDybEVEgWl2Pj9gN/b4M7wjLVXDetlPVc8HaLMc02AqiMsJfAe6LfVNLHfqe24g/atY+vdU",
  "VS8ozlWN8PQcPd9/u+TEYJP6I/lFGr+zAZDljt8SoH38Zlx2Yt00OH6byPivL1AjeJKGsjCBIeRxaw6Z4yfarsKMik12xFBnX34TGonaWYA2tZ",
  "OAgbglyaDTQHf177fQYKm5MvtVU8UIx/qonygTEe88QYXQNEFR8IhJfvIPt/v1GfeS/TZMPh7S1BKzvIDumyL1ECPggOFsRZxFKNFdAtWVMXQQ",
  "M8RiLTn8VsDVdkFxWakZtJwg3WEjnw0RLSPks3Ef68CxdQ+lirCdMmSoOL9ThsL8fztl1DplZJ9Eepk3oaa6RghGyHPDS7GIqwTPWz0fVK1cfJ",
  "zkXylcNWjsQqXxFRGUndXAeM+q37qe6l5PCn9nkcOG2SAoRFfG0V173TjGtTI4MLydpsuhARHWMPYIty0jns0WcdaLi+TnLFEbyWQZrmg1RzpR",
  "LeZJJ5DRFOg1k90CtHByDMoJxSl60A9lDgEpjmj1cl0Zp3+SRb3g3VpQNDS1FA+z2cxy8Kkld1vuYPnZos7qJsuNEhPdBN3IRWroO4+zF5oJK6",
  "290C3w7WOR7YrxXpab3GkIMBNVC/ISlcZZKbpN2dFXn1W/dT3VvduUvzPJLFRbsazOaXlfj3l0C1sJf5epu/HR1G5hgaE3Gt0aBhVhr2X2JrNF",
  "nN/ie9MHioPXzMWbQ+aFfSqpvEkIAIbUFvGYq97ZEqeH7hwMqIH/po2532OT6gR9NXkkIdNAqcVoRGcdhjDsPyWrNKG2gmdEJGq2h5t47xgRhj",
  "wBhh46VaqrBsaKlcH7LRZltaDZoiJG8OIwGjW8SI8i6wLBNJknDhqF/282OwK9R54Y7KXJ4XpUs36wRvgQPQquHQhK2GgOMDZncBAApMkMqPAZ",
  "rkRiJExSinRN4f7qaWYi5SUZVAhRbN+M8eGuJDrUNBQ1HMg0siypQjMxI4LAOKF2DWkiEWtOSNGmiVCwEQ2IBKoUFggyIJV/JSCmzeQBRYwNLy",
  "ksbiQRsGLbDqqul79A58ELnOJn169wC2n/EscqwTVOgwiQ9mfwp2pEWQrKGxwKgmlCV4TSpthaFaoKTB5KVARTT1MLXy9JsUaIoj9HAiX77HS9",
  "BCW72iXvpJb9bNMbKTYy7qOK4ALTR7pEInTPFdL+vOQFEhsveX10KOY/0scsjmPmxpT3CG8y+pHKiPSlYkw12EIpRLWIyMyhZ0Px1VW/Jh806j",
  "0Yek1vtmo83aW4QkZjs2OgqSxRE10o46VF1GScTGpJiqoDRNtLoFBAIKoX3OmxUKaOk2Fc3y3mIra0HcrNSG5IEVbNAKtmDj0L2NGkHhYlKQ/E",
  "fPUk5+NIdkcY/Y4d+N+J6bBIRov3w3WKOQAOP0EsY1UazJMpH+lUTZGFSyagOyrhZAQB2mRyLj1HFNxgLwRZZeg6/YjOeFx85vCShso5vfhnqw",
  "ep5gj9TdUZ56So9CY2cnVK51RCQm49UZknGAc5MogwCj2fKdhVHtgT/QFGgDJWPt3AOdw404HqOCPew3v6KFOVYt6zWFdEkW6YI44m/7wMIeTH",
  "n4sf1DKOsYMIVfgQbjD6iTCD1ZGXFzAqNXECxEi9zK+U9CGxFQ0Vm08iFVwhNEKeeizgHMHchv75XgP6fO9vM12uiYzV69mPug4knaTwYycgxr",
  "pWVlvqM9JK7pVBKY/aL1yygMix4KRdnVhUAdPRiO9DBxlmB9z5GaBlhyG6UH83OM+IjBwiey82ghiG+I847wqqRqLQRtDU+zrHqp2XT/KrCYZ5",
  "OcCg1zfpLE8xqgo8m2AY2gYj4ni1YjWYNZ1l4n5a5mzlkLgrT/4IpyP6bnjoAlq5pW5e+R0ntHclsrd9cPMcGARhGDHaYjbOutaBrrqnOG3yiW",
  "rijV7vhM2qDU1fDderty1aA5bsSMOKGsZ5FfZR68xYDc98X5mlOJ70aiwVONq6a0DQnHsKnXO5Ueigy6XdnVC7/zjqNW1qHDZOMMx85fRpSk8r",
  "zyxsarasDGRm17Ddc0wtaClQK5BdzRe7N+7yvqunT23XsifI1/JMf5UTdnrWbaL/Q/dFvTgKDPMqOpSrTJgR2XoBosJRqc8EtRTwHB/oBNZJKI",
  "HejgvyXQOq+g6oNtAwaX0X1xVIWy9y1UQ2us5S7R1b+6+SGOvjlSjbOLO1/56aXCQr2qLWWhyyqU+8mpzu1BOXQ5sXVB1FJ5oPmJ4miUOSurum",
  "vNw63NKwV38/ERU0VHgYkwSEqMuH3a5Hre1UCei1I47AVBgMz1HM1rQQvNhGonBgBupHoKk9IA9FnQr+4B5FUI0NRUGdq5nf5OHiu50gwGZWym",
  "5vSstq5mbpEEBeQST4X8LhF5NGNlH5VsZmhO3/aiOs9FnVJsfmgPvrNjyV1iqZxYYJOeo6CSaqs59e2+alYsIPnFqxLMNKWhMkExqlmGYRA0DA",
  "PbwvcO9TYEaRMXqLkn9AP3NKRGMDoSCM+QVllOrrdFCY7B3uO0jhWwz82NcEANijNB9zHjI7Piqfdl6YHVCbJpPunV59Xz090toGAe1MHT5Oj7",
  "TiQVPcVUyaOxql2khgH9B6fXHDvYcNwMJE9Akn4z38/ykWnsnjmD6W3cv9REcB9c0Lh9HkiQGK/9yP0i8TqbhWJmA7+fnPRsOf9YFMUXPPxMIh",
  "bZDExxSzVGTDpeaYY7WscDhza5+WCzA2JZuCXEAQbvUyScdgJrYoFqU33uhVNl/vZPCmoSkQWStC/HRbC96u/fLKqd2WqWp/Bq+rGCNxfeSOxt",
  "vT15Hc/gex+v1ESWvfU1mlefDhrFIzGM3DSMGKm8br7HIee/5pJ8eUhuphb25W4lcRlgo67iTYvcitjd10uLewM6EBR5NyPz6A5+t6snNptw+w",
  "ux4rD+PCsG88HOCXDcw6+rzy0T7w241IG1RpVbDeOfQiuN8FhbT54Xk39ECoq/Lv591G5F8T1cMeof6pZpL7/EON+kE/UaOOx190jDGi+bDQSj",
  "t82r7gTHMdnVEbTRXw+i3s1Mi/H6rgG8AXu5a4nXNGaQBNyX7fQ55A8EUUwuSL8FfapEfaUDoqTKVsP33TKYy+H1GO94D8OsaMmZV54JOaMR3y",
  "7Fa/kDmrs2Al7FllF4djAT06lPOK8pAu14wscpiTn8oZShxpPBScUn9bW1s2yF/AjF9elPHO05bVWn6AlqIKq8BDOezZp2eb35wJPY3dwdvCAB",
  "9C3zi1mO9MlTe1s65+oo6OI9aR52qpiMOnnPeYovhTZfDAG0IaYKWemTxCVvkGTzdYUpVgsmpQy7GXnNZMD+MlU7kJqmByiT2cgwjduzRFOyEG",
  "YzXPejlMw1yRxYQIjvCY7mIdTKZf8itcFhzLn4vNeM/z8JnBWaGh2KwlaWHzVoDeDnN5pLBPjfTIsrj+XKL3B+6lu/rbVq8owJ9CWrmiJspb58",
  "MY32l1LZ/atbIebeQmblVjb1A17yNT8fV3w8oZxWWJKt5GdkSsG0yPiIUe0wF+ZoNHRgO9XefoAH9IT5NF3LSXoSGjIERzdG4/6jfctCixxsOO",
  "/5xiWhwbQFhxpkgAb+j1+Rv1Znmvc+7mDbZB2EieCHbEbCEAqaRkeErnI2BvJRtkELFBubIpIQilo6b0LGZlYJ0JJ8EdqqStkPAXn4FUj18kMP",
  "leQRoyrzbR2I0UEcXDw3op/iyx4AmcQDpK/Z14nzVFILRwhCJ11O2i1Fum/k5suPx88geONpcI4LUGtZ2QpPeOejKKjZHzTkYfvtFbzqn7kHe2",
  "pu5WbRtd0loEPe7CDu5AlmQRoL2bgmdZ2NWtfaHKVU7lFXY4UQqw5DxalFc2d49nSyH5V57hNv7rv8SnDXmzvI9O9yPPcmWb8zCZngfPVsf1Q3",
  "sdlwYDn6ZTd4PyqhfWsS2N0+kSe9J9EGH/8lsX2ho6Pr80ktDtRFXVMsYvkdy4ror861xp4cJDNsDfta0T17vqKvP1KNNUDW/rMEZ0ydDzWiDU",
  "bToNujVn83V4REBEy40K14c9IqDXpf0hqsyMaZadPO7tRH2U5kNVDpVjXtJr4hE5CpHuPZBZbJoGsulm4SS6md8u7BCuCBWzMLotYcnr/CObGi",
  "kTbzSXvg8Bcm3AGsNxAmJCC48yUwJCjyMbcC3/ZlBVOvTgq3BWxtiXh7KUWevKqOp+qvMB7F6hbZXdFbW6a43pVeNI/ZhRyaIrNr7XIjFW55tq",
  "0FWLEwKrDisF465CWUg2v8Zo7OnIw+mipAFjj7jmhmv+FnboErCDaipRLokVRMVSalTdGc3BdW3sSBp2dx5l/kW3qw6qwgBVavl5QNQLsYHsUC",
  "haz19iYthnMtnq1ai4SEe967x07BSwmrRGeGk40dwmLdBxprOrkh6WQFmMwSrFE9MerEXIqwbCiXRBL8mF554NC14UpA0B/Wc2o1ync+x0mMOy",
  "nI/utryZ4whXpWqkX5/Fe47QoDEvml6jqqgEE3gdcS8waQizkZPuZU5PSxEwTbyesV6bhlXhWoHJzh8c1XBMOWEI5pucDwul9N+MOORaMxVkaY",
  "tMXmZmtvNzMpEtpP+epZMSnYgbTeZc1hbCS/2Gt09xx1ehFKbp3ahIYQCUX/k9/1JXAg7VStRK7y6y/fJuMjDuC/c12BoWF9qZGYJzNvPnfgc1",
  "K3xkUqJ5kAfVaglEqhpnz7AQRb/KWdM8oHaWFYLOG+IgvI5bhuOim08moPivuWpoLdyD7xuOw4NxsG87HgtfqgGEtGeRSRDbNryZMXeFDK7hiN",
  "7lA8bthsG8z1C+hpIPvql4psTPfbJi0J1FlAfD+X9KwUFqNQa0pykSnN/sYyUm85GjcoavjKQb8+UPe/LvNBrHg6c4RJXAAdmsHTwpm5VikajQ",
  "1Hcd0mYiYC0jbWT/jyFtOOyVK2jMMFhWxCtFBlvG9Gosx3ohG7GvJWYk7g/mQc9cdIMRt7BiLOoWlgcNRllQr4PnhMz3spy8VZM5vHjUJIJvga",
  "72LrnIwB4ezHYBsy0jBilW+5ktY+kE9LZQ4dxc5VnYqYHBrIGp61BYZiM1ye7so/6ts0Z5txyDx0n1YOatkjxg4Mv1gla9XBziXDR0WRfrTmeP",
  "ybvNNjE5nrWL32X40iLqn4YxJVYP5kwPjf2sKSuGeFOWB/dycLlc4+UBDDdWuT8YWHwV+eevEX7McKm03KNG7R7uu5l4Hz2WfvMwEH/4Vu+dpM",
  "Bur+sGN3xdJfhuthgMsrJcy9sZg1qGKUXva2BIFa3eZrPKk5kx3Bp/hboD5rJPY9zzw5/HKiQLPJFxveAzGRcHkxChZdjBXNuxmvoogZP7MnIC",
  "byH9wfzTVo5LFBzlxAZIi9f0QOPy6qpWmr+dOHx2A1M5WSwVWjgtEI5oHWxOUWSChwMqFXt9C5DtWORslmsJKz/2zl9NtqTo84fcs2K0ePCacS",
  "kaSM6EtYL5mLAwuMOnb5uFiU0jkXcBSLOg0ZxSSaR3qWyj6dt1hIhNGySqMxH271BpME0dFAXP8jlRbs1OVdVjPnSzoSNi7e/omFrPtfx5h287",
  "MnpEPinzoeBLsIwd4Ad6fyrVYV/p9vc4yZo68itntJCO367lV/Vbrmnd1bGc4aIss14IWdlFFFeFRxhVPZzwcT43mXu9c+4Xhc9tUbhfFYWKAy",
  "NOjVKY7dccOPdrxGfQldEMV2AA0Z9jdyQYwGM7JToTF3RGxHrBm1M+DSqjiHfXKweseZXSwHiM+yrr1V17f9zSIwr/2daenvZ/1sVHI3js1efO",
  "XXD5UcXgoQYLIzo1GK+8LT2Pjyf4dCvXnP3sq598u8ZazCfOy65Zz96f7+tw1rR5COaG0VoD/E3NmUk6A33my+er8GXtkB800kYDtJRnVUIHX9",
  "917YgOTdQIu3ewpc06rnDSamcZVYXsf13Kszfpx0wFcPRrz6pVwuozizyPdYMzxWIvJBZXveqpkfYe7KNRmamQcwZXDLtncHnQDCgbT0egmtAm",
  "gA2MgUSbc9ugEb1eyo4PKppZScUI5y3YkyZojfRODjiDKKKgeVCXalswiBR/NctgVKXYQ2+qDsQVRlU1LKqjWFcFxDTmCHo4xAy8w2zXNL1UOc",
  "92vtGIsx8dtmpy4zc6aZs9Bkl+7+0qPnAPSr7Itx7mhIGbv74YoIQVqHoD6BWH4+n8jrNa4/OT6VCvozRC+MaNhGQxNd+fTqFCr2g41eA6sbg0",
  "XfBt7ExfykjFvaT/7WfZw/23nwNjYAjd+z7g60BTZHZBmcJetFeNRHiAAEphQgoxTXh4wtdCkF/UoWJMJPZFv+Sm5ibG1EM/d3NWTo2oBS/zWe",
  "lmUW/b0Q8sv3IJkQIbeEvguw10A+MahLEln3IYIhCU2gE1ayprimDwz40KWaBgjtQtewW3Y4d6+mRPpU8sG9EnXunoE9T4rMP/nr46CzNYYEJl",
  "Q8a+AsbmLJOdVMPHYCjHG6a6IJcgWnjWauak4nMtKj4Al9Mz85UDWgFZFd31QrB4vC0I+zot53W9VLg/iA1UDAm70DiJyduER7cabq9qB2s3D1",
  "rD2tU84RheikhR+2Cbb0ZkUIEwlP8wxcQINT+aiMYmvHD1d5RwXmcWqHpnHeFZXlYnjAhDk/S677YKQOgrh86QPbQHgoO4bEMdiBwcFNPGUsBA",
  "IatprBBL1Gu30QBYqfNnGUVExSVH5c8BA+FJ/xTzIjRP9rSosETheakM4A+dF3cU4Lg/zsts1zea0PVFdoZXxqNJYBDO8sRR4SIMjMipTWOsd3",
  "YRtTcsa9+jiW0YTEFK7+MjMRRiD5qWOt9FPzMrwMqd0S+MdL2qW44xJXbVh96TJOQYZTxzXUOqJvPtxOv2z1WVJu7rv3i6Om9Mq3MrfkbdVIg2",
  "TmaSmnkWkwJ7Jbvua9e1hvPfQt7vJC8hqKIWBJRTI8PwjLvotQYqFJloi9c6t5Y+bzpFiPrqtqLzh9mmE6vtDIrFXO3ItDT0D88FEBGnGgBeD5",
  "LOMi0MEbLLpx4OgxWMf8eVKsezOI+3eKIECAz3uMfxHjdt1tQBrXaNcHtdP7pvs9vI2pR9ilpuR+KzF7LrQuk0pZVpNxMbCAD1rX+6PbfkStGV",
  "XMCMkC7v1gonziazexSU3O+qiKi3gynZnx6ZI4Df7/yOfwJm0PlPlIffRmi7XY+5MYFaRhUtel+DJtp3bDD1z75jnk/7bNKj29wPUHb/cFNely",
  "ChdwiqF36EoOKgG3v6+1peH0YAR0w3m4qD8CfBHp5x7PqrW4Sp8YaeYXGL3l/MiyeDFFR+w+QWLODnBchDDDxxk1FUd2LopORkPcpiz7Waq/Gw",
  "Wert4SGvHhHyP5hJnTkMuNdDpaBvPZQFrSUW5byg6BjvYk60UAFm/TobfOTj4wH+WbVwJGAySTRWcT/C3FyDcDXChZ2eVQ2q6Zy6Z51XKe4zhP",
  "GpVp6S7N/r+PKpVWtfwgzjjggCvplNJWG/BgfoKvmMClVrBjktagUNqsf3wOqqdbc/GKX4oCpiK1BN+lTrPs9YPcT3ukLO4NMv1wwaIFCpRz9E",
  "kQBkrkT52MU+bCLQJ/6A+KyAg/zBFuDiF+bPFn9+oAcY8UNpPBU89okzfoo/IY2sakN0kVVIxfZFZ33/onM6i785PZ1qjXFhvlQis8u3CDweir",
  "+Z9cUPXiUipJH4S4b3+KLisYg/5YFF/BQ7mWwFgkNiJmzWJZWEC9MXy9FFYmYrAcVXnjJZRRoMSNpohwM1JBEg44syLP2ijA7k+NgWXXaAlrZy",
  "WBCEwZN9lBjiJT2Gmozy08nRC0l0/efhGIMti8/Hr9XX4rdcITUpVPWDE+vPH2XL1+rzr+qvVx905aMP75DnehDGwv6ifzlli1lqTNnR+5u/6T",
  "+3JRPsH0hkjl4cqxr0Q9Z5npbZ9t+sH8Y4f1BFB7NsmM8PUsVhR8/35Wz8xy89a35NEu9uXGefNrrhchI9/0jLa/7djUEqyvkEbrcxcLDVzDBo",
  "y935AOyTNkiufCPy7WBI2gWsl41xfgXkyzogkp6ibHkKmXoKiMEy2wBhBZdXxTCfmY6i1EjSdJ9cwirxQOLDSqnfigYoVRnbu8EoH9AmpoQk//",
  "os86pK+dbaFGmfvkm+T365zuAwBHmEJhludLAyMbnTLHuSoUDg4DTcLTwsbIEzYQ4vD+XiYj7LMsrvlIIRL7gWDqD/bAshHhJqIMYwhVP/961B",
  "MZ7CYoHkOLfXOawfWMoLCvdbJKII4MH3VPTTYVgI6gLMYT6ihMUIOTOIfTVhygDCkJXn8hJe65CN4W0LugN+xWOdGARgBmTATXqYpAjrKoOjHe",
  "lrLvFlBM8JyXWKoYllZcQIQAEgHEc1YU9eghRczDADJT8kt9B+WWfs3TSiDRtZmmh2OTXTFTQtJdVA3PJIYfhT7GkLqFUM+2wVPYKH93yeXNxJ",
  "L80dKn2KkWz6eFTEBzQO8NXnnLmtz6q3jvoLju/3m31v/iFdpWMxIiMv+YIYgCxkcBJSINcQPUkxV9uTbHiVoY6hGN0AWYF6F9klhmcDvGEjy8",
  "trEbC5Ssjn0PwQWrMfCidHVumFxGa/aQVvrl9mfPoxFtn3mDcci0LLCf8Ha8lck9RGBK8OtOJSXzuxPOtXr4kgiqhQCyzbCJ2r7QOyOAybEaAi",
  "h9xdke69cnrFqT+6pAC3bVwauMvOxMESuA2OIBdo1QDrAFcS5Lgi/qByWFf5CCz55c7dp8wqfWXan17AIHRE7mDfcG+6ATcBiPiCy5lBzxYTDC",
  "YOm/XtdTbhTmdCAdRHZKGb52qptJEDUW59zOHNktCcznKQRigbUJxAF8PFAEoIJxYw6PilcMVe0PWgpUydxeRtmSbPdL4Xw9lsZPLkHMurUUjk",
  "rNr+3BD7ExO9MZImyceU9okyjinc8Si/Vz3L4/Zr3JviIwPMNjsVVcsNnCmlHg7ex+cpOiW1WlJsS0BKHiJ5sM1mJBYeDXgXRFkPjkqCKytnep",
  "dq/vM8r4DAcZ66wRtbN7aeXsNhrweh5l2DOf9i2xhB9XOQ7BMz+J+MArGAdEL5wEldXJ/e0sIjGCJQQJfR9MTPbhXpWmYzhhy7CoqcE5HIABa0",
  "lfHVaDrz7yFJhA9k7Sg/yEpRlvgJziDwcQmuuOIWj8IYBjZfgTfssdewB6cbqWMQA+T/au9bm+M4jgS/61dMYDfWgA4PkaIgHwgOFwIlGxZJMA",
  "hQUgSDgWnMNIA2B9Pw9AxBmsDF/oj9hftLLl/17KrqmiFI2b6TI8xB1yszKysrKysr8+55JEydBJtYDZKcYtVLMssz2H0qchpyzbE6CQgkhIRm",
  "KOrcL/0cxrqU3k/qM5evjtM0N1CFeGYZ2Do5xyNEP8U7z+uZqZ6LySciEGWhIK0SHGTqJxnIAtwHLmBjYlMSHzrRhICpGb+9TyHr5ubnGezUzu",
  "/tB/S7Kc5KqJVUHO0RcIb4l0MnH4jWtyyeZWxP2D98xXYWh5tX+jc94/aIVvzQuwHXf7sc5uUwrZIsnZW/SWizkkzfpCvlk+muqOMRxVsoqYlJ",
  "rBe7WXLF2BUDS4QNrO4SEf6f888U+9utI+zvD9D6lsX+vMaXZ397xCT7LwOuFaNE5GSI/cO06mcoi4J9B4OrSvmEuCv8PbQ9Bk+RPsHgdrMkg9",
  "sV00pF8f4IDDOZ2idEND7BkM/CbK0Ax7fdI0U1S7CkYrnS0OTPpfQDjdMdHDqks6WhjSsDLXqkNAGunFYDuE56uqvJItNdTZzp9gNd33aP9CWm",
  "W+N0J4cI6e4zTHiLIqkJ58rpCec6yQnHCj/+bQ7DZc45zvdJSS1k2rNivHuDfYFpdzDLWuipnaKLK8xod88YQbIleMPUT7KHqda1AzwtJ+eziw",
  "X2gDE1WHIX4NFSHMI1LIryhyX3Ao3d3ewG3N0nQZ3aE1rUSe8KXL1rXxBIOnaGxdgA9gaXDRbcHb4sG1jY3dUu8VkZIUCf9G6RwwiqVoeZGqss",
  "tGcwH7i7xljgyeEGe8gvxBAelp99/7DH+zwsEyFi0o5tWnTYsk3FftoxhY7LJfqe8HF5yv+W6HfCX+bViH6cqx8QHq6Wn8O59UNsUmP59F7+fd",
  "uoSiMwm87AuUT/QT/MF/E0oT+qq3cP1I9tHqIaTeUb/eSvp+RIYv1UGPy1qUEZJkwZo3tSbUj+JSdDcDDhAU6LieQMvi6nw6JhaOAa3vprWp6D",
  "cwn1e80ZhuFaHl46nuClO/cPs27+IlP+qGyShgd7HgKGh2RIgJg2SFXTJgbLk/Wxeo2ff2FpAx0OC+AtaAV9UCd0KZBhRbNb5AMaWJYuWL6GF0",
  "IyoeBZ1dMqnlUxKdRfIr8FpblHMoFfzbEw6sNYxIWOET95QhXcdzqT1OmiU+jiE587qpecNKqR3oJRckAewjJnxnYtQZNIdOJ2/MkTY4N4p5Oj",
  "O150gtq4JXY+VTe97alaycl6hYI9f7LMPtA1WbrjT54sG8Q7nSzd8aKT1cYtPlm6bnKydK3kZB3IPpo3V3rXNc+t+IPrC3VVNxUqGo93zOVgtr",
  "sOd/jJU2whdqczrPpddIJbiMXn90ATNTG9qlLa2EU61K9V5BDbml9b59JhhcCFtHpvJvg2a7w70Fws0O9Yb1E9L661tNBL6SyqcofGoqolZ/JH",
  "ADN/Ho2urDBpKMBQ3iyqsT55Di2g73QGVb/5cHkT2cIwPo2qanISVaXkFKpXUpk2hCupvmLeveGfrqSNeQOm6acgCZkW2D0YDkX8YxlTgoVo+r",
  "1TDowLgRa1BQQwTtgBXmhaJ+ZcVcqZ84r2od2ji+LKClNmzRmXPGp/6y/AKlWpbyiwKUQiw39C4ds82DjV9lLQqbhXGzoD7uu3JgIWVXojrni/",
  "gp/xxH5BTKWv376h2MR5VDTzdze0dAO7xsnST3K6Pb39T2Z56O2OsMtFKrxY2uQW3F7zS7pNeg8Ga+INPmo4kD8ojkT32qo61BtTrcNIz09ws2",
  "30l+UJrgJtog/nHb7NGDIkPNWkSLpr+8/ljPQau4z9M50o3OlwaZAT9vkWVZLmea7dYZ3nSkkGOAQf9uspcCK7gEYer0bYoVaNVUbm9yoG+/Fa",
  "p5+nHtlmhNT4ndPt4uIIknT8BLd1BxjRKQwhlJhDXT05ibpWwEy+zw9dHrUdydWjQM8b2P5sfDztr7Yfm/3ddv9xemEXEecTOxHYn8zFsddWbi",
  "luAhdP9kf7usDp17ag3rT1D7djCTZwE5iC9BVEm85s8LsJGZluQsaMm8D59yZ4oroJaOk37mblv9rNe3CG2RLApEBPzhyGlAKVWErrIZfFXzHd",
  "1IOH3udqgp+3vc9XnPRHX87lAUXG4JJgkheedqgqekL87h69pzRf4ZEhvuos5rMLfPc2grd+8JgPwkgSRfDFHjxMeFuc05vMVby8gVP55RUcwg",
  "C00Ygyu3BIjdHaJiXD+vif42rytkdXRLf0oBGwotehR/Bs9GI2u2p2trbOYSrmp/hAdAtjLIzH5ZheeW5hO+cNJtMVPxvLdqvofqQMr6ciRe+j",
  "JXSFFSnj27BWoX7fyOWHZ7zIVt1r1jXTjh68HR32/rj9zb2Nez11GdajOYSHdHWJz1Nn6n0okZjq3mcZStzXG1dvS5DG59AWIpuoTuBsMoVnhc",
  "WQ37xv6Qr45hYe+05mzWaLwKqxB6IKuNUYaNsQQEfwABke3v2vDTHQlBBj6bJ6jxda12VJ7wdh6dX0rHQ+AY7j17mLAsnbRzl6EgR2j6lHj4/h",
  "uVcPn9tvEICo68+qswqfx/5x4wH97959eEv8Xt2atIY6d3gAu1dRpwprGFJ1CnpGCBvCy5/2e//7u+37Ww/u3b9PwyMn00KkQCJKOvRUOAJY6s",
  "1VOazOPkCvqvDexh838TEkPMFUn/BBI9Wr8G0ktFMlAM1UPyJ2n9zKAiA0VqV60AQq4dtCqwcaP9iJl20nyr53ifeCZnoIERjo9lkTrm5Tniq4",
  "rWGzqqAFTCJKJ1wLfz5+9vQ7jq/1GreZR9Tqjd2vDhbHYu4UHko2QIZNiJQznw5BUVCyaATqzBj3uM3L+u/wzrXYrKfnW+Vk49XR1qgeNlu/lq",
  "dbOODWj9zhFo27xZj44F/MLsff/djGAR9z0pt9eOZELXmpA7tb/IQc9N239+9v4CoYV8VEyNG0hpmeDbFiYKC93hhDs0iv9PgcOAaQh8DKFQYv",
  "AI2zwOkAYqz3ShT1EOhCPEJgQV/q5Ylt/9DgS1kIOFfNAtzFHXpAOFWq0SRVLLMSrqKlKvknrK7FhgDngXhRjEkvC9BkV0clIVxOdf6C+HJgl4",
  "SdRGFsLPZVSBaCI0OkXEWniBSPaqDdJNYWWBz0t1k9rGPdo6dEDCcdmyO69XJMDEzZE5uB0yIGHPqExOccdQ0JL6hN/8PKl2ITCI0D2tFavB/l",
  "hpLbFz1xPjuDd9ePrYeZ5DNVg/yyP97GOBJ2H1YsI+WNFK7q+FIfbSe9yE2V5c0Zu8uKMy+/d4hNEgjJc9wcwzoPjRTjXiaGKeXPJ0jMVpOP/B",
  "1jH9C/t7q6RiLUxiRhKOyMDLceKPqiPbYtqbvd2GJBz4CwrBh9d5IuTa5wUyG+ysFIei8xBhUnB7FqJEe5/912ehys0DWSqZMc69s/PkiPhRW6",
  "xjJ1kmN9d+9+eiys0DWWqeOMlXn6qnBdl0072M9+PZ5fTp6VswKkUdEK8vO2moViiiwYv+TjUlGE2Iyi4qbChv43OAJydhjvHM914OAusd3kg9",
  "+Vznwc74mqWB3R314dSL01BovSLhINkqcEQqw+6mGZKRD4HjvB048wrrBbj0d/bMeZbNda5UwKz9Yo/4GBBkDpU8Bzt7YOZsvNXpAclsQM0N6U",
  "B/JywI2E7v8FpMnAIZQo1wUv8as/rFxBPQ70ivXsjvFv07d0JKlsFF9K9MhaxYmzNpZWzKmXzO0fdh2AvJ7sP9clA087jN+jVtjcEwg0XSgQ6Y",
  "O6WeQ+5ONlcbXT+xXMExjV5kgCVfmMQ5/7Ovr2iBphA52Xh2twhWI02jW8JkU6ysnROuaUEejMPmRjD5Px2geh/xgZpv0Zgx7j/YSEZoFtlAIy",
  "mU9T0Hvflasu8k4NCNWagndtp0WPQOAfCIXVHiMVkuIvR4fPuSKhLM43o0gKMLJlV7NxmSgHE95wWl2Jm068lrJbpWIJvdaxkN6kE7D/aVyfFm",
  "OHgV3M1n3BbXmEaf1yqlbCceYySK4AFZFLr69jXrKubYIAV1W8BgYr0+xjpgURTru4ebFUAJ3+VzTnTjEhBJTsgFVquI6NSy3IOBwUWWJWME4Q",
  "eUMX9EuJMIwC5AkQ6Efas1BUiZdM5KMfqskIE+9wHCgOFTcyNB+Oawwjhzcm63i2x+ORDoJEhaNWyFZ1B/FQxcSDSZj5Y8Ow9FVZXv3weQjvY9",
  "NoXQZ7HB1tze63HK1SiFhFTBMlaUfIRAGokOhU0UxBoAJYWUt9ZrWLhVzISXAOsTg/lwukA1+NWU4n0WGJM3QSyq5QyX0PmIvBZjcpxx4P6Ah+",
  "KggYhQWz7D4Si8y3VRw8/2UPwmW2NBN3UNOK4JdGRleRD3bevH0G7ScJMtro27TT+XlXzLMfwfaApj+GHgxAYi/HkF8FxzOEgxcGM+udzqsxrg",
  "kih+g6HJzvmmIigrX4AovxEqFR1hpaYw10MsNs7DFoJG+gIDL6acJZ8FZXtS7HUfkoHDg0FSKs9f5DR5gcpaQ7YvoTRoSzQriptQz2JUXkkTZ6",
  "Qz/DGV6PIKgriDBEgcNDfO+6no9HgCOqKCsaRRoNFkUUQbHgFhB+dqSAKFUAcBPKEgUXBqmEVmz0hhnRubjRcjinKZd4dDjAFEMw8npToTI/Cv",
  "w7FErPj8HIEpDSHFMzCq+WF7sT7l4auIkxliorlmcnar0zuLicT3EK0DjYQClQdMgSVi8q7AqCgP4B9ze0TqOwH0N8PeAt7vaiukQlc8Crl6N7",
  "iq2wVDH4sBNNlbUB9I6xAyHsozLeqslk/ibDJ5kpGeiHRF2nkzhpwWw5o2iZDU+Ne3Xk0frVRFvK4xS3I2AWJmAnWF7ASH/a1NNTFYMQYpmCxI",
  "DtB/CZqJU5vIBlSmH55ucXDrarDdx/KZT2sdoArsysdaG6IeYiglDETQluqrqpeI2UjknchgAmeKxioc5INPzPf/033lroDsY4YedIOLhj8IKm",
  "NrWK9EkQfI0MCNG4mq9VCEIQ3hwcFBYZunoV53z/AV8vZXnC+gGB9veSv0EFlGoM27SGquQyAgS9Is5pZhhbssFwy3KD4dyFMrgYDdszx9lLQ5",
  "h7R2fbNK2MTFgLaoHCG67wZoM92KaZ9DLVlnDmzUeRXFYbiDQRoRoN5te44JXlu3d4vKEi4hbIsdLlpnXrBKrGRC3fAXpLbMKMDmC5YrzYwgS5",
  "xf7MLnlGmSzpso0q2uuwnqJREBDzFqRsokBQdX+1gc/JrjFI86iaSqRwnB0QDdAfFayCIRjYZm2dxSjfIAxw6+Ib/wHB02BvEEb+wxUuTUf2UI",
  "M5M62GiIeDgRgKDnNOQS9BHO8pwrv9sAAj0dXTwUJBOML0ANOeoxlxMmI43pYl3GXPGzWRLiE2IesRQDnwxc4ACQjrx2YO7q/AmSDwQEbGBc+g",
  "t2UXmz1g4FyYb9ClkZ4lQbZqDCabcq2EnAHmqymGGEbJAlZ5EkwlWCBgXspwVGPhuEASCXOGhPNHzUsDmNhdK+yVJBx8wJGL8Rq0GOPi/bBhwi",
  "4LXxF1uGPY9vWEtZj8ocudFTGNwVl48vhCM+wMcpI3ktkD9SLkJKUe6sDQI1aX1nFTH4jOQTN5ofYvkZm0OHAE4Qa4jQV2mqOxG9VGgAOkWD1v",
  "eFXxutjQ64IZv1ItUGsDzbdsLpTSZglQGoTgJC8MBh6lNUoAYGMU9BzttaywkcS0FjH6dcMh6r92uFzWNooFIvlG1SiK2Zty1QiRQacsph/gHh",
  "AOj/BWBgQjMhUUo5KGN+mMwwatC/h7Yq7pq7GKbi1RdWmilN4qeulgUl73VCaAAXNv8Q7ECwrnMF+iswCFpJ12sabSkEOaqptXxlJbbbY1mv+f",
  "hFtZoM9w96Bl1Tp97hgMT624w7YWT5ohUdwo3wPD5m2W5EDGQU3eqPsu525iulrcmqcNSU1rcpOr/afJwutdH23WduxDgpefaWFrQ3FVtUJ2s3",
  "NY7IDJYb4/3VS+RKhvamJs/LFm1i2A2/QzBwgntCRT2XHQVVvc9fxEMZAjhSIlUMYK1S4UQBrynMFhFZLqmGpsarZyFsFiWHljgjlLvISfxuhj",
  "M9lVyWLoI2V2Pq5pQ9/Fnnf9fsyAfThorr42cJrUyK9pJDTRf0Sj9kcn+Lk+joaioJveIqHQbd85kodXKgOi60LHXm+D0t2+lf7nn9n8+9q+Hw",
  "MUQeqex0ftT+osfuLmOFvv7Y2bGilpTjvvyWlyNzx963DgRp90Cp4gcfUx4AHit9K3J1eBCen06olKWWNPI0ICuRuTPcIvBaBHCXY+9Unh8y/A",
  "0WbprS0kB5FCuSv3bte/WpwS1PWn4D9k/P1+4ljbDqlJPnDcdR9Fiz5t/mu4MI9PnIWWhKBYhj+geZBmy0PRwVP/j5H4c5MzT2L9R2jlZtS6W/",
  "ll8Ps8nJqkZ4SIhp0YDIDHImmb6dRj0nU9lX1jiCUAYLfR5hOfnqo1PSxqe0tJDJ3kguivSpI32sj5uoy+UPpG7dLU2BnSbARZAW+NzMgoJL8Y",
  "AMFHCnomfA6PywBrtdhLDC179ENljow9PYkPL0P7MxkePtA9OVfqLgPSz0aKKq8L3DFY3R5jQjWjWzP75OYamXVqvMyk23DeBMEPswLmbMslGN",
  "ZdN9Or5zxGO6fvHNJ1D2CoiF7rESJiN8vQ0IL3JoRFmIKvFqDgqwUp+GpRCr5agILzOAVfLUnBV0EKvsqg4LsHn5OGVu+fg4rvHnwGOmqYb8K4",
  "JGi5/Vlpuf15abn9OWi5HaHldictv/+stPz+89Ly+89By+8jtPw+ScuXT7MJ+fJp165s95ZFuFCXFq2msf0YGi5FJw3fTQDoMIUoI2q+7gKVu3",
  "UXu8c83SXYra27QIWo7gJly+kuBs6bIPhhinHe2FySce31BfRUr/8cAuYMYqjJTygj5OSulqGnA/dNGB/3auD3ezx7cmevZ83cLaCQ7b8ys9X/",
  "V6UHzv3+oprkvzBlrIN4XAXeX3KL3A+qwPsdKjClul6Eae93CX+3x9wZv58S/jQBCXLdX5Ze98MEu59UKJ4ucOx66vByWKV4uuhRK9ippVSM48",
  "erp0uqX0+Dx6unad76LZ9Qv3XT6bcFyfRbmkrvo0T6bTka/RYi0W9pClEe+VwaUeUuKrk95tAp0q2hFMVqiNCKGi9DLRvOmyD4YYodvMg/sGPd",
  "0KkFf8hr/SgdnXFyyLjYYIa6+LI6QlzschnaWrDfhDCKUnZ7AcpufwJltxel7PaSlN2OU3Z7ScpuBymbPM4/29vPJSxUXeQob/ecQ8rO7g314O",
  "1+hHjQyTK0M7DeBBCIaCcHT17mr3euvQj9vP6zlJWMQSzNheIZxFQX6mop3cWG+yaMT4Ki2wtRdHthim4vTtHthSi6naLo9tIU3Y5QNLm6f6C3",
  "zLkU5dqLUNTrP4eiOYMYivJj7AhFuatlKOrAfRPGJ0XRBQx3usHidF3UoJc5lE/duKFPd7g8jYNGP68oYvq7l8+5WLfT8HdvQU4Nd2qZ/e5FOR",
  "ObLmX0uxfiSvM1Ijd1nJZs2albLCQ/2+NkydDMwSw5qlvEZKmusJQ89fG4ieMY0Ud/2HuerY9C3UWo7PSdpYN2DmDpnRCOJ6Z3QjdL6Z0G3psQ",
  "FmEK/uXX41wCQtVF6Gf3nEO+zu4N9SAbVIR40MkytDOw3gQQcCjHr1iPwTT4QgUvakWZ3Jt82LHCGOnvEAd0jrGWNu55BUfwankCb6W/aTUYj+",
  "FBIRd+2yocTmtVuG27EZn1cXT4BAyfBG3uMjFNFlotgZGyFk3ucNbaaWrVJLaETKdLraQWLjcJRCOSiastSPUlKL4MtRekdJrKn0DhKHU7KLsg",
  "Py/By8vw8YI8nObfT+DdKN/m8KxE9FyEb6XJega/+r3n8mx0CJdXpVqCX6XGsjzrwn+TQC5yKUzxLLr8S7nWLge/WNa/VFq7/qUeIAs4WdoNgk",
  "6W0Xvq6EgRf8r4SNG5Z1xjV9VMiGWuqq3ZSjvLPv/dAIB3c8lhJevhMtp5ePYicJyN62L27f1/HFiiZ8IvCwvMzz8IVea/NyjGdsNv8LvEoFTb",
  "lSf7tiAM2VCkdsSCIn0sYz+xoU2LgR++PAyGqJTMoJOmVGuXo5D2+7FuFtgY7AYLbQzxkSIbQ3ykuGGN8IzNB/W31HRYtO7giN8NABg2brC1KL",
  "n88Jky5/eCwjwooQhTnY96qFaIiThCVewlDDdb5iWMBVbEi0S9UO2CXVcMunqowpi/h268jNOHC2JM6x2Pu3Xe8Tis2o3H0T1rPF5OqxonyQ7W",
  "my5ooUoIWIjzFoEVGyRAjc0/RVHonn0VUS8w91QUnXluuDBg9Fq8c0bpVV9oSumteWROqdEyk2pACsP8CzizdoGMdUIQv4s7wlKTJeA14ITBdU",
  "w7EXDFlJNQikZx682yppuIeaa18z35YkNbLtfPO5myeB7xdY46Oj9fzss5aXV38lplKT+qMsw3pVduwHmUvVswcklaCxrPVAYzwuA5BiuphklV",
  "3oUNkIjBs2t3GR68/OKjf+x95YeOoOAQf99EaNbc8BAIIQb5AG+W9+u929hzQZNwLGu+rPrLTNn54lPWgjBAN6tOcNDyi40an6LzwBSdqymqJv",
  "YUGdA5uTgEaf6sBFLJkVbvgndD/deTHEQ+cYgcLJalled6ptPxZa0ZU309a5Fc6vqKbXUyDj74JTnXBy6AoakSQ5AzBeZhx3UBNUke0uVbR9VX",
  "pbLCLY2SDU4IHy5nqfnnosE/om6DnPEwDzWui6hx5pQO1Lj6qlTOQ80GJ4Qal2ehZjI35j3w19UBwQb+SGOHNVbx/7Lw8mEJoGaq5E2cykCZy5",
  "VcewG+lKR6C3KmDVSYN7mGRpL/TPDnImiq2gvwqEJzMS7tQlPVyETTzhKaqSiaBoAspxPr0A9DSRI7FDQfquAuZCplYkspSLPQpJquFTDr4pWy",
  "sa1KVZVZJomrBVMASSqNzZ3Kn5o3cap2pm1Tp1lKqgouCKFZUjViT49UvtcsJHTtTCR0LqgUEh4IASR0jdjds+SnzcJBVVZ6+6hsvDBMeQ9oVe",
  "NV9cOERU4g64IawFVViMavUWl3M6PXqOroukBJQ5dCttH9rHIvWcj6wIZ2P10l5k8qGYWz0FWVcSefnwWQzRIipfSyyn1koeqCGUBUVYigqdI/",
  "Z6GpKtOc8k/CiC0baeRUg92fjUFE0IvHFeuvqmY7vZ/Xe25o2BhJXJQCJFEVdiWx0lt8fvvzGzme/orpZHet9FEU/PS2nyZglSkFTHXklYviqs",
  "wiG9TfPcLa4dsCLIEgr/gPJPnBf3IoVCXEwQtv3Li+xCFmM9Ulrkza0mXXMQyzOuJgykSmWjeYmSWpLdkgBZUlrhAYtDaJ7furs/cm9PAxp8cI",
  "9HZoNQmejEEIYLj8VRQHAPDK85/2CfPnPz2Rf39WH36mL6uCE7jl3K4lR5Rob4FhoeByddm2td69l+9C753LdtGM5+eQOnmx5ua2ZTotuu9bsB",
  "IwY8mJf4NsWGCd3ZSIiplxWyOBWVdGSogwC3DAvNWHzWQa2UPK6daFLddyxM4QM9FD2IDQbTqkE64zLonYf06CSoeVMayzKw7Omo7axawN4us3",
  "eUSlwfs6onWCqBYuHlGpJEjU3+rOuyio0oH7+3r6OTCHgbPw1jh4WMN3G2eTLkNx9ZMKM7bBGRVDZR5IEPVm9wS/e/s3BvrkVdhaIyeqO92DTt",
  "BbX/2CtjWF6Av9IZjFIwjWotDoXFUSSRkCfe50IGwBY67QdE2wLmctknYLi2twGY5MBYxCHLpxa3Wx68b0fh1EhDIaBktev4FNNEC/PP5rYwTs",
  "6GCxQ53bPIrgRq/gIjT12PZJhAqMSWAN00Q2nLmha5bsumThOGPVHfJUXMwiJzHTIrJDKJn7KlGaR3IbPCA2gkcLn8Db6b3ySHXgwAYABKhzPA",
  "cjdBdZqBKeWWflJXMrZLsI02OGVXcDgu61v2kSX/ofgSXzSEEgAQ0IpIT0s/DzqHPMkK7Ta5rPg8o6GIGa2SeqDW1Mkfg71PUnYI3NA/zASQ67",
  "GIJrAUdAgOZjFRqZLkr0X1ecCiBiKaNMihD4P0gb7h1K13u0H3zyuuEOgYYCLhwksXMN8A6PE6OmTROPnC81JgJrgKSQi6CLnlAlSsywpfwqSj",
  "0lbu6GdADZ0nTTiHtEe8bQxyl2VHYqslBlvYtKDaTOvRsqwGj9fLw1+B7eRwqeUARnMI134Yx18KQy4ewjYfPR/LKlbKpcpnm44igK2ZRkNRB7",
  "aGIBG+WPa/p9/Jrt/m/6UZANsJw6BL49rd6WC0EsdFka5OP+w6+CaUH2XhxgBmXIDQU5t8Bv4ZyCtUF0N3ApQOgxH49yMZC/7WhtlCVoMJhR6i",
  "Qsx5zDGCPuI0hyEKLnU+gXktwio95iHemFa2F6WWofjuTGuZp+/Eeioc/aTzG9bdHppinV1KoO8/eYK7VYnM/FhKH008/DW9UWhk8g7qDh4S5l",
  "FqcvALsD9e8BdGDOfqq6tUKsE8LzDFNU5aBBHcQgNxB4YGNBQI9VOVw7dVlVEbM6qN9hVVaV7h5gniP2aIWURfDHQabqpnoALCkttBgSDyCr9O",
  "z9Y4MXpUJ7UXyA10UjMjIe+mqbhmXvuoB5G+0eQp8HITsQHba6l5uqR1dRkBctuovWUjF5usmjhxoTtVk15g4ZVEO1goypUnfkOH3z6bcDvYnO",
  "BfLJ6Kkx0+iZ5CMB9J5wrrlOa4JKSWchR0YE/k5KRtiGwBXuAFkBwcN1vWeDoJz9au3L72eUQ0v3KnF8V8013w6gMAkxST3JXQZW1W5WgZyQd7",
  "cYrJFbRIx4/vpo+ZxlyoNkOeJkkp2qNVfrJIfkprwDUsiI6XVzpIYLXUOhDbsLL6rUWjJk/o4vGCq+AxRp8NY8m8F32sksV1eHePvU6mV/9j6Q",
  "/dJfH/sMeIBYL6qrTvGJdYhURCMYJHwxCbVEndmLWjnWez9Ey3b1rmojs9fvBzJHRevmTQBiRPQ/2entrWO+zR0A7CZ/GI++2N8udPRD0IjClq",
  "JuMwrX61xqyvR0B4yoxkwvtpd6wJDNsLy8goSPZaZi71VfZ9tQWL+fuXWFuTCtZBNmohYo2fcnXlNWRGfQikaLWtZCuPvKmoeELqOej2u/nD6H",
  "Xsw+Lf7eyUNYB0gKuaqhs/CZCWp88uUlDgMk4mFAk9VX4X6lsMiBBKdV0y11uFrncrjienewGmTE9GJ4oYYL7TyQArq+zHrOzFXRey0WZhzLdw",
  "/twwaePA4zdxhqrk4a8DwLnGQOWbVSvZ0wT/sOEzYKVvJSf0MR8Jxjhy2isNE/F/SWZgSOCi+pIWWNtTgrlCgX0PI/445lGsFrTUhY+7K4lt76",
  "PZ2ulcY0JclxQp06+XbZJwZSo6vEuxjnTBLSKp+zCyu4C5q3MKm65JmHZNOce5wyfEs2djR7zTg7OICh09zq2w+0bD3eyUk8bDLtHpxJ/ut1yn",
  "t+DbHHAK1yCCHLes38tCn/NgfLk3SwxayEPhKNsqP1IA1kdXkJgfsAPgCiOIX5QybwoYMNA77PMR2vhG3w8vECLcRor1zPhMH61iS1L59faphA",
  "/YJp01zevmO2D/M49Uz6YsTzulpMz317scd9wLr4LDR6C27VF77/aFMapOM78F8DyyKmkzDExGT3TY+ohA5XPMlTSVjO07PZ+8HKdw4JOaFG87",
  "YCNx6weGLPFbAM5jVH4CUj/MhMBnFMo1kGR4F5WAUHXCJGwt4hc7XmTVbo0KFxR/cskhZEUTo1yTD+bPVpDKQp9K+kOf5pW5+ClA04HoVdvKiW",
  "Lf0YNoUwtYSE6ofxMCeWHAuNehgYFVx14S78lCjBv684fT33nAs8pLwusAv8lyWvyXG++adxfVqMn0FRR3cejxIEGFxEWFStEstRkLkWGG928U",
  "GTA6NK4eczcL1of6V0LPjf171D5VUwWGnKCT9tWwEBMwDlwfog1VWr/xTujlRjxkWvcfTSM+UoS+363XxKYCNb8/aHNnXGd78elUPoHTcCkGrO",
  "JoVFjKiEZQnXk0KuyZQOV+QyyhF+kkqaaubJ3zYRokBK1PVg+JloslmOpLEreZYj3iYhgtCicNOgskf1Tk//PTmc0lMJlDSWcDVWpWfFh9Nyr/",
  "kwGarDXR8FjXqgkaSMFwMkDZwgiK7CX30FhBsX07J3CVJyXKK36zlEcSt3wOVoC4+WW7N6469NPdlQntMfv6oujVryNb5KxXq9MxBYgeYV8N/7",
  "lYftRn85OnzOalasqT2s7uCjfX6l5f+hdxvrwQiIEARCpVhjKfZafgROLiYjCMtrEPjl3rr+yl/QjR3L0VmsicPXSCODpa3yQWM0JdXTVDrrtg",
  "UC1bFVy/+czDPHtQF3H5QP6G+9hwTesSZiE7U5/qnk/46CQnhL7VA65dQ+pnIaIbv3ymJ4oXQ2UtXwNnJS0wA9mWpQoSq4DYItbxM4Gzf1XuFU",
  "gPvKOaiu4OZe8VUknEGHJcpLUCxXBlgOMnfcOy1QIaxJeRjMJ1O8DAXBN0ObNchErnxaXhTvKnR9BPAGK7OLaX29MtgaaKGI/eEgVEJ9KcFLiu",
  "4mqKFQgKuNZhArwGPf0Rie2KJjYAHviNGnq6l7fCwS/bh3XU8Rurqd8uuVC+qfubclZpimlWU18NORmm+WtqhQ72jv7Bt50bZm7U+kYBO0rOvW",
  "8/GIybCJLmqoKM2r5gL89mAvgf+nCQV3XFjpBdwgqxFhJys3zzdB6+9ZVFXbWO9dg7X5LfIAdnB6nAzSEwnZFJdlT24btTImpwIl5EBEEcsFeR",
  "R3O55S/IUz7u53rR3f9PKnEo7R6Pzn7PFXasE1O772rddi31BwTykgH5BlR8iN47p+25tf9ZSO4q+LTYyMrNbINQgJIlwFfKhej/Cp45ScQabF",
  "EI85BRLx3wGtTU1XrR+ck96jJaGmIg8v+qIq3vWQApL1+y5H2EtR0sbQKoMdq5zp8TdgMY2mxdls4/4397/ZuHcf1tr//Nd/9+S2Y9Pp5glW7E",
  "nFdg/ffC+N222+D9R+EK39wK4NxJwUV9XGt5vfSIND+IIuEvBFtWMTjCIa44gKlR6KLqsUlOYPhTQZna2B0Br+EY9uamt32FGR+c8oaWqRIz1P",
  "dJGQaBxCi9RyCfwq1EzEGLAULWy7E5aH2EW45SlwBizHwcfbgWm2ZzQkbDlkUV9PYCkBr7ZAZ7Z+2GtKnRUwLO1u9XL3ukDit1Z0RGL6QrGxV+",
  "b0tILVAwtCxPK4Pq+GLMOGQB5YXmrFgt4DTzdIIJ2zUIDvFnNpUPG9zRQOrHhUtGSvJ39bUD3UtXC3VdWC8sxU7RDft9Y2rFD+9aIEHKaIkkgO",
  "3hpX6DIf5p52QL4nwG0UYMMdeFy+K+DMjUtc3d03+na0wdsFimWEZ+pLOlPAt3I2dBhUd+pwKGgZQDGGgmsoGWi3VdBhU7sFfddCU6agqpFBuI",
  "lc+OBPJsLww3BconoMXr9nK2ZvUDHjccLt0moCHFpKMW6+6Eb/2J5WJd09IWoqEEwjWyP3ljtNVt/8nk8rsjRUI0f9j4oL/A8+tLejIP/IQLf+",
  "qU80NdrqSvS1pl0JqTyrbS1c1npbZ7GVR21DPgR+2I3uqPzuUnZTorcisZWuNBciNgRdwfELqVzoiXEgNdu8mqkA2Pp43y7iaZUZCk5Q0NLlqM",
  "fSSSP94iJu+1t3amiBUY7Qp8+Yz+zNDyQjKgJMQDCEoTYnCoYsm6Zb6LA6MwRFBda62veVnmZp9KO6bCZ/mOEFS089QASKQh5ZQgPWFsJTj+c0",
  "bTI+sOLj5OhQ4SC1jBA6Dq1LMGFSWsZVKVKgIZWTYT1HegECAg1INESlGGuDCdZQ4R1M1/soOWhCdEX88jg4PW3oKpx82Jxitlw1jDngVBOQ1G",
  "C2tKfRvJ7lo8YquAVjtl69imiGr6cFPlaEc5i2KJ+Frdwm+YbPMFrTJIw137g8g2U5BAjwauCoubh+rTTYl2EZHFdkWYu7QyXuYUhRyddTHjrK",
  "w0K6w5dQHao6saPygnIXDCh3YDNA3/i2BwVKKUsL06eSIW3sKFMaOULWE1BNsCs4FBZXvQLzuMAahlrwWuASZcpIb/5wLAGDwEVN59NSKQ8DtZ",
  "8MSEhdQ3m5gX1dkRkTVDwID9IDkx1cKMCKPEMjQMPmAqmBcExqKC6vStL6lGKrhpAVgaoJzCXwA57MpuUGXFDgNQN2hQOeAx80pF4ZkHA9XeNS",
  "hfBtA0J59COg9QTwBuObVrGHyBcAaw0LUaACw8cA1ha9wx7sqLuR3hlfpdH+NxmxaodHwgaMHPNqPNr0DMjHLp5gcqlG6lIFPFMR8QuSkRfwPg",
  "OvpchYAy9sJ+d4JQOUIqCwLYhChB8g07SXhcy8h37kclNjEWSd4ERsAjrCJs4xtFtHaOBwjDo5GNJrAUCNQ1iyXjeg7gasxg0Y7FOYWGhMGouD",
  "/CFwFxrHOff5GK4epnwfh9NNNC9hf8eTt1qXAzrcsE0J9zl6st2QcUhQ9gUSMG412jCcvdk7kKsrMMBDj9YsEjmN1mItByS6GgEMvrArlPRcDj",
  "cJIjufS+ZgIhSCokPGVFsu35bllWRjb+jfs2oKDI8TD+aVa1w7xUwNIEo4bpZ0fwhw4ICg/SOHn5ZnaMXFrQBnhQ8TBS/XEd1+mr2WVecR8ry2",
  "UqhR4FUCaFi0mmRyNd7otf8BUIZlMeHDF5o5ZLVrDtITAbiUI637MyBwumh+VEPCSnoctGy+NsqmiL3WEsxtyNyXPFTEzhTKpDIAhA7PgIHR+R",
  "8VGLIH2S8yk8qL+Hxc1jCxNL2bFmuBXBuPfMFZs1kDJSb2BAjzmXyAle3XlgNzsrK+NpE95vUb23z4spQ1UlgqCggkWE88tzb/M2cTg7IcI2lD",
  "muI7qM3go5hTso0e4ssCFxEGooRMwZuWWkmD7SjfXNzV9Eb3L32i8++vIEAb+lUAsYWRV5X1PnpAWwsuAH0027u6GldlEzSvD4CbZnSTDpKyIP",
  "twlr2fbOlk0x+ImXcAaMHy4mFUp6tyFBRD+x/U7T+/IlkDwfYBtluUT9dwQa6uEZRvAO7MBY4hlh8bGJRd6sTCL6NQsRrgCtMbUVNqKQQC8BI6",
  "oV2DmB2vJHpwL7cZfOTE8HpaoL6IaWtLd3kvs+4bztf0YaR92+ns3kmXu6xbJHMx6V4VRVVV//XaS1C+L0VoOLAN0FzeE/CBvQvczum6kvjsFO",
  "4W+ZK3Vk4gxRmaEGhf3LTm6KOLM1rU5UMolq7sabjXJKkTJ4mmm/aR8cdQwvEOBqBLYP9K0jj2uHeKVmX3phJdgB6lbjHdOFPrnl93yMGiAzCN",
  "ePhyh4Xyyv9Rd6QrO0ngLUPXPoXlxZ3JsSaBBndR801loXR79NuCPabEFc2vKGErLq7AolLMRPqx6Rgdu5SQRSE1VDMhfER8KIyD5SjjWWOTmY",
  "aPjthgl+EhgWpP8TOCcqeXuy7Nmfpx4lBNm5KJMNg2f1GFTk76pyAw8XkbDyasNl8a2+Nu6EL/tcV4b16vmAM4/sXn5Tf919+8eRiaz9jg+bMa",
  "PpYvOdtpWsTvV/P8QywvjY1zpWME3USW9PgQt4vfw+NDnE0SVm7bUcP5dkSvpVvmc2UQiyLgudukbOWo76tFB8sndM7+qteOMB82sYsHa8v2j2",
  "cms2gqcKZL2fz5uCSxV/BwlGn6D/TJK2o6Hy6PR2zy9k3P+agpAwCfAsnKSD895ZjXq5gV+FBYW3g/hdDzQzABoC/ZBma9H1kbpqKE0ldlOcmd",
  "DItPakl2YJaek/JaIw+WbmBcjttGzVAXEj9bcpi5BikAdL0EI2F1WoHvxQf18r9FXNT7bQoPWiQmcHH4IXjf6X7K9wWCoKIJ4BUoOXzih60thf",
  "8cdVW0UqJJDZxlkd/AGZ70dhKkgDpMCvYemJPVjy0zL1h2bzkGAbTcFDEpEpW/c79yW/KIqpEVyqojMEJaaznGgtADxmVoA33Y9JF+1nsp2Lz4",
  "CDyXId5X9nI4O8GxA/RAc/C2Z2qP3hr23lUF1tETIwdkvKTxzVYYo3ABl5DFBmPEcQjfDSJgc3dM8p4B3hjvlwXFW5WraxF7j7963yw7oFryhP",
  "0/lo1/cWSqGtGI3Qss3p9Yt7BT9y7BFDn5K9aWHQivFHCUzvsJa3MxilLOVrHW8vCW3d/ovCR0yysyWs3SQl0Z60Gwk6nhtFReNmKPZUP5puP3",
  "7Uq3kGlh4SO5hxJu+mJPxk3FBh/WJTs/ilKukXiG8CPwGr41sVc6wFsyNw25UTziYGtL2MfbhZVVVFFtRUfweyReYdrFkGK26L/Yj1r/ybfS+k",
  "80rp5bf4vHuVV9PFaw22OfWJrMI+sW2Xx+GIBVvENX2N7LV5EILAe6JkDpJ68p+ildy2eIpspWa4La8z52QFLhp5V5CSNQs486886/M03Rv+Zi",
  "NrtqdrZsUm/W0/MtEulbsgNsWXG4sUGsPuwPUvXfMuo+0HUFKsuUK1/QoEzWf+er3KLbn0YfwChVDV9GS/aCPb2rh8UpHG6nH9oHtFP9/oCqgh",
  "52yW4DbvdwsH2cMA+re26YIzzbGU64sf5QWwE856pYMzzAuHzQ4MTmKb7ZLlH2ooCN1uGA9oFiNU7VLgJ4AhXxWF+A4A6NYoA1Ib07IE5XvLJL",
  "PYKetCgqge9fLNRIrrsmIi/yBhIHjOdwAgrCXZ2Fvs74nVrrezmmZ0BtcuK1k7Oraa6YfIiUwF1RpASM4KFBTAaqx+7eLrlxvK/le0kD98wrxo",
  "xV9nMhyTkTbe4Vt5qrXDo+VCr5jPdd5t5bi9CL4nmvk9BnuLOC96GqxAdn3zC+11espHjvsKLXKlo2xSuXaTlqPUrTrPrS1PB4VYfgE3JPiMQc",
  "tczTNg3FxdnIVqzsC7RIdeF0X0DPqhl5XtnfrDeDrRJyNn3s7UZGZfQnAj0dDsELwv9O1zuhAhV3yf8ux9zGDK1fBNLjKg9QsmZOZs/wZfAxS+",
  "5A8Y9wDTziV3KB0iO1xfpr8ATFs08HL42jZVh/FFIrjBHCUX/aJnr1HJJCECjVI+gHZitOXf2w3hJ2fbQ1rq5+ROsJduToal0dic4U7MjV8rp6",
  "MtpVoCtXQezqSmlvEfSUbpmBHGh+2EmOyuy/UYOulGeDMiwbKDaDDrmqHnL+6Jd7uwfk3G0Hq2PXFIhYhyV9LwyAHsbs5+33/s5FkTfgJl9gUe",
  "dqsL5FRLx+bK4CkHYD4qGufSmUb7AathtbeyDlHjSZOw+mZHg9kkMAabPTu/cw0N9khMY6fHHlevWCcxS+k4h1ic1cYaRf8E+Uqwe9HwFDVj2s",
  "6JROz5rMEOGuqdVjibXuzUzba+I2PA08dGoGrO4XmwF+f0Ci0yFYGBsVMBH/aVNfHK9yO+PqOwKkTwCie2O9kVDdFpouulsqogYE2a4nHjxmx/",
  "tfiM2mA/+J/udehBHJ8epLXYI9DEHmYZwEjdG8W9jEXPVGLoVdrjlSN5NZMktdCC4ttFr+3ZmySw28uPBSLbMhugshFpm4IPTeevsFnVPpOlh6",
  "F87mALsR0SRtwAyqEjYryCSPw+MAKSUYgxOAB22lL8miv2vkj4q+4Rb0Q9JIbgMMwWSJKwjNuxqH970hwfWCAwe2QPmpqMbzacnfH6aHBt8nGR",
  "Z3D4p8WI6awKSGB2uLQQR1pJYzETo6HTgHtsiyuykgds6EScPBV3roujOkOZf4jBHBSrVJrw1sCJbSKhPrYnAAKno1BFOm3DCxa4K2Msj+ttFc",
  "lcPqDHwQrvSl5DqScgLEKyO7reybh5rXItF6uvayjik8g8kPzZ/DFKHti6kM9MYe8E2P7jNFaESDP/CZj2NGheCm+m2mP2O4hGMCgFOPAYD5Jb",
  "o4sane3NBODrytd+J+h/S4xe6HphQsH+H+5L2Li77Kvoc5DEAmQJWj8hxtdp3TSqM3XLlNJRcvS9SaEQIkekue+nJZxQ/h7GHCeEEjugRQeHwZ",
  "fSq2GQS1vY9fVMPxQWo17n85jSYIi9O6H9Rg7PuYTDXG9m1aWpUJv1fL1GdsCBbXaezWi4H3Oys37GrFXi7q6o/f3TB3bwlnhZ6cO0S174flpb",
  "Qy+d1202OoWiTJofv1kJDvrUU5q124IYSRxCAAWWs9c6kacqLWjh7JU9SqTsQVZB3ZckVvC266D+PA2+v4bqFXx7a7At+dVHat8J/mhiMWeK+h",
  "Dsg1+msYpZ6cj3EP4Zsn0G2+Zr997TSE0k7pSu0IH/QCy4rasY4udfQSCw1I9F4MHenR2Qhcv0Iv0vy4HIJVxYuUng1RsBMlPsBBGt4esXpW8g",
  "tYO4wH++xX1AJD4qE/gTjCKb6344b4EO3BXXXNQRMIjkbFhjD0oGdMBXxrZhvl2RnSBZy2KpB5T0kBRPnSXJjYOfIuEKIT1vhMWtGy0EiMvFAq",
  "1t5xzMR4tKizTOC1qrY8iFqsPAYdicOegyHtMqxNHwkKvJAWYUg4blj693jc069BqyZK4APcZc/hrmfSiy1EDh0pqrgzDxGjkzhmMaUf/rOdFf",
  "6/nvaPrad12JDc1xQLz01Sd1rPV7NgHvVLib2JBS1Hx6kv4VlN2QT6I/nvQhMJwBF5pJGpdiasYQESOurj7Vf/Fw==",
].join("");

/** What `migrate types` writes: `migrate:kit` as an editor and `tsc` see it. It needs no package. */
export const declarations: string =
  `// What "migrate:kit" offers, for editors and tsc. Written by migrate types; do not edit.\n\n${kit}\n` +
  inflateRawSync(Buffer.from(zod, "base64")).toString();
