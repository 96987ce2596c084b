/** Merges answers saved in two windows, so that neither removes the other's. Pure, so that it can be tested. */
import type { StoredRecord } from '@cyber-prevent/core';

/** Answers by question code; an unanswered one is absent or empty. */
export type Answers = Readonly<Record<string, string>>;

export function answersOf({ value }: StoredRecord<'referral'>): Answers {
  return Object.fromEntries(
    (value.answers ?? []).map(({ question, answer }) => [question, answer]),
  );
}

export interface AnswersMet {
  /** For the form: the answers typed here, and those saved elsewhere to questions untouched here. */
  readonly answers: Answers;
  /** Answers saved elsewhere to questions answered differently here. */
  readonly others: Answers;
}

/** @returns undefined if nothing was answered elsewhere since */
export function mergeAnswers({
  mine,
  before,
  now,
}: {
  readonly mine: Answers;
  readonly before: Answers;
  readonly now: Answers;
}): AnswersMet | undefined {
  const asked = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = asked.filter((code) => (before[code] ?? '') !== (now[code] ?? ''));
  if (changed.length === 0) return undefined;
  const isTyped = (code: string): boolean => (mine[code] ?? '') !== (before[code] ?? '');
  const pick = (codes: readonly string[]) => codes.map((code) => [code, now[code] ?? ''] as const);
  return {
    answers: { ...mine, ...Object.fromEntries(pick(changed.filter((code) => !isTyped(code)))) },
    others: Object.fromEntries(
      pick(changed.filter((code) => isTyped(code) && (mine[code] ?? '') !== (now[code] ?? ''))),
    ),
  };
}
