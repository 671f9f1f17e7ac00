interface Word {
  text: string
  start: number
  end: number
}

export type Words = readonly Word[]

/** @NOTE the sign before each line of a quotation is none of its words. */
export function wordsOf(text: string): Words {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index: start }) => {
    const isSign = /^>+$/.test(word) && /^[>\s]*$/.test(text.slice(text.lastIndexOf('\n', start) + 1, start))
    return isSign ? [] : [{ text: word, start, end: start + word.length }]
  })
}

/** The words without their places. */
export function textsOf(words: Words): string[] {
  return words.map(({ text }) => text)
}

/** By which paragraphs of the same words are found. */
export function keyOf(words: Words): string {
  return words.map(({ text }) => `${text} `).join('')
}

/** What stands from one word up to another. */
export function slice(text: string, words: Words, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]]
  return first && last ? text.slice(first.start, last.end) : ''
}
