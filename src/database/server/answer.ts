/** What the server answers to one thing that was sent, up to its being ready for the next. */
import { type ValueParser, valueParsers } from "../values.ts";
import { type ErrorFields, errorFields } from "./wire.ts";

/** Codes of the type letters of messages. */
const letters = {
  parameterDescription: 0x74,
  rowDescription: 0x54,
  noData: 0x6e,
  dataRow: 0x44,
  commandComplete: 0x43,
  emptyQueryResponse: 0x49,
  errorResponse: 0x45,
  copyInResponse: 0x47,
  readyForQuery: 0x5a,
} as const;

interface Column {
  readonly name: string;
  readonly parse: ValueParser | undefined;
}

export class Answer {
  readonly rows: Record<string, unknown>[] = [];
  /** Type oids of the parameters, once they are told. */
  parameterTypes: readonly number[] = [];
  /** How many commands the server reported as complete. */
  completed = 0;
  failure: ErrorFields | null = null;
  /** What this side threw while it read a row. */
  unread: { readonly cause: unknown } | null = null;
  readonly #wantsRows: boolean;
  #columns: readonly Column[] = [];

  /** @param wantsRows false when nobody looks at what the statements return */
  constructor(wantsRows: boolean) {
    this.#wantsRows = wantsRows;
  }

  /**
   * Takes a message. What is not named here says nothing that matters: that a step of the protocol is done, that a
   * setting changed, what a COPY brings.
   *
   * @returns `ready` at the end of the answer, `described` when a statement's parameters and columns are told, `copy`
   * when the server waits for the data of a COPY
   */
  take(type: number, body: Buffer): "ready" | "described" | "copy" | null {
    switch (type) {
      case letters.dataRow:
        if (this.#wantsRows) this.#row(body);
        return null;
      case letters.commandComplete:
      case letters.emptyQueryResponse:
        this.completed++;
        return null;
      case letters.rowDescription:
        if (this.#wantsRows) this.#describe(body);
        return "described";
      case letters.noData:
        return "described";
      case letters.parameterDescription:
        this.parameterTypes = Array.from({ length: body.readUInt16BE(0) }, (_, at) => body.readUInt32BE(2 + 4 * at));
        return null;
      case letters.errorResponse:
        this.failure ??= errorFields(body);
        return null;
      case letters.copyInResponse:
        return "copy";
      case letters.readyForQuery:
        return "ready";
      default:
        return null;
    }
  }

  /** Several statements can be in one text: the rows of the last that returns some count. */
  #describe(body: Buffer): void {
    this.rows.length = 0;
    let at = 2;
    this.#columns = Array.from({ length: body.readUInt16BE(0) }, () => {
      const end = body.indexOf(0, at);
      const name = body.toString("utf8", at, end);
      const parse = valueParsers[body.readUInt32BE(end + 7)];
      at = end + 19;
      return { name, parse };
    });
  }

  #row(body: Buffer): void {
    const row: Record<string, unknown> = {};
    let at = 2;
    try {
      for (const { name, parse } of this.#columns) {
        const length = body.readInt32BE(at);
        at += 4;
        if (length < 0) {
          row[name] = null;
          continue;
        }
        const text = body.toString("utf8", at, at + length);
        at += length;
        row[name] = parse === undefined ? text : parse(text);
      }
      this.rows.push(row);
    } catch (cause) {
      this.unread ??= { cause };
    }
  }
}
