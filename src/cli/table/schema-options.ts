/** Options of the commands that compare schemas. */
import type { OptionSpec } from "./spec.ts";

const privilegesOption = {
  name: "privileges",
  kind: "flag",
  negatable: true,
  summary: "Look at who may do what, too; the config's choice unless given",
} as const satisfies OptionSpec;

const ownersOption = {
  name: "owners",
  kind: "flag",
  negatable: true,
  summary: "Look at who owns what, too; the config's choice unless given",
} as const satisfies OptionSpec;

const strictOption = {
  name: "strict",
  kind: "flag",
  summary: "Fail when there is an object that is not compared",
} as const satisfies OptionSpec;

export const schemaOptions = [privilegesOption, ownersOption, strictOption] as const;

export const autogenerateOption = {
  name: "autogenerate",
  kind: "flag",
  summary: "Fill the revision with what leads to the models",
} as const satisfies OptionSpec;

export const renameOption = {
  name: "rename",
  kind: "list",
  placeholder: "OLD=NEW",
  summary:
    "Say that something has a new name: users.name=users.full_name, users=people; OLD= when it is gone; repeatable",
} as const satisfies OptionSpec;

export const renamesOption = {
  name: "renames",
  kind: "text",
  placeholder: "FILE",
  completes: "file",
  summary: "Read such renames from a file, one a line; those that fit nothing are passed over",
} as const satisfies OptionSpec;
