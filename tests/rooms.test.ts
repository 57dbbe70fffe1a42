import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { project } from "./support/releases.ts";

/** What each room under src/ may import; ARCHITECTURE.md explains it. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  base: [],
  sql: ["base"],
  revision: ["base", "sql"],
  config: ["base", "sql"],
  files: ["base", "sql", "revision", "config"],
  schema: ["base", "sql"],
  models: ["base", "sql", "schema"],
  kit: ["base", "sql", "models"],
  lint: ["base", "sql", "schema"],
  database: ["base", "sql", "revision", "config", "schema"],
  commands: ["base", "sql", "revision", "config", "files", "schema", "models", "kit", "lint", "database"],
  cli: ["base", "commands"],
};

/** Modules that a file imports by a relative path, types included; what stands in a comment does not count. */
function relativeImports(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const found = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"(\.[^"]*)"/g);
  return [...found].map((match) => match[1] ?? "");
}

test("imports are found in every form, but not in comments", () => {
  const text = `import a from "./a.ts";
import {
  b,
} from "../b.ts";
export * from "./c.ts";
import "./d.ts";
const e = await import("../e.ts");
/** import f from "./f.ts"
 * import g from "./g.ts"
 */
// import h from "./h.ts"
import i from "node:fs";`;
  assert.deepEqual(relativeImports(text), ["./a.ts", "../b.ts", "./c.ts", "./d.ts", "../e.ts"]);
});

test("rooms import only what the table of rooms allows", () => {
  const wrong: string[] = [];
  for (const entry of readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })) {
    const file = entry.replaceAll("\\", "/");
    if (!file.endsWith(".ts") || !file.includes("/")) continue;
    const room = file.split("/")[0] ?? "";
    const allowed = rooms[room];
    if (allowed === undefined) {
      wrong.push(`src/${file}: the table of rooms has no "${room}"`);
      continue;
    }
    for (const path of relativeImports(readFileSync(join(project, "src", file), "utf8"))) {
      const target = posix.normalize(posix.join(posix.dirname(file), path)).split("/")[0] ?? "";
      if (target !== room && !allowed.includes(target)) wrong.push(`src/${file} imports ${path}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("the table of rooms has no way round", () => {
  const reach = (room: string, seen: readonly string[]): void => {
    assert.ok(!seen.includes(room), `${[...seen, room].join(" imports ")}`);
    for (const next of rooms[room] ?? []) reach(next, [...seen, room]);
  };
  for (const room of Object.keys(rooms)) reach(room, []);
});
