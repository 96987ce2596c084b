/** Judges the outcomes of steps by their meaning: a day that the page reformatted, and a value in several controls. */
import { denialOf, type FillOutcome, type FillStep, saysDay } from '@cyber-prevent/core/fill';

/** The control has its former value again; `now` gives that value, if the typed one had replaced it. */
export interface PutBack {
  readonly now?: string;
}

/**
 * Judges a typed day: one that the page reformatted is done; one that it changed to another day is refused, in the box
 * itself or in a field out of sight that is sent in its place.
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

/** True if a step failed, so that the other steps of its value must not stay. */
export function isFailed({ kind }: FillOutcome): boolean {
  return kind !== 'done' && kind !== 'stopped';
}

/** True if an earlier step of the same value failed: then the whole value is skipped. */
export function isGivenUp(
  { of }: FillStep,
  steps: readonly FillStep[],
  outcomes: readonly FillOutcome[],
): boolean {
  return of !== undefined && valuesFailed(steps, outcomes).has(of);
}

/**
 * Restores a control that did not accept its value, and each control of a value that another control did not accept its
 * part of. Updates `outcomes` accordingly.
 *
 * @param putBack - gives undefined if nothing was typed, or the page does not allow it to be restored
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
  // Last first, the reverse of typing.
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
