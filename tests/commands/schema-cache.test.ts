import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { server } from "../support/mod.ts";
import { bodyOf, type SchemaProject, schemaProject } from "./schema-project.ts";

const press = readFileSync(fileURLToPath(new URL("../models/fixtures/press/schema.sql", import.meta.url)), "utf8");

/** One change of the models after the other: what is replaced, by what, and flags that it takes. */
const edits: readonly (readonly [from: string | RegExp, to: string, ...flags: string[]])[] = [
  ["plan_title text NOT NULL,", "plan_title text NOT NULL,\n  plan_note text DEFAULT 'none',"],
  ["section_slug varchar(60)", "section_path varchar(60)", "--rename", "sections.section_slug=section_path"],
  [
    /$/,
    "\nCREATE TABLE plan_prices (id serial PRIMARY KEY, plan_code varchar(20) NOT NULL REFERENCES plans, price money);" +
    "\nCREATE INDEX ON plan_prices (plan_code);\n",
  ],
  // Rows of the first revision stand in the way: only a replay can know.
  ["topic_name text NOT NULL CONS", "topic_rank integer NOT NULL,\n  topic_name text NOT NULL CONS"],
  ["'published', 'withdrawn'", "'published', 'hidden', 'withdrawn'"],
  [
    /$/,
    "\nCREATE TABLE plan_notes (plan_code varchar(20) REFERENCES plans, plan_price integer REFERENCES plan_prices);\n",
  ],
];

async function writeFirst(project: SchemaProject): Promise<void> {
  await project.run(["revision", "--autogenerate", "-m", "first"]);
  const text = project.newest();
  const [file = ""] = project.revisions();
  const insert = "INSERT INTO topics (topic_name) VALUES ('news');\n\n-- migrate:down";
  project.write(join("migrations", file), text.replace("-- migrate:down", insert));
}

test("what is kept between runs changes no revision that is written, and leaves nothing to be found out again", async () => {
  const [quick, slow] = [schemaProject(press), schemaProject(press)];
  await writeFirst(quick);
  await writeFirst(slow);
  let models = press;
  for (const [number, [from, to, ...flags]] of edits.entries()) {
    const before = models;
    models = models.replace(from, () => to);
    assert.notEqual(models, before, `edit ${number}`);
    const revision = ["revision", "--autogenerate", "-m", `edit ${number}`, ...flags];
    const written: string[] = [];
    for (const project of [quick, slow]) {
      project.write("models/schema.sql", models);
      if (project === slow) rmSync(join(project.directory, ".migrate", "cache"), { recursive: true, force: true });
      const { stderr, stdout } = await project.run(revision);
      const warnings = `${stdout}${stderr}`.split("\n").filter((line) => /insert/.test(line));
      written.push([...warnings, bodyOf(project.newest())].join("\n"));
    }
    assert.equal(written[0], written[1], `edit ${number}`);
    if (!/revisions insert/.test(written[0] ?? "")) continue;
    // Its author gives the rows a value before the next revision is made.
    for (const project of [quick, slow]) {
      const file = join("migrations", project.revisions().at(-1) ?? "");
      project.write(file, project.newest().replace(/integer NOT NULL/, "integer NOT NULL DEFAULT 0"));
      const drop = "ALTER TABLE public.topics ALTER COLUMN topic_rank DROP DEFAULT;\n\n-- migrate:down";
      project.write(file, project.newest().replace("-- migrate:down", drop));
    }
  }
  await quick.run(["check"]);
  rmSync(join(quick.directory, ".migrate", "cache"), { recursive: true });
  await quick.run(["check"]);
});

test("what another version of the scratch server said is made again", async () => {
  const [old, fresh] = [await server({ version: 17 }), await server({ version: 18 })];
  let port = old.port;
  const forward = createServer((client) => {
    const line = connect(port, "127.0.0.1");
    for (const end of [client, line]) end.on("error", () => {}).on("close", () => [client.destroy(), line.destroy()]);
    client.pipe(line).pipe(client);
  });
  await new Promise<void>((resolve) => forward.listen(0, "127.0.0.1", resolve));
  const address = forward.address();
  assert.ok(typeof address === "object" && address !== null);
  const url = new URL(fresh.url);
  url.port = String(address.port);
  const project = schemaProject(
    "CREATE TABLE users (id integer CONSTRAINT said NOT NULL);\n",
    `models = ["models/schema.sql"]\n[scratch]\nurl = "${url.href}"\n`,
  );
  try {
    assert.doesNotMatch((await project.run(["dump", "models"])).stdout, /CONSTRAINT said/);
    port = fresh.port;
    assert.match((await project.run(["dump", "models"])).stdout, /CONSTRAINT said/);
  } finally {
    forward.close();
  }
});

test("a cache that was cut or emptied is no cache", async () => {
  const model = `import { table, z } from "migrate:kit";\nexport const A = table("a", z.object({ id: z.int() }));\n`;
  const project = schemaProject("", 'models = ["models/a.ts"]\n');
  project.write("models/a.ts", model);
  await project.run(["revision", "--autogenerate", "-m", "first"]);
  await project.run(["check"]);
  const cache = join(project.directory, ".migrate", "cache");
  assert.ok(readdirSync(cache).length >= 4);
  for (const damage of ["{}", "[]", "null", "", "cut"]) {
    for (const name of readdirSync(cache)) {
      const path = join(cache, name);
      writeFileSync(path, damage === "cut" ? readFileSync(path, "utf8").slice(0, -5) : damage);
    }
    await project.run(["check"]);
    await project.run(["revision", "--autogenerate", "-m", "nothing"]);
  }
  assert.equal(project.revisions().length, 1);
});
