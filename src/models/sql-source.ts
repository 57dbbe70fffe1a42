/** SQL text as models: a `schema.sql`, a directory of files, or what a command printed. */
import { splitStatements } from "../sql/split.ts";
import type { ModelStatement } from "./statement.ts";

/** Settings that say how a client talks, not what the schema is. */
const clientSettings =
  /^set\s+(?:session\s+|local\s+)?(?:statement_timeout|lock_timeout|idle_in_transaction_session_timeout|transaction_timeout|client_encoding|client_min_messages|row_security|synchronous_commit)\b/i;

const setting = /^(?:set\s+(?!constraints\b|transaction\b)|reset\s+|select\s+(?:pg_catalog\s*\.\s*)?set_config\s*\()/i;

/** Transactions are the scratch database's own affair. */
const transaction = /^(?:begin|start\s+transaction|commit|end|set\s+transaction|set\s+constraints)\b/i;

/**
 * The statements of a text, each with its place and the settings that stand before it in the same file. pg_dump's
 * `\restrict` lines are left out, transaction statements too, and CONCURRENTLY, which means nothing in an empty database.
 *
 * Throws what the splitter throws for text that is no SQL.
 */
export function sqlStatements(text: string, file: string): readonly ModelStatement[] {
  const readable = text.replaceAll(/^\\(?:un)?restrict\b.*$/gm, (line) => " ".repeat(line.length));
  let session: readonly string[] = [];
  const statements: ModelStatement[] = [];
  for (const piece of splitStatements(readable, { file })) {
    if (transaction.test(piece.text) || clientSettings.test(piece.text)) continue;
    if (setting.test(piece.text)) {
      session = [...session, piece.text];
      continue;
    }
    statements.push({
      sql: piece.text.replace(
        /^(create\s+(?:unique\s+)?index\s+)(concurrently)/i,
        (_whole, head: string, word: string) => head + " ".repeat(word.length),
      ),
      subject: `statement ${statements.length + 1} of ${file}`,
      at: { file, line: piece.line, column: piece.column, operation: null },
      verbatim: true,
      session,
    });
  }
  return statements;
}
