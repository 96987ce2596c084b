/** Nothing that leaves the toolkit says more of somebody than is known now. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { timeline } from '../desk/case/timeline.js';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildOffence, buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { gatherAudiences } from './audience.js';
import { recordsToGive } from './give-records.js';

const day = (text: string) => text as PlainDate;
const stored = (kind: StoredRecord['kind'], value: { readonly id: unknown }) =>
  ({
    kind,
    id: value.id,
    value,
    createdAt: '2026-11-24T09:30:00.000Z',
    updatedAt: '2026-11-24T09:30:00.000Z',
    heads: [],
    sources: {},
  }) as unknown as StoredRecord;

function records(status: string, bornOn = '2010-03-14'): readonly StoredRecord[] {
  const subject = buildSubject({ bornOn: day(bornOn), categories: [] });
  const referral = buildReferral({
    subjectId: subject.id,
    suspectedOffences: ['DDoS of the school'],
    lawMentioned: [],
  });
  const offence = buildOffence({
    subjectId: subject.id,
    referralId: referral.id,
    asRead: 'DDoS of the school',
    standings: [
      { status: 'charged', on: day('2026-11-10'), notedOn: day('2026-11-10') },
      { status, on: day('2026-11-20'), notedOn: day('2026-11-20') },
    ],
  });
  return [stored('subject', subject), stored('referral', referral), stored('offence', offence)];
}

const file = (held: readonly StoredRecord[]) => {
  const made = caseFile(held, held[0]?.id as never, {
    officer: { name: 'Rowan Thackeray', force: '44' },
    preparedOn: day('2026-11-24'),
    lists: gatherCodeLists(),
  });
  if (!made.ok) throw new Error('no case file');
  return made.value;
};

const given = async (held: readonly StoredRecord[]) => {
  const made = await recordsToGive(held, {
    referrals: [held[1]?.id as never],
    audience: 'force-system',
    marking: 'OFFICIAL-SENSITIVE',
    officer: buildId(),
    audiences: gatherAudiences(),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
};

describe('somebody who was acquitted', () => {
  it('is on a paper as acquitted, and nowhere as charged', () => {
    const made = file(records('acquitted'));
    expect(made.offences).toMatchObject([{ status: 'acquitted', statusOn: '2026-11-20' }]);
    expect(JSON.stringify(made)).not.toContain('charged');
    expect(made.referral?.suspectedOffences).toEqual([]);
  });

  it('is in no file by the words of the referral, and the officer is told', async () => {
    const ended = await given(records('acquitted'));
    expect([ended.set.records.referral?.[0]?.suspectedOffences, ended.ended]).toEqual([[], 1]);
    const open = await given(records('charged'));
    expect(open.set.records.referral?.[0]?.suspectedOffences).toEqual(['DDoS of the school']);
    expect(open.ended).toBe(0);
  });
});

describe('a child who was under ten', () => {
  const held = records('convicted', '2017-01-01');

  it('is on a paper and in the chronology with behaviour only', () => {
    const made = file(held);
    expect(made.offences).toMatchObject([{ withoutSection: 'behaviour-only', standings: [] }]);
    expect(made.offences[0]).not.toHaveProperty('section');
    expect(JSON.stringify(made)).not.toMatch(/charged|convicted/);
    const said = timeline(held, gatherCodeLists()).map(({ summary }) => summary);
    expect(said.join()).not.toMatch(/charged|convicted|Section/i);
    expect(said.join()).toContain('Behaviour only');
  });

  it('is in no file by the words of the referral', async () => {
    expect((await given(held)).set.records.referral?.[0]?.suspectedOffences).toEqual([]);
  });
});
