/** The door to databases: one function opens a session on a server or on the embedded PostgreSQL. */
export { problemOf } from "./failure.ts";
export { openSession } from "./open.ts";
export * from "./session.ts";
export { waitForDatabase } from "./wait.ts";
