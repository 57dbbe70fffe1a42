import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { version } from "../../base/build.ts";
import { nearest } from "../../base/nearest.ts";
import { problem } from "../../base/problem.ts";
import { allPages, commandMan, rootMan } from "../roff.ts";
import { commands, findCommand } from "../table/mod.ts";
import { verb } from "../verb.ts";

export default verb("man", {
  run: (given, stage) => {
    if (given.output !== null) {
      const directory = resolve(stage.cwd, given.output);
      mkdirSync(directory, { recursive: true });
      const pages = allPages(version);
      for (const page of pages) writeFileSync(join(directory, page.file), page.text);
      return { page: null, files: pages.map((page) => join(given.output ?? "", page.file)) };
    }
    if (given.command === null) return { page: rootMan(version), files: [] };
    const entry = findCommand(given.command) ?? findCommand(given.command.replaceAll("-", " "));
    if (entry === null) {
      const names = commands.map((one) => one.name);
      throw problem("usage/unknown-command", { name: given.command, nearest: nearest(given.command, names) });
    }
    return { page: commandMan(entry, version), files: [] };
  },
  text: ({ page, files }) => page ?? files.map((file) => `${file}\n`).join(""),
});
