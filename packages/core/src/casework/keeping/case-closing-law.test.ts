/** The end of a case under the law: no save closes it over the danger that somebody recorded. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import { diary } from '../../desk/diary/diary.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildDecision,
  buildId,
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { found } from '../../testing/officers-under-test.js';
import { closedBy } from '../act/case-state.js';
import { workingCalendar } from '../rules/calendar.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const REFUSED = { cause: [expect.objectContaining({ code: 'concern-stands' })] };
const ended = {
  told: ['mash'],
  additions: [{ addedAt: '2026-11-24T09:31:00.000Z', acknowledgedBy: 'The front door' }],
  closedOn: TODAY,
  closedWhy: 'A plan is in place.',
};

async function underLaw() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const signer = testSigner({ device: buildId(), officer: buildId() });
  const store = await createMemoryStore({ host, signer, gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  const subject = buildSubject();
  await keep(newRecord('subject', subject));
  const isClosed = async () =>
    closedBy(await store.query('decision', { subjectId: subject.id })) !== undefined;
  return { store, verify: signer.verify, keep, subject: subject.id, isClosed };
}

const concernOn = (subjectId: RecordId | undefined, over: object = {}) =>
  newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId, ...over }));
const closing = (subjectId: RecordId, over: object = {}) =>
  newRecord(
    'decision',
    buildDecision({
      subjectId,
      outcome: 'close',
      closureReason: 'completed',
      decidedOn: TODAY,
      ...over,
    }),
  );

describe('a save that closes a case', () => {
  it('is refused while a concern about the person is open, told or untold, also in one save', async () => {
    for (const over of [{ told: [] }, { told: ['mash'] }]) {
      const { keep, subject, isClosed } = await underLaw();
      const concern = concernOn(subject, over);
      await expect(keep(concern, closing(subject))).rejects.toMatchObject(REFUSED);
      await keep(concern);
      await expect(keep(closing(subject))).rejects.toMatchObject(REFUSED);
      expect(await isClosed()).toBe(false);
    }
  });

  it('is refused as a change of an earlier decision, and of one made about somebody else', async () => {
    const { store, keep, subject, isClosed } = await underLaw();
    const other = buildSubject();
    await keep(
      newRecord('subject', other),
      concernOn(subject),
      closing(subject, { outcome: 'reopen' }),
    );
    await keep(closing(other.id));
    for (const { id, heads } of await store.query('decision')) {
      const set = { outcome: 'close', closureReason: 'completed', subjectId: subject } as const;
      await expect(
        keep({ kind: 'decision', record: id, parents: heads, set }),
      ).rejects.toMatchObject(REFUSED);
    }
    expect(await isClosed()).toBe(false);
  });

  it('goes through once the concern is closed, also in the same save', async () => {
    const { store, keep, subject, isClosed } = await underLaw();
    const concern = buildSafeguardingConcern({ subjectId: subject, told: ['mash'] });
    await keep(newRecord('safeguardingConcern', concern));
    const { heads } = found(await store.get('safeguardingConcern', concern.id));
    const { told: _, ...set } = ended;
    await keep(
      { kind: 'safeguardingConcern', record: concern.id, parents: heads, set: set as never },
      closing(subject),
    );
    expect(await isClosed()).toBe(true);
  });

  it('is not stopped by a concern about somebody else, or about nobody in particular', async () => {
    const { keep, subject, isClosed } = await underLaw();
    const other = buildSubject();
    await keep(newRecord('subject', other), concernOn(other.id), concernOn(undefined));
    await keep(closing(subject));
    expect(await isClosed()).toBe(true);
  });
});

describe('a case that is closed', () => {
  it('takes a new concern, which is never turned away', async () => {
    const { keep, subject, isClosed } = await underLaw();
    await keep(closing(subject));
    await keep(concernOn(subject));
    expect(await isClosed()).toBe(true);
  });

  it('stays closed through a correction of the words of its decision', async () => {
    const { store, keep, subject, isClosed } = await underLaw();
    await keep(closing(subject));
    await keep(concernOn(subject));
    const [{ id, heads } = expect.fail()] = await store.query('decision');
    await keep({
      kind: 'decision',
      record: id,
      parents: heads,
      set: { reason: 'The plan was completed.' },
    });
    expect(await isClosed()).toBe(true);
  });
});

it('leaves a decision on a referral alone, whatever concern is open', async () => {
  const { store, keep, subject } = await underLaw();
  const referral = buildReferral({ subjectId: subject });
  await keep(newRecord('referral', referral), concernOn(subject));
  await keep(closing(subject, { referralId: referral.id }));
  expect(await store.query('decision')).toHaveLength(1);
});

describe('what is undecided', () => {
  const UNDECIDED = { cause: [expect.objectContaining({ code: 'case-undecided' })] };

  it('keeps the case open: a referral, one about which more was asked, and a person identified', async () => {
    for (const asked of [false, true]) {
      const { keep, subject, isClosed } = await underLaw();
      const referral = buildReferral({ subjectId: subject, receivedOn: TODAY });
      const more = { referralId: referral.id, outcome: 'more-information' };
      await keep(
        newRecord('referral', referral),
        ...(asked ? [newRecord('decision', buildDecision({ subjectId: subject, ...more }))] : []),
      );
      await expect(keep(closing(subject))).rejects.toMatchObject(UNDECIDED);
      expect(await isClosed()).toBe(false);
    }
    const { keep, subject } = await underLaw();
    const found = newRecord('identification', buildIdentification({ subjectId: subject }));
    await expect(keep(found, closing(subject))).rejects.toMatchObject(UNDECIDED);
    await keep(found);
    await expect(keep(closing(subject))).rejects.toMatchObject(UNDECIDED);
  });

  it('no longer does once it is decided, also in the same save, and never for somebody else', async () => {
    const { store, keep, subject, isClosed } = await underLaw();
    const other = buildSubject();
    const own = buildReferral({ subjectId: subject, receivedOn: TODAY });
    const theirs = buildReferral({ subjectId: other.id, receivedOn: TODAY });
    const person = buildIdentification({ subjectId: subject });
    await keep(
      newRecord('subject', other),
      newRecord('referral', own),
      newRecord('referral', theirs),
      newRecord('identification', person),
    );
    const { heads } = found(await store.get('referral', own.id));
    const decided = { subjectId: subject, decidedOn: TODAY };
    await keep(
      { kind: 'referral', record: own.id, parents: heads, set: { status: 'declined' } } as Change,
      newRecord('decision', buildDecision({ ...decided, referralId: own.id, outcome: 'decline' })),
      newRecord(
        'decision',
        buildDecision({ ...decided, identificationId: person.id, outcome: 'pass' }),
      ),
      closing(subject),
    );
    expect(await isClosed()).toBe(true);
    await expect(keep(closing(other.id))).rejects.toMatchObject(UNDECIDED);
  });

  it('is due as before in a case that a colleague closed meanwhile, and what they sent is taken in', async () => {
    const [theirs, ours] = [await underLaw(), await underLaw()];
    const takesIn = async () =>
      ours.store.receive(await theirs.store.batchesSince(0), theirs.verify, 'exchange');
    await takesIn();
    const subjectId = theirs.subject;
    await ours.keep(newRecord('referral', buildReferral({ subjectId, receivedOn: TODAY })));
    await theirs.keep(closing(subjectId));
    await takesIn();
    expect(closedBy(await ours.store.query('decision', { subjectId }))).toBeDefined();
    const records = await gatherCase(ours.store, subjectId, 'case-work');
    const due = diary(records, { today: TODAY, calendar: workingCalendar(), lists }).entries;
    expect(due.map(({ act }) => act)).toContain('decide-referral');
  });
});

it('asks for the reason of a closing, and closes nothing twice or before its last day', async () => {
  const { keep, subject, isClosed } = await underLaw();
  const refusedBy = (code: string, at?: string) => ({
    cause: [expect.objectContaining(at === undefined ? { code } : { code, at })],
  });
  await expect(keep(closing(subject, { closureReason: undefined }))).rejects.toMatchObject(
    refusedBy('missing', 'closureReason'),
  );
  const contact = buildIntervention({ subjectId: subject, heldOn: TODAY });
  await keep(newRecord('intervention', contact));
  await expect(keep(closing(subject, { decidedOn: '2026-11-23' }))).rejects.toMatchObject(
    refusedBy('date-out-of-order', 'decidedOn'),
  );
  expect(await isClosed()).toBe(false);
  await keep(closing(subject));
  await expect(keep(closing(subject))).rejects.toMatchObject(refusedBy('case-closed'));
});

it('takes in a colleague’s closing of a case in which a concern was raised meanwhile', async () => {
  const [theirs, ours] = [await underLaw(), await underLaw()];
  const takesIn = async () =>
    ours.store.receive(await theirs.store.batchesSince(0), theirs.verify, 'exchange');
  await takesIn();
  await ours.keep(concernOn(theirs.subject));
  await theirs.keep(closing(theirs.subject));
  await takesIn();
  const decisions = await ours.store.query('decision', { subjectId: theirs.subject });
  expect(closedBy(decisions)).toBeDefined();
});
