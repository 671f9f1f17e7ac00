import type { SingleBar } from 'cli-progress'
import { SECOND_MS } from '../kit/clock.ts'

/** How far long work has come. */
export interface Progress {
  /** Throws Stopped when the operator has asked for the end. */
  to(done: number, all: number): void
  end(): void
}

/** Long work that was ended by a signal; everything is as it was before. */
export class Stopped extends Error {
  override name = 'Stopped'
}

const LINE_EVERY_MS = 5 * SECOND_MS

/** A bar on a terminal, elsewhere a line now and then. */
export async function progressOn(
  out: NodeJS.WriteStream,
  stop: AbortSignal,
): Promise<(work: string, stopped?: string) => Progress> {
  const show = out.isTTY ? await bars(out) : lines(out)
  return (work, stopped = 'nothing was changed') => {
    const shown = show(work)
    return {
      to(done, all) {
        if (stop.aborted) {
          shown.end()
          throw new Stopped(`${work} was stopped; ${stopped}.`)
        }
        shown.to(done, all)
      },
      end: shown.end,
    }
  }
}

async function bars(stream: NodeJS.WriteStream): Promise<(work: string) => Progress> {
  const { SingleBar, Presets } = (await import('cli-progress')).default
  return (work) => {
    let bar: SingleBar | undefined
    return {
      to(done, all) {
        if (!bar) {
          bar = new SingleBar({ stream, format: `${work} {bar} {percentage}%`, hideCursor: true }, Presets.rect)
          bar.start(all, done)
        }
        bar.setTotal(all)
        bar.update(done)
      },
      end: () => bar?.stop(),
    }
  }
}

function lines(out: NodeJS.WriteStream): (work: string) => Progress {
  return (work) => {
    let next = Date.now() + LINE_EVERY_MS
    return {
      to(done, all) {
        if (Date.now() < next) return
        next = Date.now() + LINE_EVERY_MS
        out.write(`${work}: ${done} of ${all}\n`)
      },
      end() {},
    }
  }
}
