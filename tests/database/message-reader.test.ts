import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ByteStream, Mailbox } from "../../src/database/server/byte-stream.ts";
import { Disconnected, ForeignProtocol, MessageReader } from "../../src/database/server/message-reader.ts";
import { frame } from "../../src/database/server/wire.ts";

/** A stream that brings what a test puts into it. */
function streamOf(mailbox: Mailbox): ByteStream {
  return {
    remoteAddress: null,
    write: () => {},
    end: () => {},
    destroy: () => {},
    keepAlive: () => {},
    listen: (receiver) => mailbox.listen(receiver),
  };
}

const message = fc.record({ type: fc.constantFrom("D", "C", "Z", "N"), body: fc.string({ maxLength: 40 }) });

/** Cuts bytes at some places. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, at) => bytes.subarray(from, places[at] ?? bytes.length));
}

test("message reader: however the bytes arrive, the messages are the same, and whoever reads on gets the rest", async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(message, { minLength: 1 }),
    fc.array(fc.nat()),
    fc.nat(),
    fc.nat(),
    async (messages, cuts, pulledCount, early) => {
      const bytes = Buffer.concat(messages.map(({ type, body }) => frame(type, body)));
      const pulled = pulledCount % (messages.length + 1);
      const mailbox = new Mailbox();
      const parts = pieces(bytes, cuts);
      const before = early % (parts.length + 1);
      for (const part of parts.slice(0, before)) mailbox.data(part);
      const reader = new MessageReader(streamOf(mailbox));
      const found: { type: string; body: string }[] = [];
      const rest: Buffer[] = [];
      const reading = (async () => {
        for (let count = 0; count < pulled; count++) {
          const { type, body } = await reader.next();
          found.push({ type, body: body.toString() });
        }
        reader.handOver({ data: (chunk) => void rest.push(chunk), gone: () => {} });
      })();
      for (const part of parts.slice(before)) {
        mailbox.data(part);
        await Promise.resolve();
      }
      await reading;
      assert.deepEqual(found, messages.slice(0, pulled).map(({ type, body }) => ({ type, body })));
      const left = Buffer.concat(messages.slice(pulled).map(({ type, body }) => frame(type, body)));
      assert.deepEqual(Buffer.concat(rest), left);
    },
  ));
});

test("message reader: the end of the line is told after what came before it", async () => {
  const mailbox = new Mailbox();
  const reader = new MessageReader(streamOf(mailbox));
  mailbox.data(frame("N", "last"));
  mailbox.gone(null);
  assert.equal((await reader.next()).body.toString(), "last");
  await assert.rejects(reader.next(), Disconnected);
  const told: string[] = [];
  reader.handOver({ data: () => told.push("data"), gone: () => told.push("gone") });
  assert.deepEqual(told, ["gone"]);
});

test("message reader: what is no message of a starting session is another protocol", async () => {
  for (const bytes of ["HTTP/1.1 400 Bad Request\r\n", "\0\0\0\0\0\0", "R\0\0\0\x01"]) {
    const mailbox = new Mailbox();
    mailbox.data(Buffer.from(bytes, "latin1"));
    await assert.rejects(new MessageReader(streamOf(mailbox)).next(), ForeignProtocol);
  }
});
