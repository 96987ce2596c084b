/** What came of steps by what they mean: of a day that the page wrote its own way, and of a value in several controls. */
import { denialOf, type FillOutcome, type FillStep, saysDay } from '@cyber-prevent/core/fill';

/** The control holds again what it held; `now` says what that is, where something had been put there. */
export interface PutBack {
  readonly now?: string;
}

/**
 * A day that the page wrote in its own way is done; one that it made another day of is refused, in the box itself or in a field
 * out of sight that is sent in its place.
 */
export function judgeOutcome({ act, before }: FillStep, outcome: FillOutcome): FillOutcome {
  if (act.kind !== 'type' || act.day === undefined) return outcome;
  if (outcome.kind !== 'done' && outcome.kind !== 'refused') return outcome;
  const { id, now, mirrors = [] } = outcome;
  const denial = denialOf(mirrors, before.value, act.day.on);
  if (denial !== undefined) return { id, kind: 'refused', now, sends: denial };
  const isMeant = now === act.text || saysDay(now, act.day);
  return { id, kind: isMeant ? 'done' : 'refused', now };
}

/** Whether a step came to nothing, so that the other steps of its value are not to be left alone. */
export function isFailed({ kind }: FillOutcome): boolean {
  return kind !== 'done' && kind !== 'stopped';
}

/** Whether another step of the same value came to nothing before this one: then the value is left as a whole. */
export function isGivenUp(
  { of }: FillStep,
  steps: readonly FillStep[],
  outcomes: readonly FillOutcome[],
): boolean {
  return of !== undefined && valuesFailed(steps, outcomes).has(of);
}

/**
 * Puts back what the page made of a value that it did not take, and each control of a value of which another control did
 * not take its part. `outcomes` then say so.
 *
 * @param putBack - undefined where nothing was typed, or the page does not let it be put back
 */
export async function settle(
  steps: readonly FillStep[],
  outcomes: FillOutcome[],
  putBack: (id: string) => Promise<PutBack | undefined>,
  onStep?: (outcome: FillOutcome) => void,
): Promise<void> {
  const tell = (at: number, outcome: FillOutcome): void => {
    outcomes[at] = outcome;
    onStep?.(outcome);
  };
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.kind !== 'refused' || outcome.made !== undefined) continue;
    const back = await putBack(outcome.id);
    const { sends, ...rest } = outcome;
    if (back?.now !== undefined) tell(at, { ...rest, now: back.now, made: sends ?? outcome.now });
  }
  const failed = valuesFailed(steps, outcomes);
  // The last first, as they were typed one upon the other.
  for (const [at, { id, ...outcome }] of [...outcomes.entries()].toReversed()) {
    const of = valueOfStep(steps, id);
    if (outcome.kind !== 'done' || of === undefined || !failed.has(of)) continue;
    const back = await putBack(id);
    if (back) tell(at, { id, kind: 'put-back', now: back.now ?? outcome.now });
  }
}

function valuesFailed(
  steps: readonly FillStep[],
  outcomes: readonly FillOutcome[],
): ReadonlySet<string> {
  return new Set(outcomes.filter(isFailed).flatMap(({ id }) => valueOfStep(steps, id) ?? []));
}

function valueOfStep(steps: readonly FillStep[], id: string): string | undefined {
  return steps.find((step) => step.id === id)?.of;
}
