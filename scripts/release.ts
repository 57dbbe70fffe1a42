/**
 * Makes a release: the program for every machine, each in an archive with its licences, completions and man pages, and
 * beside them checksums, a bill of materials and the installer.
 *
 *   deno task release [TARGET…]          into dist/release; all targets unless some are named
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { version } from "../src/base/build.ts";
import { compile, project, run } from "./build.ts";
import { type ArchiveFile, tarGz, zip } from "./release/archive.ts";
import { billOfMaterials, components, licenceTexts } from "./release/components.ts";
import { checkSignature } from "./release/signature.ts";
import { type Target, targets, thisTarget } from "./targets.ts";

/** What every archive holds beside the program; paths are below the archive's directory. */
type Extras = readonly ArchiveFile[];

/** Seconds since 1970 that stand in archives: of the commit, so that the same source gives the same bytes. */
function sourceTime(): number {
  const given = Number(process.env["SOURCE_DATE_EPOCH"]);
  return given > 0 ? given : Number(run("git", ["log", "-1", "--format=%ct"]).trim());
}

/** Completions and man pages come from the program itself, built for this machine. */
async function extras(licences: string): Promise<Extras> {
  const target = thisTarget();
  const program = join(project, "dist", target.program);
  await compile(target, program);
  const pages = mkdtempSync(join(tmpdir(), "migrate-man-"));
  try {
    run(program, ["man", "--output", pages]);
    const text = (path: string, content: string | Uint8Array): ArchiveFile => ({
      path,
      content: Buffer.from(content),
      executable: false,
    });
    return [
      text("LICENSE", readFileSync(join(project, "LICENSE"))),
      text("LICENSES-OF-PARTS", licences),
      ...["bash", "fish", "nushell", "pwsh", "zsh"].map((shell) =>
        text(`completions/migrate.${shell}`, run(program, ["completion", shell]))
      ),
      ...readdirSync(pages).sort().map((page) => text(`man/man1/${page}`, readFileSync(join(pages, page)))),
    ];
  } finally {
    rmSync(pages, { recursive: true, force: true });
  }
}

function say(text: string): void {
  console.log(text);
}

/** Says what a Mac will make of the program's signature; nothing for other machines. */
function reportSignature(target: Target, content: Uint8Array): void {
  if (!target.name.startsWith("darwin-")) return;
  const check = checkSignature(content);
  if (check === null) say(`  ${target.name}: no code signature; macOS on Apple's processors will not start it`);
  else if (check.wrong === 0) say(`  ${target.name}: code signature valid, all ${check.pages} pages match`);
  else {
    say(`  ${target.name}: code signature INVALID, ${check.wrong} of ${check.pages} pages do not match;`);
    say(`    sign it again on a Mac (codesign --force --sign - migrate) before it is published`);
  }
}

async function release(chosen: readonly Target[], directory: string): Promise<void> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const time = sourceTime();
  const parts = components();
  const others = await extras(licenceTexts(parts));
  for (const target of chosen) {
    const own = target.name === thisTarget().name;
    const program = join(project, own ? "dist" : join(".build", "release", target.name), target.program);
    await compile(target, program);
    const content = readFileSync(program);
    const name = `migrate-${version}-${target.name}`;
    const files = [{ path: target.program, content, executable: true }, ...others]
      .map((file) => ({ ...file, path: `${name}/${file.path}` }));
    const archive = target.archive === "zip" ? zip(files, time) : tarGz(files, time);
    writeFileSync(join(directory, `${name}.${target.archive}`), archive);
    say(`${name}.${target.archive}  ${(archive.length / 1e6).toFixed(1)} MB`);
    reportSignature(target, content);
  }
  writeFileSync(join(directory, "migrate.cdx.json"), billOfMaterials(parts, version, time));
  writeFileSync(join(directory, "install.sh"), installer(), { mode: 0o755 });
  const sums = readdirSync(directory).sort().map((file) =>
    `${createHash("sha256").update(readFileSync(join(directory, file))).digest("hex")}  ${file}\n`
  );
  writeFileSync(join(directory, "SHA256SUMS"), sums.join(""));
}

/** The installer of this release: it knows its version and, when that is known here, where the files will be. */
function installer(): string {
  const base = process.env["MIGRATE_BASE_URL"] ?? "@BASE_URL@";
  if (/['\\\n]/.test(base)) throw new Error("MIGRATE_BASE_URL holds a character that the installer cannot quote");
  const text = readFileSync(join(project, "install.sh"), "utf8");
  return text.replace("version='@VERSION@'", `version='${version}'`).replace("'@BASE_URL@'", `'${base}'`);
}

const named = process.argv.slice(2);
const unknown = named.find((name) => !targets.some((target) => target.name === name));
if (unknown !== undefined) {
  throw new Error(`There is no target "${unknown}": ${targets.map(({ name }) => name).join(", ")}`);
}
const chosen = named.length === 0 ? targets : targets.filter(({ name }) => named.includes(name));
await release(chosen, join(project, "dist", "release"));
