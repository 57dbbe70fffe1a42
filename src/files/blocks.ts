/** The body of a SQL revision: blocks of statements under `-- migrate:up` and `-- migrate:down`. */
import { nearest } from "../base/nearest.ts";
import { type Problem, problem, throwAll } from "../base/problem.ts";
import { Lexer } from "../sql/lexer.ts";
import { type Position, Positions } from "../sql/locate.ts";
import { splitStatements, type StatementPiece } from "../sql/split.ts";
import type { Block, Spot, Statement } from "../sql/statement.ts";

/** Both directions of a revision. */
export interface Blocks {
  readonly up: readonly Block[];
  /** Null when there is no down block: the revision is irreversible. */
  readonly down: readonly Block[] | null;
}

interface Marker {
  readonly start: number;
  readonly direction: "up" | "down";
  readonly transaction: boolean;
}

const markerStart = /--[ \t]*migrate:/y;
const markerComment = /^--\s*migrate:(\S*)\s*(.*)$/;
const controlStart = /^(?:begin|start|commit|end|rollback|abort|prepare)\b/i;

/** The command in upper case when a statement begins or ends a transaction, else null. */
export function transactionControl(sql: string): string | null {
  if (!controlStart.test(sql)) return null;
  const lexer = new Lexer(sql, { file: "SQL" });
  const words: string[] = [];
  while (words.length < 3 && lexer.next() !== "end") {
    if (lexer.kind === "word") words.push(lexer.value.toUpperCase());
    else if (lexer.kind !== "line-comment" && lexer.kind !== "block-comment") break;
  }
  const [first = "", second = "", third = ""] = words;
  if (first === "START" || first === "PREPARE") return second === "TRANSACTION" ? `${first} ${second}` : null;
  if (first !== "ROLLBACK") return first;
  const savepoint = second === "TO" || ((second === "WORK" || second === "TRANSACTION") && third === "TO");
  return savepoint ? null : first;
}

/** The problem of a statement that a block cannot hold, or null. Shared by both formats. */
export function statementProblem(sql: string, at: Spot): Problem | null {
  const command = transactionControl(sql);
  if (command === null) return null;
  return problem("file/transaction-control", { command }, {
    at: { file: at.file, line: at.line, column: at.column },
  });
}

/** Reads a marker's options; adds to `problems` what is wrong with it. */
function readMarker(text: string, start: number, end: number, at: Problem["at"], problems: Problem[]): Marker | null {
  const match = markerComment.exec(text.slice(start, end));
  if (match === null || at === null) return null;
  const [, name = "", options = ""] = match;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== "") {
    problems.push(problem("file/marker-after-code", {}, { at }));
    return null;
  }
  if (name !== "up" && name !== "down") {
    problems.push(problem("file/unknown-marker", { marker: name, nearest: nearest(name, ["up", "down"]) }, { at }));
    return null;
  }
  let transaction = true;
  for (const option of options.split(/\s+/).filter((word) => word !== "")) {
    if (option === "transaction:false") transaction = false;
    else if (option === "transaction:true") transaction = true;
    else problems.push(problem("file/unknown-marker-option", { option }, { at }));
  }
  return { start, direction: name, transaction };
}

/** Deals the statements out to the markers above them. */
function deal(markers: readonly Marker[], pieces: readonly StatementPiece[], spot: (piece: StatementPiece) => Spot) {
  let next = 0;
  return markers.map((marker, index): Block => {
    const until = markers[index + 1]?.start ?? Infinity;
    const statements: Statement[] = [];
    for (let piece = pieces[next]; piece !== undefined && piece.start < until; piece = pieces[++next]) {
      statements.push({ kind: "sql", sql: piece.text, description: null, at: spot(piece) });
    }
    return { direction: marker.direction, transaction: marker.transaction, statements };
  });
}

/**
 * Reads the blocks of a SQL revision. `text` has its line ends normalised. A marker counts only where a comment can
 * stand outside of everything: not in a string, a comment, parentheses or the body of a function.
 *
 * `place` gives the position in the file of an offset in `text` when the two differ (after variables were replaced).
 *
 * ```ts
 * readBlocks("-- migrate:up\ncreate table t ();\n", "a.sql").up.length;   // 1
 * ```
 * Throws all of `file/no-up-block`, `file/statement-outside-block`, `file/unknown-marker`,
 * `file/unknown-marker-option`, `file/marker-after-code` and `file/transaction-control` together, or what
 * `splitStatements` throws.
 */
export function readBlocks(text: string, file: string, place?: (offset: number) => Position): Blocks {
  const problems: Problem[] = [];
  const markers: Marker[] = [];
  const positions = new Positions(text);
  const position = place ?? ((offset: number) => positions.at(offset));
  const onComment = (start: number, end: number): "transaction" | "session" | null => {
    markerStart.lastIndex = start;
    if (!markerStart.test(text)) return null;
    const marker = readMarker(text, start, end, { file, ...position(start) }, problems);
    if (marker === null) return null;
    const before = markers.at(-1);
    markers.push(marker);
    return before !== undefined && before.direction !== marker.direction ? "session" : "transaction";
  };
  const pieces = splitStatements(text, { file, onComment });
  const spot = (piece: StatementPiece): Spot => {
    const { line, column } = place === undefined ? piece : place(piece.start);
    return { file, line, column, operation: null };
  };
  const first = markers[0]?.start ?? Infinity;
  const outside = pieces[0];
  if (outside !== undefined && markers.length > 0 && outside.start < first) {
    const { line, column } = spot(outside);
    problems.push(problem("file/statement-outside-block", {}, { at: { file, line, column } }));
  }
  if (!markers.some((marker) => marker.direction === "up")) {
    problems.push(problem("file/no-up-block", {}, { at: { file } }));
  }
  const blocks = deal(markers, pieces.filter((piece) => piece.start > first), spot);
  for (const statement of blocks.flatMap((block) => block.statements)) {
    const found = statement.kind === "sql" ? statementProblem(statement.sql, statement.at) : null;
    if (found !== null) problems.push(found);
  }
  throwAll(problems);
  const down = blocks.filter((block) => block.direction === "down");
  return { up: blocks.filter((block) => block.direction === "up"), down: down.length === 0 ? null : down };
}
