import assert from "node:assert/strict";
import { catalogue } from "../../src/base/problems/catalogue.ts";
import { type Code, type DataOf, Problem } from "../../src/base/problem.ts";

/** Runs `act`, which must fail with one problem of `code`, and returns its data; its texts must be writable. */
export function problemOf<C extends Code>(code: C, act: () => unknown): DataOf<C> {
  const [problem, ...others] = problemsOf(act);
  assert.deepEqual([problem?.code, ...others.map((other) => other.code)], [code]);
  return problem?.data as DataOf<C>; // the code says which data
}

/** Runs `act`, which must fail, and returns all problems it reports together. */
export function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    const all = [error, ...error.others];
    for (const { code, data } of all) checkTexts(code, data);
    return all;
  }
  return assert.fail("nothing was wrong");
}

/** What every text promises: sentence case, no full stop, no stray values. */
function checkTexts(code: Code, data: unknown): void {
  const kind = catalogue[code] as { message: (data: unknown) => string; hint: string | ((data: unknown) => string) };
  for (const text of [kind.message(data), typeof kind.hint === "string" ? kind.hint : kind.hint(data)]) {
    assert.match(text, /^[^a-z]|^migrations|^"/, text);
    assert.doesNotMatch(text, /\.$|undefined|\bnull\b|NaN|\[object/, text);
  }
}
