/** Planned changes as the operations of a TypeScript revision. */
import type { DraftLine } from "../../files/mod.ts";
import type { Change } from "./blocks.ts";
import { templateText } from "./js-value.ts";
import { operationFor } from "./operation-for.ts";

/** Operations with the names that they import. */
export interface TypedLines {
  readonly imports: readonly string[];
  readonly lines: readonly DraftLine[];
}

function plain({ sql, transaction }: Change): { readonly code: string; readonly imports: readonly string[] } {
  if (transaction === "any") return { code: `sql\`${templateText(sql)}\``, imports: ["sql"] };
  // Neighbours share a transaction in TypeScript; a statement that needs one of its own stands outside of any.
  return { code: `execute(\`${templateText(sql)}\`, { transaction: false })`, imports: ["execute"] };
}

/** Writes each change as an operation of `migrate:kit` where `typed` and there is one, else as its statement. */
export function typedLines(changes: readonly Change[], typed: boolean): TypedLines {
  const written = changes.map((change) => {
    const operation = typed && change.transaction === "any" ? operationFor(change.sql, change.subject) : null;
    return { ...operation ?? plain(change), comment: change.comment };
  });
  return {
    imports: written.flatMap(({ imports }) => imports),
    lines: written.map(({ code, comment }) => ({ code, comment })),
  };
}
