import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { circlesIn } from './gate/circles.ts'
import { importsIn } from './gate/imports.ts'

const root = path.resolve(import.meta.dirname, '../..')
const files = globSync(['src/**/*.ts', 'client/**/*.ts'], { cwd: root }).filter((file) => !file.endsWith('.test.ts'))

/** What each file takes from the others; types count, for whoever reads follows them, too. */
function importsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const taken = texts.entries().map(([file, text]) => {
    const targets = importsIn(text).map(({ from = '' }) => path.posix.join(path.posix.dirname(file), from))
    return [file, targets.filter((target) => texts.has(target))] as const
  })
  return new Map(taken)
}

test('no files of ours take from each other in a circle', () => {
  const texts = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
  assert.deepEqual(circlesIn(importsOf(texts)), [])
})

describe('a planted circle is found', () => {
  const PLANTED: [what: string, files: Record<string, string>, circles: string[][]][] = [
    ['of two', { 'a.ts': `import './b.ts'`, 'b.ts': `import './a.ts'` }, [['a.ts', 'b.ts']]],
    [
      'of types',
      { 'a.ts': `import type { B } from './b.ts'`, 'b.ts': `import { type A } from './a.ts'` },
      [['a.ts', 'b.ts']],
    ],
    [
      'of three, with others around it',
      {
        'begin.ts': `import { a } from './a.ts'`,
        'a.ts': `import { b } from './b.ts'\nimport { end } from './end.ts'`,
        'b.ts': `export { c } from './c.ts'`,
        'c.ts': `const { a } = await import('./a.ts')`,
        'end.ts': '',
      },
      [['a.ts', 'b.ts', 'c.ts']],
    ],
    [
      'twice',
      {
        'a.ts': `import './b.ts'`,
        'b.ts': `import './a.ts'\nimport './c.ts'`,
        'c.ts': `import './d.ts'`,
        'd.ts': `import './c.ts'`,
      },
      [
        ['c.ts', 'd.ts'],
        ['a.ts', 'b.ts'],
      ],
    ],
    ['of one', { 'a.ts': `import { a } from './a.ts'` }, [['a.ts']]],
    [
      'nowhere where two ways lead to one',
      { 'a.ts': `import './b.ts'\nimport './c.ts'`, 'b.ts': `import './d.ts'`, 'c.ts': `import './d.ts'`, 'd.ts': '' },
      [],
    ],
  ]
  for (const [what, planted, circles] of PLANTED)
    test(what, () => assert.deepEqual(circlesIn(importsOf(new Map(Object.entries(planted)))), circles))
})
