/** The shape of each command's outcome: what `--json` prints besides `ok`, `command` and `version`. */
import * as z from "zod";
import type { BranchesOutcome } from "../../commands/branches.ts";
import type { AutogenerateOutcome } from "../../commands/autogenerate.ts";
import type { CheckOutcome } from "../../commands/check.ts";
import type { ConfigShowOutcome } from "../../commands/config-show.ts";
import type { CurrentOutcome } from "../../commands/current.ts";
import type { DiffOutcome } from "../../commands/diff.ts";
import type { DoctorOutcome } from "../../commands/doctor.ts";
import type { DumpOutcome } from "../../commands/dump.ts";
import type { EditOutcome } from "../../commands/edit.ts";
import type { EnsureVersionOutcome } from "../../commands/ensure-version.ts";
import type { ExplainOutcome } from "../../commands/explain.ts";
import type { HeadsOutcome } from "../../commands/heads.ts";
import type { HistoryOutcome } from "../../commands/history.ts";
import type { InitOutcome } from "../../commands/init.ts";
import type { ListingOutcome, RunOutcome, ScriptOutcome } from "../../commands/run.ts";
import type { ShowOutcome } from "../../commands/show.ts";
import type { StampOutcome } from "../../commands/stamp.ts";
import type { StatusOutcome } from "../../commands/status.ts";
import type { TemplatesOutcome } from "../../commands/templates.ts";
import type { TypesOutcome } from "../../commands/types.ts";
import type { VersionOutcome } from "../../commands/version.ts";
import type { NewRevisionOutcome } from "../../commands/write-revision.ts";
import { lockLevels } from "../../commands/schema/plan-types.ts";
import type { CommandName } from "../table/mod.ts";
import { direction, ids, logRow, revisionItem, revisionName, shape, stepDone, stepFailure, stepRef } from "./parts.ts";

const text = z.string();
const nullableText = z.string().nullable();

const run = shape<RunOutcome>()(z.object({
  database: text,
  env: nullableText,
  status: z.enum(["done", "failed", "interrupted"]),
  runId: nullableText,
  done: z.array(stepDone),
  failed: stepFailure.nullable(),
  left: z.array(stepRef),
  durationMs: z.number(),
}));

const script = shape<ScriptOutcome>()(z.object({ script: text }));

const spot = z.object({ file: text, line: z.number(), column: z.number(), operation: z.number().nullable() });
const statement = z.object({ sql: nullableText, description: nullableText, at: spot });
const listing = shape<ListingOutcome>()(z.object({
  dryRun: z.literal(true),
  database: nullableText,
  steps: z.array(stepRef.extend({
    checksum: nullableText,
    blocks: z.array(z.object({ transaction: z.boolean(), statements: z.array(statement) })),
  })),
}));

const newRevision = shape<NewRevisionOutcome>()(z.object({
  id: text,
  message: text,
  parents: ids,
  dependsOn: ids,
  labels: ids,
  file: text,
  sumFile: text,
}));

const status = shape<StatusOutcome>()(z.object({
  database: text,
  env: nullableText,
  initialised: z.boolean(),
  tips: z.array(revisionName),
  heads: z.array(revisionName),
  applied: z.number(),
  total: z.number(),
  pending: z.array(revisionName),
  outOfOrder: z.array(revisionName),
  changed: z.array(revisionName),
  missing: ids,
  halfDone: z.array(
    z.object({
      id: text,
      message: text,
      file: nullableText,
      direction,
      done: text,
      blocks: z.number(),
      statements: z.number(),
      error: nullableText,
    }),
  ),
  clean: z.boolean(),
}));

const show = shape<ShowOutcome>()(z.object({
  revisions: z.array(revisionItem.extend({
    children: z.array(revisionName),
    dependents: z.array(revisionName),
    replaces: ids,
    variables: ids,
    text,
  })),
}));

const history = shape<HistoryOutcome>()(z.object({
  database: nullableText,
  revisions: z.array(revisionItem),
  missing: ids,
  log: z.array(logRow).nullable(),
}));

const stamp = shape<StampOutcome>()(z.object({
  database: text,
  dryRun: z.boolean(),
  status: z.enum(["done", "interrupted"]),
  added: z.array(revisionName),
  removed: z.array(revisionName),
  renewed: z.array(revisionName),
}));

const doctor = shape<DoctorOutcome>()(z.object({
  checks: z.array(z.object({
    name: text,
    result: z.enum(["ok", "warning", "failed", "skipped"]),
    found: text,
    advice: nullableText,
  })),
  healthy: z.boolean(),
}));

const configShow = shape<ConfigShowOutcome>()(z.object({
  file: nullableText,
  env: nullableText,
  envs: ids,
  settings: z.array(z.object({ key: text, value: z.unknown(), unset: ids, source: text })),
}));

const heads = shape<HeadsOutcome>()(z.object({
  heads: z.array(revisionItem.extend({ effective: z.boolean() })),
}));

const branches = shape<BranchesOutcome>()(z.object({
  branchPoints: z.array(revisionItem.extend({ children: z.array(revisionName) })),
}));

const current = shape<CurrentOutcome>()(z.object({
  database: text,
  tips: z.array(revisionItem),
  missing: ids,
  atHeads: z.boolean(),
}));

const ensureVersion = shape<EnsureVersionOutcome>()(z.object({
  database: text,
  historyTable: text,
  logTable: text,
  changed: z.boolean(),
}));

const version = shape<VersionOutcome>()(z.object({
  release: text,
  commit: nullableText,
  target: text,
  runtime: z.object({ name: z.enum(["bun", "deno", "node"]), version: text }),
  packages: z.record(text, text),
  postgresql: nullableText,
}));

const exitCode = z.union(
  [0, 1, 2, 3, 4, 5, 130, 143].map((code) => z.literal(code as 0 | 1 | 2 | 3 | 4 | 5 | 130 | 143)),
);
const explain = shape<ExplainOutcome>()(z.object({
  codes: z.array(z.object({ code: text, exit: exitCode.nullable(), title: text, why: text, advice: text })),
}));

const init = shape<InitOutcome>()(z.object({ template: text, directory: text, files: ids, kept: ids }));
const templates = shape<TemplatesOutcome>()(z.object({
  templates: z.array(z.object({ name: text, summary: text, files: ids })),
}));
const edit = shape<EditOutcome>()(z.object({ files: ids, changed: ids }));
const types = shape<TypesOutcome>()(z.object({ file: text, changed: z.boolean() }));
const unmodelled = z.array(z.object({ kind: text, name: text }));
const planned = z.object({
  sql: text,
  description: text,
  subject: text,
  lockLevel: z.enum(lockLevels).nullable(),
  table: nullableText,
  rewrites: z.boolean(),
  scans: z.boolean(),
  transaction: z.enum(["any", "own", "none"]),
  losesData: z.boolean(),
});
const comparison = z.object({ from: text, to: text, statements: z.array(planned), unmodelled });
const diff = shape<DiffOutcome>()(comparison.extend({ same: z.boolean() }));
const dump = shape<DumpOutcome>()(z.object({ source: text, script: text, files: ids, others: ids, unmodelled }));
const check = shape<CheckOutcome>()(z.object({
  same: z.boolean(),
  checks: z.array(z.object({ question: z.enum(["models", "drift", "database"]), comparison })),
}));

const rename = z.object({
  kind: z.enum([
    "schema",
    "table",
    "view",
    "sequence",
    "enum",
    "domain",
    "composite",
    "column",
    "value",
    "constraint",
    "index",
  ]),
  from: ids,
  to: ids,
});
const autogenerate = shape<AutogenerateOutcome>()(z.object({
  revision: newRevision.nullable(),
  generated: comparison.extend({
    renames: z.array(rename),
    statements: z.array(planned.extend({ comment: nullableText })),
  }),
}));

const jsonSchema = z.object({ schema: z.record(text, z.unknown()) });

/** The shapes by command; several where options change what is printed. */
export const outcomes: Readonly<Record<CommandName, readonly { readonly shape: z.core.$ZodShape }[]>> = {
  "branches": [branches],
  "check": [check],
  "completion": [z.object({ shell: text, script: text })],
  "config schema": [jsonSchema],
  "config show": [configShow],
  "current": [current],
  "diff": [diff],
  "doctor": [doctor],
  "down": [run, listing, script],
  "dump": [dump],
  "edit": [edit],
  "ensure-version": [ensureVersion, script],
  "explain": [explain],
  "heads": [heads],
  "help": [z.object({ topic: text, text })],
  "history": [history],
  "init": [init],
  "json schema": [jsonSchema],
  "man": [z.object({ page: nullableText, files: ids })],
  "merge": [newRevision],
  "redo": [run],
  "revision": [newRevision, autogenerate],
  "show": [show],
  "stamp": [stamp, script],
  "status": [status],
  "templates": [templates],
  "types": [types],
  "up": [run, listing, script],
  "version": [version],
};
