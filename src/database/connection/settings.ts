/**
 * What a connection needs to know, worked out from a URL, the environment and libpq's files, the way libpq does it
 * ("Database Connection Control Functions" in its manual). A pure function: files come in as {@link ConnectionFiles}.
 */
import { problem } from "../../base/problem.ts";
import { parseConnection } from "./conninfo.ts";
import { type Given, isParameter, type ParameterName, parameters } from "./parameters.ts";
import { findPassword } from "./passfile.ts";
import { Secret } from "./secret.ts";
import { findService } from "./service-file.ts";

/** How far TLS goes, as libpq's `sslmode`. */
export type TlsMode = "disable" | "allow" | "prefer" | "require" | "verify-ca" | "verify-full";

/** How a server proves who we are; `require_auth` allows some of these. */
export type AuthenticationMethod = "none" | "password" | "md5" | "scram-sha-256";

/** Which server of several is wanted, as libpq's `target_session_attrs`. */
export type TargetServer = "any" | "read-write" | "read-only" | "primary" | "standby" | "prefer-standby";

/** TLS settings; files are paths that have not been read yet. */
export interface TlsSettings {
  readonly mode: TlsMode;
  /** `direct` begins TLS at once; `postgres` asks the server first. */
  readonly negotiation: "postgres" | "direct";
  /** A file of authorities, `system` for those the machine trusts, or null: trust is not checked. */
  readonly rootCertificate: string | null;
  /** Where a file of authorities was looked for when none was named. */
  readonly defaultRootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly keyPassword: Secret | null;
  readonly revocationList: string | null;
  /** Whether a client certificate must not be, may be, or must be presented. */
  readonly certificateMode: "disable" | "allow" | "require";
  readonly sendServerName: boolean;
  readonly minVersion: string | null;
  readonly maxVersion: string | null;
}

/** One server to try. */
export interface Host {
  /** `unix`: `name` is the directory of the socket. */
  readonly kind: "tcp" | "unix";
  readonly name: string;
  /** Numeric address to connect to instead of resolving `name`, which then only serves to verify a certificate. */
  readonly address: string | null;
  readonly port: number;
  readonly password: Secret | null;
}

export interface ConnectionSettings {
  readonly hosts: readonly Host[];
  readonly user: string;
  readonly database: string;
  readonly tls: TlsSettings;
  readonly target: TargetServer;
  readonly shuffleHosts: boolean;
  /** For each host by itself; 0 waits as long as the operating system does. */
  readonly connectTimeoutMs: number;
  readonly channelBinding: "disable" | "prefer" | "require";
  /** null: every method that we know. */
  readonly allowedMethods: readonly AuthenticationMethod[] | null;
  /** 0: no keepalives. */
  readonly keepaliveIdleMs: number;
  /** Sent with the startup message: `application_name`, `options`, … */
  readonly startup: Readonly<Record<string, string>>;
  /** A password file that was not read because others may read it. */
  readonly ignoredPasswordFile: string | null;
}

/** What this module may know of files. */
export interface ConnectionFiles {
  /** The text of a file, or null when there is none. */
  readonly read: (path: string) => string | null;
  /** Whether there is something at this path. */
  readonly exists: (path: string) => boolean;
  /** Whether only its owner can read the file. */
  readonly isPrivate: (path: string) => boolean;
}

/** Everything that {@link resolveConnection} looks at. */
export interface ConnectionInputs {
  readonly url: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: ConnectionFiles;
  /** Name of the operating system's account; null when it has none. */
  readonly systemUser: string | null;
  readonly windows: boolean;
  readonly applicationName: string;
}

/** Where the servers packaged by distributions, and those built from source, keep their socket. */
const socketDirectories = ["/var/run/postgresql", "/tmp"];

/** How long one host may take when nobody says: long enough for a far server, short enough for a build. */
const defaultConnectTimeoutMs = 30_000;

/**
 * Works out the settings of a connection: the URL wins over the service file, that over `PG*` variables, those over
 * the defaults.
 *
 * ```ts
 * const { hosts } = resolveConnection({ url: "postgres://me@db/app", environment, files, systemUser, windows, applicationName });
 * ```
 */
export function resolveConnection(inputs: ConnectionInputs): ConnectionSettings {
  const given = withDefaults(parseConnection(inputs.url), inputs);
  for (const [name, value] of given) checkParameter(name, value);
  const user = given.get("user") ?? inputs.systemUser;
  if (user === null) throw problem("database/no-user", {});
  const database = given.get("dbname") ?? user;
  const passwords = passwordSource(given, inputs, database, user);
  return {
    hosts: listHosts(given, inputs).map((host) => ({ ...host, password: passwords.of(host) })),
    user,
    database,
    tls: tlsSettings(given, inputs),
    target: choice(given, "target_session_attrs", "any"),
    shuffleHosts: given.get("load_balance_hosts") === "random",
    connectTimeoutMs: Math.max(0, integer(given, "connect_timeout") ?? defaultConnectTimeoutMs / 1000) * 1000,
    channelBinding: choice(given, "channel_binding", "prefer"),
    allowedMethods: allowedMethods(given.get("require_auth")),
    keepaliveIdleMs: given.get("keepalives") === "0" ? 0 : (integer(given, "keepalives_idle") || 60) * 1000,
    startup: startupParameters(given, inputs),
    ignoredPasswordFile: passwords.ignored,
  };
}

/**
 * The connection for people: `postgres://me@db:5432/app`, never with a password.
 *
 * ```ts
 * displayConnection(settings, settings.hosts); // "postgres://me@db-1:5432,db-2:5432/app"
 * ```
 */
export function displayConnection(
  settings: Pick<ConnectionSettings, "user" | "database">,
  hosts: readonly Host[],
): string {
  const user = encodeURIComponent(settings.user);
  const database = encodeURIComponent(settings.database);
  const socket = hosts.find((host) => host.kind === "unix");
  if (socket !== undefined) {
    return `postgres://${user}@/${database}?host=${socket.name}${socket.port === 5432 ? "" : `&port=${socket.port}`}`;
  }
  const authority = hosts.map(({ name, port }) => `${name.includes(":") ? `[${name}]` : name}:${port}`).join(",");
  return `postgres://${user}@${authority}/${database}`;
}

function withDefaults(url: Given, inputs: ConnectionInputs): Given {
  const given = new Map<ParameterName, string>();
  const fill = (more: Given) => {
    for (const [name, value] of more) if (value !== "" && !given.has(name)) given.set(name, value);
  };
  fill(url);
  const variables = new Map<ParameterName, string>();
  for (const [name, { variable }] of Object.entries(parameters)) {
    const value = variable === null ? undefined : inputs.environment[variable];
    if (value !== undefined && isParameter(name)) variables.set(name, value);
  }
  const service = given.get("service") ?? variables.get("service");
  if (service !== undefined && service !== "") {
    fill(readService(service, given.get("servicefile") ?? variables.get("servicefile"), inputs));
  }
  fill(variables);
  return given;
}

function readService(service: string, named: string | undefined, inputs: ConnectionInputs): Given {
  const own = named || homeFile(inputs, ".pg_service.conf", "pg_service.conf");
  const shared = `${inputs.environment["PGSYSCONFDIR"] || "/etc/postgresql-common"}/pg_service.conf`;
  const looked = own === null ? [shared] : [own, shared];
  for (const path of looked) {
    const text = inputs.files.read(path);
    const found = text === null ? null : findService(text, service, path);
    if (found !== null) return found;
  }
  throw problem("database/service-not-found", { service, files: looked });
}

function checkParameter(name: ParameterName, value: string): void {
  const { treatment, choices } = parameters[name] as (typeof parameters)[ParameterName] & {
    choices?: readonly string[];
  };
  if (choices !== undefined && !choices.includes(value)) {
    throw problem("database/parameter-value", { name, value, allowed: choices.join(", ") });
  }
  if (typeof treatment === "object" && !(treatment.onlyHarmless as readonly string[]).includes(value)) {
    throw problem("database/parameter-unsupported", { name, why: treatment.why });
  }
}

/** `given` was checked against the parameter's choices, of which `T` is the type. */
function choice<T extends string>(given: Given, name: ParameterName, otherwise: T): T {
  return (given.get(name) ?? otherwise) as T;
}

function integer(given: Given, name: ParameterName): number | null {
  const text = given.get(name);
  if (text === undefined) return null;
  if (!/^\s*[+-]?\d{1,9}\s*$/.test(text)) {
    throw problem("database/parameter-value", { name, value: text, allowed: "a whole number" });
  }
  return Number(text);
}

function listHosts(given: Given, inputs: ConnectionInputs): readonly Omit<Host, "password">[] {
  const names = given.get("host")?.split(",");
  const addresses = given.get("hostaddr")?.split(",");
  const ports = given.get("port")?.split(",") ?? [""];
  const count = addresses?.length ?? names?.length ?? 1;
  if (names !== undefined && names.length !== count) {
    throw problem("database/invalid-url", { reason: `It has ${names.length} hosts and ${count} values of "hostaddr"` });
  }
  if (ports.length !== 1 && ports.length !== count) {
    throw problem("database/invalid-url", { reason: `It has ${count} hosts and ${ports.length} ports` });
  }
  return Array.from({ length: count }, (_, i) => {
    const port = portNumber(ports.length === 1 ? ports[0] : ports[i]);
    const address = addresses?.[i] || null;
    const name = names?.[i] || address || defaultHost(inputs, port);
    const unix = address === null && /^[/@]/.test(name);
    return { kind: unix ? "unix" : "tcp", name, address, port } as const;
  });
}

function portNumber(text: string | undefined): number {
  if (text === undefined || text === "") return 5432;
  const port = /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) {
    throw problem("database/parameter-value", { name: "port", value: text, allowed: "1 to 65535" });
  }
  return port;
}

/** The Unix socket of this machine's server when there is one, else `localhost`. */
function defaultHost(inputs: ConnectionInputs, port: number): string {
  if (inputs.windows) return "localhost";
  return socketDirectories.find((directory) => inputs.files.exists(`${directory}/.s.PGSQL.${port}`)) ?? "localhost";
}

interface PasswordSource {
  readonly of: (host: Omit<Host, "password">) => Secret | null;
  readonly ignored: string | null;
}

function passwordSource(given: Given, inputs: ConnectionInputs, database: string, user: string): PasswordSource {
  const password = given.get("password");
  if (password !== undefined) {
    const secret = new Secret(password);
    return { of: () => secret, ignored: null };
  }
  const path = given.get("passfile") ?? homeFile(inputs, ".pgpass", "pgpass.conf");
  const text = path === null ? null : inputs.files.read(path);
  if (path === null || text === null) return { of: () => null, ignored: null };
  if (!inputs.windows && !inputs.files.isPrivate(path)) return { of: () => null, ignored: path };
  return {
    ignored: null,
    of: ({ kind, name, port }) => {
      const host = kind === "unix" && socketDirectories.includes(name) ? "localhost" : name;
      const found = findPassword(text, { host, port, database, user });
      return found === null ? null : new Secret(found);
    },
  };
}

/** A file of libpq's in the home directory; on Windows those are in `%APPDATA%\\postgresql`. */
function homeFile({ environment, windows }: ConnectionInputs, unixName: string, windowsName: string): string | null {
  const home = environment[windows ? "APPDATA" : "HOME"];
  if (home === undefined || home === "") return null;
  return windows ? `${home}\\postgresql\\${windowsName}` : `${home}/${unixName}`;
}

function tlsSettings(given: Given, inputs: ConnectionInputs): TlsSettings {
  const system = given.get("sslrootcert") === "system";
  const mode = choice<TlsMode>(given, "sslmode", system ? "verify-full" : "prefer");
  const negotiation = choice<TlsSettings["negotiation"]>(given, "sslnegotiation", "postgres");
  if (system && mode !== "verify-full") {
    throw problem("database/parameter-value", {
      name: "sslmode",
      value: mode,
      allowed: "verify-full, with sslrootcert=system",
    });
  }
  if (negotiation === "direct" && (mode === "disable" || mode === "allow" || mode === "prefer")) {
    throw problem("database/parameter-value", {
      name: "sslmode",
      value: mode,
      allowed: "require, verify-ca, verify-full, with sslnegotiation=direct",
    });
  }
  const inHome = (name: string) => homeFile(inputs, `.postgresql/${name}`, name);
  const present = (path: string | null) => path !== null && inputs.files.exists(path) ? path : null;
  const certificate = given.get("sslcert") ?? present(inHome("postgresql.crt"));
  const keyPassword = given.get("sslpassword");
  return {
    mode,
    negotiation,
    rootCertificate: given.get("sslrootcert") ?? present(inHome("root.crt")),
    defaultRootCertificate: inHome("root.crt"),
    certificate,
    key: certificate === null ? null : given.get("sslkey") ?? present(inHome("postgresql.key")),
    keyPassword: keyPassword === undefined ? null : new Secret(keyPassword),
    revocationList: given.get("sslcrl") ?? present(inHome("root.crl")),
    certificateMode: choice(given, "sslcertmode", "allow"),
    sendServerName: given.get("sslsni") !== "0",
    minVersion: given.get("ssl_min_protocol_version") ?? null,
    maxVersion: given.get("ssl_max_protocol_version") ?? null,
  };
}

const authenticationMethods: readonly AuthenticationMethod[] = ["none", "password", "md5", "scram-sha-256"];
/** Methods that libpq has and we have not: allowing or forbidding them changes nothing. */
const otherMethods = ["gss", "sspi", "oauth"];

function allowedMethods(text: string | undefined): readonly AuthenticationMethod[] | null {
  if (text === undefined) return null;
  const words = text.split(",").map((word) => word.trim());
  const negated = words.filter((word) => word.startsWith("!")).map((word) => word.slice(1));
  const wrong = words.find((word) => ![...authenticationMethods, ...otherMethods].includes(word.replace(/^!/, "")));
  if (wrong !== undefined || (negated.length > 0 && negated.length < words.length)) {
    throw problem("database/parameter-value", {
      name: "require_auth",
      value: text,
      allowed: `a list of ${authenticationMethods.join(", ")}, or of those that must not be, each after "!"`,
    });
  }
  return authenticationMethods.filter((method) =>
    negated.length > 0 ? !negated.includes(method) : words.includes(method)
  );
}

function startupParameters(given: Given, { environment, applicationName }: ConnectionInputs): Record<string, string> {
  const all: Record<string, string | undefined> = {
    application_name: given.get("application_name") ?? given.get("fallback_application_name") ?? applicationName,
    options: given.get("options"),
    datestyle: environment["PGDATESTYLE"],
    timezone: environment["PGTZ"],
    geqo: environment["PGGEQO"],
  };
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) if (value !== undefined && value !== "") set[name] = value;
  return set;
}
