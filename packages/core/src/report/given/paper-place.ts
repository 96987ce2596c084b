/** The places where a document about a person is made, each named by the template that ships for it. */
import type { FrontMatter } from '../front-matter.js';
import type { TemplateSource } from '../template.js';
import { breachNote } from '../templates/breach-note.js';
import { caseSummary } from '../templates/case-summary.js';
import { chronology } from '../templates/chronology.js';
import { conditionAdvice } from '../templates/condition-advice.js';
import { noticeFollowUp } from '../templates/notice-follow-up.js';

/** A place, by the id of the document that ships for it. */
export type PaperPlace =
  | 'breach-note'
  | 'case-summary'
  | 'chronology'
  | 'condition-advice'
  | 'notice-follow-up';

/** Documents that a template of a pack or a plugin may replace, and beside which its own are offered. */
export const PAPER_PLACES: Readonly<Record<PaperPlace, TemplateSource>> = {
  'breach-note': breachNote,
  'case-summary': caseSummary,
  chronology,
  'condition-advice': conditionAdvice,
  'notice-follow-up': noticeFollowUp,
};

/** True if a document ships under that id that a given template may replace. */
export function isPaperPlace(id: string): id is PaperPlace {
  return Object.hasOwn(PAPER_PLACES, id);
}

/** Names of a case file that only one place has, the narrowest first. */
const ONLY_AT: readonly (readonly [name: string, place: PaperPlace])[] = [
  ['condition', 'breach-note'],
  ['evidence', 'breach-note'],
  ['order', 'condition-advice'],
  ['conditions', 'condition-advice'],
  ['notice', 'notice-follow-up'],
  ['breaches', 'notice-follow-up'],
  ['chronology', 'chronology'],
];

/** The place whose case file has what a template names: that of the case summary, unless one name is found elsewhere alone. */
export function paperPlace({ needs, may }: Pick<FrontMatter, 'needs' | 'may'>): PaperPlace {
  const found = ONLY_AT.find(([name]) => needs.includes(name) || may.includes(name));
  return found?.[1] ?? 'case-summary';
}
