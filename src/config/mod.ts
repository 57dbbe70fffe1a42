/** The configuration: where it is found, what it may say, and what holds in the end. */
export type { Config, ConfigFlags, ConfigFunctions, ModelEntry, NamingPatterns, Setting, Source } from "./config.ts";
export { databaseUrl, loadConfig, type LoadOptions } from "./load.ts";
export { expected, type Kind, type SettingSpec, settingSpecs, variableName } from "./settings.ts";
