/** What tests need of the outside: servers, databases, the built program, PostgreSQL's own programs. */
export { binary, binaryPath, emptyDirectory, startBinary } from "./binary.ts";
export type { BinaryOptions, BinaryResult, BinaryRun } from "./binary.ts";
export { type Clients, clients, psql, schemaDump } from "./clients.ts";
export { asSuperuser, freshDatabase } from "./database.ts";
export type { FreshDatabase } from "./database.ts";
export { project, type Version, versions, work } from "./releases.ts";
export { freePort, server } from "./server.ts";
export type { Server, ServerOptions, StopMode } from "./server.ts";
export { keys, startInTerminal } from "./terminal.ts";
export type { Terminal, TerminalOptions } from "./terminal.ts";
