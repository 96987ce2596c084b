/** The instruments that ship with the core. A plugin adds others. */
import { PreventError } from '../shared/errors.js';
import { checkInstrument } from './check-instrument.js';
import cyberPreventJudgement from './data/cyber-prevent-judgement.json' with { type: 'json' };
import demoScreen from './data/demo-screen.json' with { type: 'json' };
import impactScale from './data/impact-scale.json' with { type: 'json' };
import thriveRecord from './data/thrive-record.json' with { type: 'json' };
import type { Instrument } from './instrument.js';

const SHIPPED: readonly unknown[] = [cyberPreventJudgement, thriveRecord, impactScale, demoScreen];

/**
 * Gathers instruments by id: the shipped ones and those supplied. A later one of the same id replaces an earlier one.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not an instrument
 */
export function gatherInstruments(
  ...added: readonly (readonly unknown[])[]
): ReadonlyMap<string, Instrument> {
  const instruments = new Map<string, Instrument>();
  for (const each of [...SHIPPED, ...added.flat()]) {
    const checked = checkInstrument(each);
    if (!checked.ok) {
      const [first] = checked.issues;
      throw new PreventError(
        'CP_RECORD_INVALID',
        `Not an instrument: ${first?.message ?? ''} (at ${first?.at ?? 'the top'})`,
      );
    }
    instruments.set(checked.value.id, checked.value);
  }
  return instruments;
}
