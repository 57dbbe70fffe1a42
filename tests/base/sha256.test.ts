import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "../../src/base/sha256.ts";

test("a text's SHA-256 is what node:crypto says, whatever the text holds", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    assert.equal(sha256(text), createHash("sha256").update(text, "utf8").digest("hex"));
  }));
});

test("half a surrogate pair is hashed as the replacement character", () => {
  assert.equal(sha256("a\ud800b"), sha256("a\ufffdb"));
});
