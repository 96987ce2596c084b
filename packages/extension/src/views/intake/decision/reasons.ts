/** Reasons that match the decision. Others are not offered, and a tick made for another decision is dropped. */
import { type CodeLists, codesInForce, fitsWith, type PlainDate } from '@cyber-prevent/core';
import type { Choice } from '../../../components/choice.js';
import { asText, asTexts, type FormValues } from '../../../components/form-values.js';

export function reasonChoices(
  lists: CodeLists,
  outcome: unknown,
  on: PlainDate,
): readonly Choice[] {
  const decided = asText(outcome) || undefined;
  return codesInForce(lists, 'decision-reason', on)
    .filter((row) => fitsWith(row, 'decision-outcome', decided))
    .map(({ code, label, hint }) => ({ value: code, label, hint }));
}

/** Reasons that are ticked and offered. */
export function fittingReasons(
  lists: CodeLists,
  { outcome, reasonCodes }: FormValues,
  on: PlainDate,
): readonly string[] {
  const offered = new Set(reasonChoices(lists, outcome, on).map(({ value }) => value));
  return asTexts(reasonCodes).filter((code) => offered.has(code));
}
