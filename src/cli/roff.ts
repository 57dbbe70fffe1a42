/** Man pages from the command table, in man(7) macros. */
import { argumentTerm, exitMeanings, exitRows, optionTerm, optionText, usageLine } from "./help.ts";
import { commands, globalOptions } from "./table/mod.ts";
import type { CommandSpec } from "./table/spec.ts";
import { topicParts } from "./topic-page.ts";
import { topics } from "./topics.ts";

/** Text as roff takes it: backslashes and dashes escaped, no line that starts like a macro. */
export function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^([.'])/gm, "\\&$1")
    .replaceAll("…", "...").replaceAll("→", "\\(->");
}

const title = (name: string, version: string): string => `.TH "${name.toUpperCase()}" "1" "" "migrate ${version}" ""`;

const term = (name: string, text: string): string => `.TP\n.B ${roff(name.trim())}\n${roff(text)}`;

/** `config show` → `migrate-config-show`. */
export function pageName(entry: CommandSpec): string {
  return `migrate-${entry.name.replaceAll(" ", "-")}`;
}

/** The page of one command. */
export function commandMan(entry: CommandSpec, version: string): string {
  const parts = [
    title(pageName(entry), version),
    `.SH NAME\n${pageName(entry)} \\- ${roff(entry.summary)}`,
    `.SH SYNOPSIS\n.B ${roff(usageLine(entry))}`,
    `.SH DESCRIPTION\n${
      [...entry.about, `${entry.summary}.`].slice(0, Math.max(1, entry.about.length)).map(roff).join("\n.PP\n")
    }`,
  ];
  if (entry.aliases.length > 0) parts.push(`.PP\nAlso called ${roff(entry.aliases.join(", "))}.`);
  const terms = (heading: string, rows: readonly (readonly [string, string])[]): void => {
    if (rows.length > 0) parts.push(`.SH ${heading}\n${rows.map(([a, b]) => term(a, b)).join("\n")}`);
  };
  terms("ARGUMENTS", entry.arguments.map((one) => [argumentTerm(one), one.summary]));
  terms("OPTIONS", entry.options.map((one) => [optionTerm(one), optionText(one)]));
  parts.push(`.PP\nThe options of every command are in\n.BR migrate (1).`);
  terms("EXAMPLES", entry.examples.map((one) => [one.run, one.does]));
  terms("EXIT STATUS", exitRows(entry).map(([exit, means]) => [String(exit), means]));
  parts.push(".SH SEE ALSO\n.BR migrate (1)");
  return parts.join("\n") + "\n";
}

/** The page of the program itself, with the topics of `help`. */
export function rootMan(version: string): string {
  const parts = [
    title("migrate", version),
    ".SH NAME\nmigrate \\- schema migrations for PostgreSQL: revisions in SQL or TypeScript",
    ".SH SYNOPSIS\n.B migrate COMMAND\n[options]",
    `.SH COMMANDS\n${
      commands.map((one) => term(`migrate ${one.name}`, `${one.summary}. See ${pageName(one)}(1).`)).join("\n")
    }`,
    `.SH OPTIONS\n${globalOptions.map((one) => term(optionTerm(one), optionText(one))).join("\n")}`,
  ];
  for (const topic of topics.filter((one) => one.from === undefined)) {
    parts.push(`.SH ${topic.summary.toUpperCase()}`);
    for (const part of topicParts(topic)) {
      if (part.title !== undefined) parts.push(`.PP\n${roff(part.title)}:`);
      for (const paragraph of part.paragraphs ?? []) parts.push(`.PP\n${roff(paragraph)}`);
      for (const [name, means] of part.rows ?? []) parts.push(term(name, means));
    }
  }
  parts.push(`.SH EXIT STATUS\n${exitMeanings.map(([exit, means]) => term(String(exit), means)).join("\n")}`);
  return parts.join("\n") + "\n";
}

/** Every page by its file name. */
export function allPages(version: string): readonly { readonly file: string; readonly text: string }[] {
  return [
    { file: "migrate.1", text: rootMan(version) },
    ...commands.map((one) => ({ file: `${pageName(one)}.1`, text: commandMan(one, version) })),
  ];
}
