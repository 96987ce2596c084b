/** Pictures of a case for tests, made from days. */
import type { CasePicture, LevelStepOnRecord, PlainDate } from '@cyber-prevent/core';
import { buildAssessment, buildId } from '@cyber-prevent/core/testing';

export const day = (text: string): PlainDate => text as PlainDate;

export function levelStep(
  on: string,
  labels: readonly string[],
  more: Partial<LevelStepOnRecord> = {},
): LevelStepOnRecord {
  const assessment = buildAssessment({ assessedOn: day(on) });
  return {
    on: day(on),
    assessment: { id: assessment.id, value: assessment } as LevelStepOnRecord['assessment'],
    labels,
    isOverridden: false,
    ...more,
  };
}

export function pictureOf(more: Partial<CasePicture> = {}): CasePicture {
  return { from: day('2026-02-11'), to: day('2026-11-24'), marks: [], folded: [], ...more };
}

export function markOn(
  on: string,
  mark: CasePicture['marks'][number]['mark'],
  count = 1,
): CasePicture['marks'][number] {
  return { on: day(on), mark, records: Array.from({ length: count }, () => buildId()) };
}
