// What an editor must accept: compiled against migrate.d.ts alone, without any package.
import {
  addColumn,
  alterColumn,
  bulkInsert,
  columnOf,
  compositeType,
  createForeignKey,
  createIndex,
  createTable,
  ddl,
  defineConfig,
  domain,
  dropTable,
  enumType,
  extension,
  fn,
  json,
  materializedView,
  type Operation,
  run,
  schema,
  sequence,
  sql,
  table,
  view,
  z,
} from "migrate:kit";

export const up: Operation[] = [
  createTable("items", {
    id: { type: "uuid", primaryKey: true, default: sql`gen_random_uuid()` },
    title: "text",
    owner_id: { type: "uuid", null: false, references: { table: "users", column: "id", onDelete: "cascade" } },
  }, { comment: "What people own", checks: { title_short: sql`length(title) < 100` } }),
  addColumn("users", "age", "integer"),
  alterColumn("users", "age", { type: "bigint", using: sql`age::bigint`, default: null, null: false }),
  createIndex("users_lower", "users", [sql`lower(email)`, { column: "age", order: "desc" }], { concurrently: true }),
  createForeignKey(null, "items", ["owner_id"], { table: "users" }, { notValid: true }),
  bulkInsert("users", [{
    email: "a",
    tags: ["x"],
    data: { a: 1 },
    at: new Date(),
    raw: new Uint8Array(),
    j: json([1]),
  }]),
  run("backfill", async (db) => {
    const rows = await db<{ id: number }>`select id from users where age = ${1}`;
    for (const { id } of rows) await db`update users set age = ${id}`;
  }),
  sql`comment on table users is ${"people"}`,
];

export const down = ({ args }: { args: Readonly<Record<string, string>> }): Operation[] => [
  dropTable(args["name"] ?? "items"),
];

export const shop = schema("shop");
export const trigrams = extension("pg_trgm", { schema: "shop" });
export const role = enumType("role", ["admin", "member"]);
export const positive = domain("positive", "integer", { checks: sql`value > 0` });
export const address = compositeType("address", { street: "text" });
export const numbers = sequence("numbers", { start: 1000 });

const Base = z.object({ email: z.email().meta({ unique: true }), fullName: z.string().max(120).nullable() });

export const User = table(
  "users",
  Base.extend({
    id: z.uuid().meta({ primaryKey: true, default: sql`gen_random_uuid()` }),
    role: role.column().default("member"),
    balance: z.number().meta({ type: "numeric(12,2)" }).default(0),
    shape: z.string(),
  }),
  { naming: "snake_case", indexes: [{ columns: ["email"], where: sql`is_active` }], uniques: [["fullName", "email"]] },
);

export const Item = table(
  "items",
  z.object({
    id: z.int().meta({ primaryKey: true, identity: "always" }),
    ownerId: z.uuid().meta({ references: () => User.id, onDelete: "cascade", index: true }),
    shape: z.string().meta({ references: () => columnOf(User, "shape") }),
  }),
);

export const user: z.infer<typeof User> = User.parse({});
export const email: string = user.email;
export const part = User.pick({ email: true });
export const active = view("active", sql`select * from users`, { securityInvoker: true });
export const totals = materializedView("totals", sql`select 1 as n`, { indexes: [{ columns: ["n"], unique: true }] });
export const touch = fn("touch", { returns: "trigger", language: "plpgsql", body: "begin return new; end" });
export const search = ddl`create text search configuration simple_english (copy = english)`;

export default defineConfig({
  models: ["models/*.ts", { drizzle: "src/schema.ts", casing: "snake_case" }],
  env: { test: { url: "pglite:memory" } },
  include: ({ kind, name }) => kind !== "table" || !name.at(-1)?.startsWith("tmp_"),
  onStep: async ({ id, direction, durationMs }) => await Promise.resolve(`${id} ${direction} ${durationMs + 1}`),
  rewrite: ({ up, down }) => ({ up: [{ sql: "SET LOCAL work_mem = '1GB'" }, ...up], down }),
});
