/** The text of a new revision file. */
import { readHeader } from "./header.ts";

/** What the header of a new revision says. */
export interface HeaderDraft {
  readonly id: string;
  readonly parents: readonly string[];
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  readonly replaces: readonly string[];
  readonly message: string;
  /** ISO 8601. */
  readonly created: string;
}

/** A statement or an operation to be written, with a comment above it (null: none). */
export interface DraftLine {
  /** SQL without its semicolon, or a TypeScript expression; its lines after the first are written as they are. */
  readonly code: string;
  readonly comment: string | null;
}

/** One block of a SQL revision. */
export interface BlockDraft {
  readonly transaction: boolean;
  readonly statements: readonly DraftLine[];
}

/** A revision to be written. `down` is null for an irreversible one. */
export type RevisionDraft =
  & HeaderDraft
  & (
    | { readonly format: "sql"; readonly up: readonly BlockDraft[]; readonly down: readonly BlockDraft[] | null }
    | {
      readonly format: "ts";
      /** Names imported from `migrate:kit`. */
      readonly imports: readonly string[];
      readonly up: readonly DraftLine[];
      readonly down: readonly DraftLine[] | null;
    }
  );

/** The message as one line that cannot be taken for a key, a marker or a tool's comment. */
function messageLine(message: string, format: "sql" | "ts"): string {
  const line = message.replace(/\s+/g, " ").trim();
  if (line === "") return "";
  const prefix = format === "sql" ? "--" : "//";
  const read = readHeader(`${prefix} ${line}\n`, format, "", true);
  return read?.message === line ? line : `Message: ${line}`;
}

function header(draft: HeaderDraft, format: "sql" | "ts"): string {
  const prefix = format === "sql" ? "--" : "//";
  const message = messageLine(draft.message, format);
  const list = (key: string, values: readonly string[]) => values.length === 0 ? [] : [`${key}: ${values.join(", ")}`];
  return [
    ...(message === "" ? [] : [message]),
    `revision: ${draft.id}`,
    `parents: ${draft.parents.length === 0 ? "none" : draft.parents.join(", ")}`,
    ...list("depends-on", draft.dependsOn),
    ...list("labels", draft.labels),
    ...list("replaces", draft.replaces),
    `created: ${draft.created}`,
  ].map((line) => `${prefix} ${line}\n`).join("");
}

function comment(text: string | null, prefix: string, indent = ""): string {
  if (text === null) return "";
  return text.split(/\r?\n/).map((line) => `${indent}${prefix} ${line}`.trimEnd() + "\n").join("");
}

function sqlBlock(direction: "up" | "down", { transaction, statements }: BlockDraft): string {
  const marker = `-- migrate:${direction}${transaction ? "" : " transaction:false"}\n`;
  return marker + statements.map((one) => `${comment(one.comment, "--")}${one.code};\n`).join("\n");
}

function sqlSource(up: readonly BlockDraft[], down: readonly BlockDraft[] | null): string {
  const empty: readonly BlockDraft[] = [{ transaction: true, statements: [] }];
  const blocks = [
    ...(up.length === 0 ? empty : up).map((block) => sqlBlock("up", block)),
    ...(down === null ? [] : down.length === 0 ? empty : down).map((block) => sqlBlock("down", block)),
  ];
  return blocks.join("\n");
}

function tsArray(direction: "up" | "down", lines: readonly DraftLine[]): string {
  if (lines.length === 0) return `export const ${direction} = [];\n`;
  const entries = lines.map((line) => `${comment(line.comment, "//", "  ")}  ${line.code},\n`);
  return `export const ${direction} = [\n${entries.join("")}];\n`;
}

function importLine(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from "migrate:kit";`;
  return line.length <= 120 ? line : `import {\n${names.map((name) => `  ${name},\n`).join("")}} from "migrate:kit";`;
}

function tsSource(
  imports: readonly string[],
  up: readonly DraftLine[],
  down: readonly DraftLine[] | null,
): string {
  const names = [...new Set(imports)].sort();
  return (names.length === 0 ? "" : `${importLine(names)}\n\n`) +
    tsArray("up", up) + (down === null ? "" : tsArray("down", down));
}

/**
 * Writes the text of a new revision. Pure: id and time are given.
 *
 * ```ts
 * newRevisionSource({
 *   format: "sql", id: "74e0c7445ce9", parents: [], dependsOn: [], labels: [], replaces: [], message: "init user",
 *   created: "2026-11-22T14:16:00Z", up: [], down: [],
 * });
 * ```
 */
export function newRevisionSource(draft: RevisionDraft): string {
  const body = draft.format === "sql" ? sqlSource(draft.up, draft.down) : tsSource(draft.imports, draft.up, draft.down);
  return `${header(draft, draft.format)}\n${body}`;
}
