import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodePack, encodePack } from "../../../src/database/embedded/pack.ts";

test("a pack gives back what went in", () => {
  const file = fc.record({
    path: fc.string({ unit: "grapheme", minLength: 1 }),
    content: fc.option(fc.uint8Array({ maxLength: 50 }), { nil: null }),
  });
  fc.assert(fc.property(fc.array(file), (files) => {
    const unpacked = decodePack(encodePack(files));
    assert.deepEqual(
      unpacked.map(({ path, content }) => [path, content && [...content]]),
      files.map(({ path, content }) => [path, content && [...content]]),
    );
  }));
});
