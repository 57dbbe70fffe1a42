/** Events of a command on standard error: lines, and on a terminal one live line for what is going on. */
import { durationText, truncate } from "../base/text.ts";
import type { CommandEvent } from "../commands/events.ts";
import { eventLine, stepName, waitingText } from "./step-text.ts";
import type { Output, View } from "./terminal.ts";

export interface Progress {
  event(event: CommandEvent): void;
  /** Takes the live line away. */
  close(): void;
}

const clear = "\r\x1b[2K";
const spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Events that come again and again, while something waits or for each look at the database; each is shown once. */
const repeated: ReadonlySet<string> = new Set(["lock-wait", "blocked", "wait-for-db", "database"]);

/** Shows events on a stream. `lines` gets every event instead, for `--json=lines`. */
export function progressOn(options: {
  readonly stream: Output;
  readonly view: View;
  readonly quiet: boolean;
  readonly lines: ((event: CommandEvent) => void) | null;
}): Progress {
  const { stream, view, quiet, lines } = options;
  const live = !quiet && lines === null && stream.isTTY === true;
  const shown = new Set<string>();
  let doing: { readonly text: string; readonly since: number } | null = null;
  let waiting: string | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;
  let frame = 0;
  let drawn = false;

  const wipe = (): void => {
    if (drawn) stream.write(clear);
    drawn = false;
  };
  const draw = (): void => {
    if (doing === null) return;
    const sign = view.signs.unicode ? spinner[frame++ % spinner.length] : "*";
    const time = durationText(Date.now() - doing.since);
    const text = truncate(waiting ?? doing.text, view.width - time.length - 5, view.signs.ellipsis);
    stream.write(`${clear}${view.palette.name(sign ?? "*")} ${text}  ${view.palette.dim(time)}`);
    drawn = true;
  };
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    doing = null;
    waiting = null;
    wipe();
  };
  const start = (text: string): void => {
    if (!live) return;
    doing = { text, since: doing === null ? Date.now() : doing.since };
    // Short steps never show a live line: it would only flicker.
    timer ??= setInterval(draw, 100);
  };

  const follow = (event: CommandEvent): void => {
    if (event.type === "started") {
      const [first] = event.steps;
      if (first === undefined) return;
      stop();
      const more = event.steps.length === 1 ? "" : ` and ${event.steps.length - 1} more`;
      const of = event.count > 1 ? `${event.index + 1}/${event.count} ` : "";
      start(`${of}${stepName(first, { ...view, palette: { ...view.palette, name: (id) => id } }, 12)}${more}`);
    } else if (event.type === "statement") {
      waiting = null;
      if (doing !== null && event.of > 1) {
        waiting = `${event.step.id} ${event.statement}/${event.of} ${event.description}`;
      }
    } else if (event.type === "done" || event.type === "failed" || event.type === "retry") {
      stop();
    } else if (event.type === "lock-wait" || event.type === "wait-for-db") {
      start(waitingText(event, view));
    }
  };

  return {
    event(event) {
      if (lines !== null) return lines(event);
      if (quiet && !(event.type === "warning" || event.type === "lock-wait" || event.type === "blocked")) return;
      if (live) follow(event);
      if (repeated.has(event.type)) {
        const key = eventLine(event, view) ?? "";
        if (shown.has(key)) return;
        shown.add(key);
      }
      const line = eventLine(event, view);
      if (line === null) return;
      wipe();
      stream.write(`${line}\n`);
    },
    close: stop,
  };
}
