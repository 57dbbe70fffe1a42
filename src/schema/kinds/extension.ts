import { z } from "zod/mini";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  schema: z.string(),
  /** null when it is the version that CREATE EXTENSION would take. */
  version: z.nullable(z.string()),
  installed: z.string(),
  /** The versions to which ALTER EXTENSION … UPDATE leads from there, each as `version` says it. */
  updates: z.array(z.nullable(z.string())),
  relocatable: z.boolean(),
  /** The comment that CREATE EXTENSION gives it on its server; as a comment it is no fact. */
  usualComment: z.nullable(z.string()),
  /** That comment was taken away. */
  bare: z.boolean(),
});
export type ExtensionBody = Readonly<z.infer<typeof body>>;

function commentStep(fact: FactOf<"extension">, text: string | null): Step {
  const sql = `COMMENT ON EXTENSION ${own(fact)} IS ${text === null ? "NULL" : quoteLiteral(text)}`;
  return step(
    sql,
    text === null ? `Remove the comment on extension ${own(fact)}` : `Give extension ${own(fact)} its usual comment`,
  );
}

export const extension: KindSpec<"extension"> = {
  rank: 11,
  query: () =>
    `SELECT ${address("extension", "e.oid")} AS id, NULL AS parent, json_build_array(e.extname) AS name,
      json_build_object('schema', n.nspname, 'relocatable', e.extrelocatable,
        'version', nullif(e.extversion, a.default_version), 'installed', e.extversion,
        'updates', CASE WHEN a.name IS NULL THEN '[]'::json ELSE
          (SELECT coalesce(json_agg(nullif(u.target, a.default_version) ORDER BY u.target), '[]')
          FROM pg_catalog.pg_extension_update_paths(e.extname) u WHERE u.source = e.extversion AND u.path IS NOT NULL)
          END, 'usualComment', a.comment,
        'bare', a.comment IS NOT NULL AND pg_catalog.obj_description(e.oid, 'pg_extension') IS NULL) AS body
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = e.extname WHERE e.oid >= 16384`,
  body,
  ignored: ["relocatable", "usualComment", "installed", "updates"],
  create: (fact) => {
    const version = fact.body.version === null ? "" : ` VERSION ${quoteLiteral(fact.body.version)}`;
    // An extension's control file may fix its schema: pg_catalog needs no naming, and may not be named.
    const schema = fact.body.schema === "pg_catalog" ? "" : ` SCHEMA ${quoteIdentifier(fact.body.schema)}`;
    const install = step(`CREATE EXTENSION ${own(fact)}${schema}${version}`, `Install extension ${own(fact)}`);
    return fact.body.bare ? [install, commentStep(fact, null)] : [install];
  },
  alter: (have, want, sides) => {
    const steps: Step[] = [];
    if (have.body.schema !== want.body.schema) {
      if (!have.body.relocatable) return { how: "replace" };
      const sql = `ALTER EXTENSION ${own(want)} SET SCHEMA ${quoteIdentifier(want.body.schema)}`;
      steps.push(step(sql, `Move extension ${own(want)} to schema ${quoteIdentifier(want.body.schema)}`));
    }
    if (have.body.version !== want.body.version && !have.body.updates.includes(want.body.version)) {
      const [from, to] = [have.body.installed, want.body.version ?? want.body.installed];
      steps.push(step("", `Extension ${own(want)} stays at version ${from}: no update leads from there to ${to}`));
    } else if (have.body.version !== want.body.version) {
      const to = want.body.version === null ? "" : ` TO ${quoteLiteral(want.body.version)}`;
      steps.push(step(`ALTER EXTENSION ${own(want)} UPDATE${to}`, `Update extension ${own(want)}`));
    }
    // A comment of one's own says itself what it is.
    if (have.body.bare !== want.body.bare && sides.want.childrenOf(want.key, "comment").length === 0) {
      steps.push(commentStep(want, want.body.bare ? null : have.body.usualComment));
    }
    return alterBy(steps);
  },
  drop: (fact) => [step(`DROP EXTENSION ${own(fact)}`, `Drop extension ${own(fact)}`)],
  target: (fact) => ({ type: "EXTENSION", name: own(fact) }),
};
