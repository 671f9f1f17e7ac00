import { existsSync } from 'node:fs'
import { alone } from './alone.js'
import { EXIT, Failure, Interruption } from './failure.js'
import { isInstalled, markInstalled, markNotInstalled } from './installed.js'
import { npmCi } from './npm.js'
import { proveRuns, runtimeIn } from './runtime.js'
import { catchSignals } from './signals.js'

const LOCK = '.parley-installing'
const STILL_MS = 10_000
const LONGEST_COMPLAINT = 4_000

/** Runs `npm ci` unless what package-lock.json names is there; answers with the pinned Node's path. */
export async function ensureInstalled(root, { development = false, say = toStderr } = {}) {
  const runtime = runtimeIn(root)
  if (isInstalled(root, runtime, { development })) return runtime
  const onWait = () => say('Another start is installing packages; waiting for it.')
  try {
    await alone(`${root}/${LOCK}`, ({ join }) => install(root, runtime, { development, say, join }), { onWait })
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error
    const sentence = `The packages in ${root}/node_modules are not those of package-lock.json, and this user cannot write there (${error.code}). Run npm ci as the folder's owner.`
    throw new Failure(EXIT.notInstalled, sentence)
  }
  return runtime
}

async function install(root, runtime, { development, say, join }) {
  if (isInstalled(root, runtime, { development })) return
  say('Installing packages with npm ci; this happens once for each version and takes about half a minute.')
  const start = Date.now()
  const seconds = () => Math.round((Date.now() - start) / 1000)
  const still = setInterval(() => say(`Still installing, ${seconds()} s.`), STILL_MS)
  markNotInstalled(root)
  await npmCiDone(root, join).finally(() => clearInterval(still))
  if (!existsSync(runtime)) throw new Failure(EXIT.notInstalled, incomplete(runtime))
  proveRuns(runtime)
  markInstalled(root)
  say(`Installed in ${seconds()} s.`)
}

function npmCiDone(root, join) {
  return new Promise((resolve, reject) => {
    let complaint = ''
    const signals = catchSignals()
    const npm = npmCi(root)
    signals.passTo(npm)
    const keep = (chunk) => {
      complaint = (complaint + chunk).slice(-LONGEST_COMPLAINT)
    }
    npm.stdout.on('data', keep)
    npm.stderr.on('data', keep)
    if (npm.pid) join(npm.pid)
    npm.on('error', (error) => reject(new Failure(EXIT.notInstalled, unstartable(error))))
    npm.on('exit', (_code, signal) => {
      const ended = signals.release() ?? signal
      if (ended) reject(new Interruption(ended))
    })
    npm.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Failure(EXIT.notInstalled, `npm ci failed (exit code ${code}). It said:\n${complaint.trim()}`))
    })
  })
}

function unstartable({ code, message }) {
  if (code === 'ENOENT')
    return 'npm is not on the path. Install npm 10 or later (Debian: apt install npm) and start again.'
  return `npm could not be started: ${message}`
}

function incomplete(runtime) {
  return `npm ci ended well, and yet ${runtime} is missing. Look for "omit", "os" and "cpu" in npm config list.`
}

function toStderr(line) {
  process.stderr.write(`parley: ${line}\n`)
}
