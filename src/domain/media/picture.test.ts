import assert from 'node:assert/strict'
import test from 'node:test'
import { LARGEST_BYTES, pictureBytes, pictureFiles, widthsOf } from './picture.ts'

const beginning = (text: string) => Buffer.from(text.padEnd(32, '\0'), 'latin1')

test('a picture is told by its first bytes', () => {
  const kinds = {
    'image/jpeg': '\xff\xd8\xff\xe0',
    'image/png': '\x89PNG\r\n\x1a\n',
    'image/webp': 'RIFF\x0a\x00\x00\x00WEBPVP8 ',
    'image/avif': '\x00\x00\x00\x20ftypavif',
  }
  for (const [type, start] of Object.entries(kinds)) assert.equal(pictureBytes(beginning(start)).type, type)
})

test('whatever else a decoder might understand is refused before one sees it', () => {
  const others = [
    'GIF89a',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '%PDF-1.7',
    '\x00\x00\x00\x20ftypheic',
    'RIFF\x0a\x00\x00\x00WAVE',
    'II*\x00',
    '',
  ]
  for (const start of others) assert.throws(() => pictureBytes(beginning(start)), { key: 'picture.unknown' }, start)
})

test('more bytes than a picture may have are refused', () => {
  const large = Buffer.alloc(LARGEST_BYTES + 1)
  large.write('\x89PNG\r\n\x1a\n', 'latin1')
  assert.throws(() => pictureBytes(large), { key: 'picture.too-large' })
  assert.equal(pictureBytes(large.subarray(0, LARGEST_BYTES)).type, 'image/png')
})

test('a picture is never drawn wider than it is', () => {
  assert.deepEqual(widthsOf({ width: 300 }), [300])
  assert.deepEqual(widthsOf({ width: 480 }), [480])
  assert.deepEqual(widthsOf({ width: 700 }), [480, 700])
  assert.deepEqual(widthsOf({ width: 1600 }), [480, 960, 1600])
  assert.deepEqual(widthsOf({ width: 5000 }), [480, 960, 1600])
})

test('a page is told where each width is and which size the widest takes', () => {
  assert.deepEqual(pictureFiles({ hash: 'abc', width: 3200, height: 1801 }), {
    src: '/media/abc-1600.jpg',
    avif: '/media/abc-480.avif 480w, /media/abc-960.avif 960w, /media/abc-1600.avif 1600w',
    srcset: '/media/abc-480.webp 480w, /media/abc-960.webp 960w, /media/abc-1600.webp 1600w',
    width: 1600,
    height: 901,
  })
})
