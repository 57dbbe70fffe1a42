/** `migrate revision --autogenerate` as users see it. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bodyOf, schemaProject } from "./schema-project.ts";

const users = `CREATE TABLE users (
  id integer PRIMARY KEY,
  name text NOT NULL
);
`;

const autogenerate = (message: string, ...more: readonly string[]) =>
  ["revision", "--autogenerate", "-m", message, ...more] as const;

test("models become a revision in SQL, the next run has nothing to do, and up and down lead there and back", async () => {
  const project = schemaProject(users);
  const first = await project.json(autogenerate("first"));
  assert.deepEqual(first("generated.statements.length"), 1);
  assert.equal(
    bodyOf(project.newest()),
    `-- migrate:up
CREATE TABLE public.users (
  id integer NOT NULL,
  name text NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrate:down
-- Loses data
DROP TABLE public.users;
`,
  );
  const second = await project.json(autogenerate("second"));
  assert.equal(second("revision"), null);
  assert.equal(project.revisions().length, 1);
  await project.run(["check"]);
  await project.run(["up"]);
  await project.run(["check", "--database"]);
  await project.run(["down"]);
  await project.run(["diff", "database", "empty", "--exit-code"]);
});

test("what everybody has by default is not taken away where privileges and owners are compared", async () => {
  const notes = "CREATE TABLE notes (id integer PRIMARY KEY, of_user integer REFERENCES users);\n";
  const others = Array.from({ length: 5 }, (_one, at) => `CREATE TABLE other${at} (id integer PRIMARY KEY);\n`).join(
    "",
  );
  const grants = "GRANT SELECT ON users TO reader;\nALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO reader;\n";
  const project = schemaProject(`${users}${others}${grants}`);
  const flags = ["--privileges", "--owners"];
  await project.run(autogenerate("first", ...flags));
  assert.doesNotMatch(project.newest(), /SCHEMA public/);
  project.write("models/schema.sql", `${users}${others}${grants}${notes}`);
  await project.run(autogenerate("second", ...flags));
  assert.equal(
    bodyOf(project.newest()),
    `-- migrate:up
CREATE TABLE public.notes (
  id integer NOT NULL,
  of_user integer,
  CONSTRAINT notes_pkey PRIMARY KEY (id),
  CONSTRAINT notes_of_user_fkey FOREIGN KEY (of_user) REFERENCES public.users(id)
);

-- migrate:down
-- Loses data
DROP TABLE public.notes;
`,
  );
  rmSync(join(project.directory, ".migrate"), { recursive: true });
  await project.run(["check", ...flags]);
});

test("a TypeScript revision is made of operations where there are any, and runs", async () => {
  const project = schemaProject(`CREATE TYPE role AS ENUM ('admin', 'member');
CREATE TABLE users (id integer PRIMARY KEY, role role NOT NULL DEFAULT 'member', at timestamptz DEFAULT now());
CREATE INDEX users_at_idx ON users (at DESC) WHERE role = 'admin';
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT E'\`\${x}\\\\d'
  '\n' $$;
`);
  await project.run(autogenerate("first", "--format", "ts"));
  const text = project.newest();
  assert.match(text, /^ {2}createEnum\("role", \["admin", "member"\]\),$/m);
  assert.match(
    text,
    /^ {4}\[\{ column: "at", order: "desc" \}\],\n {4}\{ where: sql`role = 'admin'::public.role` \},$/m,
  );
  assert.match(text, /^ {2}dropTable\("users"\),$/m);
  await project.run(["up"]);
  await project.run(["check", "--database"]);
  await project.run(["down"]);
});

test("an enum's value and its use in one revision stand in blocks of their own", async () => {
  const project = schemaProject("CREATE TYPE role AS ENUM ('a', 'b');\nCREATE TABLE t (r role DEFAULT 'b');\n");
  const before = "CREATE TYPE role AS ENUM ('a');\nCREATE TABLE t (r role DEFAULT 'a');";
  project.revision("first", before, "DROP TABLE t;\nDROP TYPE role;");
  for (const format of ["sql", "ts"]) {
    await project.run(autogenerate(format, "--format", format));
    await project.run(["up"]);
    await project.run(["check", "--database"]);
    await project.run(["down"]);
    project.forgetNewest();
  }
});

const renamed = users.replace("name text", "full_name text");

/** A project whose one revision made `users`, and whose models have another name for a column. */
function renaming() {
  const project = schemaProject(renamed);
  project.revision("users", users, "DROP TABLE users;");
  return project;
}

test("a column that may be renamed is no guess: exit 5 names the flags, and nothing is written", async () => {
  const project = renaming();
  const read = await project.json(autogenerate("second"), 5);
  assert.equal(read("error.code"), "schema/rename-open");
  assert.deepEqual(read("error.data"), {
    questions: [{
      kind: "column",
      from: "users.name",
      candidates: ["users.full_name"],
      flags: ["--rename 'users.name=users.full_name'", "--rename 'users.name='"],
    }],
  });
  assert.equal(project.revisions().length, 1);
});

test("a rename by a flag or by a file keeps the data in both directions; it can be denied", async () => {
  const project = renaming();
  project.write("renames.txt", "# what has a new name\nusers.name = users.full_name\nlong.gone=since\n");
  const renames = "-- migrate:up\nALTER TABLE public.users RENAME COLUMN name TO full_name;\n\n" +
    "-- migrate:down\nALTER TABLE public.users RENAME COLUMN full_name TO name;\n";
  for (
    const flags of [
      ["--rename", "users.name=users.full_name"],
      ["--rename", "column:public.users.name=full_name"],
      ["--renames", "renames.txt"],
    ]
  ) {
    await project.run(autogenerate("second", ...flags));
    assert.equal(bodyOf(project.newest()), renames);
    project.forgetNewest();
  }
  for (const flags of [["--rename", "users.name="], ["--no-rename"]]) {
    await project.run(autogenerate("second", ...flags));
    assert.match(bodyOf(project.newest()), /-- Loses data\nALTER TABLE public\.users DROP COLUMN name;/);
    project.forgetNewest();
  }
});

test("a rename that fits nothing is refused", async () => {
  const project = renaming();
  for (const wrong of ["users.nam=users.full_name", "users.name=users.ful_name"]) {
    const read = await project.json(autogenerate("x", "--no-rename", "--rename", wrong), 2);
    assert.equal(read("error.code"), "schema/rename-target");
  }
  assert.equal((await project.json(autogenerate("x", "--rename", "users"), 2))("error.code"), "usage/bad-value");
});

test("a rename that is about nothing is refused also where nothing differs", async () => {
  const project = schemaProject(users);
  await project.run(autogenerate("first"));
  const error = await project.json(autogenerate("second", "--rename", "users.nick=users.alias"), 2);
  assert.equal(error("error.code"), "schema/rename-target");
  assert.equal(project.revisions().length, 1);
});

test("flags exchange names that stay, also where nothing else differs, and no name is given twice", async () => {
  const project = schemaProject("CREATE TABLE t (a integer, b integer, c integer); CREATE TABLE u (x integer);\n");
  await project.run(autogenerate("first"));
  const swap = ["--rename", "t.a=b", "--rename", "t.b=a"];
  await project.run(autogenerate("swap", ...swap));
  assert.equal(
    bodyOf(project.newest()),
    `-- migrate:up
ALTER TABLE public.t RENAME COLUMN a TO b__1;

ALTER TABLE public.t RENAME COLUMN b TO a;

ALTER TABLE public.t RENAME COLUMN b__1 TO b;

-- migrate:down
ALTER TABLE public.t RENAME COLUMN b TO b__1;

ALTER TABLE public.t RENAME COLUMN a TO b;

ALTER TABLE public.t RENAME COLUMN b__1 TO a;
`,
  );
  await project.run(["check"]);
  project.write("models/schema.sql", "CREATE TABLE t (b integer, c integer, d integer); CREATE TABLE u (x integer);\n");
  await project.run(autogenerate("shift", "--rename", "t.c=d", "--rename", "t.b=c", "--rename", "t.a=b"));
  assert.match(project.newest(), /:up\n.* c TO d;\n\n.* b TO c;\n\n.* a TO b;\n\n-- migrate:down/);
  project.write("models/schema.sql", "CREATE TABLE t (e integer, f integer, d integer); CREATE TABLE u (x integer);\n");
  const twice = await project.json(autogenerate("twice", "--rename", "t.b=e", "--rename", "t.c=e"), 5);
  assert.equal(twice("error.code"), "schema/rename-open");
});

test("a column of another type with a name much like it is asked about", async () => {
  const project = schemaProject("CREATE TABLE t (id integer, price integer);\n");
  await project.run(autogenerate("first"));
  project.write("models/schema.sql", "CREATE TABLE t (id integer, price_cents bigint);\n");
  const error = await project.json(autogenerate("second"), 5);
  assert.deepEqual(error("error.data.questions.0.flags"), [
    "--rename 't.price=t.price_cents'",
    "--rename 't.price='",
  ]);
  project.write("models/schema.sql", "CREATE TABLE t (id integer, remark text);\n");
  await project.run(autogenerate("third"));
});

test("renamedFrom in a model renames its table and its column, and may stay there", async () => {
  const model = (table: string, column: string) =>
    `import { table, z } from "migrate:kit";
export const User = table("${table.split(" ")[0]}", z.object({
  id: z.int().meta({ primaryKey: true }),
  ${column},
}), {${table.includes(" ") ? ` renamedFrom: "${table.split(" ")[1]}"` : ""}});
`;
  const project = schemaProject("", 'migrations = ["migrations"]\nmodels = ["models/*.ts"]\nfile_template = "{rev}"\n');
  project.write("models/user.ts", model("users", "name: z.string()"));
  await project.run(autogenerate("first"));
  project.write(
    "models/user.ts",
    model("people users", 'fullName: z.string().meta({ name: "full_name", renamedFrom: "name" })'),
  );
  await project.run(autogenerate("second"));
  const [up] = bodyOf(project.newest()).split("-- migrate:down");
  assert.match(up ?? "", /RENAME TO people;\n\nALTER TABLE public\.people RENAME COLUMN name TO full_name;/);
  assert.doesNotMatch(up ?? "", /DROP|CREATE|_not_null/);
  await project.run(["check"]);
  assert.equal((await project.json(autogenerate("third")))("revision"), null);
});

test("a table, what hangs on it, an enum's value and an index take their new names", async () => {
  const project = schemaProject(
    `CREATE TYPE mood AS ENUM ('sad', 'fine', 'happy');
CREATE TABLE people (id serial PRIMARY KEY, mood mood DEFAULT 'fine', email text UNIQUE);
CREATE INDEX people_by_mood ON people (mood);
CREATE VIEW moods AS SELECT mood FROM people;
`,
  );
  project.revision(
    "first",
    `CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE users (id serial PRIMARY KEY, mood mood DEFAULT 'ok', email text UNIQUE);
CREATE INDEX by_mood ON users (mood);
CREATE VIEW moods AS SELECT mood FROM users;`,
    "DROP VIEW moods;\nDROP TABLE users;\nDROP TYPE mood;",
  );
  const first = await project.json(autogenerate("second"), 5);
  const asked = [0, 1].map((number) => first(`error.data.questions.${number}.kind`));
  assert.deepEqual([...asked, first("error.data.questions.length")], ["table", "value", 2]);
  const second = await project.json(autogenerate("second", "--rename", "users=people"), 5);
  assert.equal(second("error.data.questions.0.flags.0"), "--rename 'value:mood.ok=mood.fine'");
  await project.run(autogenerate("second", "--rename", "users=people", "--rename", "value:mood.ok=fine"));
  const [up = ""] = bodyOf(project.newest()).split("-- migrate:down");
  assert.deepEqual(
    up.split("\n").filter((line) => line.startsWith("ALTER")),
    [
      "ALTER TABLE public.users RENAME TO people;",
      "ALTER TYPE public.mood RENAME VALUE 'ok' TO 'fine';",
      "ALTER SEQUENCE public.users_id_seq RENAME TO people_id_seq;",
      "ALTER TABLE public.people RENAME CONSTRAINT users_email_key TO people_email_key;",
      "ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey;",
      "ALTER INDEX public.by_mood RENAME TO people_by_mood;",
    ].toSorted((a, b) => up.indexOf(a) - up.indexOf(b)),
  );
  assert.doesNotMatch(up, /DROP|CREATE/);
  await project.run(["check"]);
});

test("several heads: the models are compared with all of them, the new revision follows the one that is named", async () => {
  const project = schemaProject(users);
  await project.run(autogenerate("users", "--branch-label", "people"));
  project.write("models/schema.sql", `${users}CREATE TABLE bills (id integer PRIMARY KEY);\n`);
  const other = await project.json(autogenerate("bills", "--head", "base", "--branch-label", "billing"));
  assert.deepEqual(other("revision.parents"), []);
  assert.doesNotMatch(project.newest(), /users/);
  project.write(
    "models/schema.sql",
    `${users}CREATE TABLE bills (id integer PRIMARY KEY, user_id integer REFERENCES users);\n`,
  );
  assert.equal((await project.json(autogenerate("x"), 2))("error.code"), "revision/multiple-heads");
  const lonely = await project.run(autogenerate("refer", "--head", "billing@head"));
  assert.match(lonely.stderr, /--depends-on/);
  assert.match(project.newest(), /parents: 0002abcdef00\n/);
});

test("what a branch needs of another can be said, and then nobody is warned", async () => {
  const project = schemaProject(users);
  project.revision("users", users, "DROP TABLE users;");
  project.write("models/schema.sql", `${users}CREATE TABLE bills (id integer REFERENCES users);\n`);
  const { stderr } = await project.run(autogenerate("bills", "--head", "base", "--depends-on", "head"));
  assert.doesNotMatch(stderr, /--depends-on/);
  await project.run(["up", "heads"]);
});

test("rows that revisions insert stand in the way: the revision is written, marked, and told", async () => {
  const project = schemaProject(users.replace("name text NOT NULL", "name text NOT NULL,\n  age integer NOT NULL"));
  project.revision("one", `${users}INSERT INTO users VALUES (1, 'a');`, "DROP TABLE users;");
  const { stderr } = await project.run(autogenerate("age"));
  assert.match(stderr, /rows/);
  assert.match(
    bodyOf(project.newest()),
    /-- Fails on the rows[^\n]*\nALTER TABLE/,
  );
});

test("hooks: include leaves things alone, rewrite changes what is planned, and what it breaks is not written", async () => {
  const project = schemaProject(`${users}CREATE TABLE hidden (id integer);\n`);
  const { rmSync } = await import("node:fs");
  rmSync(`${project.directory}/migrate.toml`);
  const config = (rewrite: string) =>
    `import { defineConfig } from "migrate:kit";
export default defineConfig({
  migrations: ["migrations"],
  models: ["models/schema.sql"],
  include: ({ kind, name }) => kind !== "table" || name[1] !== "hidden",
  rewrite: ${rewrite},
});
`;
  project.write("migrate.config.ts", config("({ up }) => ({ up: [], down: [] })"));
  const read = await project.json(autogenerate("x"), 3);
  assert.equal(read("error.code"), "schema/unproven");
  assert.deepEqual(read("error.data.differences"), ["Create table public.users"]);
  assert.equal(project.revisions().length, 0);
  project.write(
    "migrate.config.ts",
    config("({ up, down }) => ({ up: up.map((c) => ({ ...c, sql: c.sql + ' oops' })), down })"),
  );
  assert.equal((await project.json(autogenerate("x"), 3))("error.data.sqlstate"), "42601");
  project.write("migrate.config.ts", config("() => 7"));
  assert.equal((await project.json(autogenerate("x"), 2))("error.code"), "schema/bad-rewrite");
  project.write(
    "migrate.config.ts",
    config("({ up, down }) => ({ up: [{ sql: 'SELECT 1', comment: 'ours' }, ...up], down })"),
  );
  const made = await project.json(autogenerate("x"));
  assert.equal(made("generated.statements.0.description"), "SELECT 1");
  assert.match(project.newest(), /-- migrate:up\n-- ours\nSELECT 1;\n\nCREATE TABLE public\.users/);
  assert.doesNotMatch(project.newest(), /hidden/);
  await project.run(["check"]);
});

test("a revision that drops more than it creates says so", async () => {
  const project = schemaProject(users);
  project.revision(
    "one",
    `${users}CREATE TABLE a (id integer);\nCREATE VIEW v AS SELECT 1 AS one;`,
    "DROP TABLE users, a;",
  );
  const { stderr } = await project.run(autogenerate("second"));
  assert.match(stderr, /drops 2 and creates 0: table public\.a, view public\.v/);
});

test("options of autogenerate are refused without it", async () => {
  const project = schemaProject(users);
  for (const flags of [["--rename", "a=b"], ["--no-rename"], ["--from", "database"], ["--privileges"]]) {
    const read = await project.json(["revision", "-m", "x", ...flags], 2);
    assert.equal(read("error.code"), "usage/conflict");
  }
});

test("several bases: each branch gets what is new, and a label stays with its own", async () => {
  const project = schemaProject("CREATE TABLE a (id int PRIMARY KEY);\n");
  await project.run(autogenerate("a", "--branch-label", "app"));
  project.write("models/schema.sql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE r (id int);\n");
  const reports = await project.json(autogenerate("r", "--head", "base", "--branch-label", "reports"));
  assert.deepEqual(reports("revision.parents"), []);
  assert.deepEqual(reports("revision.labels"), ["reports"]);
  assert.equal(reports("generated.statements.length"), 1);
  project.write("models/schema.sql", "CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE r (id int, n int);\n");
  assert.equal((await project.json(autogenerate("n"), 2))("error.code"), "revision/multiple-heads");
  const more = await project.json(autogenerate("n", "--head", "reports@head"));
  assert.deepEqual(more("revision.parents"), ["0002abcdef00"]);
  await project.run(["up"]);
  await project.run(["check", "--database"]);
  await project.run(["down", "reports@base"]);
  const left = await project.json(["diff", "database", "migrations@app@head"]);
  assert.deepEqual(left("statements"), []);
});

test("an extension goes to another version, and the way back that PostgreSQL has not is left out", async () => {
  const project = schemaProject("CREATE EXTENSION hstore VERSION '1.4';\n");
  await project.run(autogenerate("first"));
  project.write("models/schema.sql", "CREATE EXTENSION hstore;\n");
  await project.run(autogenerate("newer"));
  const stays = "Extension hstore stays at version 1.8: no update leads from there to 1.4";
  assert.equal(
    bodyOf(project.newest()),
    `-- migrate:up\n-- No way back:\n-- ${stays}\nALTER EXTENSION hstore UPDATE;\n`,
  );
  await project.run(["check"]);
  project.write("models/schema.sql", "CREATE EXTENSION hstore VERSION '1.4';\n");
  const refused = await project.json(autogenerate("older"), 3);
  assert.deepEqual(refused("error.data.differences"), [stays]);
  const left = await project.json(["diff", "migrations", "models"]);
  assert.deepEqual([left("same"), left("statements.0.sql"), left("statements.0.description")], [false, "", stays]);
});

test("what goes back beside such a version goes back alone", async () => {
  const project = schemaProject("CREATE EXTENSION hstore VERSION '1.4';\n");
  await project.run(autogenerate("first"));
  project.write("models/schema.sql", "CREATE EXTENSION hstore;\nCREATE TABLE t(a hstore);\n");
  await project.run(autogenerate("newer", "--format", "ts"));
  assert.match(
    project.newest(),
    /^export const down = \[\n {2}\/\/ Extension hstore stays .*\n {2}\/\/ Loses data\n {2}dropTable\("t"\),\n\];/m,
  );
});
