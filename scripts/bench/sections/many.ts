import { join } from "node:path";
import { runOnce } from "../measure.ts";
import { writeDbmateHistory, writeDbmateProject, writeProject } from "../revisions.ts";
import { measure, type Section } from "../section.ts";
import { database, dbmate, migrate } from "../world.ts";

/** Directories of many revisions, when there is nothing to run. */
export const many: Section = async function* (world) {
  for (const count of world.sizes([1000, 10_000])) {
    const [own, peer] = [database(world, `many_own_${count}`), database(world, `many_peer_${count}`)];
    const [ours, theirs] = [writeProject(world, count), writeDbmateProject(world, count)];
    // Only the history matters here, so it is written without running anything.
    runOnce(migrate(world, own.url, ours, "stamp", "heads"));
    runOnce(world.psql(peer.url, "-f", writeDbmateHistory(world, count)));
    yield await measure(world, {
      title: `up of ${count}, nothing pending`,
      rounds: 11,
      ours: { name: "migrate", command: migrate(world, own.url, ours, "up") },
      peers: [{ name: "dbmate", command: dbmate(world, peer.url, theirs, "migrate"), target: 1.5 }],
      limits: [{ of: "peakMb", atMost: 100 }],
    });
    const cat = { program: "/bin/sh", args: ["-c", `cat ${join(ours, "migrations")}/*`] };
    for (const command of ["history", "heads"]) {
      yield await measure(world, {
        title: `${command} of ${count}`,
        rounds: 11,
        ours: { name: "migrate", command: migrate(world, own.url, ours, command) },
        peers: [{ name: "cat of the files", command: cat, ...(count === 10_000 ? { target: 1 } : {}) }],
      });
    }
  }
};
