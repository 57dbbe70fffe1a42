/** The code of each command, loaded only when that command runs. A command without a line here does not compile. */
import type { CommandName } from "./table/mod.ts";
import type { Verb } from "./verb.ts";

type Load = () => Promise<{ readonly default: Verb }>;

export const registry: Readonly<Record<CommandName, Load>> = {
  "branches": () => import("./verbs/branches.ts"),
  "check": () => import("./verbs/check.ts"),
  "completion": () => import("./verbs/completion.ts"),
  "config schema": () => import("./verbs/config-schema.ts"),
  "config show": () => import("./verbs/config-show.ts"),
  "current": () => import("./verbs/current.ts"),
  "diff": () => import("./verbs/diff.ts"),
  "doctor": () => import("./verbs/doctor.ts"),
  "down": () => import("./verbs/down.ts"),
  "dump": () => import("./verbs/dump.ts"),
  "edit": () => import("./verbs/edit.ts"),
  "ensure-version": () => import("./verbs/ensure-version.ts"),
  "explain": () => import("./verbs/explain.ts"),
  "heads": () => import("./verbs/heads.ts"),
  "help": () => import("./verbs/help.ts"),
  "history": () => import("./verbs/history.ts"),
  "init": () => import("./verbs/init.ts"),
  "json schema": () => import("./verbs/json-schema.ts"),
  "man": () => import("./verbs/man.ts"),
  "merge": () => import("./verbs/merge.ts"),
  "redo": () => import("./verbs/redo.ts"),
  "revision": () => import("./verbs/revision.ts"),
  "show": () => import("./verbs/show.ts"),
  "stamp": () => import("./verbs/stamp.ts"),
  "status": () => import("./verbs/status.ts"),
  "templates": () => import("./verbs/templates.ts"),
  "types": () => import("./verbs/types.ts"),
  "up": () => import("./verbs/up.ts"),
  "version": () => import("./verbs/version.ts"),
};
