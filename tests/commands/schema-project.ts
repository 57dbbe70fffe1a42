/** Projects for tests of the commands that compare schemas, run through the built program. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documentShape } from "../../src/cli/shapes/mod.ts";
import { commands } from "../../src/cli/table/mod.ts";
import { binary, type BinaryResult, emptyDirectory } from "../support/mod.ts";

/** A directory with a config, far from the checkout. */
export interface SchemaProject {
  readonly directory: string;
  /** Writes a file, by its path in the project. */
  write(path: string, text: string): void;
  /** Runs the program and expects this exit code. */
  run(args: readonly string[], code?: number): Promise<BinaryResult>;
  /** The same with `--json`; reads a member of the document by its path: `error.data.questions.0.flags`. */
  json(args: readonly string[], code?: number): Promise<(path: string) => unknown>;
  /** Writes the first revision by hand. */
  revision(message: string, up: string, down: string): void;
  /** Deletes the newest revision. */
  forgetNewest(): void;
  /** Files of revisions, oldest first. */
  revisions(): readonly string[];
  /** Text of the newest revision. */
  newest(): string;
}

const config = `url = "pglite:.migrate/dev"
migrations = ["migrations"]
models = ["models/schema.sql"]
file_template = "{rev}_{slug}"
`;

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Makes a project whose models are SQL. */
export function schemaProject(models: string, settings: string = config): SchemaProject {
  const directory = emptyDirectory();
  let written = 0;
  const project: SchemaProject = {
    directory,
    write: (path, text) => {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    },
    run: async (args, code = 0) => {
      const named = args[0] === "revision" && !args.includes("--rev-id")
        ? [...args, "--rev-id", `${String(++written).padStart(4, "0")}abcdef00`]
        : args;
      const result = await binary(named, { cwd: directory, env: { LANG: "C.UTF-8" } });
      assert.equal(result.code, code, `migrate ${named.join(" ")}\n${result.stdout}${result.stderr}`);
      return result;
    },
    json: async (args, code = 0) => {
      const document: unknown = JSON.parse((await project.run([...args, "--json"], code)).stdout);
      const command = commands.find(({ name }) => name === args[0]);
      // Parsing leaves out what the shape does not list.
      if (member(document, "ok") === true && command !== undefined) {
        assert.deepEqual(documentShape(command.name).parse(document), document);
      }
      return (path) => path.split(".").reduce(member, document);
    },
    revision: (message, up, down) => {
      const header = `-- ${message}\n-- revision: 0000abcdef00\n-- parents: none\n`;
      project.write("migrations/0000.sql", `${header}\n-- migrate:up\n${up}\n\n-- migrate:down\n${down}\n`);
    },
    forgetNewest: () => {
      rmSync(join(directory, "migrations", project.revisions().at(-1) ?? ""));
      rmSync(join(directory, "migrations", "migrate.sum"));
    },
    revisions: () => readdirSync(join(directory, "migrations")).filter((name) => /\.(?:sql|ts)$/.test(name)).sort(),
    newest: () => readFileSync(join(directory, "migrations", project.revisions().at(-1) ?? ""), "utf8"),
  };
  project.write("migrate.toml", settings);
  project.write("models/schema.sql", models);
  mkdirSync(join(directory, "migrations"), { recursive: true });
  return project;
}

/** What a revision does, without its header. */
export function bodyOf(text: string): string {
  return text.slice(text.indexOf("\n\n") + 2);
}
