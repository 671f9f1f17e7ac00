/** What fails is told to the browser's console and stops nothing else. */
export async function attempt(part: () => unknown): Promise<void> {
  try {
    await part()
  } catch (error) {
    reportError(error)
  }
}
