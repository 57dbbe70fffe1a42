/** Cuts SQL text into its statements, without parsing them. */
import { type Problem, problem } from "../base/problem.ts";
import { Lexer } from "./lexer.ts";
import { Positions } from "./locate.ts";

/** One statement of a text, without the semicolon, white space and comments around it. */
export interface StatementPiece {
  readonly text: string;
  /** Offsets in UTF-16 units; `text` is what stands between them. */
  readonly start: number;
  readonly end: number;
  /** From 1, of the first character; the column counts characters. */
  readonly line: number;
  readonly column: number;
}

/** How to cut. */
export interface SplitOptions {
  /** Named in problems. */
  readonly file?: string;
  /**
   * Asked for each line comment outside of quotes, parentheses and function bodies, what ends before it: nothing (null),
   * the transaction (and so the statement), or the session (and so what was set in it).
   */
  readonly onComment?: (start: number, end: number) => "transaction" | "session" | null;
}

const functionHead = /^create (?:or replace )?(?:function|procedure)$/;
const stringsSetting =
  /^(?:set\s+(?:(session|local)\s+)?standard_conforming_strings\s*(?:\s+to\s|=)\s*'?(\w+)'?|reset\s+(?:standard_conforming_strings|all))$/i;
const off = new Set(["off", "of", "false", "fals", "fal", "fa", "f", "no", "n", "0"]);

/** Reads one statement after another; holds where it is in the one that is being read. */
class Splitter {
  readonly pieces: StatementPiece[] = [];
  readonly #lexer: Lexer;
  readonly #positions: Positions;
  readonly #onComment: SplitOptions["onComment"];
  #start = -1;
  #end = 0;
  #head = "";
  #words = 0;
  #depth = 0;
  #opened = 0;
  #atomic = 0;
  #before = "";
  /** standard_conforming_strings of the session; SET LOCAL changes only the lexer's. */
  #sessionStrings = true;
  #watch: "nothing" | "function" | "copy" = "nothing";

  constructor(text: string, options: SplitOptions) {
    this.#lexer = new Lexer(text, { file: options.file ?? "SQL" });
    this.#positions = new Positions(text);
    this.#onComment = options.onComment;
  }

  run(): void {
    const lexer = this.#lexer;
    for (let kind = lexer.next(); kind !== "end"; kind = lexer.next()) {
      if (kind === "block-comment") continue;
      if (kind === "line-comment") {
        const outside = this.#depth === 0 && this.#atomic === 0;
        if (outside) this.#comment();
        continue;
      }
      if (kind === "mark" && this.#mark()) continue;
      if (this.#start === -1) this.#start = lexer.start;
      this.#end = lexer.end;
      if (kind === "word") this.#word();
      else if (kind === "other") this.#other();
      else this.#before = kind === "mark" ? lexer.value : "";
    }
    if (this.#depth > 0) throw this.#problemAt(this.#opened, "parenthesis");
    if (this.#atomic > 0) throw this.#problemAt(this.#opened, "BEGIN ATOMIC");
    this.#finish();
  }

  #comment(): void {
    const ends = this.#onComment?.(this.#lexer.start, this.#lexer.end) ?? null;
    if (ends === null) return;
    this.#finish();
    if (ends === "session") this.#sessionStrings = true;
    this.#lexer.standardConformingStrings = this.#sessionStrings;
  }

  /** True when the mark was a semicolon that ends the statement. */
  #mark(): boolean {
    const { text, start } = this.#lexer;
    const char = text.charAt(start);
    if (char === "(") {
      if (this.#depth++ === 0 && this.#atomic === 0) this.#opened = start;
    } else if (char === ")" && this.#depth > 0) this.#depth--;
    else if (char === ";" && this.#depth === 0 && this.#atomic === 0) {
      this.#finish();
      return true;
    }
    return false;
  }

  #word(): void {
    // Only a statement's head, the bodies of SQL-standard functions and COPY depend on words.
    if (this.#words > 4 && this.#watch === "nothing") return;
    const word = this.#lexer.value.toLowerCase();
    if (this.#words++ < 4) {
      this.#head = this.#head === "" ? word : `${this.#head} ${word}`;
      if (functionHead.test(this.#head)) this.#watch = "function";
      else if (word === "copy" && this.#head === word) this.#watch = "copy";
    }
    if (this.#watch === "function") this.#functionWord(word);
    else if (this.#watch === "copy" && word === "stdin" && this.#before === "from") {
      const at = { file: this.#lexer.file, ...this.#positions.at(this.#start) };
      throw problem("sql/copy-from-stdin", {}, { at });
    }
    this.#before = word;
  }

  /** `BEGIN ATOMIC … END`: semicolons inside do not end the statement. CASE has an END of its own. */
  #functionWord(word: string): void {
    if (this.#atomic === 0) {
      if (word === "atomic" && this.#before === "begin") {
        this.#atomic = 1;
        if (this.#depth === 0) this.#opened = this.#lexer.start;
      }
    } else if (this.#before !== "." && this.#before !== "as") {
      if (word === "case") this.#atomic++;
      else if (word === "end") this.#atomic--;
    }
  }

  #other(): void {
    if (this.#lexer.value !== "\\") return;
    const { text, start, file } = this.#lexer;
    const command = /^\\[^\s\\]*/.exec(text.slice(start, start + 40))?.[0] ?? "\\";
    throw problem("sql/psql-command", { command }, { at: { file, ...this.#positions.at(start) } });
  }

  #problemAt(offset: number, what: string): Problem {
    return problem("sql/unclosed", { what }, { at: { file: this.#lexer.file, ...this.#positions.at(offset) } });
  }

  #finish(): void {
    if (this.#start !== -1) {
      const text = this.#lexer.text.slice(this.#start, this.#end);
      this.pieces.push({ text, start: this.#start, end: this.#end, ...this.#positions.at(this.#start) });
      if (/^(?:re)?set\b/.test(this.#head)) this.#followSetting(text);
    }
    this.#start = -1;
    this.#head = this.#before = "";
    this.#words = this.#depth = this.#atomic = 0;
    this.#watch = "nothing";
  }

  #followSetting(text: string): void {
    const match = stringsSetting.exec(text);
    if (match === null) return;
    const [, scope, value] = match;
    const strings = value === undefined || !off.has(value.toLowerCase());
    this.#lexer.standardConformingStrings = strings;
    if (scope?.toLowerCase() !== "local") this.#sessionStrings = strings;
  }
}

/**
 * Cuts a text into statements by PostgreSQL's lexical rules: a semicolon ends a statement unless it stands in quotes, a
 * comment, parentheses or a `BEGIN ATOMIC` body. What lies between the pieces is only white space, comments and
 * semicolons. A `SET standard_conforming_strings` in the text holds for the statements after it.
 *
 * ```ts
 * splitStatements("select 1; select ';'").map((piece) => piece.text);   // ["select 1", "select ';'"]
 * ```
 * Throws `sql/unterminated`, `sql/unclosed`, `sql/psql-command` and `sql/copy-from-stdin`, each with its place.
 */
export function splitStatements(text: string, options: SplitOptions = {}): StatementPiece[] {
  const splitter = new Splitter(text, options);
  splitter.run();
  return splitter.pieces;
}
