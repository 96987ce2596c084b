/**
 * Functions for a filled page: each runs in its isolated world, where the filler was left, and uses nothing outside
 * itself. In a page loaded since there is no filler, and the answer is undefined.
 */
import type {
  ControlFacts,
  ControlTarget,
  FillOutcome,
  FillStep,
  FillStop,
} from '@cyber-prevent/core/fill';

export function factsInPage(
  targets: readonly ControlTarget[],
): readonly ControlFacts[] | undefined {
  return globalThis.__cpFill?.filler?.facts(targets);
}

/** @returns whether the page must still be asked to report on that channel */
export function beginInPage(channel: string): boolean | undefined {
  return globalThis.__cpFill?.filler?.begin(channel);
}

export function takeInPage(step: FillStep, key: string): Promise<FillOutcome> | undefined {
  return globalThis.__cpFill?.filler?.take(step, key);
}

export function stopInPage(): FillStop | null | undefined {
  return globalThis.__cpFill?.filler?.stop();
}

export function lookInPage(keys: readonly string[]): readonly FillOutcome[] | undefined {
  return globalThis.__cpFill?.filler?.look(keys);
}

export function hasSentInPage(): boolean | undefined {
  return globalThis.__cpFill?.filler?.hasSent();
}

export async function undoInPage(key: string): Promise<FillOutcome | 'nothing' | undefined> {
  const filler = globalThis.__cpFill?.filler;
  return filler && ((await filler.undo(key)) ?? 'nothing');
}

export function endInPage(): FillStop | null | undefined {
  return globalThis.__cpFill?.filler?.end();
}

export function releaseInPage(): void {
  globalThis.__cpFill?.filler?.release();
  globalThis.__cpFill = undefined;
}
