/**
 * A large vault that one release writes and a later one opens. By itself it does both with a few people;
 * `scripts/carry-over.mjs` has the release before write it with two thousand, and the present one open it.
 */
import type { RecordId } from '@cyber-prevent/core';
import {
  buildAgencyContact,
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, expect, it } from 'vitest';
import { passphrase, setUp } from '../testing/keeper-under-test.js';
import {
  type Carried,
  carriedFrom,
  clearCarried,
  exportOf,
  fileData,
  keepsFile,
  openedCarried,
  openedOn,
  PLACE,
  STEP,
} from '../testing/released/carried-under-test.js';
import { newComputer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';

const MANY = 2000;

afterEach(clearCarried);

/** A day of its own for each person: no two of the first two thousand are born on the same one. */
function dayOf(nth: number): string {
  return new Date(Date.UTC(2006, 0, 1 + nth)).toISOString().slice(0, 10);
}

/** Records about a person that each differ from those about everybody else. */
function personNamed(nth: number) {
  const given = (name: string, at: number) => `${name}${(nth * 7 + at).toString(36)}`;
  const newId = () => crypto.randomUUID() as RecordId;
  const id = newId();
  const own = () => ({ id: newId(), subjectId: id });
  const capture = buildSourceCapture({ id: newId(), way: 'typed' });
  const school = given('Larkmead Academy ', 1);
  const referrer = buildReferrer({ id: newId(), organisation: school });
  const subject = buildSubject({
    id,
    name: `Person ${given('Q', 2)}`,
    bornOn: dayOf(nth),
    phones: [`+447700900${String(nth % 1000).padStart(3, '0')}`],
    emails: [`${given('mail', 3)}@example.org`],
    schools: [{ name: school, notedOn: '2026-03-02' }],
  });
  const referral = buildReferral({
    ...own(),
    referrerId: referrer.id,
    suspectedOffences: [given('booter ', 4)],
  });
  const handles = Array.from({ length: nth % 4 }, (_, at) => ({
    ...newRecord(
      'onlineIdentifier',
      buildOnlineIdentifier({ ...own(), asSeen: given('_h', 10 + at) }),
    ),
    sources: { asSeen: [buildSource({ capture: capture.id, verbatim: given('_h', 10 + at) })] },
  }));
  return [
    newRecord('sourceCapture', capture),
    newRecord('subject', subject),
    newRecord('referrer', referrer),
    newRecord('referral', referral),
    newRecord('relatedPerson', buildRelatedPerson(own())),
    newRecord('intervention', buildIntervention(own())),
    newRecord(
      'agencyContact',
      buildAgencyContact({ ...own(), who: given('Youth Justice Service ', 5) }),
    ),
    ...handles,
  ];
}

async function fill(page: KeeperConnection, people: number): Promise<void> {
  for (let nth = 0; nth < people; nth += 1)
    await page.store.commit({ changes: personNamed(nth), reason: 'case-work' });
}

async function written(people: number): Promise<{ vault: Carried; exported: string }> {
  const computer = newComputer();
  const recoveryKey = await setUp(computer);
  const page = await openedOn(computer, recoveryKey);
  await fill(page, people);
  const exported = await exportOf(page);
  return { vault: await carriedFrom(computer, page, { passphrase, recoveryKey }), exported };
}

async function exportedFrom(vault: Carried): Promise<string> {
  const { page } = await openedCarried(vault);
  return exportOf(page);
}

const steps = {
  write: async (place: string) => {
    const { vault, exported } = await written(MANY);
    keepsFile(place, 'vault.json', vault);
    keepsFile(place, 'before.jsonl', exported);
  },
  open: async (place: string) => {
    const vault = fileData<Carried>(place, 'vault.json');
    keepsFile(place, 'after.jsonl', await exportedFrom(vault));
  },
};

if (PLACE === undefined)
  it('opens a vault with several people that was closed, with all that it had', async () => {
    const { vault, exported } = await written(8);
    expect(exported.split('\n').length).toBeGreaterThan(60);
    expect(await exportedFrom(vault)).toBe(exported);
  });
else {
  const place = PLACE;
  if (STEP === 'write') it('writes a vault with two thousand people', () => steps.write(place));
  else it('opens what the release before wrote', () => steps.open(place));
}
