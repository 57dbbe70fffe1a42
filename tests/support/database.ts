/** Databases that a test has for itself. */
import process from "node:process";
import postgres from "postgres";
import type { Server } from "./server.ts";

/** A new, empty database. `await using` drops it at the end of the block. */
export interface FreshDatabase extends AsyncDisposable {
  readonly name: string;
  /** As superuser `postgres`, over TCP, no password needed. */
  readonly url: string;
  /** Drops it, together with whatever is connected to it. */
  drop(): Promise<void>;
}

let count = 0;

/**
 * Creates a database.
 *
 * ```ts
 * await using database = await freshDatabase(await server());
 * await openSession({ url: database.url });
 * ```
 */
export async function freshDatabase(server: Server): Promise<FreshDatabase> {
  count += 1;
  const name = `test_${process.pid}_${count}_${Math.random().toString(36).slice(2, 8)}`;
  await asSuperuser(server, `CREATE DATABASE ${name}`);
  const drop = () => asSuperuser(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return {
    name,
    url: server.url.replace(/\/postgres$/, `/${name}`),
    drop,
    [Symbol.asyncDispose]: drop,
  };
}

/** Runs statements in a server's database `postgres`: roles, databases, settings. */
export async function asSuperuser(server: Server, text: string): Promise<void> {
  const sql = postgres(server.url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  try {
    await sql.unsafe(text).simple();
  } finally {
    await sql.end();
  }
}
