/** A capture marks the values that its known adapter raises, and no client can avoid it by leaving the mark out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adapter, Screen } from '../../capture/adapter/adapter.js';
import { raisedBy } from '../../capture/adapter/raised.js';
import { assignPath } from '../../capture/draft/assign-path.js';
import { decide } from '../../capture/draft/decide.js';
import { mergeDraft } from '../../capture/draft/merge-draft.js';
import { openDraft } from '../../capture/draft/open-draft.js';
import type { Draft } from '../../capture/draft.js';
import type { FieldPath } from '../../capture/field/field-path.js';
import { gatherCodeLists } from '../../codes/index.js';
import { conditionNeeds, defaultGates, review, withConditionAnswer } from '../../review/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const OFFICER = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
const WHY = { condition: 'part3-safeguarding', whyNecessary: 'The talk is held in large print.' };
const CELLS: readonly ReadingCell[] = [
  { label: 'First name', value: 'Rowan' },
  { label: 'Surname', value: 'Vael' },
  { label: 'Date of birth', value: '14/03/2010' },
  { label: 'Telephone', value: '07700 900123' },
  { label: 'Home address', value: '4 Almond Way, Testford, ZZ99 3WZ' },
  { label: 'School', value: 'Ashgrove Special School' },
  { label: 'Box 7', value: 'Ro' },
];
const SUBJECTS: readonly FieldPath[] = [
  'subject.name',
  'subject.givenNames',
  'subject.familyName',
  'subject.aliases[]',
  'subject.bornOn',
  'subject.phones[]',
  'subject.address',
  'subject.postcode',
  'subject.school',
];

const adapterOf = (...screens: readonly (readonly FieldPath[])[]): Adapter => ({
  id: 'clinic/card',
  title: 'Clinic',
  version: '1.2.0',
  owner: 'A clinic',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'Surname' }] },
  fixtures: [],
  screens: screens.map(
    (raised, nth): Screen => ({
      ...(nth === 0 ? {} : { when: [{ heading: 'Another card' }] }),
      fields: {},
      sensitivity: Object.fromEntries(raised.map((path) => [path, 'special'])),
    }),
  ),
});

async function underLaw(adapters: readonly Adapter[]) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const gate = keepingLaw({ host, lists, officer: () => OFFICER, raisedBy: raisedBy(adapters) });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  return { host, store, keep };
}

/** Takes everything with a field, under a condition if the review asks for one. */
function reviewed(draft: Draft, host: ReturnType<typeof testHost>): readonly Change[] {
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const all = draft.rows
    .filter(({ path }) => path?.startsWith('subject.'))
    .reduce((before, { id }) => decide(before, id, { kind: 'take' }), draft);
  const answered = conditionNeeds(all, gates.value).reduce(
    (before, need) =>
      withConditionAnswer(before, need, {
        what: need.what,
        sensitivity: need.sensitivity,
        regime: 'part3',
        ...WHY,
      }),
    all,
  );
  const result = review(answered, { gates: gates.value, officer: OFFICER, host });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.changes;
}

/** The changes from a client that leaves out the mark of a kind of value, and its condition. */
const without = (changes: readonly Change[], what: FieldPath): readonly Change[] =>
  changes.map((change) => {
    if (change.kind !== 'sourceCapture') return change;
    const set = change.set as Partial<StoredRecord<'sourceCapture'>['value']>;
    const { sensitive = [], processingConditions = [], ...rest } = set;
    const [marks, conditions] = [
      sensitive.filter((each) => each !== what),
      processingConditions.filter((each) => each.what !== what),
    ];
    return {
      ...change,
      set: {
        ...rest,
        ...(marks.length > 0 ? { sensitive: marks } : {}),
        ...(conditions.length > 0 ? { processingConditions: conditions } : {}),
      } as Change['set'],
    };
  });

const marksIn = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ set }) => (set as { readonly sensitive?: readonly string[] }).sensitive ?? []);

const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });

it('a review is kept, and refused exactly without a mark that the adapter asks for on every screen', async () => {
  const tally = { refused: 0, kept: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...SUBJECTS), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...SUBJECTS),
      fc.option(fc.constantFrom(...SUBJECTS), { nil: undefined }),
      fc.constantFrom('alone', 'first', 'second'),
      fc.boolean(),
      async (raised, dropped, assigned, order, isElsewhereToo) => {
        // A value that another screen of the adapter does not raise can only be checked with the page.
        const adapter = adapterOf(raised, ...(isElsewhereToo ? [raised.slice(1)] : []));
        const asked = isElsewhereToo ? raised.slice(1) : raised;
        const { host, keep } = await underLaw([adapter]);
        const read = (adapters: readonly Adapter[]) =>
          openDraft({ reading: buildReading(...CELLS), adapters, way: 'page', host });
        const [page, plain] = [read([adapter]), read([])];
        const whole =
          order === 'alone'
            ? page
            : order === 'first'
              ? mergeDraft(page, plain)
              : mergeDraft(plain, page);
        const box = whole.rows.find(({ label }) => label === 'Box 7');
        const draft = assigned && box ? assignPath(whole, box.id, assigned) : whole;
        let changes: readonly Change[];
        try {
          changes = reviewed(draft, host);
        } catch {
          // Two names, or an address that is a date: the review itself does not make such a save.
          return fc.pre(false);
        }
        const isMarked = marksIn(changes).includes(dropped);
        const kept = await keep(without(changes, dropped)).then(
          () => 'kept',
          ({ cause }: { cause: { code: string }[] }) => cause.map(({ code }) => code).join(),
        );
        const isFound = isMarked && asked.includes(dropped);
        tally[isFound ? 'refused' : 'kept'] += 1;
        expect(kept).toBe(isFound ? 'sensitive-unmarked' : 'kept');
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(tally.refused, tally.kept)).toBeGreaterThan(0);
});

describe('a value that an adapter raises', () => {
  const adapter = adapterOf(['subject.school', 'subject.name']);
  const LINE = 'clinic/card 1.2.0';
  const named = (capture: { readonly id: StoredRecord['id'] }, value = buildSubject()): Change => ({
    ...newRecord('subject', value),
    sources: { name: [buildSource({ capture: capture.id })] },
  });

  it('is refused with the words of what to do, though the capture was kept before', async () => {
    const { keep } = await underLaw([adapter]);
    const capture = buildSourceCapture({ adapter: LINE });
    await keep([newRecord('sourceCapture', capture)]);
    await expect(keep([named(capture)])).rejects.toMatchObject(refused('sensitive-unmarked'));
    await expect(keep([named(capture)])).rejects.toThrow(
      'Leave out name, or read the page again and take it under a condition',
    );
  });

  it('is kept of an adapter that is not known, or of another version, as before', async () => {
    for (const line of ['clinic/card 1.1.0', 'another 1.2.0', undefined]) {
      const { keep } = await underLaw([adapter]);
      const capture = buildSourceCapture({ adapter: line });
      await keep([newRecord('sourceCapture', capture), named(capture)]);
    }
  });

  it('that an earlier release kept without a mark stops no other change, a correction and what gives way among them', async () => {
    const known: Adapter[] = [];
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const gate = keepingLaw({
      host,
      lists,
      officer: () => OFFICER,
      raisedBy: (line) => raisedBy(known)(line),
    });
    const store = await createMemoryStore({ host, signer: testSigner(), gate });
    const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
    const [capture, value] = [buildSourceCapture({ adapter: LINE }), buildSubject()];
    await keep(newRecord('sourceCapture', capture), named(capture, value));
    known.push(adapter);
    const change = async (set: object, sources?: Change['sources']) => {
      const held = await store.get('subject', value.id);
      if (!held) throw new Error('not held');
      return keep({
        kind: 'subject',
        record: held.id,
        parents: held.heads,
        set,
        ...(sources ? { sources } : {}),
      });
    };
    await change({ bornOn: '2010-03-14' });
    const [old] = (await store.get('subject', value.id))?.sources.name ?? [];
    if (!old) throw new Error('no source');
    // The old name stays as an alias, with its own source.
    await change({ name: 'Rowan Vael-Marsh', aliases: ['Rowan Vael'] }, { 'aliases[0]': [old] });
    await expect(
      change({ name: 'R. Vael' }, { name: [{ ...old, verbatim: 'R. Vael' }] }),
    ).rejects.toMatchObject(refused('sensitive-unmarked'));
  });
});
