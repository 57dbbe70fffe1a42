/** Foreign keys that refer to nothing, found before a database would, with the place in the model. */
import { problem } from "../base/problem.ts";
import type { TableModel } from "./define/definition.ts";

/**
 * Refuses a foreign key to a table or a column that no model has. Only for models that are all known as tables: SQL
 * text could define what a key refers to.
 */
export function refuseDanglingReferences(tables: readonly TableModel[]): void {
  const known = new Map(tables.map((table) => [key(table.schema, table.name), table]));
  for (const table of tables) {
    for (const { columns, references } of table.foreignKeys) {
      const at = table.at === null ? {} : { at: table.at };
      const column = columns.join(", ");
      const target = known.get(key(references.schema ?? null, references.table));
      if (target === undefined) {
        const text = `table "${references.table}", which no model defines`;
        throw problem("model/unknown-reference", { table: table.name, column, target: text }, at);
      }
      const missing = target.options.inherits === undefined &&
        (references.columns ?? []).find((name) => !target.columns.some((one) => one.name === name));
      if (missing) {
        const text = `column "${missing}" of table "${references.table}", which does not exist`;
        throw problem("model/unknown-reference", { table: table.name, column, target: text }, at);
      }
    }
  }
}

function key(schema: string | null, name: string): string {
  return JSON.stringify([schema ?? "public", name]);
}
