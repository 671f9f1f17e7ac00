/** What fails is told to the browser's console and stops nothing else. */
export async function attempt(part: () => unknown): Promise<void> {
  try {
    await part()
  } catch (error) {
    reportError(error)
  }
}

/** Attempts each in a turn of its own, one after another, until it is told to leave off. */
export async function attemptLater(parts: readonly (() => unknown)[], signal: AbortSignal): Promise<void> {
  for (const part of parts) {
    await turn()
    if (signal.aborted) return
    void attempt(part)
  }
}

/** @NOTE Where browsers know it, what was yielded goes on before others begin. */
function turn(): Promise<unknown> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((go) => setTimeout(go))
}
