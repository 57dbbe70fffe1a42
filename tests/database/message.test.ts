import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { failedStatement, joinStatements } from "../../src/database/message.ts";

test("a position in the message is a position in the statement that holds it", () => {
  const statement = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(fc.property(fc.array(statement, { minLength: 1 }), fc.nat(), fc.nat(), (statements, which, where) => {
    const index = which % statements.length;
    const characters = [...statements[index] ?? ""];
    const position = 1 + where % characters.length;
    const message = joinStatements(statements);
    const inMessage = (message.starts[index] ?? 0) + position;
    assert.equal([...message.text][inMessage - 1], characters[position - 1]);
    assert.deepEqual(failedStatement(message, 0, inMessage), { index, position });
  }));
});

test("without a position the number of completed statements tells which one failed", () => {
  const message = joinStatements(["a", "b", "c"]);
  assert.deepEqual(failedStatement(message, 2, null), { index: 2, position: null });
  assert.deepEqual(failedStatement(message, 9, null), { index: 2, position: null });
});
