import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { crc32, inflateRawSync } from "node:zlib";
import { tarGz, zip } from "../scripts/release/archive.ts";
import { billOfMaterials, components, licenceTexts } from "../scripts/release/components.ts";
import { checkSignature } from "../scripts/release/signature.ts";
import { thisTarget } from "../scripts/targets.ts";
import { project } from "./support/releases.ts";

const out = join(project, "dist", "release");
const { name } = thisTarget();
const version = JSON.parse(readFileSync(join(project, "deno.json"), "utf8")).version as string;
let root = "";

before(() => {
  root = mkdtempSync(join(tmpdir(), "migrate-release-"));
  const deno = process.versions["deno"] === undefined ? "deno" : process.execPath;
  const made = spawnSync(deno, ["run", "-A", "scripts/release.ts", name], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, SOURCE_DATE_EPOCH: "1700000000" },
  });
  assert.equal(made.status, 0, made.stderr);
});
after(() => rmSync(root, { recursive: true, force: true }));

function install(args: readonly string[], env: Readonly<Record<string, string>>, script = join(out, "install.sh")) {
  return spawnSync("sh", [script, ...args], {
    encoding: "utf8",
    env: { PATH: "/usr/bin:/bin", HOME: root, MIGRATE_BASE_URL: `file://${out}`, ...env },
  });
}

test("a release holds the program, its licences, completions and man pages, with checksums", () => {
  assert.deepEqual(readdirSync(out).sort(), [
    "SHA256SUMS",
    "install.sh",
    `migrate-${version}-${name}.tar.gz`,
    "migrate.cdx.json",
  ]);
  const check = spawnSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: out, encoding: "utf8" });
  assert.equal(check.status, 0, check.stderr);
  const listed = spawnSync("tar", ["-tzf", join(out, `migrate-${version}-${name}.tar.gz`)], { encoding: "utf8" });
  const files = listed.stdout.trim().split("\n").map((path) => path.replace(`migrate-${version}-${name}/`, ""));
  for (const wanted of ["migrate", "LICENSE", "LICENSES-OF-PARTS", "completions/migrate.bash", "man/man1/migrate.1"]) {
    assert.ok(files.includes(wanted), `${wanted} is missing`);
  }
});

test("the installer puts a working program into a directory", () => {
  const directory = join(root, "bin with space");
  const done = install(["--to", directory], {});
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /Installed migrate/);
  assert.deepEqual(readdirSync(directory), ["migrate"]);
  const asked = spawnSync(join(directory, "migrate"), ["--version"], { encoding: "utf8", env: {} });
  assert.match(asked.stdout, new RegExp(`^migrate ${version.replaceAll(".", "\\.")} \\(${name}, `));
  assert.equal(install(["--to", directory], {}).status, 0, "installing again replaces it");
});

test("the installer refuses a file with another checksum, and installs nothing", () => {
  const forged = mkdtempSync(join(root, "forged-"));
  for (const file of readdirSync(out)) {
    const content = readFileSync(join(out, file));
    writeFileSync(join(forged, file), file.endsWith(".tar.gz") ? content.subarray(0, -1) : content);
  }
  const directory = join(root, "none");
  const done = install(["--to", directory], { MIGRATE_BASE_URL: `file://${forged}` });
  assert.equal(done.status, 1);
  assert.match(done.stderr, /checksum/);
  assert.ok(!existsSync(directory));
});

test("the installer refuses sources that it cannot trust or understand", () => {
  for (const url of ["http://example.org", "ftp://example.org", "/tmp"]) {
    assert.match(install([], { MIGRATE_BASE_URL: url }).stderr, /must start with https/);
  }
  assert.match(install([], { MIGRATE_BASE_URL: `file://${root}/nowhere` }).stderr, /cannot get/);
  assert.match(install(["--force"], {}).stderr, /unknown argument "--force"/);
  assert.match(install([], {}, join(project, "install.sh")).stderr, /published with a release/);
});

test("the bill of materials names what is in the program, and is the same for the same source", () => {
  const list = components();
  const names = list.map((each) => each.name);
  for (const wanted of ["@electric-sql/pglite", "PostgreSQL", "bun", "pgvector", "postgres", "zod"]) {
    assert.ok(names.includes(wanted), wanted);
  }
  for (const unwanted of ["fast-check", "@types/node", "pg"]) assert.ok(!names.includes(unwanted), unwanted);
  const bill = billOfMaterials(list, version, 1_700_000_000);
  assert.equal(bill, billOfMaterials(components(), version, 1_700_000_000));
  const { bomFormat, serialNumber, components: entries } = JSON.parse(bill);
  assert.equal(bomFormat, "CycloneDX");
  assert.match(serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(entries.map((entry: { "bom-ref": string }) => entry["bom-ref"])).size, entries.length);
  for (const { name } of list) assert.ok(licenceTexts(list).includes(`\n${name} `), name);
});

const sample = [
  { path: "d/tool", content: new TextEncoder().encode("#!/bin/sh\n".repeat(100)), executable: true },
  { path: "d/é.txt", content: new Uint8Array(0), executable: false },
];

test("tar archives unpack with their modes and times", () => {
  const archive = join(root, "sample.tar.gz");
  writeFileSync(archive, tarGz(sample, 1_700_000_000));
  const listed = spawnSync("tar", ["--utc", "--full-time", "-tvzf", archive], { encoding: "utf8" });
  assert.equal(listed.status, 0, listed.stderr);
  const [tool, text] = listed.stdout.trim().split("\n");
  assert.match(tool ?? "", /^-rwxr-xr-x 0\/0 +1000 2023-11-14 22:13:20 d\/tool$/);
  assert.match(text ?? "", /^-rw-r--r-- 0\/0 +0 2023-11-14 22:13:20 d\//);
});

test("zip archives hold what was put in, with modes", () => {
  const archive = Buffer.from(zip(sample, 1_700_000_000));
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  assert.equal(archive.readUInt16LE(end + 10), sample.length);
  let at = archive.readUInt32LE(end + 16);
  for (const { path, content, executable } of sample) {
    const [crc, packed, size] = [16, 20, 24].map((offset) => archive.readUInt32LE(at + offset));
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    assert.equal(archive.toString("utf8", at + 46, at + 46 + nameLength), path);
    assert.equal(archive.readUInt32LE(at + 38) >>> 16, executable ? 0o100755 : 0o100644);
    const data = local + 30 + archive.readUInt16LE(local + 26);
    const unpacked = inflateRawSync(archive.subarray(data, data + (packed ?? 0)));
    assert.deepEqual([unpacked.length, crc32(unpacked)], [size, crc]);
    assert.deepEqual(new Uint8Array(unpacked), content);
    at += 46 + nameLength;
  }
});

test("what is no program for macOS has no signature to check", () => {
  assert.equal(checkSignature(new Uint8Array(10)), null);
  assert.equal(checkSignature(readFileSync(join(project, "dist", "migrate"))), null);
});
