// Loaded before each test file: ends its process when that takes too long, even in an endless loop, or when the run is
// killed.
import { Worker } from 'node:worker_threads'

const LONGEST_MS = Number(process.env.TEST_FILE_MS ?? 300_000)
const LOOK_MS = 1_000

const watch = `
const { ppid } = process
const end = () => process.kill(process.pid, 'SIGKILL')
setInterval(() => process.ppid === ppid || end(), ${LOOK_MS})
setTimeout(() => {
  require('node:fs').writeSync(2, 'A test file still ran after ${LONGEST_MS / 1000} s, so its process was ended.\\n')
  end()
}, ${LONGEST_MS})`

new Worker(watch, { eval: true, execArgv: [] }).unref()
