import type { Migrations } from '../../store/index.ts'
import { migrations as glossary } from './glossary/migrations.ts'

export const migrations: Migrations = { ...glossary }
