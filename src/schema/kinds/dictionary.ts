import { z } from "zod/mini";
import { address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  template: z.string(),
  /** As the catalog holds them: `name = 'value', …`. */
  options: z.nullable(z.string()),
});
export type DictionaryBody = Readonly<z.infer<typeof body>>;

/** A text search dictionary. */
export const dictionary: KindSpec<"dictionary"> = {
  rank: 18,
  query: () =>
    `SELECT ${address("dictionary", "d.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, d.dictname) AS name, ${roleOf("d.dictowner")} AS owner,
      json_build_object('template', pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.tmplname),
        'options', d.dictinitoption) AS body
    FROM pg_catalog.pg_ts_dict d JOIN ns n ON n.oid = d.dictnamespace
      JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace`,
  body,
  create: (fact) => {
    const { template, options } = fact.body;
    const inside = options === null ? `TEMPLATE = ${template}` : `TEMPLATE = ${template}, ${options}`;
    const sql = `CREATE TEXT SEARCH DICTIONARY ${qualified(fact.name)} (${inside})`;
    return [step(sql, `Create text search dictionary ${qualified(fact.name)}`)];
  },
  alter: (have, want) => {
    if (have.body.template !== want.body.template) return replace;
    const name = (option: string) => option.split("=")[0]?.trim() ?? "";
    // Option names are words; one at the start of the text or after a comma ends with its equals sign.
    const names = (text: string | null) =>
      [...(text ?? "").matchAll(/(?:^|, )("?\w+"? =)/g)].map((found) => name(found[1] ?? ""));
    const gone = names(have.body.options).filter((one) => !names(want.body.options).includes(one));
    const inside = [...gone, ...(want.body.options === null ? [] : [want.body.options])].join(", ");
    const sql = `ALTER TEXT SEARCH DICTIONARY ${qualified(want.name)} (${inside})`;
    return alterBy([step(sql, `Change text search dictionary ${qualified(want.name)}`)]);
  },
  drop: (fact) => [
    step(`DROP TEXT SEARCH DICTIONARY ${qualified(fact.name)}`, `Drop text search dictionary ${qualified(fact.name)}`),
  ],
  target: (fact) => ({ type: "TEXT SEARCH DICTIONARY", name: qualified(fact.name) }),
};
