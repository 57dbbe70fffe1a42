import { diffCommand } from "../../commands/diff.ts";
import { scriptText } from "../../commands/schema/compare.ts";
import { changeLines } from "../schema-text.ts";
import { verb } from "../verb.ts";

export default verb("diff", {
  run: ({ from, to, rename, renames, privileges, owners, strict }, stage) =>
    diffCommand({ from, to, rename, renames, privileges, owners, strict }, stage),
  text: ({ statements, from, to }, view, { format }) => {
    if (format === "json") return `${JSON.stringify(statements, null, 2)}\n`;
    if (format !== "summary") return scriptText(statements);
    return statements.length === 0 ? `No difference between ${from} and ${to}\n` : changeLines(statements, view);
  },
  exit: ({ same }, { exitCode }) => exitCode && !same ? 1 : 0,
});
