import { checkCommand, type Checked } from "../../commands/check.ts";
import { count } from "../../base/text.ts";
import { changeLines } from "../schema-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

/** The answer when nothing differs, and the heading when something does. */
const answers = {
  models: {
    same: "Revisions and models agree",
    differ: "The models are ahead of the revisions",
    next: 'migrate revision --autogenerate -m "…"',
  },
  drift: {
    same: "The database is as its revisions made it",
    differ: "The database was changed by something other than its revisions",
    next: "migrate diff database migrations",
  },
  database: {
    same: "The database is as the models say",
    differ: "The database is not as the models say",
    next: "migrate status",
  },
} as const;

/** `above`: statements that an answer before this one has shown. */
function checkedText({ question, comparison }: Checked, above: ReadonlySet<string>, view: View): string {
  const { good, warn, bold, dim } = view.palette;
  const { same, differ, next } = answers[question];
  const { statements } = comparison;
  if (statements.length === 0) return `${good(view.signs.done)} ${same}\n`;
  const heading = `${warn(view.signs.bullet)} ${bold(differ)}: ${count(statements.length, "statement")}\n`;
  const fresh = statements.filter(({ sql }) => !above.has(sql));
  const known = statements.length - fresh.length;
  const more = fresh.length === 0 ? "The same as above" : `And ${known} as above`;
  const rest = known === 0 ? "" : `  ${dim(more)}\n`;
  return `${heading}${changeLines(fresh, view)}${rest}${dim(`Next: ${next}`)}\n`;
}

export default verb("check", {
  run: ({ database, privileges, owners, strict }, stage) =>
    checkCommand({ database, privileges, owners, strict }, stage),
  text: ({ checks }, view) => {
    const shown = new Set<string>();
    return checks.map((checked) => {
      const text = checkedText(checked, shown, view);
      for (const { sql } of checked.comparison.statements) shown.add(sql);
      return text;
    }).join("\n");
  },
  exit: ({ same }) => same ? 0 : 1,
});
