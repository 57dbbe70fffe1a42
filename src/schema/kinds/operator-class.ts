import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";
import { membersOf } from "./operator-family.ts";

const body = z.object({
  type: z.string(),
  default: z.boolean(),
  family: z.array(z.string()),
  storage: z.nullable(z.string()),
  members: z.array(z.string()),
});
export type OperatorClassBody = Readonly<z.infer<typeof body>>;

const named = (fact: FactOf<"operatorClass">) => `${qualified(fact.name)} USING ${quoteIdentifier(fact.name[2] ?? "")}`;

const belongs = `EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = $class AND d.objid = $member
  AND d.refclassid = 2616 AND d.refobjid = c.oid AND d.deptype = 'i')`;

export const operatorClass: KindSpec<"operatorClass"> = {
  rank: 28,
  query: () =>
    `SELECT ${address("operatorClass", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.opcname, am.amname) AS name, ${roleOf("c.opcowner")} AS owner,
      json_build_object('type', pg_catalog.format_type(c.opcintype, NULL), 'default', c.opcdefault,
        'family', json_build_array(fn.nspname, f.opfname),
        'storage', CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END,
        'members', ${membersOf(belongs)}) AS body
    FROM pg_catalog.pg_opclass c JOIN ns n ON n.oid = c.opcnamespace JOIN pg_catalog.pg_am am ON am.oid = c.opcmethod
      JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace`,
  body,
  create: (fact) => {
    const { type, default: isDefault, family, storage, members } = fact.body;
    const items = [...members, ...(storage === null ? [] : [`STORAGE ${storage}`])];
    const sql = `CREATE OPERATOR CLASS ${qualified(fact.name)} ${isDefault ? "DEFAULT " : ""}FOR TYPE ${type} USING ${
      quoteIdentifier(fact.name[2] ?? "")
    } FAMILY ${qualified(family)} AS\n  ${items.join(",\n  ")}`;
    return [step(sql, `Create operator class ${named(fact)}`)];
  },
  alter: () => replace,
  drop: (fact) => [step(`DROP OPERATOR CLASS ${named(fact)}`, `Drop operator class ${named(fact)}`)],
  target: (fact) => ({ type: "OPERATOR CLASS", name: named(fact) }),
};
