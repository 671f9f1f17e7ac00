import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { SETTINGS } from '../../src/settings.ts'
import { fromDebian, needing } from '../support/debian.ts'
import { serving } from '../support/process.ts'

const root = path.resolve(import.meta.dirname, '../..')
const deploy = path.join(root, 'deploy')
const analyze = fromDebian('systemd-analyze', 'systemd')
/** From 0.0 to 10.0, in tenths. Source: systemd-analyze(1), security. */
const MOST_EXPOSED = 20

async function folderOf(t: { after(undo: () => Promise<void>): void }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-deploy-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test(
  'systemd finds nothing wrong with the units, and little that they lay open',
  needing(analyze, 'systemd'),
  async (t) => {
    const folder = await folderOf(t)
    const units = readdirSync(path.join(deploy, 'systemd')).map((name) => path.join(folder, name))
    for (const unit of units) {
      const text = readFileSync(path.join(deploy, 'systemd', path.basename(unit)), 'utf8')
      writeFileSync(unit, text.replaceAll('/opt/parley', root))
    }
    const { status, stderr } = spawnSync(analyze!, ['verify', ...units], { encoding: 'utf8' })
    const ours = stderr.split('\n').filter((line) => line.includes('parley'))
    assert.deepEqual([status, ours], [0, []])
    for (const unit of units.filter((name) => name.endsWith('.service'))) {
      const { status, stdout } = spawnSync(
        analyze!,
        ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, unit],
        { encoding: 'utf8' },
      )
      assert.equal(status, 0, stdout.split('\n').slice(-4).join('\n'))
    }
  },
)

test('a backup is made while the server runs, and the drill restores it', async (t) => {
  const folder = await folderOf(t)
  const [data, backups] = [path.join(folder, 'data'), path.join(folder, 'backups')]
  await using server = await serving({ PARLEY_DATA: data })
  assert.ok(server.pid)
  const { PATH = '', HOME = '' } = process.env
  const options = { env: { PATH, HOME, PARLEY_DATA: data } }
  await assert.rejects(promisify(execFile)(path.join(deploy, 'restore-drill.sh'), [data], options), {
    stderr: `There is no backup in ${data}.\n`,
  })
  const made = await promisify(execFile)(path.join(deploy, 'backup.sh'), [backups], options)
  const [name = ''] = readdirSync(backups)
  assert.match(name, /^parley-\d{8}T\d{6}Z\.sqlite$/)
  assert.equal(made.stdout.trim().split('\n').at(-1), path.join(backups, name))
  const drilled = await promisify(execFile)(path.join(deploy, 'restore-drill.sh'), [backups], options)
  assert.match(drilled.stdout, /All is well\.\nRestored: .*\.sqlite\n$/)
})

test('the image is made of what is there, and says nothing that is no setting', () => {
  const dockerfile = readFileSync(path.join(deploy, 'Dockerfile'), 'utf8')
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, names]) => names!.split(' '))
  for (const name of copied) assert.ok(readdirSync(root).includes(name), name)
  const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8')
  for (const name of copied) assert.ok(ignored.includes(`!${name}\n`), `${name} is kept from the image`)
  const known = Object.values(SETTINGS).map(({ name }) => name)
  const files = readdirSync(deploy, { recursive: true, encoding: 'utf8' }).filter((name) => /[.f]/.test(name))
  const said = files.flatMap((name) => {
    const file = path.join(deploy, name)
    return [...safeText(file).matchAll(/\bPARLEY_[A-Z_]+\b/g)].map(([setting]) => setting)
  })
  assert.deepEqual(
    [...new Set(said)].filter((name) => !known.includes(name)),
    [],
  )
})

function safeText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
