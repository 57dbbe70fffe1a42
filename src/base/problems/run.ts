import { entry } from "../problem.ts";

/** Names in double quotes, with commas; the first `most` of them. */
function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

const atStatement = ({ file, revision }: { file: string | null; revision: string }) =>
  file === null ? `revision "${revision}"` : `"${file}"`;

/** Problems of running revisions: history, locks, transactions, interrupts. */
export const runProblems = {
  "run/statement-failed": entry<
    { revision: string; direction: "up" | "down"; file: string | null; sqlstate: string; message: string }
  >({
    exit: 3,
    title: "The database refused a statement of a revision",
    message: ({ message, sqlstate, ...at }) => `${message} (SQLSTATE ${sqlstate}) in ${atStatement(at)}`,
    why: "What of it was in a transaction was rolled back; revisions before it stay applied",
    hint: "Mend the file and run the same command again",
  }),
  "run/code-failed": entry<{ revision: string; direction: "up" | "down"; file: string | null; message: string }>({
    exit: 3,
    title: "Code of a revision threw an error",
    message: ({ message, ...at }) => `${message} in ${atStatement(at)}`,
    why: "What of it was in a transaction was rolled back; revisions before it stay applied",
    hint: "Mend the file and run the same command again",
  }),
  "run/step-hook-failed": entry<{ revision: string; message: string }>({
    exit: 3,
    title: "The onStep function of the config threw an error",
    message: ({ revision, message }) => `onStep failed after revision "${revision}": ${message}`,
    why: "onStep is called after a step is committed; the step stays applied and the run ends there",
    hint: "Mend onStep in migrate.config.ts, then run the same command again",
  }),
  "run/lock-timeout": entry<{ revision: string; direction: "up" | "down"; attempts: number; message: string }>({
    exit: 4,
    title: "A revision did not get its locks in time",
    message: ({ revision, direction, attempts, message }) =>
      `${
        direction === "up" ? "Revision" : "Taking back revision"
      } "${revision}" gave up after ${attempts} attempts: ${message}`,
    why:
      "A statement that waits for a lock makes everyone who comes later wait too; so it gives up after lock_timeout, its transaction is rolled back and tried again, lock_retries times",
    hint: "Run it again when the table is less busy, end the session that holds the lock, or raise lock_timeout",
  }),
  "run/lock-held": entry<{ waitedMs: number; holder: string | null }>({
    exit: 4,
    title: "Another run holds the run lock",
    message: ({ waitedMs, holder }) =>
      `Another run holds the lock after ${Math.round(waitedMs / 1000)}s of waiting${
        holder === null ? "" : `: ${holder}`
      }`,
    why: "Two runs on one database at a time would apply revisions twice",
    hint:
      "Wait for the other run to end, or raise run_lock_wait; a run that was killed lets go when the server notices",
  }),
  "run/lease-lost": entry<{ revision: string | null }>({
    exit: 4,
    title: "The lease of this run was taken over",
    message: ({ revision }) =>
      revision === null
        ? "Another run took over the lease"
        : `Another run took over the lease; revision "${revision}" was rolled back`,
    why: "A lease that is not renewed in time belongs to whoever takes it; a run without it cannot commit",
    hint: "Look at the state with: migrate status",
  }),
  "run/history-moved": entry<{ revision: string; message: string }>({
    exit: 3,
    title: "The history changed during the run",
    message: ({ revision, message }) =>
      `The history row of revision "${revision}" is not as it was when the run began; the revision was rolled back: ${message}`,
    why: "Something else wrote to the history table without the run lock",
    hint: "Look at the state with: migrate status",
  }),
  "run/changed": entry<{ revisions: readonly { id: string; file: string }[] }>({
    exit: 3,
    title: "An applied revision's file has changed",
    message: ({ revisions }) =>
      `${revisions.length === 1 ? "The file of an applied revision has" : "Files of applied revisions have"} changed: ${
        listed(revisions.map(({ file }) => file))
      }`,
    why: "Other databases ran the text as it was; editing it does not change them",
    hint:
      "Put the file back and write a new revision. While you are still writing it: migrate redo. To accept the edit as it is: migrate stamp current, or --allow-changed for this once",
  }),
  "run/out-of-order": entry<{ revisions: readonly { id: string; file: string | null }[] }>({
    exit: 3,
    title: "A pending revision stands below applied ones",
    message: ({ revisions }) =>
      `Pending ${revisions.length === 1 ? "revision stands" : "revisions stand"} below applied ones: ${
        listed(revisions.map(({ id, file }) => file ?? id))
      }`,
    why: "Revisions that were applied later may rely on what this one changes, and ran without it",
    hint:
      'Run it anyway with --out-of-order allow (or out_of_order = "allow"), move it up with a new parent, or mark it as done with: migrate stamp',
  }),
  "run/missing-file": entry<{ revisions: readonly string[] }>({
    exit: 3,
    title: "An applied revision has no file",
    message: ({ revisions }) =>
      `${revisions.length === 1 ? "Applied revision" : "Applied revisions"} ${listed(revisions)} ${
        revisions.length === 1 ? "has" : "have"
      } no file here`,
    why: "What the revision did is not known without its file, and this command needs it",
    hint: "Get the file back (another branch?), or drop the row with: migrate stamp --forget ID",
  }),
  "run/irreversible": entry<{ revisions: readonly { id: string; file: string | null }[] }>({
    exit: 3,
    title: "A revision has no down part",
    message: ({ revisions }) =>
      `${revisions.length === 1 ? "This revision has" : "These revisions have"} no down part: ${
        listed(revisions.map(({ id, file }) => file ?? id))
      }`,
    why: "What it did cannot be taken back; nothing was run",
    hint: "Write a down block, or go forward with a new revision",
  }),
  "run/half-done": entry<{ revision: string; direction: "up" | "down"; blocksDone: string; error: string | null }>({
    exit: 3,
    title: "A half-done revision stands in the way",
    message: ({ revision, direction }) =>
      `Revision "${revision}" is half ${direction === "up" ? "applied" : "taken back"}`,
    why:
      "A block with transaction:false failed or was cut off part way, so the other direction cannot start from there",
    hint: ({ direction }) =>
      direction === "up"
        ? "Finish it with: migrate up; or undo its first part by hand and drop its row with: migrate stamp --forget ID"
        : "Finish it with: migrate down; or redo its first part by hand and set its row with: migrate stamp",
    advice: "Finish it in the direction it was going, or clean up by hand and use: migrate stamp",
  }),
  "run/block-without-transaction": entry<{ revisions: readonly { id: string; file: string | null }[] }>({
    exit: 3,
    title: 'transaction = "all" cannot hold a transaction:false block',
    message: ({ revisions }) =>
      `One transaction for the whole run cannot hold the transaction:false blocks of ${
        listed(revisions.map(({ id, file }) => file ?? id))
      }`,
    why: "The statements of such a block run outside a transaction; nothing was run",
    hint: 'Set transaction = "revision", or apply those revisions by themselves',
  }),
  "run/transaction-control": entry<{ revision: string; statement: string }>({
    exit: 3,
    title: "A revision begins or ends a transaction itself",
    message: ({ revision, statement }) => `Revision "${revision}" holds ${statement}`,
    why: "Each block is one transaction with its history row in it; a COMMIT inside would record less than was done",
    hint: "Leave it out; use several blocks, or transaction:false, where the revision needs several transactions",
  }),
  "run/code-offline": entry<{ revision: string; description: string }>({
    exit: 3,
    title: "Code cannot be written into a script",
    message: ({ revision, description }) =>
      `Revision "${revision}" runs code ("${description}"), which --sql cannot write`,
    why: "A script is SQL that psql runs; a run operation needs the program and a connection",
    hint: "Write it as SQL, or apply the revision with: migrate up",
  }),
  "run/needs-session": entry<
    { what: "role" | "settings"; revisions: readonly { id: string; file: string | null }[] }
  >({
    exit: 3,
    title: 'A transaction:false block needs a session, which run_lock = "lease" does not promise',
    message: ({ what, revisions }) =>
      `${what === "role" ? "A role cannot be held for" : "Settings do not last in"} the transaction:false blocks of ${
        listed(revisions.map(({ id, file }) => file ?? id))
      } with a lease`,
    why:
      "A pooler in transaction mode may run each statement on another connection, where role and settings are not set",
    hint: ({ what }) =>
      what === "role"
        ? "Connect as that role, or apply them over a direct connection"
        : "Use SET LOCAL in a block with a transaction, or apply them over a direct connection",
    advice: "Apply such revisions over a direct connection to the server",
  }),
  "run/connection-lost": entry<{ revision: string | null; committed: "no" | "unknown"; message: string }>({
    exit: 3,
    title: "The connection was lost during a run",
    message: ({ revision, committed, message }) =>
      `The connection was lost${revision === null ? "" : ` in revision "${revision}"`}: ${message}${
        revision === null
          ? ""
          : committed === "no"
          ? "; it was not committed"
          : "; whether it was committed is not known"
      }`,
    why: "The server or the network went away; a revision and its history row commit together, so the history is right",
    hint: "When the server is back, run the same command again: it goes on from what is recorded",
  }),
  "run/interrupted": entry<{ revision: string | null }>({
    exit: 130,
    title: "The run was interrupted (SIGINT)",
    message: ({ revision }) => revision === null ? "Interrupted" : `Interrupted in revision "${revision}"`,
    why: "The running statement was cancelled on the server and its transaction rolled back",
    hint: "Run the same command again: it goes on from what is recorded",
  }),
  "run/terminated": entry<{ revision: string | null }>({
    exit: 143,
    title: "The run was terminated (SIGTERM)",
    message: ({ revision }) => revision === null ? "Terminated" : `Terminated in revision "${revision}"`,
    why: "The running statement was cancelled on the server and its transaction rolled back",
    hint: "Run the same command again: it goes on from what is recorded",
  }),
  "run/data-loss": entry<{ revision: string; loss: string }>({
    exit: 5,
    title: "A protected environment refuses a revision that loses data",
    message: ({ revision, loss }) => `Revision "${revision}" loses data on a protected environment: ${loss}`,
    why: "The config says protected = true, and what this statement removes cannot be brought back",
    hint: "Look at it with migrate up --dry-run; if you mean it: --allow-destructive",
  }),
  "run/protected": entry<{ command: string; env: string | null }>({
    exit: 5,
    title: "A protected environment refuses what destroys data",
    message: ({ command, env }) =>
      `${env === null ? "This database" : `Environment "${env}"`} is protected against ${command}`,
    why: "The config says protected = true",
    hint: "If you mean it: --allow-destructive",
  }),
  "run/read-only": entry<{ database: string }>({
    exit: 3,
    title: "The database is read-only",
    message: ({ database }) => `${database} is a standby or read-only: nothing can be applied here`,
    why: "Revisions are applied on the primary and reach its replicas by replication",
    hint: "Connect to the primary, for example with target_session_attrs=read-write",
  }),
  "run/history-refused": entry<{ table: string; message: string; user: string }>({
    exit: 3,
    title: "The history table cannot be made or written",
    message: ({ table, message }) => `Cannot keep the history in ${table}: ${message}`,
    why: "Since PostgreSQL 15 only the owner of a database may create tables in its schema public",
    hint: ({ user, table }) =>
      `Let an owner run: GRANT CREATE ON SCHEMA ${table.split(".")[0]} TO ${user}; or: migrate ensure-version`,
    advice: "Let an owner grant CREATE on the schema, or run: migrate ensure-version",
  }),
  "run/history-locked": entry<{ history: string; log: string; message: string }>({
    exit: 3,
    title: "The history tables refuse to be read or written",
    message: ({ message }) => `Cannot keep the history: ${message}`,
    why: "Every step is recorded in the history and log tables in its own transaction",
    hint: ({ history, log }) =>
      `Let their owner run: GRANT SELECT, INSERT, UPDATE, DELETE ON ${history}, ${log} TO the role that migrates`,
    advice: "Let the tables' owner grant SELECT, INSERT, UPDATE and DELETE on both to the role that migrates",
  }),
  "run/history-foreign": entry<{ table: string; message: string }>({
    exit: 3,
    title: "The history table is not this program's",
    message: ({ table, message }) => `${table} exists and is not a history of this program: ${message}`,
    why: "Every column that the program reads must be there",
    hint: "Give the history another name with history_table in migrate.toml",
  }),
  "run/history-newer": entry<{ table: string; found: number; known: number }>({
    exit: 3,
    title: "The history table was made by a newer version of this program",
    message: ({ table, found, known }) => `${table} has layout ${found}, and this program knows layouts up to ${known}`,
    why: "An older program could record less than the table promises",
    hint: "Use the newer version of migrate that your team uses",
  }),
  "run/table-name": entry<{ setting: string; text: string }>({
    exit: 2,
    title: "Not a table's name",
    message: ({ setting, text }) => `${setting} is "${text}", which is not a table's name`,
    why:
      "A table is written as name or schema.name, with double quotes around a part that holds a dot, a space or a quote",
    hint: 'For example history_table = "public.migrate_revisions"',
  }),
} as const;
