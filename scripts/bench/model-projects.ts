/** Projects with models of many tables, whose migrations say the same as the models did before the change. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, outputOf, runOnce } from "./measure.ts";
import { drizzleModels, type ModelSize, sqlalchemyModels, zodModels } from "./models.ts";
import type { Database, World } from "./world.ts";

/** A project that can be brought back to where it began. */
export interface ModelProject {
  readonly directory: string;
  readonly command: (...args: readonly string[]) => Command;
  /**
   * Takes back what a run wrote. What was kept between runs is as it was before the models changed; `cold`: there is
   * nothing.
   */
  readonly reset: (cold: boolean) => void;
}

/** Our project. The migrations are one revision with all tables. */
export function ownProject(world: World, source: "zod" | "drizzle", size: ModelSize): ModelProject {
  const directory = mkdtempSync(join(world.directory, `models-${source}-`));
  const models = source === "zod" ? zodModels : drizzleModels;
  const entry = source === "zod" ? '["models.ts"]' : '[{ drizzle = "models.ts" }]';
  writeFileSync(join(directory, "migrate.toml"), `migrations = ["migrations"]\nmodels = ${entry}\n`);
  mkdirSync(join(directory, "migrations"));
  const command = (...args: readonly string[]) => ({ program: world.migrate, args, cwd: directory });
  writeFileSync(join(directory, "models.ts"), models({ ...size, changed: 0 }));
  const statements = outputOf(command("diff", "empty", "models"));
  const header = "-- all tables\n-- revision: a0000000\n-- parents: none\n-- created: 2026-01-01T00:00:00Z\n";
  const first = "000001_a0000000.sql";
  writeFileSync(join(directory, "migrations", first), `${header}\n-- migrate:up\n${statements}`);
  runOnce(command("check"));
  const begin = join(directory, "begin");
  for (const kept of ["migrations", ".migrate"]) cpSync(join(directory, kept), join(begin, kept), { recursive: true });
  writeFileSync(join(directory, "models.ts"), models(size));
  const reset = (cold: boolean) => {
    for (const kept of ["migrations", ".migrate"]) {
      rmSync(join(directory, kept), { recursive: true, force: true });
      if (!cold || kept === "migrations") cpSync(join(begin, kept), join(directory, kept), { recursive: true });
    }
  };
  return { directory, command, reset };
}

/** A project of drizzle-kit with the same Drizzle tables. */
export function drizzleProject(world: World, size: ModelSize): ModelProject {
  const directory = mkdtempSync(join(world.directory, "drizzle-kit-"));
  symlinkSync(world.nodeModules, join(directory, "node_modules"));
  writeFileSync(join(directory, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(directory, "drizzle.config.ts"),
    'export default { dialect: "postgresql", schema: "./models.ts", out: "./drizzle" };\n',
  );
  const [node = "node"] = execFileSync("sh", ["-c", "command -v node"], { encoding: "utf8" }).split("\n");
  const command = (...args: readonly string[]) => ({
    program: node,
    args: [world.drizzleKit, ...args],
    cwd: directory,
    env: { PATH: "/usr/bin:/bin" },
  });
  writeFileSync(join(directory, "models.ts"), drizzleModels({ ...size, changed: 0 }));
  runOnce(command("generate"));
  cpSync(join(directory, "drizzle"), join(directory, "begin"), { recursive: true });
  writeFileSync(join(directory, "models.ts"), drizzleModels(size));
  const reset = () => {
    rmSync(join(directory, "drizzle"), { recursive: true });
    cpSync(join(directory, "begin"), join(directory, "drizzle"), { recursive: true });
  };
  return { directory, command, reset };
}

/** A project of Alembic with the same tables, and a live database that has them. */
export function alembicProject(world: World, program: string, database: Database, size: ModelSize): ModelProject {
  const directory = mkdtempSync(join(world.directory, "alembic-"));
  const url = database.url.replace("postgres:", "postgresql+psycopg2:");
  writeFileSync(join(directory, "alembic.ini"), "[alembic]\nscript_location = scripts\n");
  mkdirSync(join(directory, "scripts", "versions"), { recursive: true });
  writeFileSync(
    join(directory, "scripts", "env.py"),
    `import sys; sys.setrecursionlimit(100000); sys.path.insert(0, ".")
from alembic import context
from sqlalchemy import create_engine
from models import metadata
with create_engine("${url}").connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
`,
  );
  writeFileSync(
    join(directory, "scripts", "script.py.mako"),
    "revision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\nfrom alembic import op\n" +
      "import sqlalchemy as sa\n${imports if imports else ''}\ndef upgrade():\n    ${upgrades if upgrades else 'pass'}\n" +
      "def downgrade():\n    ${downgrades if downgrades else 'pass'}\n",
  );
  writeFileSync(join(directory, "models.py"), sqlalchemyModels({ ...size, changed: 0 }));
  const make =
    `from sqlalchemy import create_engine; from models import metadata; metadata.create_all(create_engine("${url}"))`;
  execFileSync("/usr/bin/python3", ["-B", "-c", make], { cwd: directory });
  writeFileSync(join(directory, "models.py"), sqlalchemyModels(size));
  const versions = join(directory, "scripts", "versions");
  const reset = () => {
    rmSync(versions, { recursive: true });
    mkdirSync(versions);
  };
  return {
    directory,
    command: (...args) => ({ program, args, cwd: directory, env: { PATH: "/usr/bin:/bin" } }),
    reset,
  };
}
