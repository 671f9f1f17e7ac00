import { paths } from '../../addresses/paths.ts'
import type { Report } from '../../domain/moderation/index.ts'
import type { Say } from '../../kit/sentences.ts'
import type { ShownRule } from '../comments/index.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { type ReportShown, weightHtml } from './report-form.ts'

interface ReportedShown extends Pick<ReportShown, 'weight'> {
  report: Report
  rules: readonly ShownRule[]
}

/** Tells somebody that their report has come, and what became of it. */
export function reportedPage(frame: Frame, { report, rules, weight }: ReportedShown, say: Say): Html {
  const { language, publication } = frame
  const rule = rules.find(({ id }) => id === report.ruleId)
  const reason = rule ? `${rule.number}. ${rule.title}` : say('report.other')
  const when = (at: number) => dateTimeHtml(at, 'short', { language, zone: publication.zone })
  return smallPage(
    frame,
    say('report.received'),
    html`<p>${sentenceHtml(say, 'report.received-at', { when: when(report.at), reason })}</p>
${report.words ? html`<blockquote class="words" dir="auto"><p>${report.words}</p></blockquote>` : null}
<p>${
      report.answeredAt === null
        ? say('report.open')
        : sentenceHtml(say, `report.${report.state}`, { when: when(report.answeredAt) })
    }</p>
${weightHtml(weight, say)}
<p class="buttons"><a class="primary" href="${paths.comment(report.commentId, language)}">${say('reaction.way-back')}</a></p>`,
    say,
  )
}
