/** Many records are narrowed in portions, and none of them leaves once a pause ends the narrowing. */
import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { type GivingOptions, recordsToGive } from './give-records.js';

/** Records of so many people with a referral each. */
function many(count: number): readonly StoredRecord[] {
  return Array.from({ length: count }, () => buildSubject()).flatMap((subject) => {
    const referral = buildReferral({ subjectId: subject.id, status: 'accepted' });
    const kept = { heads: [], sources: {} };
    return [
      { kind: 'subject', id: subject.id, value: subject, ...kept },
      { kind: 'referral', id: referral.id, value: referral, ...kept },
    ] as unknown as readonly StoredRecord[];
  });
}
const optionsFor = (records: readonly StoredRecord[]): GivingOptions => ({
  referrals: records.flatMap(({ kind, id }) => (kind === 'referral' ? [id] : [])),
  audience: 'partner',
  marking: 'OFFICIAL-SENSITIVE',
  officer: buildId(),
});

describe('many records', () => {
  it('are narrowed in portions, between which other work runs, with the same outcome', async () => {
    const records = many(175);
    const heard: string[] = [];
    const pause = async () => void heard.push('pause');
    const onProgress = (done: number, of: number) => void heard.push(`${done} of ${of}`);
    const made = await recordsToGive(records, optionsFor(records), { pause, onProgress });
    expect(heard.filter((each) => each !== 'pause')).toEqual([
      '100 of 350',
      '200 of 350',
      '300 of 350',
      '350 of 350',
    ]);
    expect(heard.filter((each) => each === 'pause').length).toBeGreaterThanOrEqual(4);
    expect(made).toEqual(await recordsToGive(records, optionsFor(records)));
  });

  it('are given to nobody once a pause ends the narrowing', async () => {
    const records = many(175);
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 3) throw new Error('Stopped');
    };
    await expect(recordsToGive(records, optionsFor(records), { pause })).rejects.toThrow('Stopped');
  });
});
