/** What the tests of connections share: opening with an environment of their own, and naming what went wrong. */
import { Problem } from "../../src/base/problem.ts";
import { type OpenOptions, openSession, type Session } from "../../src/database/mod.ts";

/** Opens a session that sees nothing of this machine's environment. */
export function open(url: string, options: Partial<OpenOptions> = {}): Promise<Session> {
  return openSession({ url, environment: {}, ...options });
}

/** Opens, asks one question, closes, and returns the answer of its only column. */
export async function ask(url: string, question: string, options: Partial<OpenOptions> = {}): Promise<unknown> {
  const session = await open(url, options);
  try {
    const [row] = await session.query<Record<string, unknown>>(question);
    return Object.values(row ?? {})[0];
  } finally {
    await session.close();
  }
}

/** The problem that a promise ends with. */
export async function problemIn(promise: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, data: error.data as Record<string, unknown> };
    throw error;
  }
  if (typeof (value as Session | null)?.close === "function") await (value as Session).close();
  return { code: "nothing was thrown", data: {} };
}

/** The code of the problem that opening ends with. */
export async function codeOfOpening(url: string, options: Partial<OpenOptions> = {}): Promise<string> {
  return (await problemIn(open(url, options))).code;
}

/** `url` with parameters added. */
export function withParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`;
}
