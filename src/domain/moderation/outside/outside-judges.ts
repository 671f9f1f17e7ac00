import type { Complaints } from '../../../kit/complaints.ts'
import { akismetJudge } from './akismet.ts'
import { type OutsideJudge, patient, type WhenJudgesFail } from './outside-judge.ts'
import { webhookJudge } from './webhook.ts'

/** Whom the operator has asked about comments. */
export interface OutsideOptions {
  akismet?: { key: string; url?: string } | undefined
  webhook?: { url: string; secret: string } | undefined
  whenFails?: WhenJudgesFail | undefined
}

/** Those who are asked, by the name of the rule that asks them. */
export type OutsideJudges = Readonly<Partial<Record<'akismet' | 'webhook', OutsideJudge>>>

export function outsideJudges(
  { akismet, webhook, whenFails = 'pass' }: OutsideOptions,
  origin: string,
  complaints: Complaints,
): OutsideJudges {
  const guarded = (name: string, judge: OutsideJudge) =>
    patient(judge, complaints.about(`${name} asked about comments`), whenFails)
  return {
    ...(akismet && { akismet: guarded('Akismet', akismetJudge({ ...akismet, origin })) }),
    ...(webhook && { webhook: guarded('webhook', webhookJudge(webhook)) }),
  }
}
