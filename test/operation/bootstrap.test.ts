import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, copyFileSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { ended, freshCheckout, running } from '../support/checkout.ts'
import { postgresUser } from '../support/postgres/user.ts'
import { until } from '../support/until.ts'

/** A change that comes while the program starts makes it start again. */
const SLOWEST_START_MS = 3_000
const STAMP = 'node_modules/.parley-installed'

function checkout(t: TestContext) {
  const fresh = freshCheckout()
  t.after(fresh.remove)
  return fresh
}

async function installed(t: TestContext) {
  const fresh = checkout(t)
  await ended(fresh.start(['once']))
  return fresh
}

describe('installing', () => {
  test('is done once, told in plain lines, and everything said is passed on', async (t) => {
    const { start, npmCalls, root } = checkout(t)
    const first = await ended(start(['say', '0', '--flag', 'two words']))
    assert.equal(first.code, 0, first.err)
    assert.match(first.err, /^parley: Installing packages with npm ci.*\nparley: Installed in \d+ s\.\n$/)
    const said = JSON.parse(first.out)
    assert.deepEqual(said.args, ['say', '0', '--flag', 'two words'])
    assert.equal(said.cache, `${root}/node_modules/.cache/parley`)

    const second = await ended(start(['say']))
    assert.deepEqual([second.code, second.err], [0, ''])
    assert.deepEqual(
      npmCalls().map((words) => words.split(' ')[0]),
      ['ci'],
    )
  })

  test('is done again when the lockfile changes', async (t) => {
    const { start, npmCalls, file } = await installed(t)
    appendFileSync(file('package-lock.json'), '\n')
    await ended(start(['say']))
    assert.equal(npmCalls().length, 2)
  })

  test('is not done again after an npm ci by hand, with or without the packages for development', async (t) => {
    const { start, npmCalls, file } = await installed(t)
    rmSync(file(STAMP))
    assert.equal((await ended(start(['say']))).code, 0)
    const withoutDevelopment = { packages: { 'node_modules/a': { version: '1.0.0' } } }
    writeFileSync(file('node_modules/.package-lock.json'), JSON.stringify(withoutDevelopment))
    assert.equal((await ended(start(['say']))).code, 0)
    assert.equal(npmCalls().length, 1)
    writeFileSync(file('node_modules/.package-lock.json'), JSON.stringify({ packages: {} }))
    assert.equal((await ended(start(['say']))).code, 0)
    assert.equal(npmCalls().length, 2)
  })

  test('that fails is a sentence, exit code 10, and tried again', async (t) => {
    const { start, file, npmCalls } = checkout(t)
    const { code, err } = await ended(start(['say'], { more: { NPM_FAILS: 'no network' } }))
    assert.equal(code, 10)
    assert.match(err, /npm ci failed \(exit code 7\)\. It said:\nnpm error no network\n$/)
    assert.ok(!existsSync(file(STAMP)))
    assert.equal((await ended(start(['say']))).code, 0)
    assert.equal(npmCalls().length, 2)
  })

  test('without npm is a sentence and exit code 10', async (t) => {
    const { start } = checkout(t)
    const { code, err } = await ended(start(['say'], { more: { PATH: '/nowhere' } }))
    assert.equal(code, 10)
    assert.match(err, /npm is not on the path/)
  })

  test('uses the npm that called, not the one on the path', async (t) => {
    const { start, file, npmCalls, node } = checkout(t)
    writeFileSync(
      file('npm-cli.cjs'),
      `require('node:child_process').execFileSync(${JSON.stringify(file('../path/npm'))}, ['called'])`,
    )
    const more = { npm_execpath: file('npm-cli.cjs'), npm_node_execpath: node }
    copyFileSync(file('npm-cli.cjs'), file('npm-cli.js'))
    writeFileSync(file('package.json'), '{}')
    writeFileSync(file('bin/package.json'), '{ "type": "module" }')
    assert.equal((await ended(start(['say'], { more }))).code, 0)
    assert.deepEqual(npmCalls(), ['called'])
  })

  test('by two at once is done by one, and both run', async (t) => {
    const { start, npmCalls } = checkout(t)
    const more = { NPM_SECONDS: '1' }
    const starts = await Promise.all([1, 2, 3].map(() => ended(start(['say'], { more }))))
    assert.deepEqual(
      starts.map(({ code }) => code),
      [0, 0, 0],
    )
    assert.equal(npmCalls().length, 1)
    assert.equal(starts.filter(({ err }) => err.includes('Another start is installing')).length, 2)
  })

  test('goes on where a start was killed and left its lock', async (t) => {
    const { start, file } = checkout(t)
    const gone = spawn('true')
    await once(gone, 'exit')
    writeFileSync(file('.parley-installing'), `${gone.pid}\n`)
    assert.equal((await ended(start(['say']))).code, 0)
    assert.ok(!existsSync(file('.parley-installing')))
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`ends by ${signal}, npm with it, and leaves no lock`, async (t) => {
      const { start, file, npmCalls } = checkout(t)
      const child = start(['say'], { more: { NPM_SECONDS: '60' } })
      const end = ended(child)
      await until(() => npmCalls().length === 1)
      child.kill(signal)
      assert.equal((await end).signal, signal)
      assert.ok(!existsSync(file('.parley-installing')))
      assert.equal((await ended(start(['say']))).code, 0)
    })
  }

  test('says what machine it cannot serve', async () => {
    const { runtimeIn } = await import(path.resolve(import.meta.dirname, '../../bin/bootstrap/runtime.js'))
    assert.throws(() => runtimeIn('/x', 'sunos-sparc'), { exit: 11, message: /linux-x64.*this machine is sunos-sparc/ })
  })
})

describe('a checkout that cannot be written', () => {
  const user = postgresUser()

  test('runs when it is installed', async (t) => {
    const { start, file, root } = await installed(t)
    rmSync(file(STAMP))
    for (const folder of ['node_modules', '.']) chmodSync(path.join(root, folder), 0o555)
    const { code, err } = await ended(start(['say'], { ...user }))
    assert.deepEqual([code, err], [0, ''])
  })

  test('is a sentence and exit code 10 when it is not', async (t) => {
    const { start, root } = checkout(t)
    chmodSync(root, 0o555)
    const { code, err } = await ended(start(['say'], { ...user }))
    assert.equal(code, 10)
    assert.match(err, /this user cannot write there \(E\w+\)\. Run npm ci as the folder's owner\.\n$/)
  })
})

const NEVER_BECOME = ['--import', 'data:text/javascript,process.execve=undefined']

for (const [how, flags] of [
  ['becoming it', []],
  ['as its parent', NEVER_BECOME],
] as const) {
  describe(`the program is run ${how}`, () => {
    for (const code of [0, 1, 9]) {
      test(`with its exit code ${code}`, async (t) => {
        const { start } = await installed(t)
        assert.equal((await ended(start(['end', `${code}`], { flags: [...flags] }))).code, code)
      })
    }

    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      test(`with ${signal}, once, and the exit code that follows`, async (t) => {
        const { start, signals } = await installed(t)
        const child = start(['serve'], { flags: [...flags] })
        await running(child)
        child.kill(signal)
        assert.equal((await ended(child)).code, 43)
        assert.deepEqual(signals(), [signal])
      })
    }

    for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL', 'SIGABRT'] as const) {
      test(`and dies by ${signal} when it does`, async (t) => {
        const { start } = await installed(t)
        const child = start(['serve', '--deaf'], { flags: [...flags] })
        process.kill((await running(child)).pid, signal)
        assert.equal((await ended(child)).signal, signal)
      })
    }

    test('through a link and from another folder', async (t) => {
      const { start, file } = await installed(t)
      const link = path.join(file('..'), 'parley')
      symlinkSync(file('bin/parley.js'), link)
      assert.equal((await ended(start(['end', '5'], { flags: [...flags], script: link }))).code, 5)
    })
  })
}

describe('under npm', () => {
  test('the program ends when npm is killed', async (t) => {
    const { env, file, node, signals } = await installed(t)
    const npm = spawn('sh', ['-c', '"$NODE" "$0" serve; true', file('bin/parley.js')], {
      env: { ...env, NODE: node, npm_lifecycle_event: 'start' },
    })
    const { pid } = await running(npm)
    npm.kill('SIGKILL')
    await until(() => signals().length > 0)
    assert.deepEqual(signals(), ['SIGTERM'])
    await until(() => !isAlive(pid))
  })
})

test('the program starts anew when a source changes', async (t) => {
  const { start, file } = await installed(t)
  const child = start(['--watch', 'serve', '--deaf'])
  const { pid, args } = await running(child)
  assert.deepEqual(args, ['serve', '--deaf'])
  let said = ''
  child.stdout!.on('data', (chunk) => (said += chunk))
  await until(() => {
    appendFileSync(file('src/main.ts'), '\n')
    return /"pid":(\d+)/.test(said) && !said.includes(`"pid":${pid}`)
  }, SLOWEST_START_MS)
  child.kill('SIGTERM')
  await ended(child)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
