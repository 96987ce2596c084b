import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate, RecordId, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { buildSubject } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { placeHold } from '../keeping/hold.js';
import { decideIdentification, identifyPerson } from './identify-person.js';

const day = (text: string) => text as PlainDate;
const lists = gatherCodeLists();
const FOUND = {
  source: 'Named as a friend in messages of another case.',
  reference: 'NCCU-TEST-0007',
  purpose: 'prevention',
  lawfulBasis: 'part3-task',
  necessity: 'assess-referral',
  necessityWhy: 'An early word may keep them out of it.',
  marking: 'OFFICIAL-SENSITIVE',
} as const;
const at = (result: Result<unknown>) => result.issues.map((issue) => `${issue.code} ${issue.at}`);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

async function identified() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const context = { host, lists };
  const made = value(identifyPerson(FOUND, { ...context, who: { name: 'Wren Vael' } }));
  await store.commit(made.commit);
  const identification = await store.get('identification', made.id);
  if (!identification) throw new Error('not held');
  const { subjectId } = identification.value;
  const deciding = async () => ({
    ...context,
    identification,
    records: await gatherCase(store, subjectId, 'identification'),
  });
  return { store, context, identification, subjectId: subjectId as RecordId, deciding };
}

describe('identifyPerson', () => {
  it('records somebody as at risk and not suspected, with source, purpose and necessity', async () => {
    const { store, subjectId, identification } = await identified();
    expect((await store.get('subject', subjectId))?.value).toMatchObject({
      name: 'Wren Vael',
      categories: [{ category: 'at-risk', from: '2026-11-24' }],
    });
    expect(identification.value).toMatchObject(FOUND);
  });

  it('asks for the source and the necessity, and refuses a day to come', async () => {
    const { context } = await identified();
    const who = { name: 'Wren Vael' };
    const input = { ...FOUND, source: undefined, necessityWhy: '' };
    expect(at(identifyPerson(input, { ...context, who }))).toEqual([
      'missing source',
      'missing necessityWhy',
    ]);
    const ahead = { ...FOUND, identifiedOn: day('2026-11-25') };
    expect(at(identifyPerson(ahead, { ...context, who }))).toEqual(['date-in-future identifiedOn']);
    expect(at(identifyPerson(FOUND, { ...context, who: {} }))).toEqual(['missing name']);
    const { source: _, ...unsourced } = FOUND;
    expect(at(identifyPerson(unsourced, { ...context, who: {} }))).toEqual([
      'missing name',
      'missing source',
    ]);
  });

  it('puts nobody who is suspected at the edge of other work', async () => {
    const { context } = await identified();
    const subject = buildSubject({ categories: [{ category: 'suspected', from: '2026-11-01' }] });
    const who = { kind: 'subject', id: subject.id, value: subject, heads: [] };
    const held = who as unknown as StoredRecord<'subject'>;
    expect(at(identifyPerson(FOUND, { ...context, who: held }))).toEqual([
      'not-peripheral subjectId',
    ]);
  });
});

const TO_EASTSHIRE = {
  passedTo: 'Eastshire Police',
  gateway: 'part3-task',
  acknowledgedBy: 'Force control room',
  acknowledgedOn: day('2026-11-24'),
};

describe('decideIdentification', () => {
  it('refers: a referral is made of it, and afterwards it is the referral that is decided on', async () => {
    const { store, deciding } = await identified();
    const refer = { outcome: 'refer', reasonCodes: ['suitable'] };
    const decided = value(decideIdentification(refer, await deciding()));
    await store.commit(decided.commit);
    expect(decided.dispose).toEqual([]);
    expect((await store.query('referral'))[0]?.value).toMatchObject({
      id: decided.referral,
      route: 'officer-identified',
      narrative: FOUND.source,
      narrativeStatement: 'reported',
      otherReferences: ['NCCU-TEST-0007'],
    });
    const dispose = { outcome: 'dispose', reasonCodes: ['unwilling'], replaces: decided.id };
    expect(at(decideIdentification(dispose, await deciding()))).toContain(
      'identification-referred identificationId',
    );
  });

  it('passes on to somebody named, says so in the log, and keeps nothing', async () => {
    const { store, subjectId, identification, deciding } = await identified();
    const confirmed = 'NCCU-TEST-0007';
    const pass = { outcome: 'pass', reasonCodes: ['out-of-area'], confirmed };
    expect(at(decideIdentification(pass, await deciding()))).toContain('missing passedTo');
    const passed = value(decideIdentification({ ...pass, ...TO_EASTSHIRE }, await deciding()));
    await store.commit(passed.commit);
    await store.dispose(passed.dispose, 'retention');
    expect((await store.audit()).filter(({ action }) => action === 'disclosure')).toMatchObject([
      {
        records: [subjectId, identification.id],
        recipients: ['partner', 'Eastshire Police'],
        gateway: 'part3-task',
      },
    ]);
    expect(await store.query('subject')).toEqual([]);
    expect(JSON.stringify(await store.batchesSince(0))).not.toMatch(/Wren|messages of another/);
  });

  it('passes nobody on without a gateway that is one, whatever the outcome is called', async () => {
    const { deciding } = await identified();
    const passedTo = 'Eastshire Police';
    const decide = async (more: object) =>
      at(
        decideIdentification({ reasonCodes: ['out-of-area'], passedTo, ...more }, await deciding()),
      );
    for (const outcome of ['pass', 'dispose']) {
      expect(await decide({ outcome })).toContain('missing gateway');
      expect(await decide({ outcome, gateway: 'not-known' })).toContain(
        'gateway-not-known gateway',
      );
      expect(await decide({ outcome, gateway: 'other' })).toContain('missing gatewayNote');
      const named = await decide({ outcome, gateway: 'other', gatewayNote: 'An Act, s.1' });
      expect(named.filter((each) => each.includes('gateway'))).toEqual([]);
    }
  });

  it('disposes of everything, unless a hold stands; that stops no passing on', async () => {
    const { store, context, subjectId, deciding } = await identified();
    const confirmed = 'NCCU-TEST-0007';
    const dispose = { outcome: 'dispose', reasonCodes: ['too-little-known'], confirmed };
    const { records } = await deciding();
    expect(value(decideIdentification(dispose, await deciding())).dispose).toEqual(
      expect.arrayContaining(records.map(({ id }) => id)),
    );
    const subject = await store.get('subject', subjectId);
    const hold = { subjectId, reason: 'inquiry', reviewDueOn: day('2027-05-24') };
    await store.commit(value(placeHold(hold, { ...context, subject })).commit);
    expect(at(decideIdentification(dispose, await deciding()))).toContain('hold-stands undefined');
    const pass = {
      outcome: 'pass',
      reasonCodes: ['out-of-area'],
      passedTo: 'Eastshire Police',
      gateway: 'part3-task',
    };
    const passed = value(decideIdentification(pass, await deciding()));
    expect(passed.dispose).toEqual([]);
  });

  it('takes no other decision, none without a reason and none before it began', async () => {
    const { deciding } = await identified();
    const decide = async (more: object) => at(decideIdentification(more, await deciding()));
    expect(await decide({ outcome: 'accept', reason: 'Yes.' })).toEqual([
      'outcome-elsewhere outcome',
    ]);
    expect(await decide({ outcome: 'refer' })).toEqual(['missing reason']);
    expect(await decide({ outcome: 'refer', reason: 'Yes.', decidedOn: '2026-11-23' })).toEqual([
      'date-out-of-order decidedOn',
    ]);
  });
});
