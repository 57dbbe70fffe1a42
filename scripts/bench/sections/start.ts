import { measure, type Section } from "../section.ts";

/** What every call of the program costs. */
export const start: Section = async function* (world) {
  for (const flag of ["--version", "--help"]) {
    yield await measure(world, {
      title: flag,
      rounds: 25,
      ours: { name: "migrate", command: { program: world.migrate, args: [flag] } },
      peers: [{ name: "dbmate", command: { program: world.dbmate, args: [flag] }, target: 1 }],
    });
  }
};
