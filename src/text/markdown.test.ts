import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import sanitizeHtml from 'sanitize-html'
import {
  EXCEPTIONS_BARE,
  EXCEPTIONS_IN_ARTICLES,
  EXCEPTIONS_IN_COMMENTS,
} from '../../test/support/commonmark-exceptions.ts'
import { reading, sharedFile } from '../../test/support/shared.ts'
import { articleHtml } from './article-html.ts'
import { commentHtml } from './comment-html.ts'
import { bareMarkdown } from './markdown.ts'

const SPEC = 'corpora/commonmark/spec-0.31.json'

test('with HTML off, CommonMark 0.31 holds but for the listed examples', reading(SPEC), () => {
  const markdown = bareMarkdown()
  holdsExcept(EXCEPTIONS_BARE, (words) => markdown.render(words))
})

test('in comments, CommonMark 0.31 holds but for the listed examples', reading(SPEC), () => {
  holdsExcept(EXCEPTIONS_IN_COMMENTS, (words) => commentHtml(words).replaceAll(' rel="nofollow ugc"', ''))
})

test('in articles, CommonMark 0.31 holds but for the listed examples', reading(SPEC), () => {
  holdsExcept(EXCEPTIONS_IN_ARTICLES, (words) => articleHtml(words).replace(/ id="p-\d+"/g, ''))
})

function holdsExcept(exceptions: Record<string, readonly number[]>, render: (words: string) => string): void {
  const examples: { markdown: string; html: string }[] = JSON.parse(readFileSync(sharedFile(SPEC)!, 'utf8'))
  assert.equal(examples.length, 652)
  const broken = examples.flatMap(({ markdown, html }, index) =>
    spelled(render(markdown)) === spelled(html) ? [] : [index + 1],
  )
  assert.deepEqual(broken, Object.values(exceptions).flat().sort(byNumber))
}

/** The same HTML has one spelling: quotation marks in text may be written as entities or not. */
function spelled(html: string): string {
  return sanitizeHtml(html, { allowedTags: false, allowedAttributes: false, allowVulnerableTags: true })
}

function byNumber(a: number, b: number): number {
  return a - b
}
