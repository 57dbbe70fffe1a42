/**
 * Reads the two ways of writing a connection that libpq has ("Connection Strings" in its manual): a URI and a list of
 * `key=value`. The grammar is that of libpq's fe-connect.c; the text may hold a password, so no error quotes it.
 */
import { nearest } from "../../base/nearest.ts";
import { problem } from "../../base/problem.ts";
import { type Given, isParameter, type ParameterName, parameters } from "./parameters.ts";

/**
 * Reads a URI or a `key=value` list; the empty text gives nothing.
 *
 * ```ts
 * parseConnection("postgres://me@db:5433/app?sslmode=require").get("port"); // "5433"
 * parseConnection("host=/run/postgresql dbname=app").get("host"); // "/run/postgresql"
 * ```
 */
export function parseConnection(text: string): Given {
  const trimmed = text.trim();
  const scheme = /^postgres(?:ql)?:\/\//i.exec(trimmed);
  if (scheme !== null) return parseUri(trimmed.slice(scheme[0].length));
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) {
    throw invalid("It begins with a scheme that is not postgres, postgresql or pglite");
  }
  return parsePairs(trimmed);
}

/** Takes one parameter by its name; throws when libpq has none of that name. */
export function setParameter(given: Map<ParameterName, string>, name: string, value: string): void {
  if (name === "ssl" && value === "true") {
    given.set("sslmode", "require"); // as JDBC writes it; libpq takes it too
    return;
  }
  if (!isParameter(name)) {
    throw problem("database/unknown-parameter", { name, nearest: nearest(name, Object.keys(parameters)) });
  }
  if (value.includes("\0")) throw invalid(`The value of "${name}" holds a zero byte`);
  given.set(name, value);
}

function parseUri(rest: string): Given {
  const given = new Map<ParameterName, string>();
  const at = /^[^@/]*@/.exec(rest);
  // libpq would take such a password's beginning for a port, and the error would show it.
  if (at === null && /^[^/?@]*:[^/?@]*\/[^?]*@/.test(rest)) {
    throw invalid('There is a "/" before the "@": in a password it is written %2F, and an "@" in a database name %40');
  }
  if (at !== null) {
    const [user = "", ...password] = at[0].slice(0, -1).split(":");
    if (user !== "") given.set("user", decode(user, "user name"));
    if (password.join(":") !== "") given.set("password", decode(password.join(":"), "password"));
  }
  const [, authority = "", query] = /^([^?]*)(?:\?(.*))?$/s.exec(rest.slice(at?.[0].length ?? 0)) ?? [];
  const slash = authority.indexOf("/");
  if (slash !== -1 && slash + 1 < authority.length) given.set("dbname", decode(authority.slice(slash + 1), "database"));
  const [hosts, ports] = parseHosts(slash === -1 ? authority : authority.slice(0, slash));
  if (hosts.some((host) => host !== "")) given.set("host", hosts.join(","));
  if (ports.some((port) => port !== "")) given.set("port", ports.join(","));
  if (query !== undefined && query !== "") parseQuery(query, given);
  return given;
}

function parseHosts(text: string): readonly [hosts: readonly string[], ports: readonly string[]] {
  const hosts: string[] = [];
  const ports: string[] = [];
  for (const part of text.split(",")) {
    const found = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(part);
    if (found === null) {
      throw invalid(
        part.startsWith("[") ? "The IPv6 address in brackets is not closed" : "A host holds a stray colon or bracket",
      );
    }
    if (found[1] === "") throw invalid("The IPv6 address in brackets is empty");
    hosts.push(decode(found[1] ?? found[2] ?? "", "host"));
    ports.push(decode(found[3] ?? "", "port"));
  }
  return [hosts, ports];
}

function parseQuery(query: string, given: Map<ParameterName, string>): void {
  for (const pair of query.split("&")) {
    const [name = "", value, ...more] = pair.split("=");
    const decodedName = decode(name, "parameter name");
    if (value === undefined) throw invalid(`The parameter "${decodedName}" has no "="`);
    if (more.length > 0) throw invalid(`The parameter "${decodedName}" has more than one "="`);
    setParameter(given, decodedName, decode(value, `parameter "${decodedName}"`));
  }
}

function decode(text: string, what: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    throw invalid(`The ${what} has a "%" that is not followed by the two digits of a UTF-8 byte`);
  }
  if (decoded.includes("\0")) throw invalid(`The ${what} holds a zero byte`);
  return decoded;
}

function parsePairs(text: string): Given {
  const given = new Map<ParameterName, string>();
  const pair = /\s*([^\s=]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)(?:[^\s\\]|\\.)*)?)(?=\s|$)/sy;
  while (pair.lastIndex < text.length) {
    const start = pair.lastIndex;
    const found = pair.exec(text);
    if (found === null) {
      const name = /^\s*([A-Za-z_]+)\s*=/.exec(text.slice(start))?.[1];
      throw invalid(
        name === undefined
          ? 'It is neither a postgres:// URL nor a list of "key=value"'
          : `The value of "${name}" has a quote that is not closed`,
      );
    }
    setParameter(given, found[1] ?? "", (found[2] ?? found[3] ?? "").replace(/\\(.)/gs, "$1"));
  }
  return given;
}

function invalid(reason: string) {
  return problem("database/invalid-url", { reason });
}
