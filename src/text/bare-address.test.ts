import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commentHtml } from './comment-html.ts'

const WHOLE = [
  'https://en.wikipedia.org/wiki/Michelson–Morley_experiment',
  'https://fr.wikipedia.org/wiki/Guerre_—_Paix',
  'https://ca.wikipedia.org/wiki/Paral·lel',
  "https://fr.wikipedia.org/wiki/L'Équipe",
  'https://fr.wikipedia.org/wiki/L’Équipe',
  'https://ru.wikipedia.org/wiki/«Правда»',
  'https://ru.wikipedia.org/wiki/Газета_«Правда»_(1912)',
  'https://en.wikipedia.org/wiki/Pipe_(disambiguation)',
  'https://en.wikipedia.org/wiki/A_(b_(c))_d',
  'https://fa.wikipedia.org/wiki/می\u200cخواهم',
  'https://zh.wikipedia.org/wiki/北京市（中国）',
  'https://de.wikipedia.org/wiki/„Aktion“',
  'https://www.google.com/maps/@52.5,13.4,15z/data=!3m1!4b1',
  'https://x.example/a;b=c?d=e|f&g={h}&i[]=j#:~:text=k,-l',
  'https://web.archive.org/web/2014/http://x.example/',
  'https://git@host/x',
  'https://git:word@host.example:8080/x',
  'http://localhost:3000',
  'http://[::1]:3000/x',
  'https://例え.example/路径',
  'https://x.example/a_b__c*d',
  'https://x.example/?q=a+b%20c=',
  'https://x.example/a/',
  'https://x.example/#',
  'https://en.wikipedia.org/wiki/Washington,_D.C.',
  'https://en.wikipedia.org/wiki/E.T.',
  'https://en.wikipedia.org/wiki/Apple_Inc.',
  'https://en.wikipedia.org/wiki/Martin_Luther_King_Jr.',
  "https://en.wikipedia.org/wiki/'Hours...'",
]

const EXCLAIMED = [
  'https://en.wikipedia.org/wiki/Yahoo!',
  'https://fr.wikipedia.org/wiki/Étienne!',
  'https://x.example/Wham!',
  'https://en.wikipedia.org/wiki/To_be_continued...',
]

test('addresses as browsers and encyclopedias give them are linked whole', () => {
  for (const address of WHOLE) assert.equal(linkIn(address), address)
})

test('alone on its line an address ends as the title does that it names', () => {
  for (const address of EXCLAIMED)
    for (const words of [
      address,
      `See:\n${address}\nor not`,
      `${address}  \nAnd so on.`,
      `> ${address}`,
      `- ${address}`,
    ])
      assert.equal(linkIn(words), address, words)
})

test('an exclamation mark within a sentence that goes on is of an encyclopedia’s title, at its end of the sentence', () => {
  const [title] = EXCLAIMED
  assert.equal(linkIn(`At ${title} they knew`), title)
  for (const words of [`Look at ${title}`, `Look at ${title} They knew`, `(${title})`, `Is it ${title}?`])
    assert.equal(linkIn(words), title!.slice(0, -1), words)
  assert.equal(linkIn('look at https://x.example/a! it is there'), 'https://x.example/a')
})

test('nothing of the sentence around it comes into an address', () => {
  for (const address of WHOLE)
    for (const [before, after] of [
      ['See ', ': it is there'],
      ['', '.'],
      ['', ', and'],
      ['(', ')'],
      ['«', '».'],
      ['“', '”, he said'],
      ['‘', '’'],
      ["'", "'"],
      ['"', '"'],
      ['„', '“'],
      ['»', '«'],
      ['**', '**'],
      ['[', ']'],
      ['Is it ', '?!'],
      ['', ' — or not'],
      ['', '…'],
      ['看', '。然后'],
      ['', '\u200b'],
    ])
      assert.equal(linkIn(`${before}${address}${after}`), address, `${before}${address}${after}`)
})

test('where a name ends, an address without a path does', () => {
  for (const after of ['–yes', '’s', '»', '你好', ':x', ';', '“'])
    assert.equal(linkIn(`https://x.example${after}`), 'https://x.example', after)
})

test('what names no place is no link', () => {
  for (const words of ['http://', 'https:///x', 'https://?', 'http:x', 'https://-'])
    assert.equal(linkIn(words), undefined)
})

test('what would not be seen in an address stays encoded', () => {
  assert.equal(linkIn('https://x.example/%E2%80%AE%00%20%D0%B0'), 'https://x.example/%E2%80%AE%00%20а')
})

/** The words of the first link. */
function linkIn(words: string): string | undefined {
  const linked = /<a [^>]*>([^<]*)<\/a>/.exec(commentHtml(words))?.[1]
  return linked?.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}
