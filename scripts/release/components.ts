/** What the program is made of: the packages in it, for the bill of materials and the licence texts. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "../build.ts";

/** A piece of software in the program. */
export interface Component {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Package URL; null for what comes inside a package. */
  readonly purl: string | null;
  /** As in deno.lock; null when unknown. */
  readonly integrity: string | null;
  readonly licenceText: string;
}

interface Manifest {
  readonly imports: Readonly<Record<string, string>>;
}

interface Lock {
  readonly npm: Readonly<Record<string, { readonly integrity?: string; readonly dependencies?: readonly string[] }>>;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(project, path), "utf8")) as T;
}

/** Names of the packages that files under src/ import. */
function importedPackages(): Set<string> {
  const names = new Set<string>();
  for (const path of readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const text = readFileSync(join(project, "src", path), "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
    for (const [, specifier = ""] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([@\w][^":]*)"/g)) {
      names.add(specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/"));
    }
  }
  return names;
}

/**
 * Everything in the program: the packages that its code imports with what they depend on, the runtime, and the
 * PostgreSQL and pgvector inside PGlite's packages, which have licences of their own.
 */
export function components(): readonly Component[] {
  const { imports } = readJson<Manifest>("deno.json");
  const lock = readJson<Lock>("deno.lock");
  const imported = importedPackages();
  const found = new Map<string, Component>();
  const add = (name: string, version: string) => {
    if (found.has(name)) return;
    const key = Object.keys(lock.npm).find((each) =>
      each === `${name}@${version}` || each.startsWith(`${name}@${version}_`)
    );
    const locked = key === undefined ? undefined : lock.npm[key];
    found.set(name, packageComponent(name, version, locked?.integrity ?? null));
    // Peers of drizzle-orm that the lock lists are drivers which the program does not load.
    for (const dependency of name === "drizzle-orm" ? [] : locked?.dependencies ?? []) {
      const next = Object.keys(lock.npm).find((each) => each.startsWith(`${dependency}@`));
      if (next !== undefined && !next.startsWith("@oven/")) {
        add(dependency, next.slice(dependency.length + 1).split("_")[0] ?? "");
      }
    }
  };
  for (const [name, target] of Object.entries(imports)) {
    const shipped = imported.has(name) || name === "bun" || name === "@electric-sql/pglite-pgvector";
    if (shipped && target.startsWith("npm:")) add(name, target.replace(/^.*@/, ""));
  }
  const inside = [
    { name: "PostgreSQL", version: "18", licence: "PostgreSQL" },
    { name: "pgvector", version: "0.8", licence: "PostgreSQL" },
  ].map((each) => ({ ...each, purl: null, integrity: null, licenceText: ownText("postgresql.txt") }));
  return [...found.values(), ...inside].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Texts for packages that come without one. */
const texts: Readonly<Record<string, string>> = { bun: "bun.txt", postgres: "unlicense.txt" };

function ownText(name: string): string {
  return readFileSync(join(project, "scripts", "release", "licences", name), "utf8");
}

function packageComponent(name: string, version: string, integrity: string | null): Component {
  const directory = join(project, "node_modules", name);
  const { license = "" } = readJson<{ license?: string }>(join("node_modules", name, "package.json"));
  const named = readdirSync(directory).find((each) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
  const file = named === undefined ? undefined : join(directory, named);
  const own = texts[name];
  const apache = join(project, "node_modules", "@electric-sql", "pglite", "LICENSE");
  if (file === undefined && own === undefined && license !== "Apache-2.0") {
    throw new Error(`"${name}" has no licence text`);
  }
  const licenceText = own === undefined ? readFileSync(file ?? apache, "utf8") : ownText(own);
  return {
    name,
    version,
    licence: license,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    integrity,
    licenceText,
  };
}

/** The licences of all components, as one text for people. */
export function licenceTexts(list: readonly Component[]): string {
  const parts = list.map(({ name, version, licence, licenceText }) =>
    `${"=".repeat(80)}\n${name} ${version} (${licence})\n${"=".repeat(80)}\n\n${licenceText.trim()}\n`
  );
  return `This program contains the software below, each under its own licence.\n\n${parts.join("\n")}`;
}

/** A CycloneDX 1.6 bill of materials; the same components and time give the same bytes. */
export function billOfMaterials(list: readonly Component[], version: string, time: number): string {
  const entries = list.map(({ name, version, licence, purl, integrity }) => ({
    type: "library",
    "bom-ref": purl ?? `${name}@${version}`,
    name,
    version,
    licenses: [/ (?:OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    ...(purl === null ? {} : { purl }),
    ...(integrity === null ? {} : { hashes: [integrityHash(integrity)] }),
  }));
  const hash = createHash("sha256").update(JSON.stringify([entries, version, time])).digest("hex");
  const uuid = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuid}`,
    version: 1,
    metadata: {
      timestamp: new Date(time * 1000).toISOString(),
      component: {
        type: "application",
        "bom-ref": "migrate",
        name: "migrate",
        version,
        licenses: [{ license: { id: "MIT" } }],
      },
    },
    components: entries,
    dependencies: [{ ref: "migrate", dependsOn: entries.map((entry) => entry["bom-ref"]) }],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function integrityHash(integrity: string): { readonly alg: string; readonly content: string } {
  const [algorithm = "", digest = ""] = integrity.split("-");
  return {
    alg: algorithm.toUpperCase().replace("SHA", "SHA-"),
    content: Buffer.from(digest, "base64").toString("hex"),
  };
}
