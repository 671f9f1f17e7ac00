/** Loads a library when it is first called on and keeps it, so that starting stays quick. */
export function lazy<Library>(load: () => Library): () => Library {
  let loaded: Library | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
