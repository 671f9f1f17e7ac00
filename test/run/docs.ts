// `npm run docs`: makes what of the documentation is made: the drawing of the rooms, the list of decisions, and what is kept of people.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { privacyPage } from '../house/drawing/data-kinds.ts'
import { listed } from '../house/drawing/decisions.ts'
import { drawing } from '../house/drawing/drawing.ts'
import { root } from './command.ts'

writeFileSync(path.join(root, 'docs/architecture.svg'), drawing(root))
writeFileSync(path.join(root, 'docs/decisions/README.md'), listed(root))
writeFileSync(path.join(root, 'docs/privacy.md'), privacyPage(root))
