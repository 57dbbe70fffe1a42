/** The part of Bun that is used; absent under Deno. */
interface BunRuntime {
  readonly unsafe: { setJITPolicy?(scale: number): void };
}

/**
 * Tells the runtime that code will run many times over from now on. The built program starts reluctant to compile code
 * (`jitPolicy` in scripts/bundle.ts): most commands end before compiled code would have paid for itself, which took
 * `status` a sixth of its time.
 */
export function expectHeavyWork(): void {
  // A cast because `Bun` exists only under Bun, whose types must not leak into code that Deno runs.
  const { Bun: bun } = globalThis as { readonly Bun?: BunRuntime };
  bun?.unsafe.setJITPolicy?.(1);
}
