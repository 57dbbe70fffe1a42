import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { answerGraph, readVectors } from "./answer.ts";
import { compare, Model } from "./compare.ts";
import { differences } from "./differences.ts";

const vectors = readVectors(fileURLToPath(new URL("alembic.jsonl.gz", import.meta.url)));

test("every question of the vectors is answered as Alembic does, but for the listed differences", () => {
  const listed = new Map(differences.flatMap(({ reason, cases }) => cases.map((name) => [name, reason] as const)));
  const surprises: string[] = [];
  let compared = 0;
  for (const vector of vectors) {
    const model = new Model(vector.revisions);
    const answers = answerGraph(vector);
    assert.equal(answers.length, vector.cases.length);
    vector.cases.forEach((question, n) => {
      const name = `${vector.seed}/${n}`;
      const verdict = compare(question, model, answers[n] ?? null);
      if (verdict === "skip") return;
      compared++;
      if (verdict !== null && !listed.has(name)) surprises.push(`${name} ${question.kind}: ${verdict}`);
      if (verdict === null && listed.has(name)) surprises.push(`${name} is listed as a difference and is none`);
    });
  }
  assert.deepEqual(surprises, []);
  assert.ok(compared > 12_900, `only ${compared} questions were compared`);
});

test("steps and history come in Alembic's own order wherever that order does not vary", () => {
  const key: Readonly<Record<string, string>> = { upgrade: "steps", downgrade: "steps", history: "revisions" };
  let compared = 0;
  for (const vector of vectors) {
    const model = new Model(vector.revisions);
    const answers = answerGraph(vector);
    vector.cases.forEach((question, n) => {
      const name = key[question.kind];
      const answer = answers[n] ?? null;
      const varies = (question as { varies?: readonly string[] }).varies ?? [];
      if (name === undefined || answer === null || question.impossible_state === true || varies.includes(name)) return;
      if (!(name in question.expect) || !(name in answer) || compare(question, model, answer) !== null) return;
      assert.deepEqual(answer[name], question.expect[name], `${vector.seed}/${n}`);
      compared++;
    });
  }
  assert.ok(compared > 2_500, `only ${compared} orders were compared`);
});

test("the comparison finds a wrong answer", () => {
  const [vector] = vectors;
  assert.ok(vector !== undefined);
  const model = new Model(vector.revisions);
  const n = vector.cases.findIndex(({ kind, expect }) =>
    kind === "upgrade" && (expect["steps"] as string[])?.length > 3
  );
  const question = vector.cases[n];
  const answer = answerGraph(vector)[n];
  assert.ok(question !== undefined && answer !== null && answer !== undefined);
  const steps = answer["steps"] as string[];
  assert.equal(compare(question, model, answer), null);
  assert.notEqual(compare(question, model, { ...answer, steps: steps.slice(1) }), null);
  assert.notEqual(compare(question, model, { ...answer, steps: steps.toReversed() }), null);
  assert.notEqual(compare(question, model, { ...answer, rows: [] }), null);
  assert.notEqual(compare(question, model, { error: "RevisionError" }), null);
});
