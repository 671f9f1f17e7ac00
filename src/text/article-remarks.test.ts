import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remarksOn } from './article-remarks.ts'

const boat = { src: '/media/a-480.webp', srcset: '', avif: '', width: 480, height: 320 }
const remarks = (body: string) => remarksOn(body, (name) => (name === 'boat.jpg' ? boat : undefined))

test('what an article does not take on is told with its line', () => {
  const lines = ['Words.', '', '<b>bold</b>', '', '~~gone~~ and $$x$$', '', '- [ ] to do', '', '`<i>` in code']
  assert.deepEqual(remarks(lines.join('\n')), [
    { line: 3, about: 'html' },
    { line: 5, about: 'strike' },
    { line: 5, about: 'formula' },
    { line: 7, about: 'task' },
  ])
})

test('a note that is missing, and one that nothing cites, are told; what is cited twice is not', () => {
  const lines = ['One[^a], two[^a], three[^b].', '', '[^a]: Here.', '', '[^c]: Never.']
  assert.deepEqual(remarks(lines.join('\n')), [
    { line: 1, about: 'note-missing', name: 'b' },
    { line: 5, about: 'note-uncited', name: 'c' },
  ])
})

test('a picture that is not there, or stands among words, is told', () => {
  const lines = [
    '![A boat](boat.jpg)',
    '',
    '![A boat](boat.jpg) leaves',
    '',
    '![None](none.jpg)',
    '',
    '![x](https://e.org/x.png)',
  ]
  assert.deepEqual(remarks(lines.join('\n')), [
    { line: 3, about: 'picture-inline', name: 'boat.jpg' },
    { line: 5, about: 'picture-missing', name: 'none.jpg' },
  ])
})

test('tables and notes are no remark', () => {
  assert.deepEqual(remarks('| a | b |\n| - | - |\n| 1 | 2 |\n\nWords[^1].\n\n[^1]: Note.'), [])
})
