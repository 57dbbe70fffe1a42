/** The database handle that a revision's code gets: the run's own connection, for as long as the code runs. */
import type { RevisionDatabase } from "../../sql/statement.ts";
import { type Session, StatementFailure } from "../session.ts";
import { problem } from "../../base/problem.ts";
import { statementKind } from "./statement-kind.ts";

/** A handle with what the runner needs of it. */
export interface CodeHandle {
  /** Runs the code; resolves when it ends, rejects with what it throws or when the run is interrupted. */
  run(code: (db: RevisionDatabase) => Promise<void> | void): Promise<void>;
  /** The first statement that was refused, whether or not the code caught that; null when none was, or a savepoint undid it. */
  failure(): unknown;
}

/**
 * Makes a handle. After the code has ended the handle refuses everything: code that forgot an `await` must not write
 * into the transaction of the next revision.
 */
export function revisionDatabase(session: Session, revision: string, interrupt?: AbortSignal): CodeHandle {
  let open = true;
  let refused: unknown = null;
  // One connection serves one query at a time: code that starts several at once gets them one after another.
  let last: Promise<unknown> = Promise.resolve();
  const query = <Row>(text: string, parameters: readonly unknown[]): Promise<Row[]> => {
    if (!open) {
      return Promise.reject(new Error("The database handle was used after the code of its revision had ended"));
    }
    const { control } = statementKind(text);
    if (control !== null) {
      return Promise.reject(problem("run/transaction-control", { revision, statement: control }));
    }
    const result = last.then(async () => {
      if (!open) throw new Error("The database handle was used after the code of its revision had ended");
      try {
        const rows = await session.query<Row>(text, parameters);
        if (/^\s*rollback\b/i.test(text)) refused = null;
        return rows;
      } catch (error) {
        if (error instanceof StatementFailure) refused ??= error;
        throw error;
      }
    });
    last = result.catch(() => {});
    return result;
  };
  const db: RevisionDatabase = Object.assign(
    <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
      query<Row>(strings.reduce((text, part, index) => `${text}$${index}${part}`), values),
    { unsafe: <Row>(text: string, parameters: readonly unknown[] = []) => query<Row>(text, parameters) },
  );
  return {
    failure: () => refused,
    async run(code) {
      const interrupted = whenAborted(interrupt);
      try {
        await Promise.race([code(db), interrupted.promise]);
      } finally {
        interrupted.forget();
        open = false;
        await last;
      }
    },
  };
}

/** Rejects when the run is interrupted: code may be waiting for something that no cancel reaches. */
function whenAborted(interrupt: AbortSignal | undefined): { readonly promise: Promise<never>; forget(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const listener = () => reject(new Error("interrupted"));
  interrupt?.addEventListener("abort", listener, { once: true });
  return { promise, forget: () => interrupt?.removeEventListener("abort", listener) };
}
