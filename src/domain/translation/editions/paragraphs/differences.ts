import { createRequire } from 'node:module'
import type { diffArrays } from 'diff'
import { lazy } from '../../../../kit/lazy.ts'

const require = createRequire(import.meta.url)
/** What came in and went out between two lists; the library is loaded when it is first needed. */
export const differences = lazy((): typeof diffArrays => require('diff').diffArrays)
