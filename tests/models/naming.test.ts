import assert from "node:assert/strict";
import { test } from "node:test";
import { toCamelCase, toSnakeCase } from "drizzle-orm/casing";
import fc from "fast-check";
import { nameOf, patternName, uniqueName } from "../../src/models/naming.ts";

test("keys become names by the same words as Drizzle's", () => {
  const key = fc.string({ unit: fc.constantFrom(..."abcXYZ019_"), minLength: 1 }).filter((text) =>
    /[a-zA-Z\d]/.test(text)
  );
  fc.assert(fc.property(key, (text) => {
    assert.equal(nameOf(text, "snake_case"), toSnakeCase(text));
    assert.equal(nameOf(text, "camelCase"), toCamelCase(text));
    assert.equal(nameOf(text, "preserve"), text);
  }));
  assert.equal(nameOf("HTTPServerPort2", "snake_case"), "http_server_port2");
  assert.equal(nameOf("strange name; ü", "snake_case"), "strange name; ü");
});

test("patterns take SQLAlchemy's placeholders and shorter ones", () => {
  const parts = {
    schema: "shop",
    table: "items",
    columns: ["owner_id", "kind"],
    referredTable: "users",
    referredColumns: ["id", "kind"],
    constraint: "positive",
  };
  const names: Readonly<Record<string, string>> = {
    "ix_%(column_0_label)s": "ix_items_owner_id",
    "uq_%(table_name)s_%(column_0_name)s": "uq_items_owner_id",
    "uq_%(table_name)s_%(column_0_N_name)s": "uq_items_owner_id_kind",
    "uq_%(column_0N_name)s": "uq_owner_idkind",
    "uq_%(column_1_name)s": "uq_kind",
    "ck_%(table_name)s_%(constraint_name)s": "ck_items_positive",
    "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s": "fk_items_owner_id_users",
    "fk_%(referred_column_0_name)s": "fk_id",
    "{schema}_{table}_{columns}_{column}": "shop_items_owner_id_kind_owner_id",
    "{referred_table}_{referred_columns}_{constraint}": "users_id_kind_positive",
    "{unknown}_%(unknown)s": "{unknown}_%(unknown)s",
  };
  for (const [pattern, name] of Object.entries(names)) assert.equal(patternName(pattern, parts, new Set()), name);
});

test("a name has at most 63 bytes, no half character, and is not taken", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), fc.nat({ max: 30 }), (text, count) => {
    const taken = new Set<string>();
    for (let at = 0; at <= count; at += 1) {
      const name = uniqueName(text, taken);
      assert.ok(!taken.has(name));
      assert.ok(new TextEncoder().encode(name).length <= 63);
      assert.ok(!name.includes("\uFFFD") || text.includes("\uFFFD"));
      taken.add(name);
    }
  }));
});
