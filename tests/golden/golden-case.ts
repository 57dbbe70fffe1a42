/** Golden files: two schemas as a person writes them, and below them what is made of their difference. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The sections of a golden file, in their order. The first two are written by hand. */
export const sections = ["have", "want", "sql", "typescript", "summary"] as const;

/** A section's name. */
export type Section = typeof sections[number];

/** One golden file. */
export interface GoldenCase {
  /** Its path below the directory of golden files, without the ending: `column/longer-varchar`. */
  readonly name: string;
  readonly path: string;
  /** What stands above the first section: what the case shows, and its settings. */
  readonly head: string;
  readonly parts: Readonly<Record<Section, string>>;
}

const marker = /^-- \[(\w+)\]$/;

/** Cuts a golden file at its markers. */
export function readGolden(path: string, name: string): GoldenCase {
  const parts: Record<Section, string> = { have: "", want: "", sql: "", typescript: "", summary: "" };
  let head = "";
  let section: Section | null = null;
  for (const line of readFileSync(path, "utf8").split(/(?<=\n)/)) {
    const found = marker.exec(line.trimEnd())?.[1];
    const next = sections.find((one) => one === found);
    if (next !== undefined) section = next;
    else if (section === null) head += line;
    else parts[section] += line;
  }
  for (const one of sections) parts[one] = parts[one].trim();
  return { name, path, head: head.trim(), parts };
}

/** The text of a golden file. */
export function goldenText({ head, parts }: Pick<GoldenCase, "head" | "parts">): string {
  return `${head}\n\n${sections.map((one) => `-- [${one}]\n${parts[one]}\n`).join("\n")}`;
}

/** The values of a setting: `-- @rename users.name=users.full_name` in the head. */
export function settingsOf({ head }: GoldenCase, name: string): readonly string[] {
  return head.split("\n").flatMap((line) => {
    const [, found, value] = /^-- @(\w+) ?(.*)$/.exec(line) ?? [];
    return found === name ? [value ?? ""] : [];
  });
}

/** All golden files below a directory, by name. */
export function goldenCases(directory: string): readonly GoldenCase[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sql")).map((path) => path.replaceAll("\\", "/")).sort()
    .map((path) => readGolden(join(directory, path), path.replace(/\.sql$/, "")));
}
