import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { writeProject } from "../revisions.ts";
import { measure, type Section } from "../section.ts";
import { compileProgram, migrate } from "../world.ts";

/** The embedded PostgreSQL, against a program that only compiles it: nothing can answer sooner. */
export const embedded: Section = async function* (world) {
  const wasm = createRequire(import.meta.url).resolve("@electric-sql/pglite/pglite.wasm");
  const source = join(world.directory, "compile-pglite.js");
  writeFileSync(
    source,
    `import wasm from ${JSON.stringify(wasm)} with { type: "file" };\n` +
      'import { readFileSync } from "node:fs";\nWebAssembly.compile(readFileSync(wasm)).then(() => process.exit(0));\n',
  );
  const floor = {
    name: "compiling pglite.wasm",
    command: compileProgram(world, source, "compile-pglite"),
    target: 2.5,
  };
  const project = writeProject(world, 1);
  const place = mkdtempSync(join(world.directory, "embedded-"));
  const clear = () => rmSync(place, { recursive: true, force: true });
  for (
    const [what, url, prepare] of [
      ["new directory", `pglite:${place}`, clear],
      ["the directory again", `pglite:${place}`, () => {}],
      ["in memory", "pglite:memory", () => {}],
    ] as const
  ) {
    yield await measure(world, {
      title: `embedded, ${what}: status`,
      rounds: 11,
      ours: { name: "migrate", command: migrate(world, url, project, "status"), prepare },
      peers: [floor],
    });
  }
};
