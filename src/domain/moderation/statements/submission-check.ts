import type { SubmittedStatement } from './transparency-database.ts'

/** What the EU transparency database asks of a statement. Source of these facts: its public rules for submissions, as of 2026. */
const ALWAYS = [
  'decision_ground',
  'content_type',
  'category',
  'content_date',
  'application_date',
  'decision_facts',
  'source_type',
  'automated_detection',
  'automated_decision',
  'puid',
]
const ONE_OF = ['decision_visibility', 'decision_monetary', 'decision_provision', 'decision_account']

const WITH_GROUND: Readonly<Record<string, readonly string[]>> = {
  DECISION_GROUND_ILLEGAL_CONTENT: ['illegal_content_legal_ground', 'illegal_content_explanation'],
  DECISION_GROUND_INCOMPATIBLE_CONTENT: ['incompatible_content_ground', 'incompatible_content_explanation'],
}

const BESIDE = [
  'decision_ground_reference_url',
  'incompatible_content_illegal',
  'category_addition',
  'category_specification',
  'category_specification_other',
  'territorial_scope',
  'content_language',
  'account_type',
  'content_id',
  'end_date_visibility_restriction',
  'end_date_account_restriction',
  'end_date_monetary_restriction',
  'end_date_service_restriction',
  'source_identity',
  'decision_visibility_other',
  'decision_monetary_other',
  'content_type_other',
]

const LONGEST: Readonly<Record<string, number>> = {
  decision_facts: 5_000,
  illegal_content_explanation: 2_000,
  incompatible_content_explanation: 2_000,
  illegal_content_legal_ground: 500,
  incompatible_content_ground: 500,
  decision_ground_reference_url: 500,
  source_identity: 500,
  puid: 500,
}

const one = (prefix: string, names: string) => names.split(' ').map((name) => prefix + name)

const ONE_VALUE_OF: Readonly<Record<string, readonly string[]>> = {
  decision_visibility: one(
    'DECISION_VISIBILITY_',
    'CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED CONTENT_AGE_RESTRICTED CONTENT_INTERACTION_RESTRICTED CONTENT_LABELLED OTHER',
  ),
  decision_monetary: one('DECISION_MONETARY_', 'SUSPENSION TERMINATION OTHER'),
  decision_provision: one(
    'DECISION_PROVISION_',
    'PARTIAL_SUSPENSION TOTAL_SUSPENSION PARTIAL_TERMINATION TOTAL_TERMINATION',
  ),
  decision_account: one('DECISION_ACCOUNT_', 'SUSPENDED TERMINATED'),
  account_type: one('ACCOUNT_TYPE_', 'BUSINESS PRIVATE'),
  decision_ground: one('DECISION_GROUND_', 'ILLEGAL_CONTENT INCOMPATIBLE_CONTENT'),
  content_type: one('CONTENT_TYPE_', 'APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER'),
  source_type: ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_TYPE_OTHER_NOTIFICATION', 'SOURCE_VOLUNTARY'],
  automated_detection: ['Yes', 'No'],
  automated_decision: one('AUTOMATED_DECISION_', 'FULLY PARTIALLY NOT_AUTOMATED'),
  category: one(
    'STATEMENT_CATEGORY_',
    'ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE CYBER_VIOLENCE_AGAINST_WOMEN DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH INTELLECTUAL_PROPERTY_INFRINGEMENTS NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PROTECTION_OF_MINORS RISK_FOR_PUBLIC_SECURITY SCAMS_AND_FRAUD SELF_HARM UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE',
  ),
}

const LISTS = ['decision_visibility', 'content_type']
const FIRST_DAY: Readonly<Record<string, string>> = { content_date: '2000-01-01', application_date: '2020-01-01' }
const LAST_DAY = '2038-01-01'

/** What keeps a statement from being taken by the EU transparency database; nothing where it is complete. */
export function incomplete(statement: SubmittedStatement): string[] {
  const said = (name: string) => statement[name] !== undefined && statement[name] !== '' && statement[name]!.length > 0
  const needed = [
    ...ALWAYS,
    ...(WITH_GROUND[String(statement.decision_ground)] ?? []),
    ...(values(statement, 'decision_visibility').includes('DECISION_VISIBILITY_OTHER')
      ? ['decision_visibility_other']
      : []),
  ]
  return [
    ...needed.filter((name) => !said(name)).map((name) => `${name} is missing`),
    ...(ONE_OF.some(said) ? [] : [`none of ${ONE_OF.join(', ')} is there`]),
    ...Object.keys(statement).flatMap((name) => wrongWith(statement, name)),
  ]
}

function wrongWith(statement: SubmittedStatement, name: string): string[] {
  const known = [...ALWAYS, ...ONE_OF, ...BESIDE, ...Object.values(WITH_GROUND).flat()]
  if (!known.includes(name)) return [`${name} is no field`]
  const all = values(statement, name)
  const strange = all.filter((value) => ONE_VALUE_OF[name] && !ONE_VALUE_OF[name].includes(value))
  return [
    ...strange.map((value) => `${name} is ${value}`),
    ...(LISTS.includes(name) !== Array.isArray(statement[name]) ? [`${name} has the wrong shape`] : []),
    ...all
      .filter((value) => value.length > (LONGEST[name] ?? Number.POSITIVE_INFINITY))
      .map(() => `${name} is too long`),
    ...(name === 'puid' && !/^[\w-]+$/.test(all[0] ?? '') ? ['puid holds what it may not'] : []),
    ...(name.includes('_date') && !isDay(all[0] ?? '', FIRST_DAY[name] ?? '2000-01-01')
      ? [`${name} is no day that is taken`]
      : []),
  ]
}

function values(statement: SubmittedStatement, name: string): readonly string[] {
  return [statement[name] ?? []].flat()
}

function isDay(text: string, first: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && text >= first && text <= LAST_DAY
}
