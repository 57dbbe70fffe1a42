import type { Peer } from "../measure.ts";
import { alembicProject, drizzleProject, type ModelProject, ownProject } from "../model-projects.ts";
import type { ModelSize } from "../models.ts";
import { measure, type Section } from "../section.ts";
import { database, type World } from "../world.ts";

/** Models against migrations, with Alembic and drizzle-kit doing what is nearest to it. */
export const models: Section = async function* (world) {
  for (const tables of world.sizes([100, 1000])) {
    for (const changed of [0, 10]) yield* both(world, { tables, changed });
  }
};

async function* both(world: World, size: ModelSize): ReturnType<Section> {
  const { tables, changed } = size;
  const rounds = tables === 1000 ? 3 : 7;
  const [drizzle, zod] = [ownProject(world, "drizzle", size), ownProject(world, "zod", size)];
  const { peers, notes } = peersFor(world, size);
  const asked = changed === 0
    ? { title: `check of ${tables} tables, no changes`, args: ["check"] }
    : { title: `revision --autogenerate, ${tables} tables, ${changed} changed`, args: autogenerate };
  const ours = (project: ModelProject, cold: boolean) => ({
    name: "migrate",
    command: project.command(...asked.args),
    prepare: () => project.reset(cold),
  });
  const fast = { of: "wallMs", atMost: 400 } as const;
  const limits = tables === 1000 && changed === 0 ? [fast] : [];
  for (const cold of [true, false]) {
    for (const [source, project] of [["Drizzle", drizzle], ["zod", zod]] as const) {
      // drizzle-kit keeps its snapshot beside the migrations: it has one to begin with in either row.
      const beside = source === "Drizzle" ? { peers, notes } : { peers: [] };
      const title = `${asked.title}, ${cold ? "nothing cached" : "cached"}, ${source} models`;
      yield await measure(world, { title, rounds, ours: ours(project, cold), ...beside, limits: cold ? [] : limits });
    }
  }
  if (changed > 0) return;
  yield await measure(world, {
    title: `revision --autogenerate, ${tables} tables, no changes, cached, Drizzle models`,
    rounds,
    ours: { name: "migrate", command: drizzle.command(...autogenerate), prepare: () => drizzle.reset(false) },
    peers: [],
    limits,
  });
}

const autogenerate = ["revision", "--autogenerate", "-m", "change"];

function peersFor(
  world: World,
  size: ModelSize,
): { readonly peers: readonly Peer[]; readonly notes: readonly string[] } {
  // Only at the large size, and only where there is something to write, are there targets.
  const ask = size.tables === 1000 && size.changed > 0;
  const drizzle = drizzleProject(world, size);
  const peers: Peer[] = [{
    name: "drizzle-kit generate",
    command: drizzle.command("generate"),
    prepare: () => drizzle.reset(true),
    ...(ask ? { target: 1 } : {}),
  }];
  if (world.alembic === null) return { peers, notes: ["alembic: not installed (Debian: alembic, python3-psycopg2)"] };
  const live = database(world, `models_alembic_${size.tables}_${size.changed}`);
  const alembic = alembicProject(world, world.alembic, live, size);
  peers.push({
    name: "alembic --autogenerate, live",
    command: alembic.command("revision", "--autogenerate", "-m", "change"),
    prepare: () => alembic.reset(true),
    ...(ask ? { target: 0.25 } : {}),
  });
  return { peers, notes: [] };
}
