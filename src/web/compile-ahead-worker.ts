import { flushCompileCache } from 'node:module'
import { ROUTES } from './app.ts'

for (const { open } of ROUTES) await open()
flushCompileCache()
