/**
 * Loads TypeScript models. It runs users' code, so the program does it in a process of its own, which can be stopped
 * when it does not end; request and reply are JSON.
 */
import { readFileSync } from "node:fs";
import { type Location, Problem, problem } from "../base/problem.ts";
import { importUserModule } from "../base/user-module.ts";
import type { Spot } from "../sql/statement.ts";
import { assemble, type Models } from "./assemble.ts";
import { columnPlace } from "./column-place.ts";
import { refuseDanglingReferences } from "./references.ts";
import type { LoadedModels, LoadReply, LoadRequest, ModelFile } from "./reply.ts";
import { collectZod, exportedValues } from "./zod/collect.ts";

interface LoadedFile extends ModelFile {
  readonly values: readonly unknown[];
}

/**
 * Loads the files of a request and returns their DDL.
 *
 * Throws `module/…` when a file cannot be loaded, and every `model/…` that says what is wrong with a model.
 */
export async function loadModels(request: LoadRequest, kit: () => Promise<object>): Promise<LoadedModels> {
  const { definedTables } = await import("./zod/table.ts");
  const before = definedTables().length;
  const files: LoadedFile[] = [];
  for (const file of request.files) {
    const module = await importUserModule(file.path, { file: file.file, what: "model", typescript: "allow", kit });
    files.push({ ...file, values: exportedValues(module, 0) });
  }
  const { tables, definitions, renames } = collectZod(files.map(({ values }) => values), before);
  const drizzle = await Promise.all(castings(files).map(loadDrizzle));
  const models: Models = {
    tables: [...tables, ...drizzle.flatMap((one) => one.tables)],
    definitions: [...definitions, ...drizzle.flatMap((one) => one.definitions)],
  };
  const [first] = files;
  if (first !== undefined && models.tables.length + models.definitions.length === 0) {
    throw problem("model/nothing-defined", { source: first.file }, { at: { file: first.file } });
  }
  if (request.complete && !models.definitions.some(({ kind }) => kind === "ddl")) {
    refuseDanglingReferences(models.tables);
  }
  return {
    statements: assemble(models, request.naming),
    renames,
    roles: [...new Set([...drizzle.flatMap((one) => one.roles), ...rolesOf(models)])],
  };
}

/** Files by their casing: the same table can be exported by several files, but has one casing. */
function castings(files: readonly LoadedFile[]): readonly (readonly LoadedFile[])[] {
  return [...Map.groupBy(files.filter(({ values }) => values.some(isDrizzle)), ({ casing }) => casing).values()];
}

/** Drizzle marks its classes and its enums with registered symbols. */
function isDrizzle(value: unknown): boolean {
  if (typeof value === "function") return Symbol.for("drizzle:isPgEnum") in value;
  if (typeof value !== "object" || value === null) return false;
  const { constructor } = value;
  return typeof constructor === "function" && Symbol.for("drizzle:entityKind") in constructor;
}

async function loadDrizzle(files: readonly LoadedFile[]) {
  const [{ loadOrm }, { collectDrizzle }] = await Promise.all([
    import("./drizzle/orm.ts"),
    import("./drizzle/collect.ts"),
  ]);
  const orm = await loadOrm(files[0]?.casing ?? null);
  return collectDrizzle(orm, files.flatMap(({ values }) => values), locator(files));
}

/** Finds the place where a name is first written in quotes. The texts are searched once, whatever the number of names. */
function locator(files: readonly ModelFile[]): (name: string) => Spot | null {
  const spots = new Map<string, Spot>();
  for (const { path, file } of files) {
    for (const [index, text] of readFileSync(path, "utf8").split("\n").entries()) {
      for (const [name, column] of quotedIn(text)) {
        if (!spots.has(name)) spots.set(name, { file, line: index + 1, column, operation: null });
      }
    }
  }
  return (name) => spots.get(name) ?? null;
}

/** Every text between two quotes of one kind, with the column of the first, counted from 1. */
function quotedIn(text: string): readonly (readonly [text: string, column: number])[] {
  return ['"', "'", "`"].flatMap((quote) => {
    let column = 0;
    return text.split(quote).slice(0, -1).flatMap((part, at) => {
      const start = column;
      column += part.length + 1;
      return at === 0 ? [] : [[part, start] as const];
    });
  });
}

function rolesOf({ tables, definitions }: Models): readonly string[] {
  const named = [
    ...tables.flatMap(({ grants, options: { owner }, policies }) => [
      ...grants.map(({ to }) => to),
      ...(owner === undefined ? [] : [owner]),
      ...policies.flatMap(({ to }) => to ?? []),
    ]),
    ...definitions.flatMap((definition) =>
      "name" in definition
        ? [
          ...(definition.grants ?? []).map(({ to }) => to),
          ...(definition.owner === undefined ? [] : [definition.owner]),
        ]
        : []
    ),
  ];
  return named.filter((role) => !/^(public|current_role|current_user|session_user)$/i.test(role));
}

/** A reply to a request: what loading throws becomes part of it. */
export async function replyTo(request: LoadRequest, kit: () => Promise<object>): Promise<LoadReply> {
  try {
    return { ok: true, ...await loadModels(request, kit) };
  } catch (error) {
    const known = error instanceof Problem ? error : unexpected(error, request);
    const problems = [known, ...known.others];
    return {
      ok: false,
      problems: problems.map((one) => ({ code: one.code, data: one.data, at: placeOf(one, request) })),
    };
  }
}

/** What users' getters throw while models are read; it has no place but in its stack. */
function unexpected(error: unknown, { files }: LoadRequest): Problem {
  const [name, message, stack] = error instanceof Error
    ? [error.name, error.message, error.stack ?? null]
    : ["a value", String(error), null];
  return problem("model/load-failed", { file: files.map(({ file }) => file).join(", "), error: name, message, stack });
}

/** A model knows where its table begins; a problem of a column is shown where the column is. */
function placeOf({ at, data }: Problem, { files }: LoadRequest): Location | null {
  const column = typeof data === "object" && data !== null && "column" in data ? data.column : null;
  const path = files.find(({ file }) => file === at?.file)?.path;
  if (at?.line === undefined || path === undefined || typeof column !== "string") return at;
  return columnPlace(readFileSync(path, "utf8"), { file: at.file, line: at.line }, column) ?? at;
}
