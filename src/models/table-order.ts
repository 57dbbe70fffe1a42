/** Tables in an order in which most foreign keys can stand in CREATE TABLE, where PostgreSQL need not check any row. */
import type { ForeignKey } from "./ddl/shapes.ts";
import type { TableModel } from "./define/definition.ts";

/** Tables with the foreign keys that refer to a table before them, or to their own. */
export interface OrderedTable {
  readonly table: TableModel;
  readonly inline: ReadonlySet<ForeignKey>;
}

/**
 * Orders tables after those that they refer to: depth first, otherwise as they were given. In a circle one key has to
 * wait until all tables are there. A key whose target has no constraint for it in the model waits, too: an index may
 * make it possible.
 */
export function orderTables(tables: readonly TableModel[]): readonly OrderedTable[] {
  const known = new Map(tables.map((table) => [nameKey(table.schema, table.name), table]));
  const entered = new Set<TableModel>();
  const made = new Set<TableModel>();
  const ordered: OrderedTable[] = [];
  const targetOf = ({ references }: ForeignKey) => known.get(nameKey(references.schema ?? null, references.table));
  // An own stack: a chain of references can be longer than the runtime's.
  for (const first of tables) {
    const stack = [{ table: first, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { table } = top;
      entered.add(table);
      const key = table.foreignKeys[top.next];
      top.next += 1;
      if (made.has(table)) stack.pop();
      else if (key !== undefined) {
        const target = targetOf(key);
        if (target !== undefined && !entered.has(target)) stack.push({ table: target, next: 0 });
      } else {
        made.add(table);
        stack.pop();
        const ready = (one: ForeignKey) => {
          const target = targetOf(one);
          return target !== undefined && made.has(target) && hasKey(target, one.references.columns);
        };
        ordered.push({ table, inline: new Set(table.foreignKeys.filter(ready)) });
      }
    }
  }
  return ordered;
}

function nameKey(schema: string | null, name: string): string {
  return JSON.stringify([schema ?? "public", name]);
}

function hasKey(table: TableModel, columns: readonly string[] | undefined): boolean {
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniques];
  if (columns === undefined) return table.primaryKey !== null;
  return keys.some((key) => key.columns.length === columns.length && key.columns.every((one) => columns.includes(one)));
}
