/** Works on each piece while the next one is made. @NOTE when it throws, nothing is at work any more. */
export async function prefetching<Piece>(
  pieces: Iterable<Piece> | AsyncIterable<Piece>,
  work: (piece: Piece) => Promise<unknown>,
): Promise<void> {
  let working: Promise<unknown> = Promise.resolve()
  try {
    for await (const piece of pieces) {
      await working
      working = work(piece)
      working.catch(() => {})
    }
  } finally {
    await working
  }
}
