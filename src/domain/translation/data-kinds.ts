import type { DataKind } from '../people/index.ts'
import { dataKinds as comments } from './comments/data-kinds.ts'
import { dataKinds as editions } from './editions/data-kinds.ts'
import { dataKinds as engines } from './engines/data-kinds.ts'
import { dataKinds as glossary } from './glossary/data-kinds.ts'

export const dataKinds: readonly DataKind[] = [...comments, ...editions, ...engines, ...glossary]
