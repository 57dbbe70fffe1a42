/** A schema of many tables, as each program's models say it: ten columns, two indexes and a foreign key each. */

/** How many of the tables have got one more column. */
export interface ModelSize {
  readonly tables: number;
  readonly changed: number;
}

/** The table that a table refers to: an earlier one, so that the references make a tree; the first refers to itself. */
function parentOf(table: number): number {
  return table >> 1;
}

function eachTable({ tables, changed }: ModelSize, text: (table: number, changed: boolean) => string): string {
  const step = changed === 0 ? Infinity : tables / changed;
  return Array.from({ length: tables }, (_, table) => text(table, step !== Infinity && table % step === 0)).join("\n");
}

/** As zod tables. */
export function zodModels(size: ModelSize): string {
  const tables = eachTable(size, (table, changed) =>
    `export const T${table} = table("t${table}", z.object({
  id: z.int64().meta({ primaryKey: true, identity: "always" }),
  name: z.string(),
  email: z.string().max(120).nullable(),
  active: z.boolean().default(true),
  score: z.number().meta({ type: "numeric(12,2)" }).default(0),
  created_at: z.date().meta({ default: sql\`now()\` }),
  updated_at: z.date().nullable(),
  data: z.json().nullable(),
  note: z.string().nullable(),${changed ? "\n  added: z.int().nullable()," : ""}
  parent_id: z.int64().meta({ references: "t${parentOf(table)}.id" }).nullable(),
}), { indexes: [
  { name: "t${table}_name", columns: ["name"] },
  { name: "t${table}_parent", columns: ["parent_id", "created_at"] },
] });
`);
  return `import { sql, table, z } from "migrate:kit";\n\n${tables}`;
}

/** As Drizzle tables. */
export function drizzleModels(size: ModelSize): string {
  const tables = eachTable(size, (table, changed) =>
    `export const t${table} = pgTable("t${table}", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  email: varchar("email", { length: 120 }),
  active: boolean("active").notNull().default(true),
  score: numeric("score", { precision: 12, scale: 2 }).notNull().default("0"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }),
  data: jsonb("data"),
  note: text("note"),${changed ? '\n  added: integer("added"),' : ""}
  parentId: bigint("parent_id", { mode: "number" }).references((): AnyPgColumn => t${parentOf(table)}.id),
}, (t) => [
  index("t${table}_name").on(t.name),
  index("t${table}_parent").on(t.parentId, t.createdAt),
]);
`);
  return `import {
  type AnyPgColumn, bigint, boolean, index, integer, jsonb, numeric, pgTable, text, timestamp, varchar,
} from "drizzle-orm/pg-core";

${tables}`;
}

/** As SQLAlchemy tables, for Alembic. */
export function sqlalchemyModels(size: ModelSize): string {
  const tables = eachTable(size, (table, changed) =>
    `Table("t${table}", metadata,
  Column("id", BigInteger, Identity(always=True), primary_key=True),
  Column("name", Text, nullable=False),
  Column("email", String(120)),
  Column("active", Boolean, nullable=False, server_default=text("true")),
  Column("score", Numeric(12, 2), nullable=False, server_default=text("0")),
  Column("created_at", DateTime(timezone=True), nullable=False, server_default=text("now()")),
  Column("updated_at", DateTime(timezone=True)),
  Column("data", JSONB),
  Column("note", Text),${changed ? '\n  Column("added", Integer),' : ""}
  Column("parent_id", BigInteger, ForeignKey("t${parentOf(table)}.id")),
  Index("t${table}_name", "name"),
  Index("t${table}_parent", "parent_id", "created_at"))
`);
  return `from sqlalchemy import *
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData()
${tables}`;
}

/** As SQL that makes all tables in an empty database. */
export function sqlModels(size: ModelSize): string {
  return eachTable(size, (table, changed) =>
    `create table t${table} (
  id bigint generated always as identity primary key,
  name text not null,
  email varchar(120),
  active boolean not null default true,
  score numeric(12, 2) not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz,
  data jsonb,
  note text,${changed ? "\n  added integer," : ""}
  parent_id bigint references t${parentOf(table)} (id)
);
create index t${table}_name on t${table} (name);
create index t${table}_parent on t${table} (parent_id, created_at);
`);
}
