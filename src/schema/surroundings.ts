/** Catalog queries that are about all kinds: comments, dependencies, extensions' members, casts, what is not modelled. */
import { z } from "zod/mini";

/** Checks for what {@link surroundings} return. */
export const surroundingRows = {
  comments: z.array(z.object({ id: z.string(), text: z.string() })),
  depends: z.array(z.tuple([z.string(), z.string(), z.string()])),
  aliases: z.array(z.tuple([z.string(), z.string()])),
  casts: z.array(z.string()),
  defaultAcl: z.array(z.object({
    role: z.string(),
    schema: z.nullable(z.string()),
    type: z.string(),
    acl: z.array(z.string()),
  })),
  unmodelled: z.array(z.object({ kind: z.string(), name: z.string(), schema: z.nullable(z.string()) })),
};

/** Which object an object is in truth a part of: row types, array types, view rules, generated columns' expressions. */
const aliases = `SELECT json_build_array(x.a, x.b) AS pair FROM (
  SELECT '1247/' || t.oid || '/0' AS a, '1259/' || t.typrelid || '/0' AS b FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_class c ON c.oid = t.typrelid WHERE c.relkind <> 'c' AND t.oid >= 16384
  UNION ALL SELECT '1259/' || t.typrelid || '/0', '1247/' || t.oid || '/0' FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_class c ON c.oid = t.typrelid WHERE c.relkind = 'c' AND t.oid >= 16384
  UNION ALL SELECT '1247/' || t.typarray || '/0', '1247/' || t.oid || '/0' FROM pg_catalog.pg_type t
    WHERE t.typarray >= 16384
  UNION ALL SELECT '1247/' || r.rngmultitypid || '/0', '1247/' || r.rngtypid || '/0' FROM pg_catalog.pg_range r
    WHERE r.rngtypid >= 16384
  UNION ALL SELECT '1255/' || d.objid || '/0', '1247/' || d.refobjid || '/0' FROM pg_catalog.pg_depend d
    WHERE d.classid = 1255 AND d.refclassid = 1247 AND d.deptype = 'i' AND d.objid >= 16384
  UNION ALL SELECT '2618/' || r.oid || '/0', '1259/' || r.ev_class || '/0' FROM pg_catalog.pg_rewrite r
    WHERE r.rulename = '_RETURN' AND r.oid >= 16384
  UNION ALL SELECT '2604/' || d.oid || '/0', '1259/' || d.adrelid || '/' || d.adnum FROM pg_catalog.pg_attrdef d
    JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE a.attgenerated <> ''
  UNION ALL SELECT '2602/' || o.oid || '/0', coalesce('2616/' || (SELECT d.refobjid FROM pg_catalog.pg_depend d
      WHERE d.classid = 2602 AND d.objid = o.oid AND d.refclassid = 2616 AND d.deptype = 'i') || '/0',
    '2753/' || o.amopfamily || '/0') FROM pg_catalog.pg_amop o WHERE o.oid >= 16384
  UNION ALL SELECT '2603/' || o.oid || '/0', coalesce('2616/' || (SELECT d.refobjid FROM pg_catalog.pg_depend d
      WHERE d.classid = 2603 AND d.objid = o.oid AND d.refclassid = 2616 AND d.deptype = 'i') || '/0',
    '2753/' || o.amprocfamily || '/0') FROM pg_catalog.pg_amproc o WHERE o.oid >= 16384) x`;

const notExtension = (classId: number, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = ${classId} AND d.objid = ${oid} AND d.deptype = 'e')`;

/** What users can make and no kind of fact describes. */
const unmodelled =
  `SELECT 'subscription' AS kind, s.subname::text AS name, NULL::text AS schema FROM pg_catalog.pg_subscription s
    WHERE s.subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
  UNION ALL SELECT 'base type', t.typname, n.nspname FROM pg_catalog.pg_type t
    JOIN ns n ON n.oid = t.typnamespace WHERE t.typtype IN ('b', 'p') AND t.typelem = 0 AND t.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid) AND ${notExtension(1247, "t.oid")}
  UNION ALL SELECT 'language', l.lanname, NULL FROM pg_catalog.pg_language l WHERE l.oid >= 16384
    AND ${notExtension(2612, "l.oid")}
  UNION ALL SELECT 'access method', a.amname, NULL FROM pg_catalog.pg_am a WHERE a.oid >= 16384 AND ${
    notExtension(2601, "a.oid")
  }
  UNION ALL SELECT 'transform', format('%s for %I', pg_catalog.format_type(t.trftype, NULL), l.lanname), NULL
    FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_language l ON l.oid = t.trflang
    WHERE t.oid >= 16384 AND ${notExtension(3576, "t.oid")}
  UNION ALL SELECT 'text search parser', p.prsname, n.nspname
    FROM pg_catalog.pg_ts_parser p
    JOIN ns n ON n.oid = p.prsnamespace WHERE ${notExtension(3601, "p.oid")}
  UNION ALL SELECT 'text search template', t.tmplname, n.nspname
    FROM pg_catalog.pg_ts_template t
    JOIN ns n ON n.oid = t.tmplnamespace WHERE ${notExtension(3764, "t.oid")}
  UNION ALL SELECT 'security label', format('%s on %s', s.label, pg_catalog.pg_describe_object(s.classoid, s.objoid, s.objsubid)), NULL
    FROM pg_catalog.pg_seclabel s`;

/** The queries, by name; each returns one row an item. */
export function surroundings(_serverVersion: number): Readonly<Record<string, string>> {
  return {
    comments: `SELECT d.classoid || '/' || d.objoid || '/' || d.objsubid AS id, d.description AS text
      FROM pg_catalog.pg_description d WHERE d.objoid >= 16384
        OR (d.classoid = 2615 AND d.objoid = 2200)`,
    depends: `SELECT json_build_array(d.classid || '/' || d.objid || '/' || d.objsubid,
        d.refclassid || '/' || d.refobjid || '/' || d.refobjsubid, d.deptype) AS pair
      FROM pg_catalog.pg_depend d WHERE d.objid >= 16384`,
    aliases,
    casts: `SELECT pg_catalog.format_type(c.castsource, NULL) || CASE c.castcontext WHEN 'e' THEN '>>' ELSE '>' END ||
        pg_catalog.format_type(c.casttarget, NULL) AS cast FROM pg_catalog.pg_cast c`,
    defaultAcl: `SELECT pg_catalog.pg_get_userbyid(a.defaclrole) AS role, n.nspname AS schema, a.defaclobjtype AS type,
        to_json(a.defaclacl::text[]) AS acl
      FROM pg_catalog.pg_default_acl a LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace`,
    unmodelled,
  };
}
