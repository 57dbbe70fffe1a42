/** Writes a new revision file: what `revision`, `merge` and, with statements, autogenerate share. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { problem } from "../base/problem.ts";
import {
  displayPath,
  type HeaderDraft,
  newRevisionSource,
  readRevisions,
  type RevisionDraft,
  type RevisionFile,
  revisionFileName,
  runHooks,
  sumFileName,
  writeFileAtomically,
  writeSum,
} from "../files/mod.ts";
import { buildGraph, placeRevision } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import type { Project } from "./project.ts";

/** What is asked of a new revision. */
export interface NewRevisionInputs {
  readonly message: string;
  /** Null: the config's. */
  readonly format: "sql" | "ts" | null;
  /** Identifiers of the parents; none means `head`. */
  readonly heads: readonly string[];
  readonly splice: boolean;
  /** True for `merge`: it needs two parents or more. */
  readonly merges?: boolean;
  readonly labels: readonly string[];
  readonly dependsOn: readonly string[];
  /** One of the config's directories; null: beside the parent, else the first. */
  readonly directory: string | null;
  /** Null: a new random one. */
  readonly id: string | null;
  /** The applied set, for `current` among the heads. */
  readonly applied?: ReadonlySet<string>;
}

/** What was written. */
export interface NewRevisionOutcome {
  readonly id: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  /** As a user would write it. */
  readonly file: string;
  /** The hash list that was brought up to date. */
  readonly sumFile: string;
}

/** The blocks of a revision: empty ones, or what was made by autogenerate. */
export type RevisionContent =
  | Pick<Extract<RevisionDraft, { readonly format: "sql" }>, "format" | "up" | "down">
  | Pick<Extract<RevisionDraft, { readonly format: "ts" }>, "format" | "imports" | "up" | "down">;

/** Twelve hex digits, as Alembic's. */
export function newRevisionId(): string {
  return randomBytes(6).toString("hex");
}

/** Parts with nothing in them, for the user to fill in; a merge mostly stays empty, so it imports nothing either. */
export function emptyContent(format: "sql" | "ts", merges = false): RevisionContent {
  return format === "sql" ? { format, up: [], down: [] } : { format, imports: merges ? [] : ["sql"], up: [], down: [] };
}

/** The directory that the file goes to. Throws `config/unknown-directory` for one that is not in the config. */
function directoryOf(
  { config, files }: Pick<Project, "config" | "files">,
  asked: string | null,
  parents: readonly string[],
): string {
  const { migrations } = config;
  if (asked !== null) {
    const wanted = displayPath(config.cwd, join(config.cwd, asked));
    const found = migrations.find((one) => displayPath(config.cwd, one) === wanted || one === asked);
    if (found !== undefined) return found;
    const known = migrations.map((one) => displayPath(config.cwd, one));
    throw problem("usage/unknown-directory", { directory: asked, known });
  }
  const beside = files.get(parents[0] ?? "")?.directory;
  const [first] = migrations;
  return beside ?? first ?? join(config.root, "migrations");
}

/** A new revision with its place in the graph and its file's name, before anything is written. */
export interface PlannedRevision {
  readonly header: HeaderDraft;
  readonly directory: string;
  /** Absolute path of the file to come. */
  readonly path: string;
  /** As a user would write it. */
  readonly file: string;
}

/** Places a new revision in the graph and names its file. */
export function placeNewRevision(
  { config, graph, files }: Project,
  inputs: NewRevisionInputs,
  format: "sql" | "ts",
): PlannedRevision {
  const id = inputs.id ?? newRevisionId();
  const { parents, dependsOn, labels } = placeRevision(graph, {
    id,
    heads: inputs.heads,
    splice: inputs.splice,
    merges: inputs.merges ?? false,
    dependsOn: inputs.dependsOn,
    labels: inputs.labels,
    ...(inputs.applied === undefined ? {} : { applied: inputs.applied }),
  });
  const created = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const { message } = inputs;
  const name = revisionFileName(config.fileTemplate, { id, message, created, format });
  const directory = directoryOf({ config, files }, inputs.directory, parents);
  const path = join(directory, name);
  const header = { id, parents, dependsOn, labels, replaces: [], message, created };
  return { header, directory, path, file: displayPath(config.cwd, path) };
}

/**
 * Writes the file of a new revision, runs the config's hooks on it and brings the directory's hash list up to date.
 * Nothing is left behind when a hook fails but the file itself, which the error names.
 */
export async function writePlacedRevision(
  project: Project,
  { header, directory, path, file }: PlannedRevision,
  content: RevisionContent,
  context: Context,
): Promise<NewRevisionOutcome> {
  const { config } = project;
  writeFileAtomically(path, newRevisionSource({ ...header, ...content }), { overwrite: false, file });
  for (const command of config.afterWrite) context.report({ type: "hook", command });
  await runHooks(config.afterWrite, { path, file, cwd: config.root });
  renewSum(project, directory);
  const { id, message, parents, dependsOn, labels } = header;
  const sumFile = displayPath(config.cwd, join(directory, sumFileName));
  return { id, message, parents, dependsOn, labels, file, sumFile };
}

/** Places a new revision in the graph and writes its file. */
export async function writeRevision(
  project: Project,
  inputs: NewRevisionInputs,
  content: RevisionContent,
  context: Context,
): Promise<NewRevisionOutcome> {
  return await writePlacedRevision(project, placeNewRevision(project, inputs, content.format), content, context);
}

/** Writes a directory's hash list anew, from what the directories hold now. */
export function renewSum({ config }: Project, directory: string): void {
  const { revisions } = readRevisions({ directories: config.migrations, cwd: config.cwd });
  writeSum(inGraphOrder(revisions), directory);
}

/** Revisions so that each stands after all that it needs; ties in load order. */
export function inGraphOrder(revisions: readonly RevisionFile[]): readonly RevisionFile[] {
  const { order } = buildGraph(revisions).index;
  return [...order].flatMap((number) => revisions[number] ?? []);
}
