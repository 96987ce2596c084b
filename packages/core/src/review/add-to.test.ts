import { describe, expect, it } from 'vitest';
import type { Decision, Draft } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import { createMemoryStore, type RecordStore, type StoredRecord } from '../store/index.js';
import { testHost, testSigner } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { type ReviewContext, review } from './review.js';

const gates = defaultGates('partner', 'uk-gdpr');
const PAGE = { way: 'page', system: 'Practice', title: 'Referral' } as const;

/** A store with one subject, and the means to review another page for it. */
async function held(values: FieldValues) {
  const host = testHost();
  const signer = testSigner();
  const store = await createMemoryStore({ host, signer });
  if (!gates.ok) throw new Error('no gates');
  const context = {
    gates: gates.value,
    officer: { regime: 'uk-gdpr', practice: true },
    host,
  } as const;
  const draftOf = (given: FieldValues) => draftOfFields(given, PAGE, host);
  const first = review(draftOf(values), context);
  if (!first.ok) throw new Error(JSON.stringify(first.issues));
  await store.commit({ changes: first.value.changes, reason: 'referral' });
  const subject = () => subjectIn(store);
  const add = async (draft: Draft, more: Partial<ReviewContext> = {}) => {
    const held = { onlineIdentifiers: await store.query('onlineIdentifier') };
    const result = review(draft, { ...context, addTo: await subject(), held, ...more });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  };
  return { store, subject, add, draftOf, host };
}

async function subjectIn(store: RecordStore): Promise<StoredRecord<'subject'>> {
  const [subject] = await store.query('subject');
  if (!subject) throw new Error('no subject');
  return subject;
}

function decideOn(draft: Draft, path: FieldPath, decision: Decision): Draft {
  const rows = draft.rows.map((row) => (row.path === path ? { ...row, decision } : row));
  return { ...draft, rows };
}

const HELD: FieldValues = {
  'subject.name': ['Rowan Vael'],
  'subject.bornOn': ['14/03/2010'],
  'subject.phones[]': ['07700 900123'],
  'subject.address': ['7 Sample Row'],
  'subject.postcode': ['ZZ99 3WZ'],
  'subject.onlineIdentifiers[].asSeen': ['Discord: RowanV'],
};

describe('adding to a subject', () => {
  it('appends what is new, leaves what is held, and keeps the sources of both', async () => {
    const { store, subject, add, draftOf } = await held(HELD);
    const before = await subject();
    const { changes, ids, conflicts } = await add(
      draftOf({
        ...HELD,
        'subject.name': ['rowan  VAEL'],
        'subject.phones[]': ['07700 900123', '07700 900456'],
        'subject.school': ['Testford Academy'],
      }),
    );
    expect(ids.subject).toBe(before.id);
    expect(conflicts).toEqual([]);
    const change = changes.find(({ kind }) => kind === 'subject');
    expect(change?.parents).toEqual(before.heads);
    expect(change?.set).toEqual({
      phones: ['+447700900123', '+447700900456'],
      schools: [{ name: 'Testford Academy', notedOn: '2026-11-24' }],
    });
    await store.commit({ changes, reason: 'referral' });
    const after = await subject();
    expect(after.value).toMatchObject({ name: 'Rowan Vael', bornOn: '2010-03-14' });
    expect(after.sources['phones[0]']).toHaveLength(2);
    expect(after.sources['phones[1]']).toHaveLength(1);
    expect(after.sources.bornOn).toHaveLength(2);
    expect(after.sources['addresses[0].postcode']).toHaveLength(2);
    expect(await store.query('referral')).toHaveLength(2);
  });

  it('holds a differing date of birth back until the officer decides', async () => {
    const { add, draftOf } = await held(HELD);
    const draft = draftOf({ 'subject.bornOn': ['15/03/2010'] });
    const path = 'subject.bornOn' as const;
    const conflict = { path, held: '2010-03-14', found: '2010-03-15' };
    const isSet = (changes: Awaited<ReturnType<typeof add>>['changes']) =>
      changes.some(({ set }) => 'bornOn' in set);

    const undecided = await add(draft);
    expect(undecided.conflicts).toEqual([{ ...conflict, stands: 'undecided' }]);
    expect(undecided.warnings.map(({ code }) => code)).toContain('differs-from-held');
    expect(isSet(undecided.changes)).toBe(false);

    const replaced = await add(draft, { replace: [path] });
    expect(replaced.conflicts).toEqual([{ ...conflict, stands: 'found' }]);
    expect(isSet(replaced.changes)).toBe(true);

    const corrected = decideOn(draft, path, { kind: 'take-corrected', value: '16/03/2010' });
    expect(isSet((await add(corrected)).changes)).toBe(true);
    const same = decideOn(draft, path, { kind: 'take-corrected', value: '15 March 2010' });
    expect((await add(same)).conflicts).toEqual([{ ...conflict, stands: 'undecided' }]);
  });

  it.each([
    ['replace', '2010-03-15', '2010-03-14'],
    ['beside', '2010-03-14', '2010-03-15'],
  ] as const)(
    'keeps both dates of birth, each with its own source and day: %s',
    async (way, stands, other) => {
      const { store, subject, add, draftOf, host } = await held(HELD);
      host.passDays(2);
      const captures = await store.query('sourceCapture');
      const draft = draftOf({ 'subject.bornOn': ['15/03/2010'] });
      const { changes, conflicts } = await add(draft, {
        [way]: ['subject.bornOn'],
        held: { captures },
      });
      expect(conflicts).toMatchObject([{ stands: way === 'replace' ? 'found' : 'held' }]);
      await store.commit({ changes, reason: 'referral' });
      const { value, sources } = await subject();
      expect(value.bornOn).toBe(stands);
      const notedOn = way === 'replace' ? '2026-11-24' : '2026-11-26';
      expect(value.alsoRecorded).toEqual([{ what: 'bornOn', date: other, notedOn }]);
      const of = (path: string) => sources[path]?.map(({ capture }) => capture);
      const [first, second] = [captures[0]?.id, draft.origins[0]?.id];
      expect(of('bornOn')).toEqual([way === 'replace' ? second : first]);
      expect(of('alsoRecorded[0].date')).toEqual([way === 'replace' ? first : second]);
    },
  );

  it('asks once about a value that differs, and only adds the next source of it', async () => {
    const { store, subject, add, draftOf } = await held(HELD);
    const values: FieldValues = { 'subject.name': ['Rowan Veil'] };
    const once = await add(draftOf(values), { beside: ['subject.name'] });
    await store.commit({ changes: once.changes, reason: 'referral' });
    const again = await add(draftOf(values));
    expect(again.conflicts).toMatchObject([{ stands: 'held' }]);
    await store.commit({ changes: again.changes, reason: 'referral' });
    const { value, sources } = await subject();
    expect(value.alsoRecorded).toMatchObject([{ what: 'name', value: 'Rowan Veil' }]);
    expect(sources['alsoRecorded[0].value']).toHaveLength(2);
  });

  it('does not make a handle again that is held, and says when it was seen last', async () => {
    const { store, add, draftOf, host } = await held(HELD);
    const same = await add(draftOf(HELD));
    expect(same.ids.onlineIdentifiers).toEqual([]);
    host.passDays(3);
    const { changes } = await add(draftOf({ ...HELD, 'referral.receivedOn': ['20/11/2026'] }));
    await store.commit({ changes, reason: 'referral' });
    const handles = await store.query('onlineIdentifier');
    expect(handles.map(({ value }) => value)).toMatchObject([
      { asSeen: 'RowanV', firstSeenOn: '2026-11-24', lastSeenOn: '2026-11-27' },
    ]);
  });

  it('keeps a capture once, however often its draft is saved', async () => {
    const { store, subject, add, draftOf } = await held(HELD);
    const draft = draftOf({ ...HELD, 'subject.emails[]': ['rowan@example.org'] });
    const once = await add(draft);
    await store.commit({ changes: once.changes, reason: 'referral' });
    const masked = decideOn(draft, 'subject.emails[]', { kind: 'mask' });
    const captures = await store.query('sourceCapture');
    const again = await add(masked, { addTo: await subject(), held: { captures } });
    await store.commit({ changes: again.changes, reason: 'referral' });
    const [, kept] = await store.query('sourceCapture');
    expect(kept?.value.masked).toEqual([{ label: 'Email address', selector: '' }]);
  });
});

describe('an identifier that is no account', () => {
  const path = 'subject.onlineIdentifiers[].asSeen';

  it('is kept by its type, and an IP address with the moment next to it', async () => {
    const { store } = await held({
      ...HELD,
      [path]: ['198.51.100.7 on 20/11/2026 at 14:05 UTC', 'rowan@example.org'],
    });
    const values = (await store.query('onlineIdentifier')).map(({ value }) => value);
    expect(values).toMatchObject([
      {
        type: 'ip-address',
        asSeen: '198.51.100.7',
        seenAt: { on: '2026-11-20', at: '14:05', zone: 'UTC' },
      },
      { type: 'email', asSeen: 'rowan@example.org' },
    ]);
  });

  it('is not taken as an IP address without the time and zone, though an officer takes the row', async () => {
    const { add, draftOf } = await held(HELD);
    const draft = draftOf({ ...HELD, [path]: ['198.51.100.7'] });
    const taken = decideOn(draft, path, { kind: 'take' });
    await expect(add(taken)).rejects.toThrow('ip-without-time');
  });
});
