import assert from "node:assert/strict";
import { test } from "node:test";
import { poolerMode } from "../../src/database/pooler.ts";
import { server } from "../support/mod.ts";
import { ask, open } from "./connecting.ts";
import { startPooler } from "./pooler.ts";

test("pooler: a server's own connection has none", async () => {
  const { url } = await server();
  const session = await open(url);
  assert.equal(await poolerMode(session, () => assert.fail("a second connection is not needed")), "none");
  await session.close();
});

for (const mode of ["transaction", "session"] as const) {
  test(`pooler: one that lends connections for a ${mode} is found out`, async () => {
    const pooler = await startPooler((await server()).port, mode);
    const session = await open(pooler.url);
    assert.equal(await poolerMode(session, () => open(pooler.url)), mode);
    await session.close();
    pooler.close();
  });
}

test("pooler: target_session_attrs asks what the pooler does not report", async () => {
  const pooler = await startPooler((await server()).port, "transaction");
  assert.equal(await ask(`${pooler.url}&target_session_attrs=read-write`, "select 1"), 1);
  const standby = open(`${pooler.url}&target_session_attrs=standby`);
  await assert.rejects(standby, { code: "database/no-suitable-host" });
  pooler.close();
});
