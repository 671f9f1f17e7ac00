import { type Figure, median } from '../question.ts'
import { CATEGORIES, type Category, type Report } from './report.ts'

const LEAST: Record<Category, number> = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }

/** A line for each category: performance is the median of all visits, the others are what the worst gave. */
export function figuresOf(page: string, reports: readonly Report[]): Figure[] {
  return CATEGORIES.map((category) => {
    const scores = reports.map(({ categories }) => Math.round((categories[category].score ?? 0) * 100))
    const score = category === 'performance' ? median(scores) : Math.min(...scores)
    return {
      what: `${page}: ${category}`,
      measured: String(score),
      beside: `of ${scores.join(', ')}`,
      ratio: null,
      required: `≥ ${LEAST[category]}`,
      reached: score >= LEAST[category],
    }
  })
}
