/** Which families of kinds a database has at all, so that nobody asks for the others. */
import type { Kind } from "./fact.ts";

/** The first object id that PostgreSQL gives to users' objects (FirstNormalObjectId in its `access/transam.h`). */
const firstId = 16_384;

const any = (catalog: string, more = ""): string =>
  `EXISTS (SELECT FROM pg_catalog.${catalog} WHERE oid >= ${firstId}${more === "" ? "" : ` AND ${more}`})`;

const relation = (...kinds: readonly string[]): string => `relations.kinds && '{${kinds.join(",")}}'::text[]`;
const type = (kind: string): string => `'${kind}' = ANY (types.kinds)`;

/** What says that a database has one of the family. */
const conditions = {
  aggregate: any("pg_proc", "prokind = 'a'"),
  cast: any("pg_cast"),
  collation: any("pg_collation"),
  composite: relation("c"),
  conversion: any("pg_conversion"),
  domain: type("d"),
  enum: type("e"),
  eventTrigger: any("pg_event_trigger"),
  foreign: any("pg_foreign_data_wrapper"),
  inheritance: "EXISTS (SELECT FROM pg_catalog.pg_inherits)",
  operator: any("pg_operator"),
  operatorClass: any("pg_opclass"),
  operatorFamily: any("pg_opfamily"),
  policy: any("pg_policy"),
  publication: any("pg_publication"),
  range: type("r"),
  routine: any("pg_proc", "prokind <> 'a'"),
  rule: any("pg_rewrite", "rulename <> '_RETURN'"),
  search: `${any("pg_ts_dict")} OR ${any("pg_ts_config")}`,
  sequence: relation("S"),
  statistics: any("pg_statistic_ext"),
  trigger: any("pg_trigger", "NOT tgisinternal"),
  view: relation("v", "m"),
} as const;

/** Kinds that are there together or not at all. */
export type Family = keyof typeof conditions;

/** The family of each kind; kinds that every database may have are not listed. */
export const familyOf: Readonly<Partial<Record<Kind, Family>>> = {
  aggregate: "aggregate",
  attribute: "composite",
  cast: "cast",
  collation: "collation",
  composite: "composite",
  conversion: "conversion",
  dictionary: "search",
  domain: "domain",
  domainConstraint: "domain",
  enum: "enum",
  eventTrigger: "eventTrigger",
  function: "routine",
  identity: "sequence",
  indexAttachment: "inheritance",
  inheritance: "inheritance",
  operator: "operator",
  operatorClass: "operatorClass",
  operatorFamily: "operatorFamily",
  ownedBy: "sequence",
  partitionTrigger: "trigger",
  policy: "policy",
  publication: "publication",
  publicationSchema: "publication",
  publicationTable: "publication",
  range: "range",
  rule: "rule",
  searchConfiguration: "search",
  sequence: "sequence",
  server: "foreign",
  statistics: "statistics",
  trigger: "trigger",
  userMapping: "foreign",
  view: "view",
  viewColumn: "view",
  wrapper: "foreign",
};

/** An expression: the names of the families that there are, with spaces between them. */
export const presence = `(SELECT pg_catalog.concat_ws(' ', ${
  Object.entries(conditions).map(([family, condition]) => `CASE WHEN ${condition} THEN '${family}' END`).join(", ")
}) FROM (SELECT pg_catalog.array_agg(DISTINCT relkind::text) AS kinds FROM pg_catalog.pg_class
    WHERE oid >= ${firstId}) relations,
  (SELECT pg_catalog.array_agg(DISTINCT typtype::text) AS kinds FROM pg_catalog.pg_type WHERE oid >= ${firstId}) types)`;
