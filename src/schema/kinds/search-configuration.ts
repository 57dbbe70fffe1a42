import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  parser: z.string(),
  /** `token type` to its quoted dictionaries, in order. */
  mappings: z.record(z.string(), z.array(z.string())),
});
export type SearchConfigurationBody = Readonly<z.infer<typeof body>>;

/** A text search configuration with its mappings. */
export const searchConfiguration: KindSpec<"searchConfiguration"> = {
  rank: 19,
  query: () =>
    `SELECT ${address("searchConfiguration", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.cfgname) AS name, ${roleOf("c.cfgowner")} AS owner,
      json_build_object('parser', pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.prsname),
        'mappings', (SELECT coalesce(json_object_agg(x.alias, x.dictionaries ORDER BY x.alias), '{}') FROM (
          SELECT t.alias, json_agg(pg_catalog.quote_ident(dn.nspname) || '.' || pg_catalog.quote_ident(d.dictname)
            ORDER BY m.mapseqno) AS dictionaries
          FROM pg_catalog.pg_ts_config_map m JOIN pg_catalog.pg_ts_dict d ON d.oid = m.mapdict
            JOIN pg_catalog.pg_namespace dn ON dn.oid = d.dictnamespace
            JOIN LATERAL pg_catalog.ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
          WHERE m.mapcfg = c.oid GROUP BY t.alias) x)) AS body
    FROM pg_catalog.pg_ts_config c JOIN ns n ON n.oid = c.cfgnamespace
      JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace`,
  body,
  create: (fact) => {
    const name = qualified(fact.name);
    const made = step(
      `CREATE TEXT SEARCH CONFIGURATION ${name} (PARSER = ${fact.body.parser})`,
      `Create text search configuration ${name}`,
    );
    return [made, ...mappingChanges(name, {}, fact.body.mappings)];
  },
  alter: (have, want) =>
    have.body.parser !== want.body.parser
      ? replace
      : alterBy(mappingChanges(qualified(want.name), have.body.mappings, want.body.mappings)),
  drop: (fact) => [
    step(
      `DROP TEXT SEARCH CONFIGURATION ${qualified(fact.name)}`,
      `Drop text search configuration ${qualified(fact.name)}`,
    ),
  ],
  target: (fact) => ({ type: "TEXT SEARCH CONFIGURATION", name: qualified(fact.name) }),
};

type Mappings = SearchConfigurationBody["mappings"];

/** ALTER … MAPPING between two states; token types with the same dictionaries share a statement. */
function mappingChanges(name: string, have: Mappings, want: Mappings): readonly Step[] {
  const groups = new Map<string, string[]>();
  const add = (clause: string, token: string): void => {
    const tokens = groups.get(clause);
    if (tokens === undefined) groups.set(clause, [token]);
    else tokens.push(token);
  };
  for (const token of Object.keys(have)) if (want[token] === undefined) add("DROP MAPPING FOR $", token);
  for (const [token, dictionaries] of Object.entries(want)) {
    const before = have[token];
    const to = dictionaries.join(", ");
    if (before?.join(", ") === to) continue;
    add(`${before === undefined ? "ADD" : "ALTER"} MAPPING FOR $ WITH ${to}`, token);
  }
  return [...groups].map(([clause, tokens]) =>
    step(
      `ALTER TEXT SEARCH CONFIGURATION ${name} ${clause.replace("$", () => tokens.map(quoteIdentifier).join(", "))}`,
      `Change mappings of text search configuration ${name}`,
    )
  );
}
