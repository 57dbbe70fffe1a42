/** Steps, holders and events of a run as text. */
import type { CommandEvent } from "../commands/events.ts";
import type { Holder, StepRef } from "../commands/run-types.ts";
import { durationText, truncate, wrap } from "../base/text.ts";
import type { View } from "./terminal.ts";

/** `74e0c7445ce9 init user`, cut to the width that is left. */
export function stepName(step: Pick<StepRef, "id" | "message">, view: View, taken: number): string {
  const room = Math.max(10, view.width - taken - step.id.length - 1);
  return `${view.palette.name(step.id)} ${truncate(step.message, room, view.signs.ellipsis)}`;
}

/** `pid 4711 (app as alice, from 10.0.0.7, idle in transaction): update users …`. */
export function holderText(holder: Holder, view: View): string {
  const who = [
    holder.application === null || holder.application === "" ? null : `"${holder.application}"`,
    holder.user === null ? null : `user "${holder.user}"`,
    holder.address === null ? null : `from ${holder.address.replace(/\/(?:32|128)$/, "")}`,
    holder.state,
  ].filter((part) => part !== null).join(", ");
  const query = holder.query === null || holder.query === "" ? "" : `: ${holder.query}`;
  const start = holder.pid > 0 ? `pid ${holder.pid}` : "a run";
  return truncate(
    `${start}${who === "" ? "" : ` (${who})`}${query}`,
    Math.max(40, view.width * 2),
    view.signs.ellipsis,
  );
}

/** One event as a line on standard error; null for those that are not shown. */
export function eventLine(event: CommandEvent, view: View): string | null {
  const { dim, good, warn, bad } = view.palette;
  const { signs } = view;
  const caution = (text: string): string => `${warn(signs.warning)} ${wrap(text, view.width, "  ", 2)}`;
  switch (event.type) {
    case "database": {
      const guarded = event.protected ? ", protected" : "";
      const env = event.env === null ? "" : ` (env ${event.env}${guarded})`;
      return dim(`Database: ${event.display}${env}`);
    }
    case "done": {
      const sign = event.step.direction === "up" ? good(signs.done) : good(signs.unicode ? "↶" : "-");
      const time = durationText(event.durationMs);
      return `${sign} ${stepName(event.step, view, time.length + 4)}  ${dim(time)}`;
    }
    case "failed":
      return `${bad(signs.failed)} ${stepName(event.failure.step, view, 2)}`;
    case "tables":
      return event.from === 0
        ? dim("Created the history and log tables")
        : dim("Brought the history tables up to date");
    case "resume": {
      const at = `block ${event.from.blocks + 1}, statement ${event.from.statements + 1}`;
      const changed = event.changed ? "; its file was edited since" : "";
      return caution(`Going on with ${event.step.id} at ${at}${changed}`);
    }
    case "found": {
      const object = event.object === null ? "" : ` "${event.object}"`;
      const said = {
        "done": `Statement ${event.statement} had been carried out${object}`,
        "not-done": `Statement ${event.statement} had not been carried out${object}; running it again`,
        "invalid-index-dropped": `Dropped the invalid index${object} that the failed run left`,
        "unknown": `Whether statement ${event.statement} was carried out cannot be seen; running it again`,
      };
      return caution(said[event.finding]);
    }
    case "retry":
      return caution(
        `${event.error.message}; retry ${event.attempt} of ${event.of} in ${durationText(event.waitMs)}`,
      );
    case "notice":
      // What a server sends is chosen by client_min_messages.
      return dim(wrap(`${event.severity}: ${event.message}`, view.width, "  "));
    case "warning":
      return caution(event.message);
    case "hook":
      return dim(`Running ${event.command}`);
    case "output":
      return event.text.trimEnd();
    case "interrupting":
      return caution(`${event.signal}: cancelling the running statement`);
    case "connection-lost":
      return caution(`The connection was lost: ${event.message}`);
    case "reconnected":
      return dim("Connected again");
    case "statement":
      return view.verbose ? dim(`  ${truncate(event.description, view.width - 2, signs.ellipsis)}`) : null;
    case "lock-wait":
    case "blocked":
    case "wait-for-db":
      return caution(waitingText(event, view));
    case "plan":
    case "started":
      return null;
  }
}

type Waiting = Extract<CommandEvent, { readonly type: "lock-wait" | "blocked" | "wait-for-db" }>;

/** What a run waits for, without the time. */
export function waitingText(event: Waiting, view: View): string {
  switch (event.type) {
    case "lock-wait":
      return event.holder === null
        ? "Waiting for another run to finish"
        : `Waiting for another run to finish: ${holderText(event.holder, view)}`;
    case "blocked":
      return event.by.length === 0
        ? "The statement waits for a lock"
        : `The statement waits for a lock held by ${event.by.map((one) => holderText(one, view)).join("; ")}`;
    case "wait-for-db":
      return `Waiting for the database, for ${durationText(event.limitMs)} at most`;
  }
}
