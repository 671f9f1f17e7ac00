/** What a model said of words, and what moderators decided on them. */
export interface Scored {
  score: number
  isRemoved: boolean
}

/** What finding from a score on would have meant. */
export interface Figures {
  /** The score from which on a comment is found. */
  from: number
  found: number
  /** The share of what was found that was removed; 1 where nothing was found. */
  precision: number
  /** The share of what was removed that was found. */
  recall: number
  /** The mean of F1 for what was removed and for what was kept. */
  macroF1: number
}

/** The figures of one threshold. */
export function figuresFrom(scored: readonly Scored[], from: number): Figures {
  const count = { removedFound: 0, keptFound: 0, removed: 0, kept: 0 }
  for (const { score, isRemoved } of scored) {
    count[isRemoved ? 'removed' : 'kept']++
    if (score >= from) count[isRemoved ? 'removedFound' : 'keptFound']++
  }
  const { removedFound, keptFound, removed, kept } = count
  const found = removedFound + keptFound
  return {
    from,
    found,
    precision: found === 0 ? 1 : removedFound / found,
    recall: removed === 0 ? 0 : removedFound / removed,
    macroF1:
      (f1(removedFound, keptFound, removed - removedFound) + f1(kept - keptFound, removed - removedFound, keptFound)) /
      2,
  }
}

function f1(right: number, wronglyFound: number, missed: number): number {
  const all = 2 * right + wronglyFound + missed
  return all === 0 ? 0 : (2 * right) / all
}

/** How often a removed comment has the higher score of two, one removed and one kept; a half is chance. */
export function ranking(scored: readonly Scored[]): number {
  const byScore = scored.toSorted((a, b) => a.score - b.score)
  let [keptBefore, sum, kept, removed] = [0, 0, 0, 0]
  for (let at = 0; at < byScore.length; ) {
    let end = at
    let [keptHere, removedHere] = [0, 0]
    for (; end < byScore.length && byScore[end]!.score === byScore[at]!.score; end++)
      byScore[end]!.isRemoved ? removedHere++ : keptHere++
    sum += removedHere * (keptBefore + keptHere / 2)
    keptBefore += keptHere
    kept += keptHere
    removed += removedHere
    at = end
  }
  return kept * removed === 0 ? 0.5 : sum / (kept * removed)
}
