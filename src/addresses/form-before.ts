/** Where the form stands that is sent to an address at which no page stands; undefined for those that stand on many. */
export function formBefore(path: string): string | undefined {
  const [sentTo, form] = FORMS.find(([pattern]) => pattern.test(path)) ?? []
  return sentTo && path.replace(sentTo, form!)
}

const FORMS: readonly (readonly [sentTo: RegExp, form: string])[] = [
  [/^(\/c\/\d+)\/replies$/, '$1/reply'],
  [/^(\/people\/\d+)\/(?:mute|claim)$/, '$1'],
  [/^(\/notices)\/reading$/, '$1'],
  [/^(\/[\w-]+\/account)\/(?:password(?:\/advice)?|mail)$/, '$1/security'],
  [/^(\/[\w-]+\/account)\/(?:session-ending|provider-removal|passkeys(?:\/\w+)?)$/, '$1/security'],
  [/^(\/[\w-]+\/account)\/(?:recovery-codes|second-factor\/\w+)$/, '$1/second-factor'],
  [/^(\/desk\/people\/\d+)\/(?:roles|second-factor-removal|claim\/refusal)$/, '$1'],
  [/^(\/desk\/classifier)\/trial$/, '$1'],
  [/^(\/desk\/phrases)\/(?:trial|\d+\/removal)$/, '$1'],
  [/^(\/desk\/publication)\/changes\/\d+\/undoing$/, '$1'],
  [/^(\/desk\/pictures\/\d+)\/removal$/, '$1'],
  [/^(\/desk\/editions\/\d+\/revisions\/\d+)\/\w+$/, '$1'],
  [/^(\/desk\/editions\/\d+\/translation\/paragraphs\/\w+)\/\w+$/, '$1'],
  [/^(\/desk\/editions\/\d+\/translation)\/\w[\w-]*$/, '$1'],
  [/^(\/desk)\/articles\/\d+\/translations$/, '$1/translation'],
  [/^(\/questions)\/\d+\/answer$/, '$1'],
  [/^(\/desk\/editions\/\d+)\/\w[\w-]*$/, '$1'],
  [/^(\/desk\/articles)\/\d+\/editions$/, '$1'],
  [/^(\/desk\/invitations)\/\d+\/withdrawal$/, '$1'],
  [/^(\/desk\/(?:outlets|parties)\/\d+)\/merge$/, '$1'],
  [/^\/desk\/merges\/\d+\/undoing$/, '/desk/outlets'],
  [/^(\/desk\/documents)\/reading$/, '$1/new'],
  [/^(\/desk\/documents\/\d+)\/\w+$/, '$1'],
  [/^(\/desk\/notices)\/\d+$/, '$1'],
  [/^(\/[\w-]+\/account\/statements\/\d+)\/appeal$/, '$1'],
  [/^(\/[\w-]+\/account)\/\w+$/, '$1'],
  [/^(\/[\w-]+\/sign-in)\/(?:letter|code|passkey(?:\/options)?)$/, '$1'],
]
