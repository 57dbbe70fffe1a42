/** The connection service file, `pg_service.conf` ("The Connection Service File" in libpq's manual). */
import { problem } from "../../base/problem.ts";
import { setParameter } from "./conninfo.ts";
import type { Given, ParameterName } from "./parameters.ts";

/**
 * The parameters of one `[service]` section, or null when the file has no such section.
 *
 * ```ts
 * findService("[app]\nhost=db\nuser=me", "app", "pg_service.conf")?.get("host"); // "db"
 * ```
 */
export function findService(text: string, service: string, file: string): Given | null {
  let inside = false;
  let found: Map<ParameterName, string> | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("[")) {
      if (found !== null) return found;
      inside = line === `[${service}]`;
      if (inside) found = new Map();
      continue;
    }
    if (!inside || found === null) continue;
    const equals = line.indexOf("=");
    if (equals === -1) throw wrongLine(file, index + 1, 'A line must be "key=value"');
    const name = line.slice(0, equals).trim();
    if (name === "service" || name === "servicefile") {
      throw wrongLine(file, index + 1, "A service cannot refer to another service");
    }
    // libpq: the first line that sets a parameter wins.
    const values = new Map<ParameterName, string>();
    setParameter(values, name, line.slice(equals + 1).trim());
    for (const [key, value] of values) if (!found.has(key)) found.set(key, value);
  }
  return found;
}

function wrongLine(file: string, line: number, reason: string) {
  return problem("database/service-file-invalid", { reason }, { at: { file, line } });
}
