import { spawn } from 'node:child_process'
import path from 'node:path'

const QUIET = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier']
const EVERYTHING = ['--include=dev', '--include=optional']

/** Starts `npm ci` with the npm that called us, else with the one on the path. */
export function npmCi(root) {
  const args = ['ci', ...QUIET, ...EVERYTHING]
  const options = { cwd: root, env: withoutOurBinaries(root), stdio: ['ignore', 'pipe', 'pipe'] }
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli && node && /^np[mx]-cli\.c?js$/.test(path.basename(cli))) {
    return spawn(node, [path.join(path.dirname(cli), 'npm-cli.js'), ...args], options)
  }
  return spawn('npm', args, options)
}

/** npm puts node_modules/.bin first in the path, whose `node` disappears while npm works. */
function withoutOurBinaries(root) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const others = folders.filter((folder) => !folder.startsWith(`${root}/node_modules`))
  return { ...process.env, PATH: others.join(path.delimiter) }
}
