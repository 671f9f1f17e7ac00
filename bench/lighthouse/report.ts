import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { clean } from '../processes.ts'
import { PROGRAM } from './install.ts'

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof CATEGORIES)[number]

const QUIET = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const CHROMIUM = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...QUIET]
const LARGEST_BYTES = 64_000_000

const report = z.object({
  /** Between 0 and 1; null where an audit broke. */
  categories: z.record(
    z.enum(CATEGORIES),
    z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      scoreDisplayMode: z.string(),
      displayValue: z.string().optional(),
      errorMessage: z.string().optional(),
      details: z.unknown().optional(),
    }),
  ),
})

/** What Lighthouse says of a page on its own choice of phone, in a browser of its own. */
export type Report = z.infer<typeof report>

const MOST_TRIES = 3
/** By this Lighthouse says that the browser recorded nothing, whatever the page. */
const NOT_RECORDED = /Please run Lighthouse again/

/** Visits a page once, with nothing kept from another visit; again where the browser recorded nothing. */
export async function reportOn(address: string, chromium: string): Promise<Report> {
  for (let tries = 1; ; tries++) {
    try {
      return await visit(address, chromium)
    } catch (error) {
      if (tries === MOST_TRIES || !NOT_RECORDED.test((error as { stderr?: string }).stderr ?? '')) throw error
    }
  }
}

async function visit(address: string, chromium: string): Promise<Report> {
  const what = ['--form-factor=mobile', `--only-categories=${CATEGORIES.join(',')}`, '--output=json']
  const how = ['--quiet', '--no-enable-error-reporting', `--chrome-flags=${CHROMIUM.join(' ')}`]
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, address, ...what, ...how], {
    env: { ...clean(), CHROME_PATH: chromium },
    maxBuffer: LARGEST_BYTES,
  })
  return report.parse(JSON.parse(stdout))
}
