/** Outcome of typing a row, in words: the first step that failed, otherwise the value now there. */

import type { FillOutcome, FillRow } from '@cyber-prevent/core/fill';
import { t } from '../../../locales/late.js';

export type Outcomes = ReadonlyMap<string, FillOutcome>;

export interface RowOutcome {
  readonly isDone: boolean;
  readonly words: string;
}

/** Returns undefined for a row with no step tried. */
export function outcomeOf(row: FillRow, outcomes: Outcomes): RowOutcome | undefined {
  const tried = row.steps.flatMap(({ id }) => outcomes.get(id) ?? []);
  const [first] = tried;
  if (!first) return undefined;
  // If several boxes were tried, the one that the page refused says why the others were put back.
  const bad =
    tried.find(({ kind }) => kind !== 'done' && kind !== 'put-back') ??
    tried.find(({ kind }) => kind !== 'done');
  if (bad) return { isDone: false, words: wordsOf(bad) };
  if (tried.length < row.steps.length) return { isDone: false, words: t('fill.outcome.stopped') };
  const now = tried.map((each) => ('now' in each ? each.now : '')).join(' ');
  // A ticked box needs no text of its own.
  const isText = row.steps.every(({ act }) => act.kind === 'type');
  return {
    isDone: true,
    words:
      !isText || sameText(now, row.text)
        ? t('fill.outcome.done')
        : t('fill.outcome.rewritten', { now: short(now) }),
  };
}

/**
 * True if it was typed and the page then sent or would have sent it: it is in the form, though typing stopped there.
 */
export function isTypedAndStopped(outcome: FillOutcome | undefined): boolean {
  return outcome?.kind === 'stopped' && outcome.by !== 'page-left';
}

function wordsOf(outcome: FillOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      if (outcome.made !== undefined)
        return outcome.made === ''
          ? t('fill.outcome.put-back')
          : t('fill.outcome.made', { made: short(outcome.made) });
      if (outcome.sends !== undefined) return t('fill.outcome.sends');
      return outcome.now === ''
        ? t('fill.outcome.refused.empty')
        : t('fill.outcome.refused', { now: short(outcome.now) });
    case 'changed':
      return t('fill.outcome.changed', { now: short(outcome.now) });
    case 'put-back':
      return t('fill.outcome.put-back');
    case 'gone':
      return t('fill.outcome.gone');
    case 'closed':
      return t('fill.outcome.closed');
    case 'stopped':
      return t(outcome.by === 'request' ? 'fill.outcome.sent' : 'fill.outcome.stopped');
    case 'done':
      return t('fill.outcome.done');
  }
}

function sameText(a: string, b: string): boolean {
  const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return fold(a) === fold(b);
}

const LONG = 120;

function short(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
