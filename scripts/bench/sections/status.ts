import { runOnce } from "../measure.ts";
import { writeDbmateProject, writeProject } from "../revisions.ts";
import { measure, type Section } from "../section.ts";
import { database, dbmate, migrate } from "../world.ts";

/** The command that is run most: nothing to do, and says so. */
export const status: Section = async function* (world) {
  const [own, peer] = [database(world, "status_own"), database(world, "status_peer")];
  const [ours, theirs] = [writeProject(world, 10), writeDbmateProject(world, 10)];
  runOnce(migrate(world, own.url, ours, "up"));
  runOnce(dbmate(world, peer.url, theirs, "up"));
  yield await measure(world, {
    title: "status of 10, nothing pending",
    rounds: 25,
    ours: { name: "migrate", command: migrate(world, own.url, ours, "status") },
    peers: [
      { name: "dbmate", command: dbmate(world, peer.url, theirs, "status"), target: 1 },
      { name: "psql -c 'select 1'", command: world.psql(own.url, "-c", "select 1"), target: 2 },
    ],
  });
};
