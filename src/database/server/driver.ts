/** postgres.js, told to do nothing by itself: no looking around in the environment, no reconnecting, no type queries. */
import postgres from "postgres";
import type { Notice } from "../session.ts";
import { jsonTypes, parameterText, valueParsers } from "../values.ts";
import { DriverSocket } from "./driver-socket.ts";

/** A driver that is ready, on a socket to which a line is still to be attached. */
export interface Driver {
  readonly socket: DriverSocket;
  readonly sql: postgres.Sql;
  /** Receives NOTICEs; null: nobody does. */
  onNotice: ((notice: Notice) => void) | null;
}

/**
 * Makes a driver and takes it through its own start. That costs a few milliseconds, so it is done while the server is
 * busy with ours.
 */
export async function startDriver(): Promise<Driver> {
  const socket = new DriverSocket();
  const driver: Driver = {
    socket,
    sql: postgres(optionsFor(socket, (notice) => driver.onNotice?.(notice))),
    onNotice: null,
  };
  await driver.sql.unsafe("").simple();
  return driver;
}

/** A parameter as the driver takes it. */
export function boundValue(value: unknown): BoundArray | string | null {
  return Array.isArray(value) ? new BoundArray(value) : parameterText(value, false);
}

/** An array on its way to a parameter: JSON for a json type, PostgreSQL's array literal for every other. */
class BoundArray {
  readonly values: readonly unknown[];
  constructor(values: readonly unknown[]) {
    this.values = values;
  }
  toString(): string {
    return parameterText(this.values, false) ?? "";
  }
}

type DriverOptions = postgres.Options<Record<string, postgres.PostgresType>>;

/** Names every option that the driver would otherwise take from the environment. */
function optionsFor(socket: DriverSocket, onNotice: (notice: Notice) => void): DriverOptions {
  const asText = (value: unknown) => value instanceof BoundArray ? value.toString() : value;
  const asJson = (value: unknown) => value instanceof BoundArray ? parameterText(value.values, true) : value;
  const types: Record<string, postgres.PostgresType> = {};
  for (const [oid, parse] of Object.entries(valueParsers)) {
    const type = Number(oid);
    types[`oid${oid}`] = { to: type, from: [type], parse, serialize: jsonTypes.includes(type) ? asJson : asText };
  }
  const options = {
    host: "-",
    port: 0,
    user: "-",
    database: "-",
    pass: "",
    ssl: false,
    sslnegotiation: null,
    max: 1,
    idle_timeout: 0,
    connect_timeout: 0,
    max_lifetime: null,
    keep_alive: null,
    max_pipeline: 100,
    backoff: 0,
    prepare: false,
    debug: false,
    fetch_types: false,
    no_subscribe: true,
    // The environment must not make the driver look for another server; the greeting satisfies this value.
    target_session_attrs: "read-write",
    connection: { application_name: "-" },
    types,
    onnotice: (fields: postgres.Notice) => onNotice(noticeOf(fields)),
    socket: () => socket.lost === null ? socket : Promise.reject(new Error(socket.lost)),
  };
  // `socket`, `no_subscribe` and `sslnegotiation` are options that the driver has and its types lack.
  return options as unknown as DriverOptions;
}

function noticeOf(fields: postgres.Notice): Notice {
  return { severity: fields["severity"] ?? "NOTICE", message: fields["message"] ?? "", code: fields["code"] ?? "" };
}
