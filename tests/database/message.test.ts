import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { failedStatement, joinStatements } from "../../src/database/message.ts";

test("a position in the message is a position in the statement that holds it", async () => {
  const statement = fc.string({ unit: "grapheme", minLength: 1 });
  const cases = fc.asyncProperty(
    fc.array(statement, { minLength: 1 }),
    fc.nat(),
    fc.nat(),
    async (statements, which, where) => {
      const index = which % statements.length;
      const characters = [...statements[index] ?? ""];
      const position = 1 + where % characters.length;
      const before = [...joinStatements([...statements.slice(0, index), ""])].length;
      const inMessage = before + position;
      assert.equal([...joinStatements(statements)][inMessage - 1], characters[position - 1]);
      assert.deepEqual(await failedStatement(statements, 0, inMessage), { index, position });
    },
  );
  await fc.assert(cases);
});

test("every character of a joined message is found in its statement", async () => {
  const statement = fc.string({ unit: fc.constantFrom("a", "ü", "😀", ";", "\n", "-") });
  await fc.assert(fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 5 }), async (statements) => {
    const total = [...joinStatements(statements)].length;
    let [lastIndex, lastPosition] = [0, 0];
    for (let position = 1; position <= total; position++) {
      const located = await failedStatement(statements, 0, position);
      const here = located.position ?? 0;
      assert.ok(here >= 1 && here <= [...(statements[located.index] ?? "")].length + 1);
      // Positions only go on: within a statement, or to the start of the next.
      assert.ok(located.index === lastIndex ? here >= lastPosition : located.index === lastIndex + 1 && here === 1);
      [lastIndex, lastPosition] = [located.index, here];
    }
  }));
});

test("without a position the number of completed statements tells which one failed", async () => {
  assert.deepEqual(await failedStatement(["a", "b", "c"], 2, null), { index: 2, position: null });
  assert.deepEqual(await failedStatement(["a", "b", "c"], 9, null), { index: 2, position: null });
  assert.deepEqual(await failedStatement(["-- none", "a; b", "c"], 2, null), { index: 2, position: null });
});
