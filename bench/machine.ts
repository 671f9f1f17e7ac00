import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'

/** What the figures hold for. */
export function machine() {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1e9),
    disk: disk(),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  }
}

/** The file system of the data folders, and whether its device turns. */
function disk(): string {
  try {
    const [device = '', type = ''] = execFileSync('findmnt', ['-no', 'SOURCE,FSTYPE', '-T', tmpdir()], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return `${type} on ${device}${turning(device.replace('/dev/', ''))}`
  } catch {
    return 'unknown'
  }
}

function turning(name: string): string {
  for (const device of [name, name.replace(/p?\d+$/, '')]) {
    try {
      return readFileSync(`/sys/block/${device}/queue/rotational`, 'utf8').trim() === '1'
        ? ' (rotational, says the system)'
        : ' (solid state)'
    } catch {}
  }
  return ''
}
