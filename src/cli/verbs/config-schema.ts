import { verb } from "../verb.ts";

export default verb("config schema", {
  run: async () => {
    const { configJsonSchema } = await import("../../commands/config-schema.ts");
    return { schema: configJsonSchema() };
  },
  text: ({ schema }) => `${JSON.stringify(schema, null, 2)}\n`,
});
