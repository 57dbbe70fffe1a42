import assert from "node:assert/strict";
import { test } from "node:test";
import { viewOf, wantsColour, wantsUnicode, widthOf } from "../../src/cli/terminal.ts";

const nowhere = { write: () => true };

test("colour: flag, NO_COLOR, CLICOLOR_FORCE, TERM, terminal, in this order", () => {
  assert.equal(wantsColour("always", { NO_COLOR: "1" }, false), true);
  assert.equal(wantsColour("never", { CLICOLOR_FORCE: "1" }, true), false);
  assert.equal(wantsColour(null, { NO_COLOR: "1", CLICOLOR_FORCE: "1" }, true), false);
  assert.equal(wantsColour(null, { NO_COLOR: "" }, true), true);
  assert.equal(wantsColour(null, { CLICOLOR_FORCE: "1", TERM: "dumb" }, false), true);
  assert.equal(wantsColour(null, { CLICOLOR_FORCE: "0" }, false), false);
  assert.equal(wantsColour(null, { TERM: "dumb" }, true), false);
  assert.equal(wantsColour("auto", { CLICOLOR: "0" }, true), false);
  assert.equal(wantsColour(null, {}, true), true);
  assert.equal(wantsColour(null, {}, false), false);
});

test("Unicode signs by the locale", () => {
  assert.equal(wantsUnicode({ LANG: "de_DE.UTF-8" }, "linux"), true);
  assert.equal(wantsUnicode({ LC_ALL: "C", LANG: "de_DE.UTF-8" }, "linux"), false);
  assert.equal(wantsUnicode({}, "linux"), false);
  assert.equal(wantsUnicode({}, "darwin"), true);
});

test("the width is the terminal's, else COLUMNS, within bounds", () => {
  assert.equal(widthOf({ ...nowhere, columns: 72 }, { COLUMNS: "90" }), 72);
  assert.equal(widthOf(nowhere, { COLUMNS: "90" }), 90);
  assert.equal(widthOf(nowhere, {}), 100);
  assert.equal(widthOf({ ...nowhere, columns: 20 }, {}), 40);
  assert.equal(widthOf({ ...nowhere, columns: 300 }, {}), 120);
});

test("without colour no text holds an escape", () => {
  const view = viewOf(nowhere, {}, { color: null, verbose: false, platform: "linux" });
  const { lane, ...paints } = view.palette;
  for (const paint of [...Object.values(paints), lane(3)]) assert.equal(paint("x"), "x");
});
