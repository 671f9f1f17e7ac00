import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { type Certificate, certificateFor } from '../certificate.ts'
import { freePort } from '../process.ts'
import { until } from '../until.ts'

/** What stands in front of Parley, set up as its file in deploy/ says. */
export interface Front extends AsyncDisposable {
  /** Where readers come: https://localhost with a port. */
  origin: string
  /** Lets it begin, when Parley stands behind it. */
  begin(to: { port: string }): Promise<void>
  said(): string
}

/** What differs between them. */
export interface Kind {
  name: string
  /** The file in deploy/. */
  file: string
  /** Fits the file to a folder and to ports of a test; answers with the arguments of the program. */
  configure(site: string, at: Place): string[]
}

export interface Place {
  folder: string
  https: string
  http: string
  parley: string
  cert: string
  key: string
}

const DEPLOY = path.join(import.meta.dirname, '../../../deploy')

/** Lays out a front on free ports with a certificate for localhost, which this process trusts from now on. */
export async function openFront(program: string, kind: Kind): Promise<Front> {
  const folder = mkdtempSync(path.join(tmpdir(), `parley-${kind.name}-`))
  const [https, http] = [String(await freePort()), String(await freePort())]
  const { cert, key } = trusted()
  const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
  writeFileSync(files.cert, cert)
  writeFileSync(files.key, key)
  let [child, said]: [ChildProcess | undefined, string] = [undefined, '']
  return {
    origin: `https://localhost:${https}`,
    said: () => said,
    async begin({ port: parley }) {
      const site = readFileSync(path.join(DEPLOY, kind.file), 'utf8')
      const args = kind.configure(site, { folder, https, http, parley, ...files })
      child = spawn(program, args, {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, HOME: folder },
      })
      for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
      const answers = () =>
        fetch(`https://localhost:${https}/healthz`).then(
          () => true,
          () => false,
        )
      await until(async () => child?.exitCode !== null || (await answers()))
      if (child.exitCode !== null) throw new Error(`${kind.name} ended: ${said}`)
    },
    async [Symbol.asyncDispose]() {
      if (child && child.exitCode === null) {
        const closed = once(child, 'close')
        child.kill('SIGTERM')
        await closed
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let own: Certificate | undefined

/** @NOTE one for all fronts of a process: of two authorities of the same name, the wrong one may be asked. */
function trusted(): Certificate {
  if (own) return own
  own = certificateFor('localhost')
  setDefaultCACertificates([...getCACertificates('default'), own.cert])
  return own
}

/** Puts other words in a file's place; each must stand there. */
export function fitted(text: string, words: readonly (readonly [from: string, to: string])[]): string {
  return words.reduce((left, [from, to]) => {
    if (!left.includes(from)) throw new Error(`"${from}" does not stand there any more`)
    return left.replaceAll(from, to)
  }, text)
}
