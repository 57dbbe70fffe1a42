/** stub */
export function operationFor(_sql: string): { readonly code: string; readonly imports: readonly string[] } | null {
  return null;
}
