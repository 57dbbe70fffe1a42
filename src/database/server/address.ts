/** Where a line goes to, as both runtimes take it. */
export type Address = { readonly path: string } | { readonly host: string; readonly port: number };
