/** A whole run of the program as a function: words in, text out, exit code back. Nothing here ends the process. */
import { expectHeavyWork } from "../base/heavy-work.ts";
import { type ExitCode, Problem, problem } from "../base/problem.ts";
import type { Context } from "../commands/context.ts";
import type { CommandEvent } from "../commands/events.ts";
import { commandHelp, rootHelp } from "./help.ts";
import type { Parsed } from "./parse.ts";
import type { Progress } from "./progress.ts";
import { registry } from "./registry.ts";
import { type Output, type View, viewOf } from "./terminal.ts";
import type { Shown, Stage } from "./verb.ts";

/** The world of one run. */
export interface World {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdinIsTerminal: () => boolean;
  /** Aborted with "SIGINT" or "SIGTERM" as its reason. */
  readonly signal: AbortSignal;
  readonly hold: Context["hold"];
  /** One line of text; asked only on a terminal. */
  readonly ask: (question: string) => Promise<string>;
}

const viewFor = (world: World, stream: Output, globals: Parsed["globals"] | null): View =>
  viewOf(stream, world.environment, {
    color: globals?.color ?? null,
    verbose: globals?.verbose ?? false,
    platform: world.platform,
  });

/** Whether the words ask for JSON, for errors of the words themselves. */
const asksJson = (argv: readonly string[]): boolean =>
  argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined).some((word) => /^--json(=|$)/.test(word));

/** Runs the program. */
export async function main(world: World): Promise<ExitCode> {
  const [word] = world.argv;
  if (world.argv.length === 1 && (word === "--help" || word === "-h" || word === "help")) {
    // The short way to what is asked for most: nothing is parsed.
    world.stdout.write(rootHelp(viewFor(world, world.stdout, null)));
    return 0;
  }
  let parsed: Parsed;
  try {
    const { parse } = await import("./parse.ts");
    parsed = parse(world.argv);
  } catch (error) {
    return await fail(error, world, { command: null, json: asksJson(world.argv), globals: null });
  }
  const { command, globals } = parsed;
  if (globals.version) {
    const { versionLine } = await import("../base/build.ts");
    world.stdout.write(`${versionLine()}\n`);
    return 0;
  }
  const view = viewFor(world, world.stdout, globals);
  if (command === null || globals.help) {
    const page = command === null ? rootHelp(view) : commandHelp(command, view);
    // Without a command nothing was asked for: that is a usage error, and the page goes where errors go.
    (globals.help ? world.stdout : world.stderr).write(page);
    return globals.help ? 0 : 2;
  }
  const context = { command: command.name, json: globals.json !== null, globals };
  let progress: Progress | null = null;
  try {
    const stage = stageOf(world, parsed, view, (event) => {
      progress?.event(event);
    });
    if (usesEvents.has(command.group)) progress = await openProgress(world, globals);
    if (command.group === "Schema" || parsed.given["autogenerate"] === true) expectHeavyWork();
    const { default: run } = await registry[command.name]();
    const shown = await run(parsed.given, stage);
    progress?.close();
    return await end(shown, world, context);
  } catch (error) {
    (progress as Progress | null)?.close();
    return await fail(error, world, context);
  }
}

/** Writes an outcome and says what the process should end with. */
async function end(shown: Shown, world: World, { command, json, globals }: Failing): Promise<ExitCode> {
  if (shown.problem !== null) {
    const { exitOf, problemDocument } = await import("./problem-text.ts");
    const document = { ...problemDocument(shown.problem, command), ...shown.body };
    if (json) world.stdout.write(`${JSON.stringify(document)}\n`);
    else world.stderr.write(await shown.problemText(viewFor(world, world.stderr, globals)));
    return exitOf(shown.problem);
  }
  world.stdout.write(json ? `${JSON.stringify({ ok: true, command, version: 1, ...shown.body })}\n` : shown.text);
  return shown.exit;
}

/** Groups whose commands may talk to a database. */
const usesEvents: ReadonlySet<string> = new Set(["Revisions", "Run", "Look", "Schema"]);

async function openProgress(world: World, globals: Parsed["globals"]): Promise<Progress> {
  const { progressOn } = await import("./progress.ts");
  return progressOn({
    stream: world.stderr,
    view: viewFor(world, world.stderr, globals),
    quiet: globals.quiet,
    lines: globals.json === "lines" ? (event: CommandEvent) => writeLine(world.stdout, event) : null,
  });
}

function writeLine(stream: Output, event: CommandEvent): void {
  const { type, ...rest } = event;
  stream.write(`${JSON.stringify({ event: type, ...rest })}\n`);
}

/** What the command gets to work with. */
function stageOf(world: World, parsed: Parsed, view: View, report: (event: CommandEvent) => void): Stage {
  const { globals } = parsed;
  const interactive = world.stderr.isTTY === true && world.stdinIsTerminal();
  return {
    cwd: world.cwd,
    environment: world.environment,
    flags: {
      ...(globals.config === null ? {} : { config: globals.config }),
      ...(globals.env === null ? {} : { env: globals.env }),
      ...(globals.url === null ? {} : { url: globals.url }),
      ...(globals.urlFile === null ? {} : { urlFile: globals.urlFile }),
      variables: globals.variable,
    },
    signal: world.signal,
    hold: world.hold,
    report,
    globals,
    view,
    ask: interactive ? world.ask : null,
  };
}

interface Failing {
  readonly command: string | null;
  readonly json: boolean;
  readonly globals: Parsed["globals"] | null;
}

/** Shows what was thrown and says what the process should end with. */
async function fail(error: unknown, world: World, { command, json, globals }: Failing): Promise<ExitCode> {
  const found = error instanceof Problem ? error : unexpected(error);
  const text = await import("./problem-text.ts");
  if (json) {
    world.stdout.write(`${JSON.stringify(text.problemDocument(found, command))}\n`);
  } else {
    const { lineReader } = await import("./line-reader.ts");
    world.stderr.write(text.problemText(found, viewFor(world, world.stderr, globals), lineReader(world.cwd)));
    if (globals?.verbose === true && error instanceof Error && !(error instanceof Problem)) {
      world.stderr.write(`${error.stack ?? ""}\n`);
    }
  }
  return text.exitOf(found);
}

/** Something that no user should be able to cause. */
function unexpected(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return problem("internal/unexpected", { message }, { cause: error });
}
