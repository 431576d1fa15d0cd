import type { BarFilter, Question, Statistics } from './api/statistics.js';

/** Answers are nobody's cases: who gave them is not shown. */
export function leadsToCases({ by }: Pick<Statistics, 'by'>): boolean {
  return by !== 'satisfaction' && by !== 'satisfactionArea';
}

/** The cases that the bar at (part, series) counts. */
export function barQuestion(
  question: Question,
  { by }: Pick<Statistics, 'by'>,
  { part, series }: { part: string; series: string },
): Question & BarFilter {
  switch (by) {
    case 'event':
      return { ...question, row: part, sex: series };
    case 'month':
      return { ...question, from: part, to: part, row: series };
    case 'sex':
      return { ...question, sex: part, row: series };
    case 'age':
      return { ...question, age: part, row: series };
    case 'area':
      return { ...question, area: part, row: series };
    case 'lateness':
      return { ...question, type: part, late: String(series === 'late') };
    case 'duration':
      return { ...question, type: part };
    case 'satisfaction':
    case 'satisfactionArea':
      return question;
  }
}
