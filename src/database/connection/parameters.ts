/**
 * The connection parameters that libpq knows (PostgreSQL 18, "Parameter Key Words" and "Environment Variables" in its
 * manual), and what we do with each.
 */

/** What we do with a parameter: use it, take it without effect, or refuse any value but the harmless ones. */
export type Treatment = "used" | "ignored" | { readonly onlyHarmless: readonly string[]; readonly why: string };

export interface Parameter {
  /** The environment variable that gives the default; null when there is none. */
  readonly variable: string | null;
  readonly treatment: Treatment;
  /** The values allowed, when the parameter is a choice. */
  readonly choices?: readonly string[];
}

const used = (variable: string | null, choices?: readonly string[]): Parameter => ({
  variable,
  treatment: "used",
  ...(choices === undefined ? {} : { choices }),
});
const ignored = (variable: string | null): Parameter => ({ variable, treatment: "ignored" });
const refused = (variable: string | null, why: string, ...onlyHarmless: string[]): Parameter => ({
  variable,
  treatment: { onlyHarmless, why },
});

const noKerberos = "GSSAPI and Kerberos are not supported";
const tlsVersions = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

export const parameters = {
  service: used("PGSERVICE"),
  servicefile: used("PGSERVICEFILE"),
  host: used("PGHOST"),
  hostaddr: used("PGHOSTADDR"),
  port: used("PGPORT"),
  dbname: used("PGDATABASE"),
  user: used("PGUSER"),
  password: used("PGPASSWORD"),
  passfile: used("PGPASSFILE"),
  require_auth: used("PGREQUIREAUTH"),
  channel_binding: used("PGCHANNELBINDING", ["disable", "prefer", "require"]),
  connect_timeout: used("PGCONNECT_TIMEOUT"),
  client_encoding: refused(
    "PGCLIENTENCODING",
    "Revisions are always sent as UTF-8",
    "UTF8",
    "UTF-8",
    "auto",
    "unicode",
  ),
  options: used("PGOPTIONS"),
  application_name: used("PGAPPNAME"),
  fallback_application_name: used(null),
  keepalives: used(null, ["0", "1"]),
  keepalives_idle: used(null),
  keepalives_interval: ignored(null),
  keepalives_count: ignored(null),
  tcp_user_timeout: ignored(null),
  replication: refused(null, "Migrations cannot run on a replication connection", "false", "off", "no", "0"),
  gssencmode: refused("PGGSSENCMODE", noKerberos, "disable", "prefer"),
  krbsrvname: ignored("PGKRBSRVNAME"),
  gsslib: ignored("PGGSSLIB"),
  gssdelegation: ignored("PGGSSDELEGATION"),
  sslmode: used("PGSSLMODE", ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]),
  sslnegotiation: used("PGSSLNEGOTIATION", ["postgres", "direct"]),
  sslcompression: ignored("PGSSLCOMPRESSION"),
  sslcert: used("PGSSLCERT"),
  sslkey: used("PGSSLKEY"),
  sslpassword: used(null),
  sslcertmode: used("PGSSLCERTMODE", ["disable", "allow", "require"]),
  sslrootcert: used("PGSSLROOTCERT"),
  sslcrl: used("PGSSLCRL"),
  sslcrldir: refused("PGSSLCRLDIR", "Put the revocation lists into one file and name it with sslcrl"),
  sslsni: used("PGSSLSNI", ["0", "1"]),
  ssl_min_protocol_version: used("PGSSLMINPROTOCOLVERSION", tlsVersions),
  ssl_max_protocol_version: used("PGSSLMAXPROTOCOLVERSION", tlsVersions),
  requirepeer: refused("PGREQUIREPEER", "The owner of the server's process cannot be asked for here"),
  min_protocol_version: refused("PGMINPROTOCOLVERSION", "Protocol 3.0 is the one spoken here", "3.0"),
  max_protocol_version: ignored("PGMAXPROTOCOLVERSION"),
  target_session_attrs: used("PGTARGETSESSIONATTRS", [
    "any",
    "read-write",
    "read-only",
    "primary",
    "standby",
    "prefer-standby",
  ]),
  load_balance_hosts: used("PGLOADBALANCEHOSTS", ["disable", "random"]),
  scram_client_key: refused(null, "Give a password instead"),
  scram_server_key: refused(null, "Give a password instead"),
  sslkeylogfile: refused(null, "The keys of a TLS connection are not written to a file"),
  oauth_issuer: refused(null, "OAuth is not supported"),
  oauth_client_id: refused(null, "OAuth is not supported"),
  oauth_client_secret: refused(null, "OAuth is not supported"),
  oauth_scope: refused(null, "OAuth is not supported"),
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

/** Given parameters by name. */
export type Given = ReadonlyMap<ParameterName, string>;

/** Whether libpq has a parameter of this name. */
export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}
