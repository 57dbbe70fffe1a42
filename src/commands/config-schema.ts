/** The JSON Schema of the config file, for editors and checkers. */
export { configJsonSchema } from "../config/schema.ts";
