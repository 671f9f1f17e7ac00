// `npm run check`: what can be said without running the program.
import { checks, importGate } from './checks.ts'

const outcomes = await Promise.all([...checks(), importGate()])
const failed = outcomes.filter((outcome) => outcome.failed)
process.stdout.write(
  failed.length === 0 ? 'All checks pass.\n' : `Failed: ${failed.map(({ name }) => name).join(', ')}.\n`,
)
process.exitCode = failed.length === 0 ? 0 : 1
