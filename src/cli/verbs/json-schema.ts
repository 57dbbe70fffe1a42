import { nearest } from "../../base/nearest.ts";
import { problem } from "../../base/problem.ts";
import { findCommand } from "../table/mod.ts";
import { verb } from "../verb.ts";

export default verb("json schema", {
  run: async ({ command }) => {
    const { jsonSchemaOf, shapeNames } = await import("../shapes/mod.ts");
    const asked = command.join(" ");
    const name = findCommand(asked)?.name ?? asked;
    const schema = jsonSchemaOf(name);
    if (schema === null) {
      throw problem("usage/unknown-command", { name: asked, nearest: nearest(asked, shapeNames) });
    }
    return { schema };
  },
  text: ({ schema }) => `${JSON.stringify(schema, null, 2)}\n`,
});
