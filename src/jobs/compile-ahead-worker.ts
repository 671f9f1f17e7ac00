import { flushCompileCache } from 'node:module'
import './link-round.ts'

flushCompileCache()
