import { randomInt } from 'node:crypto'
import { createRequire } from 'node:module'
import type * as altcha from 'altcha-lib'
import type * as sha from 'altcha-lib/algorithms/sha'
import { BoundedCache } from './bounded-cache.ts'
import { type Clock, MINUTE_MS, SECOND_MS } from './clock.ts'
import { sealOf } from './hash.ts'
import { lazy } from './lazy.ts'

/** Sets work that a browser does within a second or two, and that costs us one hash to check. */
export interface ProofOfWork {
  /** A task as JSON. */
  task(): Promise<string>
  /** Whether a task of ours was done in time, and for the first time as far as this process knows. */
  isDone(proof: string): Promise<boolean>
}

const ALGORITHM = 'SHA-256'
/** The answer is a number between these: some seconds of a slow phone. */
const LEAST_WORK = 20_000
const MOST_WORK = 60_000
const LIFE_MS = 30 * MINUTE_MS
const LONGEST_PROOF = 4_000
const MOST_DONE = 100_000

const require = createRequire(import.meta.url)
const library = lazy((): typeof altcha => require('altcha-lib'))
const algorithm = lazy((): typeof sha => require('altcha-lib/algorithms/sha'))

/** Tasks signed with a secret; what a former one signed counts until it is past its time. */
export function createProofOfWork(secret: string, formerSecret: string | undefined, clock: Clock): ProofOfWork {
  const done = new BoundedCache<string, true>(MOST_DONE)

  async function isOurs(proof: altcha.Payload, by: string): Promise<boolean> {
    const checked = await library().verifySolution({ ...proof, ...keysOf(by), deriveKey: algorithm().deriveKey })
    return checked.verified
  }

  return {
    async task() {
      const made = await library().createChallenge({
        algorithm: ALGORITHM,
        cost: 1,
        counter: randomInt(LEAST_WORK, MOST_WORK),
        expiresAt: Math.floor((clock() + LIFE_MS) / SECOND_MS),
        deriveKey: algorithm().deriveKey,
        ...keysOf(secret),
      })
      return JSON.stringify(made)
    },
    async isDone(typed) {
      const proof = proofFrom(typed)
      if (!proof || done.get(proof.challenge.parameters.nonce)) return false
      const keys = [secret, ...(formerSecret ? [formerSecret] : [])]
      const ours = await Promise.all(keys.map((key) => isOurs(proof, key).catch(() => false)))
      const { expiresAt = 0, nonce } = proof.challenge.parameters
      if (!ours.includes(true) || expiresAt * SECOND_MS < clock() || done.get(nonce)) return false
      done.set(nonce, true)
      return true
    },
  }
}

function keysOf(secret: string) {
  return {
    hmacSignatureSecret: sealOf(secret, 'proof of work'),
    hmacKeySignatureSecret: sealOf(secret, 'proof of work, answers'),
  }
}

function proofFrom(typed: string): altcha.Payload | undefined {
  if (typed.length > LONGEST_PROOF) return
  try {
    const proof = JSON.parse(typed)
    return typeof proof?.challenge?.parameters?.nonce === 'string' && proof.solution ? proof : undefined
  } catch {
    return undefined
  }
}
