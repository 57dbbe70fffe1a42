export type { Config, ConfigFlags, ConfigFunctions, ModelEntry, NamingPatterns, Setting, Source } from "./config.ts";
