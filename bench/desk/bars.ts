/** The jobs of the desk, what they cost on 28 November 2026, and what they may cost now: data, next to this file. */
import { readFileSync } from 'node:fs';
import { MEASURES, type Measure, type Some } from './counts.ts';

export interface Bar {
  readonly id: string;
  /** The job in words. */
  readonly job: string;
  /** Counted by hand on 28 November 2026; empty where nobody could. */
  readonly before: Some;
  readonly atMost: Some;
  readonly note?: string;
}

export const BARS: readonly Bar[] = JSON.parse(
  readFileSync(new URL('./bars.json', import.meta.url), 'utf8'),
);

/** The measures that the bar has a limit for, in their order. */
export function limitsOf({ atMost }: Bar): readonly (readonly [Measure, number])[] {
  return MEASURES.flatMap((measure) => {
    const limit = atMost[measure];
    return limit === undefined ? [] : [[measure, limit] as const];
  });
}
