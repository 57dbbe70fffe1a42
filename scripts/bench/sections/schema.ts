import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outputOf, runOnce } from "../measure.ts";
import { sqlModels } from "../models.ts";
import { measure, type Section } from "../section.ts";
import { compileProgram, database, type World } from "../world.ts";

/** Reading a catalog, against psql that asks the same of it, and comparing what was read. */
export const schema: Section = async function* (world) {
  const { program } = compileProgram(world, fileURLToPath(new URL("../programs/schema.ts", import.meta.url)), "schema");
  const live = database(world, "schema_live");
  fill(world, live.url, 1000);
  const queries = join(world.directory, "catalog.sql");
  writeFileSync(queries, catalogQueries);
  yield await measure(world, {
    title: "reading a live schema of 1000 tables",
    rounds: 9,
    ours: { name: "migrate's reader", command: { program, args: ["read", live.url] } },
    peers: [{
      name: "psql, plain catalog queries",
      command: world.psql(live.url, "-o", "/dev/null", "-f", queries),
      target: 3,
    }],
  });
  yield* differ(world, program);
};

async function* differ(world: World, program: string): ReturnType<Section> {
  const [tables = 0] = world.sizes([1000, 5000]).slice(-1);
  const large = database(world, "schema_large");
  fill(world, large.url, tables);
  const [same, changed] = ["same.json", "changed.json"].map((name) => join(world.directory, name));
  if (same === undefined || changed === undefined) return;
  outputOf({ program, args: ["read", large.url, same] });
  const change = Array.from({ length: 10 }, (_, at) => `alter table t${at * (tables / 10)} add added integer;`);
  runOnce(world.psql(large.url, "-c", change.join("\n")));
  outputOf({ program, args: ["read", large.url, changed] });
  const rounds = world.rounds(9);
  const rows = [];
  for (const [name, want] of [["nothing changed", same], ["10 changed", changed]] as const) {
    const runs = Array.from({ length: rounds }, () => {
      // Written by our own program above.
      return JSON.parse(outputOf({ program, args: ["diff", same, want] })) as { ms: number; statements: number };
    });
    const detail = `${runs[0]?.statements} statements`;
    rows.push({ name, samplesMs: runs.map(({ ms }) => ms), atMostMs: tables === 5000 ? 300 : null, detail });
  }
  yield { title: `diff of two snapshots of ${tables} tables`, rows };
}

/** Makes the tables, in pieces that hold few locks. */
function fill(world: World, url: string, tables: number): void {
  const file = join(world.directory, "tables.sql");
  writeFileSync(file, sqlModels({ tables, changed: 0 }));
  runOnce(world.psql(url, "-f", file));
  runOnce(world.psql(url, "-c", "vacuum analyze"));
}

/** What a schema's reader must ask at least: tables, columns with defaults, constraints, indexes, sequences, comments. */
const catalogQueries = `
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions, c.relrowsecurity, c.relreplident
from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public';
select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
  a.attstorage, a.attcompression, a.attstattarget, pg_get_expr(d.adbin, d.adrelid)
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped;
select conrelid, conname, contype, condeferrable, condeferred, convalidated, pg_get_constraintdef(k.oid)
from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = 'public';
select i.indexrelid, i.indrelid, i.indisunique, i.indisvalid, pg_get_indexdef(i.indexrelid)
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public';
select s.* from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public';
select classid, objid, refclassid, refobjid, refobjsubid, deptype from pg_depend where objid >= 16384;
select * from pg_description where objoid >= 16384;
select t.oid, t.typname, t.typtype from pg_type t join pg_namespace n on n.oid = t.typnamespace
where n.nspname = 'public' and t.typtype in ('e', 'd', 'r');
select p.oid, p.proname, pg_get_function_identity_arguments(p.oid), p.prosrc
from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public';
select tgrelid, tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal;
select polrelid, polname, pg_get_expr(polqual, polrelid) from pg_policy;
`;
