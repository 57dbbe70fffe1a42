/**
 * Talks with the server of a started session: what is sent is answered in the order in which it was sent ("Message
 * Flow" in PostgreSQL's manual, simple and extended queries).
 */
import { ConnectionLost, type Notice } from "../session.ts";
import { jsonTypes, parameterText } from "../values.ts";
import { Answer } from "./answer.ts";
import type { Line } from "./line.ts";
import { type ErrorFields, errorFields, frame, int16, int32 } from "./wire.ts";

/** Codes of the type letters of messages that can come at any time. */
const errorResponse = 0x45;
const noticeResponse = 0x4e;

/** Something that was sent and is not wholly answered. */
interface Waiting {
  readonly answer: Answer;
  /** Whether it ends when a statement is described, unless that fails; else when the server is ready. */
  readonly untilDescribed: boolean;
  /** In the extended protocol, the server skips everything up to this after an error. */
  readonly extended: boolean;
  readonly resolve: () => void;
  readonly reject: (lost: ConnectionLost) => void;
}

const sync: Buffer = frame("S");
const copyRefusal: Buffer = frame("f", "COPY FROM STDIN has no data to read here\0");

export class Conversation {
  /** Receives NOTICEs; null: nobody does. */
  onNotice: ((notice: Notice) => void) | null = null;
  /** Why the line is gone; null while it is open. */
  lost: string | null = null;
  readonly #line: Line;
  readonly #waiting: Waiting[] = [];
  /** The last error of severity FATAL or PANIC: why the server is about to close the connection. */
  #lastWords: ErrorFields | null = null;
  #onEnd: (() => void) | null = null;

  constructor(line: Line) {
    this.#line = line;
    line.reader.deliver({
      message: (type, body) => this.#receive(type, body),
      gone: ({ message }) => this.#gone(message),
    });
  }

  /** Sends a text of one or several statements; throws {@link ConnectionLost}. */
  async simple(text: string, wantsRows: boolean): Promise<Answer> {
    return await this.#send(frame("Q", text, "\0"), { wantsRows, untilDescribed: false, extended: false });
  }

  /** Sends one statement with parameters; throws {@link ConnectionLost}. */
  async extended(text: string, parameters: readonly unknown[]): Promise<Answer> {
    const parse = frame("P", "\0", text, "\0", int16(0));
    const run = { wantsRows: true, untilDescribed: false, extended: true };
    if (!parameters.some((value) => Array.isArray(value))) {
      const values = parameters.map((value) => parameterText(value, false));
      return await this.#send(Buffer.concat([parse, ...runUnnamed(values)]), run);
    }
    // An array is JSON for a json type and PostgreSQL's literal for every other: the server has to say which.
    const question = Buffer.concat([parse, frame("D", "S\0"), frame("H")]);
    const described = await this.#send(question, { ...run, untilDescribed: true });
    if (described.failure !== null) return described;
    const values = parameters.map((value, at) =>
      parameterText(value, jsonTypes.includes(described.parameterTypes[at] ?? 0))
    );
    return await this.#send(Buffer.concat(runUnnamed(values)), run);
  }

  /** Resolves when the line is gone. */
  async ended(): Promise<void> {
    if (this.lost === null) await new Promise<void>((resolve) => this.#onEnd = resolve);
  }

  #send(
    bytes: Buffer,
    { wantsRows, ...rest }: { wantsRows: boolean } & Pick<Waiting, "untilDescribed" | "extended">,
  ): Promise<Answer> {
    if (this.lost !== null) return Promise.reject(new ConnectionLost(this.lost, false));
    const answer = new Answer(wantsRows);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ answer, ...rest, resolve: () => resolve(answer), reject });
      this.#line.stream.write(bytes);
    });
  }

  #receive(type: number, body: Buffer): void {
    if (type === noticeResponse) {
      this.onNotice?.(noticeOf(errorFields(body)));
      return;
    }
    const [first] = this.#waiting;
    if (type === errorResponse) {
      const fields = errorFields(body);
      // The session is over; the end of the line follows.
      if (fields["V"] === "FATAL" || fields["V"] === "PANIC") this.#lastWords = fields;
    }
    if (first === undefined || this.#lastWords !== null) return;
    const said = first.answer.take(type, body);
    if (said === "copy") {
      // A server that waits for COPY data has overlooked the Sync that was sent with the statement.
      this.#line.stream.write(first.extended ? Buffer.concat([copyRefusal, sync]) : copyRefusal);
    }
    if (first.untilDescribed && type === errorResponse) this.#line.stream.write(sync);
    if (said !== "ready" && !(first.untilDescribed && said === "described")) return;
    this.#waiting.shift();
    first.resolve();
  }

  #gone(reason: string): void {
    if (this.lost !== null) return;
    this.lost = this.#lastWords?.["M"] ?? reason;
    for (const { answer, resolve, reject } of this.#waiting.splice(0)) {
      // What the server refused before it went is told; its last words are no such refusal.
      if (answer.failure !== null) resolve();
      else reject(new ConnectionLost(this.lost, true));
    }
    this.#onEnd?.();
  }
}

/** Binds values to the unnamed statement and runs it; values and rows go as text. */
function runUnnamed(values: readonly (string | null)[]): readonly Buffer[] {
  const bound = values.flatMap((value) => {
    if (value === null) return [int32(-1)];
    const bytes = Buffer.from(value);
    return [int32(bytes.length), bytes];
  });
  return [
    frame("B", "\0\0", int16(0), int16(values.length), ...bound, int16(0)),
    frame("D", "P\0"),
    frame("E", "\0", int32(0)),
    sync,
  ];
}

/** A notice as the rest of the program knows it. */
export function noticeOf(fields: ErrorFields): Notice {
  return { severity: fields["V"] ?? "NOTICE", message: fields["M"] ?? "", code: fields["C"] ?? "" };
}
