/** The bytes of messages of PostgreSQL's protocol 3.0 ("Message Formats" in PostgreSQL's manual). */

/** The fields of an ErrorResponse or NoticeResponse by their letters. */
export type ErrorFields = Readonly<Record<string, string>>;

/** The bytes of a message; an empty `type` makes one without a type, as the first message must be. */
export function frame(type: string, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => typeof part === "string" ? Buffer.from(part) : part));
  const head = Buffer.alloc(type.length + 4);
  head.write(type, "latin1");
  head.writeUInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

/** Four bytes, big endian. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

/** Two bytes, big endian. */
export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** The first message: protocol 3.0 and the session's parameters. */
export function startupMessage(parameters: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(parameters).map(([name, value]) => `${name}\0${value}\0`).join("");
  return frame("", int32(196_608), text, "\0");
}

/** Asks the server whether it speaks TLS; it answers with one byte, `S` or `N`. */
export const tlsRequest: Buffer = frame("", int32(80_877_103));

/** Asks the server, on a connection of its own, to cancel what another one runs. */
export function cancelRequest(pid: number, secret: number): Buffer {
  return frame("", int32(80_877_102), int32(pid), int32(secret));
}

/** Says goodbye. */
export const terminate: Buffer = frame("X");

/** Reads the fields of an ErrorResponse's or NoticeResponse's body. */
export function errorFields(body: Buffer): ErrorFields {
  const fields: Record<string, string> = {};
  for (const field of body.toString("utf8").split("\0")) {
    if (field !== "") fields[field.slice(0, 1)] = field.slice(1);
  }
  return fields;
}

/** Splits zero-terminated texts. */
export function texts(body: Buffer): readonly string[] {
  return body.toString("utf8").replace(/\0+$/, "").split("\0");
}
