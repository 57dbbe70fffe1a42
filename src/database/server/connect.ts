/** Finds, among the hosts of a connection, the server that is wanted, and starts a session on it. */
import { Problem, problem } from "../../base/problem.ts";
import { type ConnectionSettings, displayConnection, type Host, type TargetServer } from "../connection/settings.ts";
import { type Encryption, hangUp, type LazyTls, type Line, openLine, placeOf } from "./line.ts";
import { refusalProblem } from "./refusal.ts";
import { Refusal, type Started, startSession } from "./startup.ts";
import { Disconnected, ForeignProtocol } from "./message-reader.ts";
import type { TlsMaterial } from "./tls.ts";
import { errorFields, frame } from "./wire.ts";

/** A started session on a line that belongs to nobody yet. */
export interface Connection {
  readonly line: Line;
  readonly host: Host;
  readonly tls: LazyTls | null;
  readonly started: Started;
  readonly display: string;
}

/** One way to reach one host. */
interface Attempt {
  readonly settings: ConnectionSettings;
  readonly host: Host;
  readonly tls: LazyTls | null;
  readonly display: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Connects. Hosts are tried in turn as libpq does: one that cannot be reached or is of the wrong kind leads to the
 * next, one that refuses us ends the search.
 */
export async function connectServer(settings: ConnectionSettings, signal?: AbortSignal): Promise<Connection> {
  const tls = lazyTls(settings);
  // Whatever is wrong with its files is told before anything is tried; where TLS is only offered, when it is taken.
  if (tls !== null && tls.mode !== "prefer" && tls.mode !== "allow") await tls.material();
  const hosts = settings.shuffleHosts ? shuffle(settings.hosts) : settings.hosts;
  const failures: Problem[] = [];
  const unsuitable: { at: string; reason: string }[] = [];
  // `prefer-standby` looks at every host for a standby first, then takes any.
  const rounds: readonly TargetServer[] = settings.target === "prefer-standby" ? ["standby", "any"] : [settings.target];
  for (const target of rounds) {
    for (const host of hosts) {
      const attempt = { settings, host, tls, display: displayConnection(settings, [host]), signal };
      try {
        const found = await reach(attempt);
        const reason = await mismatch(found, target);
        if (reason === null) return found;
        hangUp(found.line);
        unsuitable.push({ at: placeOf(host), reason });
      } catch (error) {
        if (!(error instanceof Problem) || !leadsToNextHost.has(error.code)) throw error;
        failures.push(error);
      }
    }
  }
  const [first, ...others] = failures;
  if (first !== undefined && unsuitable.length === 0) {
    throw new Problem(first.code, first.data, first.at, others, first.cause);
  }
  const found = [
    ...unsuitable,
    ...failures.map(({ code, data }) => ({ at: (data as { at?: string }).at ?? "", reason: code })),
  ];
  throw problem("database/no-suitable-host", { target: settings.target, found });
}

/** What TLS needs, for all hosts together; null when no line will be encrypted. */
function lazyTls(settings: ConnectionSettings): LazyTls | null {
  const { mode, negotiation } = settings.tls;
  if (mode === "disable" || settings.hosts.every((host) => host.kind === "unix")) return null;
  let material: Promise<TlsMaterial> | null = null;
  return {
    mode,
    negotiation,
    material: () =>
      material ??= import("./tls.ts").then(({ readTlsMaterial }) =>
        readTlsMaterial(settings.tls, displayConnection(settings, settings.hosts))
      ),
  };
}

const leadsToNextHost: ReadonlySet<string> = new Set([
  "database/refused",
  "database/socket-missing",
  "database/host-not-found",
  "database/timeout",
  "database/unreachable",
  "database/starting-up",
  "database/too-many-connections",
]);

/** The encryptions to try on a host, in order: the second only when the server turns the first one away. */
function encryptions({ mode }: ConnectionSettings["tls"], host: Host): readonly Encryption[] {
  if (host.kind === "unix") return ["none"];
  if (mode === "disable") return ["none"];
  if (mode === "allow") return ["none", "demand"];
  if (mode === "prefer") return ["offer", "none"];
  return ["demand"];
}

async function reach(attempt: Attempt): Promise<Connection> {
  const [first = "none", second] = encryptions(attempt.settings.tls, attempt.host);
  let wasEncrypted = false;
  try {
    return await withDeadline(
      attempt,
      (signal) => start(attempt, first, signal, (line) => wasEncrypted = line.encrypted),
    );
  } catch (error) {
    const code = error instanceof Problem ? error.code : null;
    // pg_hba.conf can want TLS, or want none: only such a refusal is worth another try with the same password.
    const turnedAway = code === "database/not-allowed-in" && wasEncrypted === (second === "none");
    if (second === undefined || !(turnedAway || code === "database/tls-failed")) throw error;
    return await withDeadline(attempt, (signal) => start(attempt, second, signal));
  }
}

async function withDeadline<T>(attempt: Attempt, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { settings: { connectTimeoutMs }, host, display, signal } = attempt;
  const controller = new AbortController();
  const late = () =>
    controller.abort(problem("database/timeout", { display, at: placeOf(host), seconds: connectTimeoutMs / 1000 }));
  const timer = connectTimeoutMs === 0 ? undefined : setTimeout(late, connectTimeoutMs);
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    signal?.throwIfAborted();
    const aborted = new Promise<never>((_, reject) =>
      controller.signal.addEventListener("abort", () => reject(controller.signal.reason), { once: true })
    );
    return await Promise.race([work(controller.signal), aborted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

async function start(
  attempt: Attempt,
  encryption: Encryption,
  signal: AbortSignal,
  onLine: (line: Line) => void = () => {},
): Promise<Connection> {
  const { settings, host, tls, display } = attempt;
  const line = await openLine({ host, encryption, tls, display, signal }).catch((error) => {
    throw startProblem(error, attempt, false, false);
  });
  onLine(line);
  const stop = () => line.stream.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    const { stream, reader, certificate } = line;
    const started = await startSession({ stream, reader, settings, password: host.password, certificate, display });
    return { line, host, tls, started, display };
  } catch (error) {
    line.stream.destroy();
    const certificateGiven = line.encrypted && (await tls?.material())?.options.cert !== undefined;
    throw startProblem(error, attempt, line.encrypted, certificateGiven);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function startProblem(
  error: unknown,
  { settings, host, display }: Attempt,
  encrypted: boolean,
  certificateGiven: boolean,
): unknown {
  if (error instanceof Refusal) return refusalProblem(error.fields, { settings, host, display, certificateGiven });
  const at = placeOf(host);
  if (error instanceof ForeignProtocol) return problem("database/not-postgres", { display, at }, { cause: error });
  if (!(error instanceof Disconnected)) return error;
  // With TLS 1.3 the server looks at the client's certificate after our side of the handshake is over.
  const code = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  // Its alert is lost when our first message meets a line that it has closed: all that is seen then is the end.
  if (encrypted && (certificateGiven || /ALERT|SSL/.test(`${code} ${error.message}`))) {
    return problem("database/tls-client-certificate", { display, reason: error.message, given: certificateGiven });
  }
  return problem("database/unreachable", { display, at, reason: error.message }, { cause: error });
}

/** Why this server is not of the wanted kind, or null when it is. */
async function mismatch(connection: Connection, target: TargetServer): Promise<string | null> {
  if (target === "any") return null;
  const { standby, readOnly } = await serverKind(connection);
  switch (target) {
    case "read-write":
      return standby ? "is a standby" : readOnly ? "has default_transaction_read_only on" : null;
    case "read-only":
      return standby || readOnly ? null : "takes changes";
    case "primary":
      return standby ? "is a standby" : null;
    default:
      return standby ? null : "is a primary";
  }
}

async function serverKind(connection: Connection): Promise<{ standby: boolean; readOnly: boolean }> {
  const { parameters } = connection.started;
  const standby = parameters.get("in_hot_standby") ?? await ask(connection, "select pg_catalog.pg_is_in_recovery()");
  const readOnly = parameters.get("default_transaction_read_only") ??
    await ask(connection, "show transaction_read_only");
  return { standby: isOn(standby), readOnly: isOn(readOnly) };
}

function isOn(text: string): boolean {
  return text === "on" || text === "t";
}

/** Asks for one value before the session belongs to anyone; a pooler does not report every parameter. */
async function ask({ line, display }: Connection, sql: string): Promise<string> {
  line.stream.write(frame("Q", sql, "\0"));
  let value = "";
  for (;;) {
    const { type, body } = await line.reader.next();
    if (type === "D") value = body.toString("utf8", 6);
    if (type === "E") {
      const fields = errorFields(body);
      throw problem("database/server-refused", { display, sqlstate: fields["C"] ?? "", message: fields["M"] ?? "" });
    }
    if (type === "Z") return value;
  }
}

/** Fisher and Yates, for `load_balance_hosts=random`. */
function shuffle<T>(items: readonly T[]): readonly T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [mixed[i] as T, mixed[j] as T];
    [mixed[i], mixed[j]] = [b, a];
  }
  return mixed;
}
