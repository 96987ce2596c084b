/** Answers to the questions of a form, saved in two windows: neither takes the other's away. Pure, so that it can be tested. */
import type { StoredRecord } from '@cyber-prevent/core';

/** By the code of the question; what is not answered is absent or empty. */
export type Answers = Readonly<Record<string, string>>;

export function answersOf({ value }: StoredRecord<'referral'>): Answers {
  return Object.fromEntries(
    (value.answers ?? []).map(({ question, answer }) => [question, answer]),
  );
}

export interface AnswersMet {
  /** For the form: what was typed here, and what was answered there where nothing was typed. */
  readonly answers: Answers;
  /** What was answered there to a question that was answered otherwise here. */
  readonly others: Answers;
}

/** @returns undefined where nothing was answered elsewhere since */
export function meets({
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
