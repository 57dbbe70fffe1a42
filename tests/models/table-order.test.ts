import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { TableModel } from "../../src/models/define/definition.ts";
import { orderTables } from "../../src/models/table-order.ts";

/** A table with a key `id` that refers to others by name. */
function table(name: string, targets: readonly string[], columns: readonly string[] = ["id"]): TableModel {
  return {
    schema: null,
    name,
    columns: [],
    primaryKey: { columns: ["id"] },
    uniques: [{ columns: ["a", "b"] }],
    checks: [],
    foreignKeys: targets.map((target) => ({ columns: ["x"], references: { table: target, columns } })),
    excludes: [],
    indexes: [],
    policies: [],
    triggers: [],
    partitions: [],
    grants: [],
    options: {},
    at: null,
  };
}

test("every table comes once, and its inline keys refer to itself or to tables before it", () => {
  const names = [..."abcdefgh"];
  const targets = fc.array(fc.subarray([...names, "elsewhere"]), { minLength: 8, maxLength: 8 });
  fc.assert(fc.property(targets, (lists) => {
    const ordered = orderTables(names.map((name, at) => table(name, lists[at] ?? [])));
    assert.deepEqual(ordered.map((one) => one.table.name).toSorted(), names);
    const before = new Set<string>();
    for (const { table: { name, foreignKeys }, inline } of ordered) {
      before.add(name);
      for (const key of foreignKeys) assert.equal(inline.has(key), before.has(key.references.table));
    }
  }));
});

test("without a circle no key has to wait, and what nothing refers to stays where it was", () => {
  const ordered = orderTables([table("c", ["b"]), table("z", []), table("b", ["a", "b"]), table("a", [])]);
  assert.deepEqual(ordered.map((one) => one.table.name), ["a", "b", "c", "z"]);
  assert.ok(ordered.every((one) => one.inline.size === one.table.foreignKeys.length));
});

test("a key that only an index could satisfy waits for it", () => {
  const inline = (columns: readonly string[]) =>
    orderTables([table("a", []), table("b", ["a"], columns)]).at(-1)?.inline.size;
  assert.deepEqual([inline(["id"]), inline(["b", "a"]), inline(["a"]), inline(["other"])], [1, 1, 0, 0]);
});

test("a long chain of references is no danger", () => {
  const tables = Array.from({ length: 20_000 }, (_, at) => table(`t${at}`, [`t${at + 1}`]));
  assert.equal(orderTables(tables)[0]?.table.name, "t19999");
});
