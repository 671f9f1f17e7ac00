/** So many words has the longest article that must be written at ease. */
export const LONG_WORDS = 30_000

const PARAGRAPH =
  'The **ferry** leaves at *nine*, says the [harbour master](https://harbour.example/times), although the council had promised eight; whoever asked on the pier heard of a third time, and found it in no timetable at all.'
const LIST =
  '- the boat of nine, which is old\n- the boat of ten, which is older\n- the boat that nobody has seen since the harvest'
const QUOTATION = '> Nobody counts them, and nobody will, as long as the gate stands open at night.'

/** An article of as many words, with everything that articles have: headings, lists, links, quotations, a table and notes. */
export const LONG_ARTICLE = long()

function long(): string {
  const blocks: string[] = []
  const notes: string[] = []
  let words = 0
  const add = (block: string) => {
    blocks.push(block)
    words += block.split(/\s+/).length
  }
  for (let part = 1; words < LONG_WORDS; part++) {
    add(`## Part ${part} of the inquiry`)
    for (let at = 0; at < 6; at++) add(PARAGRAPH)
    add(LIST)
    add(QUOTATION)
    if (part % 10 === 0) add('| Boat | Leaves |\n| --- | --- |\n| The old one | nine |\n| The older one | ten |')
    add(`It was said before[^${part}].`)
    notes.push(`[^${part}]: The minutes of the council, page ${part}.`)
  }
  return [...blocks, ...notes].join('\n\n')
}
