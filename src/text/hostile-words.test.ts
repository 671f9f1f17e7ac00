import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { notAllowed } from '../../test/support/elements.ts'
import { HOSTILE_LISTS, hostileComment, hostileWords } from '../../test/support/hostile-words.ts'
import { reading, sharedFile } from '../../test/support/shared.ts'
import { articleHtml } from './article-html.ts'
import { commentHtml } from './comment-html.ts'
import { excerpt } from './excerpt.ts'
import { plainArticle, plainComment } from './plain.ts'
import { collect } from './quotation-blocks.ts'
import { ALLOWED_IN_ARTICLES, ALLOWED_IN_COMMENTS, ALLOWED_IN_WORDS, type Allowed, sanitise } from './sanitise.ts'

const lists = reading(...Object.values(HOSTILE_LISTS))

test('whatever is typed as a comment, only allowed elements and attributes come of it', lists, () => {
  hold((words) => commentHtml(collect(words).words), ALLOWED_IN_COMMENTS, hostileComment)
})

test('whatever stands in an article, only allowed elements and attributes come of it', lists, () => {
  hold(articleHtml, ALLOWED_IN_ARTICLES)
})

test('whatever HTML comes from elsewhere, only allowed elements and attributes remain, and remain so', lists, () => {
  hold((html) => {
    const once = sanitise(html)
    assert.equal(sanitise(once), once)
    return once
  }, ALLOWED_IN_WORDS)
})

test('plain words and excerpts of hostile words keep their characters and break none', lists, () => {
  for (const payload of hostileWords()) {
    const plain = plainComment(collect(payload).words)
    assert.ok(plain.isWellFormed() && excerpt(plain, 40).isWellFormed(), payload)
  }
})

for (const name of ['fatal', 'linkify', 'proto', 'xss', 'commonmark_extras']) {
  const file = `corpora/markdown-it/${name}.txt`
  test(`the cases of markdown-it in ${name}.txt bring no other element and no other scheme`, reading(file), () => {
    const cases = casesIn(readFileSync(sharedFile(file)!, 'utf8'))
    assert.ok(cases.length >= 2)
    for (const words of cases) {
      allowsOnly(ALLOWED_IN_COMMENTS, commentHtml(collect(words).words), words)
      allowsOnly(ALLOWED_IN_ARTICLES, articleHtml(words), words)
      assert.equal(typeof plainArticle(words), 'string')
    }
  })
}

function hold(render: (words: string) => string, allowed: Allowed, shape = (payload: string) => payload): void {
  const payloads = hostileWords()
  assert.ok(payloads.length > 5_000)
  for (const payload of payloads) allowsOnly(allowed, render(shape(payload)), payload)
}

const SCHEME = /^(?:https?:\/\/|mailto:|\/(?!\/))/i

/** The allowlist is the sanitiser's own; the schemes are looked at apart from it. */
function allowsOnly(allowed: Allowed, html: string, words: string): void {
  assert.deepEqual(notAllowed(html, allowed), [], words)
  for (const [, address = ''] of html.matchAll(/<[^<>]* href="([^"]*)"/g)) assert.match(address, SCHEME, words)
}

/** markdown-it's fixtures: a title, then the words and the HTML, each between lines of one dot. */
function casesIn(fixtures: string): string[] {
  return fixtures
    .split(/^\.\n/m)
    .filter((_, index) => index % 3 === 1)
    .map((words) => words.replaceAll('→', '\t'))
}
