/** Parts of catalog queries that many kinds share. */

/** The catalogs' own object ids; they are the same on every server. */
export const classes = {
  accessMethod: 2601,
  attributeDefault: 2604,
  cast: 2605,
  collation: 3456,
  constraint: 2606,
  conversion: 2607,
  defaultPrivilege: 826,
  dictionary: 3600,
  eventTrigger: 3466,
  extension: 3079,
  function: 1255,
  language: 2612,
  operator: 2617,
  operatorClass: 2616,
  operatorFamily: 2753,
  policy: 3256,
  publication: 6104,
  publicationSchema: 6237,
  publicationTable: 6106,
  relation: 1259,
  rule: 2618,
  schema: 2615,
  searchConfiguration: 3602,
  server: 1417,
  statistics: 3381,
  trigger: 2620,
  type: 1247,
  userMapping: 1418,
  wrapper: 2328,
} as const;

/**
 * SQL for an object's address as text, `class/object/column`: the key into pg_depend.
 *
 * ```ts
 * address("relation", "c.oid");   // '1259/' || c.oid || '/0'
 * ```
 */
export function address(name: keyof typeof classes, oid: string, column = "0"): string {
  return column === "0" ? `'${classes[name]}/' || ${oid} || '/0'` : `'${classes[name]}/' || ${oid} || '/' || ${column}`;
}

/** SQL: schemas that users can make, as `ns(oid, nspname)`; every query may join it. */
export const userSchemas = `SELECT oid, nspname, nspowner, nspacl FROM pg_catalog.pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`;

/** SQL for an access control list as a JSON array of texts, or null. */
export function aclOf(column: string): string {
  return `pg_catalog.to_json(${column}::text[])`;
}

/** SQL for a role's name. */
export function roleOf(column: string): string {
  return `pg_catalog.pg_get_userbyid(${column})`;
}
