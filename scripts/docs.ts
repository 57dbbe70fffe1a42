/**
 * Writes the page that is made from data: `docs/commands.md` from the command table.
 *
 *   deno task docs
 */
import { writeFileSync } from "node:fs";
import { argumentTerm, exitMeanings, exitRows, optionTerm, optionText, usageLine } from "../src/cli/help.ts";
import { commands, globalOptions } from "../src/cli/table/mod.ts";
import { type CommandSpec, groups } from "../src/cli/table/spec.ts";
import { topicParts } from "../src/cli/topic-page.ts";
import { topics } from "../src/cli/topics.ts";

/** A cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
const code = (text: string): string => `\`${text.trim().replaceAll("|", "\\|")}\``;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const anchor = (name: string): string => name.replaceAll(" ", "-");

function commandSection(one: CommandSpec): string {
  const parts = [`### ${one.name}`, `${one.summary}.`, "```sh\n" + usageLine(one) + "\n```"];
  if (one.aliases.length > 0) parts.push(`Also called ${one.aliases.map(code).join(", ")}.`);
  parts.push(...one.about.map(cell));
  if (one.arguments.length > 0) {
    parts.push(table(["Argument", ""], one.arguments.map((a) => [code(argumentTerm(a)), cell(a.summary)])));
  }
  if (one.options.length > 0) {
    parts.push(table(["Option", ""], one.options.map((o) => [code(optionTerm(o)), cell(optionText(o))])));
  }
  parts.push("```sh\n" + one.examples.map((e) => `${e.run}  # ${e.does}`).join("\n") + "\n```");
  parts.push(`Exit codes: ${exitRows(one).map(([exit]) => exit).join(", ")}.`);
  return parts.join("\n\n");
}

/** The text of `docs/commands.md`. */
export function commandsPage(): string {
  const parts = [
    "# Commands",
    "Made from the command table by `deno task docs`; the same texts are in `migrate help` and the man pages.",
  ];
  for (const group of groups) {
    const members = commands.filter((one) => one.group === group);
    if (members.length === 0) continue;
    parts.push(
      `**${group}**: ${members.map((one) => `[${one.name}](#${anchor(one.name)})`).join(", ")}`,
    );
  }
  parts.push("## Options of every command");
  parts.push(table(["Option", ""], globalOptions.map((o) => [code(optionTerm(o)), cell(optionText(o))])));
  parts.push("## Exit codes");
  parts.push(table(["Code", "Meaning"], exitMeanings.map(([exit, means]) => [String(exit), cell(means)])));
  for (const topic of topics.filter((one) => one.from === undefined)) {
    parts.push(`## ${topic.summary}`);
    for (const part of topicParts(topic)) {
      if (part.title !== undefined) parts.push(`${part.title}:`);
      parts.push(...(part.paragraphs ?? []).map(cell));
      if (part.rows !== undefined) parts.push(table(["", ""], part.rows.map(([a, b]) => [code(a), cell(b)])));
    }
  }
  for (const group of groups) {
    const members = commands.filter((one) => one.group === group);
    if (members.length > 0) parts.push(`## ${group}`, ...members.map(commandSection));
  }
  return parts.join("\n\n") + "\n";
}

if (import.meta.main) {
  writeFileSync(new URL("../docs/commands.md", import.meta.url), commandsPage());
}
