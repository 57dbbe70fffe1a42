/** Settings that are given as text, by a flag or an environment variable. */
import { type Problem, problem } from "../base/problem.ts";
import type { ConfigFlags, Source } from "./config.ts";
import type { Environment } from "./interpolate.ts";
import { accepts, expected, type SettingSpec, variableName } from "./settings.ts";

/** A value and where it came from. */
export interface Given {
  readonly value: unknown;
  readonly source: Source;
}

const yes = new Set(["true", "yes", "on", "1"]);
const no = new Set(["false", "no", "off", "0"]);

/** Reads a text as a value of the setting's kind; undefined when it is none. */
function parse(spec: SettingSpec, given: string | boolean | readonly string[]): unknown {
  if (typeof given !== "string") return given;
  const text = given.trim();
  switch (spec.type.kind) {
    case "flag":
      return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : undefined;
    case "count":
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case "list":
    case "models":
      return text.split(",").map((one) => one.trim()).filter((one) => one !== "");
    case "texts":
      return undefined;
    default:
      return text;
  }
}

function read(spec: SettingSpec, given: string | boolean | readonly string[], name: string, problems: Problem[]) {
  const value = parse(spec, given);
  if (value !== undefined && accepts(spec.type, value)) return value;
  const secret = spec.type.kind === "text" && spec.type.url === true;
  const found = secret ? null : JSON.stringify(given);
  problems.push(problem("config/bad-value", { key: name, found, expected: expected(spec.type) }));
  return undefined;
}

/**
 * What a flag or else an environment variable gives for a setting; null when neither does. An empty variable is as good
 * as none. Adds `config/bad-value` to `problems`.
 */
export function givenValue(
  spec: SettingSpec,
  flags: ConfigFlags,
  environment: Environment,
  problems: Problem[],
): Given | null {
  const flag = flags.settings?.[spec.key];
  if (flag !== undefined) {
    const name = `--${spec.key.replaceAll("_", "-")}`;
    return { value: read(spec, flag, name, problems), source: { kind: "flag", name } };
  }
  if (spec.type.kind === "texts") return null;
  const name = variableName(spec.key);
  const text = environment[name];
  if (text === undefined || text === "") return null;
  return { value: read(spec, text, name, problems), source: { kind: "variable", name } };
}
