/** Every example of every help page is run by the built program, far from the checkout, on the embedded database. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { documentShape } from "../../src/cli/shapes/mod.ts";
import { type CommandName, commands } from "../../src/cli/table/mod.ts";
import type { CommandSpec } from "../../src/cli/table/spec.ts";
import { commandWords } from "../../src/files/mod.ts";
import { binary, emptyDirectory } from "../support/mod.ts";

const env = { LANG: "C.UTF-8", EDITOR: "/bin/true" };

/**
 * Projects that the examples speak of: a line of two, new and applied, a fork of it, and one with a row whose file is
 * gone.
 */
const projects = emptyDirectory();
const at = (name: string) => join(projects, name);

function writeRevision(project: string, id: string, parents: string, message: string, header = ""): string {
  const table = message.replaceAll(" ", "_");
  const text = `-- ${message}\n-- revision: ${id}\n-- parents: ${parents}\n${header}\n-- migrate:up\n` +
    `CREATE TABLE ${table} (id int);\n\n-- migrate:down\nDROP TABLE ${table};\n`;
  const path = join(at(project), "migrations", `${id}.sql`);
  writeFileSync(path, text);
  return path;
}

/** `allowed`: 0, and 1 where a command answers a question. */
async function run(cwd: string, words: readonly string[], allowed: readonly number[] = [0]): Promise<string> {
  const { code, stdout, stderr } = await binary(words, { cwd, env });
  assert.ok(allowed.includes(code ?? -1), `migrate ${words.join(" ")} ended with ${code}\n${stdout}${stderr}`);
  return stdout;
}

before(async () => {
  await run(projects, ["init", "line"]);
  writeRevision("line", "74e0c7445ce9", "none", "create users");
  writeRevision("line", "3d5b2f9c8a10", "74e0c7445ce9", "add orders");
  cpSync(at("line"), at("new"), { recursive: true });
  cpSync(at("line"), at("fork"), { recursive: true });
  writeRevision("fork", "9b1f0d4e7c22", "74e0c7445ce9", "add bills", "-- labels: billing\n");
  cpSync(at("line"), at("gone"), { recursive: true });
  const gone = writeRevision("gone", "0123456789ab", "3d5b2f9c8a10", "lost");
  await run(at("line"), ["up", "-q"]);
  await run(at("fork"), ["up", "-q"]);
  await run(at("gone"), ["up", "-q"]);
  unlinkSync(gone);
  mkdirSync(at("empty"));
});

after(() => rmSync(projects, { recursive: true, force: true }));

function projectFor(command: string, example: string): string {
  if (command === "init") return "empty";
  if (command === "up") return "new";
  if (example.includes("--forget")) return "gone";
  return /billing|merge|branches/.test(example) && command !== "revision" ? "fork" : "line";
}

/** A fresh copy, so that no example sees what another did. */
function copyOf(project: string): string {
  const directory = join(emptyDirectory(), "p");
  cpSync(at(project), directory, { recursive: true });
  return directory;
}

const all: readonly (CommandSpec & { readonly name: CommandName })[] = commands;

for (const command of all) {
  test(`the examples of migrate ${command.name} run, and their JSON has its shape`, { timeout: 60_000 }, async () => {
    const allowed = command.exits.includes(1) ? [0, 1] : [0];
    for (const [index, example] of command.examples.entries()) {
      // Redirections are the shell's.
      const words = commandWords(example.run.replace(/ > .*$/, "")).slice(1);
      const project = projectFor(command.name, example.run);
      if (index === 0) assert.match(await run(copyOf(project), words, allowed), /\S/, example.run);
      const parsed = documentShape(command.name).safeParse(
        JSON.parse(await run(copyOf(project), [...words, "--json"], allowed)),
      );
      assert.ok(parsed.success, `${example.run}: ${parsed.error?.message}`);
    }
  });
}
