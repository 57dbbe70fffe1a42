import { entry } from "../problem.ts";

/** Which embedded database an error is about: `pglite:DIRECTORY` or `pglite:memory`. */
interface Embedded {
  readonly display: string;
}

/** Problems of the embedded PostgreSQL. */
export const embeddedProblems = {
  "embedded/locked": entry<Embedded & { holder: string; waitMs: number }>({
    exit: 4,
    title: "Another process has the embedded database open",
    message: ({ display, holder, waitMs }) =>
      `"${display}" is in use by ${holder}, and was not free after ${waitMs / 1000} s`,
    why: "An embedded database is a directory of files without a server, so one process at a time can use it",
    hint: "Wait for the other process or end it, and run the command again",
  }),
  "embedded/not-a-database": entry<Embedded & { foreign: string }>({
    exit: 2,
    title: "The directory of the embedded database holds something else",
    message: ({ display, foreign }) => `"${display}" holds "${foreign}" and is no database`,
    why: "A new database is only made in a directory that is empty or does not exist",
    hint: "Name another directory after pglite:, or remove what is in this one",
  }),
  "embedded/unwritable": entry<Embedded & { reason: string }>({
    exit: 3,
    title: "The directory of the embedded database cannot be used",
    message: ({ display, reason }) => `"${display}" cannot be used: ${reason}`,
    why: "The embedded PostgreSQL writes in its directory also when it is only asked",
    hint: "Check the rights of the directory and the space on the disk, or use pglite:memory",
  }),
  "embedded/version": entry<Embedded & { found: string; wanted: string }>({
    exit: 3,
    title: "The embedded database was made by another major version of PostgreSQL",
    message: ({ display, found, wanted }) => `"${display}" is of PostgreSQL ${found}, and this program holds ${wanted}`,
    why: "PostgreSQL reads data directories of its own major version only",
    hint: "Make a new database by removing the directory, or use the version of the program that made it",
  }),
  "embedded/start": entry<Embedded & { reason: string }>({
    exit: 3,
    title: "The embedded database does not start",
    message: ({ display, reason }) => `"${display}" does not start: ${reason}`,
    why: "Its files are damaged, are of a server of another kind, or cannot be read or written",
    hint: "Check the rights on the directory; a database for development is made anew by removing its directory",
  }),
} as const;
