import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.parley-installed'
/** npm writes here what it has installed, as the last thing it does. */
const NPMS_OWN = 'node_modules/.package-lock.json'

/** Whether the packages that package-lock.json names are there; those for development count only if asked for. */
export function isInstalled(root, runtime, { development = false } = {}) {
  if (!existsSync(runtime)) return false
  const stamp = textOf(`${root}/${STAMP}`)
  return stamp === undefined ? agrees(root, development) : stamp === lockHash(root)
}

/** Remembers that everything is installed; where the folder cannot be written, each start compares the two lists again. */
export function markInstalled(root) {
  try {
    writeFileSync(`${root}/${STAMP}`, lockHash(root))
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error
  }
}

/** Makes an interrupted installation look like none. */
export function markNotInstalled(root) {
  for (const file of [STAMP, NPMS_OWN]) rmSync(`${root}/${file}`, { force: true })
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(`${root}/package-lock.json`))
    .digest('hex')
}

function agrees(root, development) {
  const there = packagesIn(`${root}/${NPMS_OWN}`)
  const wanted = packagesIn(`${root}/package-lock.json`)
  if (!there || !wanted) return false
  return Object.entries(wanted).every(([name, { version, integrity, optional, devOptional, dev }]) => {
    if (name === '') return true
    const found = there[name]
    if (found) return found.version === version && found.integrity === integrity
    return optional || devOptional || (dev && !development)
  })
}

function packagesIn(file) {
  const text = textOf(file)
  return text === undefined ? undefined : JSON.parse(text).packages
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
