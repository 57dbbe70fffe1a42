/** What `migrate init` can start a project with, as data. */

export interface TemplateFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** A model to begin with: a project that has one already keeps its own. */
  readonly sample?: boolean;
}

export interface Template {
  readonly name: "sql" | "ts" | "drizzle" | "multidb";
  readonly summary: string;
  readonly files: readonly TemplateFile[];
  readonly directories: readonly string[];
  /** Whether revisions or models are TypeScript, so that `migrate.d.ts` is wanted. */
  readonly typescript: boolean;
}

const settings = `
# lock_timeout = "5s"        # a statement that waits longer for a table's lock is tried again
# format = "ts"              # what \`migrate revision\` writes: "sql" or "ts"
# All settings: migrate help config
`;

const environments = `
[env.test]
url = "pglite:memory"        # keeps nothing

[env.production]
url = "\${DATABASE_URL}"
protected = true             # what loses data needs --allow-destructive
`;

const config = (models: string, more = ""): string =>
  `url = "pglite:.migrate/dev"  # an embedded PostgreSQL in this directory; or postgres://…
migrations = ["migrations"]
models = [${models}]
${more}${settings}${environments}`;

/** Keeps the embedded database and the cache out of git, without touching the project's own .gitignore. */
const ignored: TemplateFile = { path: ".migrate/.gitignore", text: "*\n" };

const sqlModel = `-- What the schema should be. Change it, and \`migrate revision --autogenerate\` writes the revision.
CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL UNIQUE,
  full_name text,
  is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE items (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  title text NOT NULL,
  owner_id uuid NOT NULL REFERENCES users ON DELETE CASCADE
);
`;

const zodModel = `// What the schema should be. Change it, and \`migrate revision --autogenerate\` writes the revision.
import { sql, table, z } from "migrate:kit";

export const User = table(
  "users",
  z.object({
    id: z.uuid().meta({ primaryKey: true, default: sql\`gen_random_uuid()\` }),
    email: z.email().meta({ unique: true }),
    fullName: z.string().max(120).nullable(),
    isActive: z.boolean().default(true),
  }),
  { naming: "snake_case" },
);

export const Item = table(
  "items",
  z.object({
    id: z.int().meta({ primaryKey: true, identity: "always" }),
    title: z.string(),
    ownerId: z.uuid().meta({ references: () => User.id, onDelete: "cascade", index: true }),
  }),
  { naming: "snake_case" },
);
`;

const drizzleModel =
  `// What the schema should be. Change it, and \`migrate revision --autogenerate\` writes the revision.
import { boolean, integer, pgTable, text, uuid, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  fullName: varchar("full_name", { length: 120 }),
  isActive: boolean("is_active").notNull().default(true),
});

export const items = pgTable("items", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  title: text().notNull(),
  ownerId: uuid("owner_id").notNull().references(() => users.id, { onDelete: "cascade" }),
});
`;

const severalDatabases =
  `# Several databases: each environment has its own revisions, models and database. Choose one with --env.
#   migrate revision --env app -m "first"
#   migrate up --env reports

[env.app]
url = "pglite:.migrate/app"
migrations = ["migrations/app"]
models = ["models/app.sql"]

[env.reports]
url = "pglite:.migrate/reports"
migrations = ["migrations/reports"]
models = ["models/reports.sql"]
`;

const reportsModel = `-- What the schema of the second database should be.
CREATE TABLE daily_totals (
  day date PRIMARY KEY,
  orders integer NOT NULL DEFAULT 0
);
`;

/** The template of Drizzle for a project that has a schema: these entries of `models`, and no sample. */
export function drizzleFiles(models: readonly string[]): readonly TemplateFile[] {
  return [{ path: "migrate.toml", text: config(models.join(", ")) }, ignored];
}

/** The templates, the default one first. */
export const templates: readonly Template[] = [
  {
    name: "sql",
    summary: "Revisions and model in SQL",
    typescript: false,
    directories: ["migrations"],
    files: [
      { path: "migrate.toml", text: config('"models/*.sql"') },
      { path: "models/schema.sql", text: sqlModel, sample: true },
      ignored,
    ],
  },
  {
    name: "ts",
    summary: "Revisions in TypeScript, models as zod tables",
    typescript: true,
    directories: ["migrations"],
    files: [
      {
        path: "migrate.toml",
        text: config('"models/*.ts"', 'format = "ts"\n').replace('# format = "ts" ', '# format = "sql"'),
      },
      { path: "models/tables.ts", text: zodModel, sample: true },
      ignored,
    ],
  },
  {
    name: "drizzle",
    summary: "Revisions in SQL, the model is a Drizzle schema",
    typescript: true,
    directories: ["migrations"],
    files: [
      { path: "migrate.toml", text: config('{ drizzle = "src/schema.ts" }') },
      { path: "src/schema.ts", text: drizzleModel, sample: true },
      ignored,
    ],
  },
  {
    name: "multidb",
    summary: "Two databases in one project, each with its own revisions and model",
    typescript: false,
    directories: ["migrations/app", "migrations/reports"],
    files: [
      { path: "migrate.toml", text: severalDatabases },
      { path: "models/app.sql", text: sqlModel, sample: true },
      { path: "models/reports.sql", text: reportsModel, sample: true },
      ignored,
    ],
  },
];
