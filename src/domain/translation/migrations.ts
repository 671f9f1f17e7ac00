import type { Migrations } from '../../store/index.ts'
import { migrations as comments } from './comments/migrations.ts'
import { migrations as editions } from './editions/migrations.ts'
import { migrations as engines } from './engines/migrations.ts'
import { migrations as glossary } from './glossary/migrations.ts'

export const migrations: Migrations = { ...glossary, ...editions, ...engines, ...comments }
