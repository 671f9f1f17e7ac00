import { cp, rm } from 'node:fs/promises'
import { Client } from 'pg'
import type { FreshDatabase } from '../../support/databases.ts'

/** A data folder and its database as they stood, brought back as often as one likes. */
export interface Kept extends AsyncDisposable {
  bringBack(): Promise<void>
}

/** Keeps them as they stand; nobody may have the database open. */
export async function keep(folder: string, database: FreshDatabase): Promise<Kept> {
  const copy = `${folder}.kept`
  await cp(folder, copy, { recursive: true })
  const kept = database.name === 'PostgreSQL' ? await keepIn(database.url) : undefined
  return {
    async bringBack() {
      await rm(folder, { recursive: true, force: true })
      await cp(copy, folder, { recursive: true })
      await kept?.bringBack()
    },
    async [Symbol.asyncDispose]() {
      await rm(copy, { recursive: true, force: true })
      await kept?.forget()
    },
  }
}

async function keepIn(url: string) {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'

  async function order(...statements: string[]) {
    const client = new Client(server.href)
    await client.connect()
    for (const sql of statements) await client.query(sql)
    await client.end()
  }

  const forget = () => order(`drop database if exists ${name}_kept with (force)`)
  await order(`create database ${name}_kept template ${name}`)
  return {
    forget,
    bringBack: () => order(`drop database ${name} with (force)`, `create database ${name} template ${name}_kept`),
  }
}
