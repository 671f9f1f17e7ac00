/**
 * Loads what is seldom needed when it is first asked for, and keeps it: who asks later has it at once, without a promise. A load
 * that failed is tried again by the next.
 */
export function late<Loaded>(load: () => Promise<Loaded>): () => Loaded | Promise<Loaded> {
  let loaded: Loaded | undefined
  let loading: Promise<Loaded> | undefined

  async function keep() {
    try {
      loaded = await load()
      return loaded
    } finally {
      loading = undefined
    }
  }

  return () => {
    if (loaded !== undefined) return loaded
    loading ??= keep()
    return loading
  }
}
