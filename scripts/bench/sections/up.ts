import { runOnce } from "../measure.ts";
import { writeDbmateProject, writeDownScript, writeProject, writeUpScript } from "../revisions.ts";
import { measure, type Section } from "../section.ts";
import { type Database, database, dbmate, migrate, type World } from "../world.ts";

interface Databases {
  readonly own: Database;
  readonly plain: Database;
  readonly peer: Database;
  /** The two with all revisions applied, to start the way back from. */
  readonly ownFull: Database;
  readonly plainFull: Database;
  readonly peerFull: Database;
}

/** Revisions there and back, against scripts that say the same to psql, and dbmate. */
export const up: Section = async function* (world) {
  const make = (name: string) => database(world, `up_${name}`);
  const databases: Databases = {
    own: make("own"),
    plain: make("psql"),
    peer: make("dbmate"),
    ownFull: make("own_full"),
    plainFull: make("psql_full"),
    peerFull: make("dbmate_full"),
  };
  for (const count of world.sizes([1, 100, 1000])) yield* both(world, databases, count);
};

async function* both(world: World, databases: Databases, count: number): ReturnType<Section> {
  const { own, plain, peer, ownFull, plainFull, peerFull } = databases;
  const rounds = count === 1000 ? 7 : 15;
  const [ours, oursAtOnce] = [writeProject(world, count), writeProject(world, count, 'transaction = "all"')];
  const theirs = writeDbmateProject(world, count);
  const ask = count === 1 ? {} : { target: 1 };
  for (const transactions of ["each", "one"] as const) {
    const project = transactions === "each" ? ours : oursAtOnce;
    const script = writeUpScript(world, count, transactions);
    const way = transactions === "each" ? "a transaction each" : "one transaction";
    yield await measure(world, {
      title: `up of ${count}, ${way}`,
      rounds,
      ours: { name: "migrate", command: migrate(world, own.url, project, "up"), prepare: own.renew },
      peers: [
        { name: "psql -f", command: world.psql(plain.url, "-f", script), prepare: plain.renew, ...ask },
        ...(transactions === "one" ? [] : [{
          name: "dbmate",
          command: dbmate(world, peer.url, theirs, "migrate"),
          prepare: peer.renew,
          target: 1,
        }]),
      ],
      limits: [{ of: "peakMb", atMost: 100 }],
    });
    for (
      const [database, command] of [
        [ownFull, migrate(world, ownFull.url, project, "up")],
        [plainFull, world.psql(plainFull.url, "-f", script)],
        [peerFull, dbmate(world, peerFull.url, theirs, "migrate")],
      ] as const
    ) {
      database.renew();
      runOnce(command);
    }
    const back = writeDownScript(world, count, transactions);
    yield await measure(world, {
      title: `down of ${count}, ${way}`,
      rounds,
      ours: {
        name: "migrate",
        command: migrate(world, own.url, project, "down", "base"),
        prepare: () => own.copyFrom(ownFull),
      },
      peers: [
        {
          name: "psql -f",
          command: world.psql(plain.url, "-f", back),
          prepare: () => plain.copyFrom(plainFull),
          ...ask,
        },
        // It takes back one revision a call.
        ...(count > 1 ? [] : [{
          name: "dbmate",
          command: dbmate(world, peer.url, theirs, "down"),
          prepare: () => peer.copyFrom(peerFull),
          target: 1,
        }]),
      ],
      limits: [{ of: "peakMb", atMost: 100 }],
    });
  }
}
