/** The list of templates. */
import { templates } from "./template.ts";

export interface TemplatesOutcome {
  readonly templates: readonly { readonly name: string; readonly summary: string; readonly files: readonly string[] }[];
}

/** Never fails, touches nothing. */
export function templatesCommand(): TemplatesOutcome {
  return {
    templates: templates.map(({ name, summary, files }) => ({ name, summary, files: files.map((file) => file.path) })),
  };
}
