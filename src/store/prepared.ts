import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import { BoundedCache } from '../kit/bounded-cache.ts'
import type { Looks, Reading, Writing } from './access.ts'
import type { AnyKysely } from './any-kysely.ts'

type Values = Record<string, unknown>

/** The texts of one question that are kept, one for each length of its lists. */
const MOST_SHAPES = 32

/** Asks a prepared question with values; a list counts with its length, so lists are padded to few lengths. */
type Asked<Passport, Given, Row> = (db: Passport, values: Given) => Promise<Row[]>

/**
 * A question that is spelled out once for each database and asked with other values each time; for those asked so often
 * that spelling them out takes longer than the answer. `build` gets its values by name and may do nothing but place them.
 */
export function prepared<Tables, Given extends object, Row>(
  build: (db: Pick<Kysely<Tables>, Looks>, values: Given) => Compilable<Row>,
): Asked<Reading, Given, Row> {
  const ask = asking(build as Build)
  return (db, values) => ask(db.look(), values as Values) as Promise<Row[]>
}

/** The same for a statement that changes something. */
export function preparedChange<Tables, Given extends object, Row>(
  build: (db: Kysely<Tables>, values: Given) => Compilable<Row>,
): Asked<Writing, Given, Row> {
  const ask = asking(build as Build)
  return (tx, values) => ask(tx.change(), values as Values) as Promise<Row[]>
}

type Build = (db: unknown, values: Values) => Compilable<unknown>

/** Stands in a query for a value, or for one of a list. */
class Gap {
  readonly filledBy: (values: Values) => unknown

  constructor(filledBy: Gap['filledBy']) {
    this.filledBy = filledBy
  }
}

/** A question as it is spelled out for values of one shape. */
interface Spelled {
  shape: Shape
  query: CompiledQuery
}

/** Which values there are, and how many in each list. */
type Shape = readonly { name: string; length: number | undefined }[]

interface Spellings {
  all: BoundedCache<string, Spelled>
  last?: Spelled
}

function asking(build: Build) {
  const known = new WeakMap<object, Spellings>()

  function spellingsIn(adapter: object): Spellings {
    const spellings = known.get(adapter) ?? { all: new BoundedCache<string, Spelled>(MOST_SHAPES) }
    if (!known.has(adapter)) known.set(adapter, spellings)
    return spellings
  }

  /** @NOTE most are asked in one shape, and to compare with the last costs less than to name it. */
  function queryFor(kysely: AnyKysely, values: Values): CompiledQuery {
    const spellings = spellingsIn(kysely.getExecutor().adapter)
    if (spellings.last && isOfShape(values, spellings.last.shape)) return spellings.last.query
    const shape = shapeOf(values)
    const name = JSON.stringify(shape)
    const spelled = spellings.all.get(name) ?? { shape, query: build(kysely, gapsFor(values)).compile() }
    spellings.all.set(name, spelled)
    spellings.last = spelled
    return spelled.query
  }

  return async (db: unknown, values: Values): Promise<unknown[]> => {
    const kysely = db as AnyKysely
    const query = queryFor(kysely, values)
    const parameters = query.parameters.map((one) => (one instanceof Gap ? one.filledBy(values) : one))
    return (await kysely.getExecutor().executeQuery({ ...query, parameters })).rows
  }
}

function shapeOf(values: Values): Shape {
  return Object.entries(values).map(([name, value]) => ({ name, length: lengthOf(value) }))
}

function isOfShape(values: Values, shape: Shape): boolean {
  let at = 0
  for (const name in values) {
    const part = shape[at++]
    if (part?.name !== name || part.length !== lengthOf(values[name])) return false
  }
  return at === shape.length
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined
}

function gapsFor(values: Values): Values {
  const gaps = Object.entries(values).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, new Gap((given) => given[name])]
    return [name, value.map((_, at) => new Gap((given) => (given[name] as unknown[])[at]))]
  })
  return Object.fromEntries(gaps)
}
