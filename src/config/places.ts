/** Where in a config file a key stands. */
import type { Location } from "../base/problem.ts";
import { codePlaces } from "./code-places.ts";
import { placeKey, tomlPlaces } from "./toml-places.ts";

/** A config file as it was read. */
export interface ConfigFile {
  readonly file: string;
  readonly text: string;
  readonly format: "toml" | "ts";
}

/** The place of a key, or of the nearest table around it that can be seen. */
export function placeIn(config: ConfigFile, path: readonly PropertyKey[]): Location {
  const places = config.format === "toml" ? tomlPlaces(config.text) : codePlaces(config.text);
  for (let length = path.length; length > 0; length--) {
    const place = places.get(placeKey(path.slice(0, length)));
    if (place !== undefined) return { file: config.file, ...place };
  }
  return { file: config.file };
}
