/**
 * Cuts texts into what people see as letters, or into words. @NOTE the first of all segmenters takes 8 ms to make, which a start has
 * no use for: it is made when there is something to cut.
 */
export function segmenting(locale: string, granularity: 'grapheme' | 'word'): (text: string) => Intl.Segments {
  let segmenter: Intl.Segmenter | undefined
  return (text) => {
    segmenter ??= new Intl.Segmenter(locale, { granularity })
    return segmenter.segment(text)
  }
}

export const graphemesOf = segmenting('und', 'grapheme')
