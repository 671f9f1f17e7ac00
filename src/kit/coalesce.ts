/**
 * Makes work that is done whenever it is asked for, never twice at a time: asked for while it is done, it is done once more.
 * The answer settles after work that began later than it was asked for. @NOTE an end that others hear of a moment later would
 * leave those unheard who ask in that moment.
 */
export function coalesced(work: () => Promise<unknown>): () => Promise<void> {
  let isAsked = false
  let running: Promise<void> | undefined

  async function run() {
    try {
      for (; isAsked; await work()) isAsked = false
    } finally {
      running = undefined
    }
  }

  return () => {
    isAsked = true
    running ??= run()
    return running
  }
}
