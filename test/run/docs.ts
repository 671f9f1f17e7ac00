// `npm run docs`: makes what of the documentation is made: the drawing of the rooms, and the list of decisions.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { listed } from '../house/drawing/decisions.ts'
import { drawing } from '../house/drawing/drawing.ts'
import { root } from './command.ts'

writeFileSync(path.join(root, 'docs/architecture.svg'), drawing(root))
writeFileSync(path.join(root, 'docs/decisions/README.md'), listed(root))
