// create items
// revision: 1f2e3d4c5b6a
// parents: 74e0c7445ce9
// created: 2026-11-22T14:30:00Z
import { createIndex, createTable, dropTable, sql } from "migrate:kit";

export const up = [
  createTable("items", {
    id: { type: "uuid", primaryKey: true, default: sql`gen_random_uuid()` },
    title: { type: "varchar(255)", null: false },
    description: "text",
    owner_id: { type: "uuid", null: false, references: { table: "users", column: "id", onDelete: "cascade" } },
  }, { comment: "What people own" }),
  createIndex("items_owner_id_idx", "items", ["owner_id"]),
];

export const down = [dropTable("items")];
