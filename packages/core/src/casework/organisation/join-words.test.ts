/** Words are joined by a named act to what they are, and every link stays as it was made. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import {
  buildAgencyContact,
  buildId,
  buildOrganisation,
  buildOrganisationLink,
  buildRecord,
  buildReferrer,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { lists, one, refused, setting, underLaw } from '../../testing/law-under-test.js';
import { joinWords, undoJoin, withChosen } from './join-words.js';
import { linkState } from './link-state.js';

async function held() {
  const { store, host, keep } = await underLaw();
  const organisation = buildOrganisation();
  const referrers = [buildReferrer(), buildReferrer()];
  await keep(
    newRecord('organisation', organisation),
    ...referrers.map((each) => newRecord('referrer', each)),
  );
  const all = await store.query('referrer');
  const links = () => store.query('organisationLink');
  const context = async () => ({ host, lists, links: await links() });
  const join = async (records: readonly StoredRecord[]) => {
    const made = joinWords(
      await store.get('organisation', organisation.id),
      records.map((record) => ({
        record,
        path: 'organisation',
        words: 'Testford Academy',
        reasons: ['same-words'],
      })),
      await context(),
    );
    if (made.ok) await store.commit(made.value.commit);
    return made;
  };
  return { store, host, keep, organisation, all, links, context, join };
}

describe('joining', () => {
  it('joins each ticked place in one act, with its reasons, and leaves the words as they were', async () => {
    const { all, join, links, store } = await held();
    await join(all);
    const made = await links();
    expect(made.map(({ value }) => value.reasons)).toEqual([
      ['same-words', 'chosen'],
      ['same-words', 'chosen'],
    ]);
    expect(new Set(made.map(({ value }) => value.actId)).size).toBe(1);
    expect(await store.query('referrer')).toEqual(all);
  });

  it('is refused for words that have changed since they were read, and for a place joined already', async () => {
    const { all, join, keep } = await held();
    const [first, second] = all;
    if (!first || !second) throw new Error('not held');
    await keep(setting(second, { organisation: 'Testford Upper School' }));
    const [, changed] = [first, { ...second, value: { ...second.value, organisation: 'Other' } }];
    expect((await join([changed as StoredRecord])).issues).toMatchObject([
      { code: 'words-changed' },
    ]);
    await join([first]);
    expect((await join([first])).issues).toMatchObject([{ code: 'words-joined' }]);
  });

  it('is undone as one, with the reason, and the links stay on record', async () => {
    const { all, join, links, context, store } = await held();
    await join(all);
    const [link] = await links();
    if (!link) throw new Error('not held');
    expect(undoJoin(link, ' ', await context()).issues).toMatchObject([{ at: 'undoneWhy' }]);
    const undone = undoJoin(link, 'It was the other academy.', await context());
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value.commit);
    const after = await links();
    expect(after).toHaveLength(2);
    expect(
      after.map((each) =>
        linkState(
          each,
          all.find(({ id }) => id === each.value.referrerId),
        ),
      ),
    ).toEqual(['undone', 'undone']);
    expect(undoJoin(link, 'Again', await context()).issues).toMatchObject([
      { code: 'join-undone' },
    ]);
  });

  it('is undone without what was joined in another act', async () => {
    const { all, join, links, context, store } = await held();
    for (const each of all) await join([each]);
    const [link] = await links();
    if (!link) throw new Error('not held');
    const undone = undoJoin(link, 'It was the other academy.', await context());
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value.commit);
    expect((await links()).flatMap(({ value }) => value.undoneOn ?? [])).toHaveLength(1);
  });

  it('is of its own record alone, though another has the same words in the same place', async () => {
    const { all, join, links } = await held();
    const [first, second] = all;
    if (!first || !second) throw new Error('not held');
    await join([first]);
    const [link] = await links();
    if (!link) throw new Error('not held');
    expect([first, second].map((each) => linkState(link, each))).toEqual([
      'stands',
      'words-changed',
    ]);
  });

  it('is refused while nothing is ticked, and of an organisation that is no longer held', async () => {
    const { all, join, context } = await held();
    expect((await join([])).issues).toMatchObject([{ at: 'places' }]);
    const gone = joinWords(
      undefined,
      all.map((record) => ({ record, path: 'organisation', words: 'x', reasons: [] })),
      await context(),
    );
    expect(gone.issues).toMatchObject([{ code: 'organisation-gone' }]);
  });

  it('counts for nothing once the words have changed', async () => {
    const { all, join, links, keep, store } = await held();
    const [first] = all;
    if (!first) throw new Error('not held');
    await join([first]);
    const [link] = await links();
    if (!link) throw new Error('not held');
    expect(linkState(link, first)).toBe('stands');
    await keep(setting(first, { organisation: 'Testford Upper School' }));
    expect(linkState(link, await store.get('referrer', first.id))).toBe('words-changed');
    expect(linkState(link, undefined)).toBe('words-changed');
  });
});

describe('a choice while typing', () => {
  const subject = (name: string) => buildSubject({ schools: [{ name, notedOn: '2026-11-24' }] });
  const saved = (name: string) => {
    const value = subject(name);
    return {
      ok: true,
      issues: [],
      value: {
        id: value.id,
        commit: { changes: [newRecord('subject', value)], reason: 'case-work' },
      },
    } as const;
  };

  it('is joined in the same save, and with nothing where the words were changed afterwards', async () => {
    const { store, context, organisation, links } = await held();
    const chosen = new Map<string, RecordId>([['Testford Academy', organisation.id]]);
    const same = withChosen(saved('Testford Academy'), chosen, [], await context());
    const other = withChosen(saved('Testford Academy, Year 9'), chosen, [], await context());
    if (!same.ok || !other.ok) throw new Error('not saved');
    await store.commit(same.value.commit);
    await store.commit(other.value.commit);
    expect((await links()).map(({ value }) => [value.path, value.words])).toEqual([
      ['schools[0].name', 'Testford Academy'],
    ]);
    const [person] = await store.query('subject', { name: buildSubject().name });
    if (!person) throw new Error('not held');
    const again = withChosen(
      {
        ok: true,
        issues: [],
        value: {
          id: person.id,
          commit: { changes: [setting(person, { sexRecorded: 'Male' })], reason: 'case-work' },
        },
      },
      chosen,
      await store.query('subject'),
      await context(),
    );
    if (!again.ok) throw new Error('not saved');
    expect(again.value.commit.changes).toHaveLength(1);
  });
});

describe('the law of every save', () => {
  it.each([
    ['words that the record does not have', { words: 'Elsewhere School' }, 'words-changed'],
    ['a place that it does not have', { path: 'name' }, 'words-changed'],
    ['an organisation that is not held', { organisationId: buildId() }, 'organisation-gone'],
    ['no reason', { reasons: [] }, 'missing'],
    ['another day', { joinedOn: '2026-11-23' }, 'join-fixed'],
    ['a join that is undone already', { undoneOn: '2026-11-24' }, 'join-fixed'],
  ])('refuses %s', async (_, other, code) => {
    const { keep, organisation, all } = await held();
    const link = buildOrganisationLink({
      organisationId: organisation.id,
      referrerId: all[0]?.id,
      ...other,
    });
    await expect(keep(newRecord('organisationLink', link))).rejects.toMatchObject(refused(code));
  });

  it('refuses a link on two records, and a second one of a subject’s place', async () => {
    const { keep, organisation, all, store } = await held();
    const subject = buildSubject({
      schools: [{ name: 'Testford Academy', notedOn: '2026-11-24' }],
    });
    await keep(newRecord('subject', subject));
    const link = () =>
      buildOrganisationLink({
        organisationId: organisation.id,
        referrerId: undefined,
        subjectId: subject.id,
        path: 'schools[0].name',
      });
    const both = { ...link(), referrerId: all[0]?.id as RecordId };
    await expect(keep(newRecord('organisationLink', both))).rejects.toMatchObject(
      refused('words-changed'),
    );
    const twice = [link(), link()].map((each) => newRecord('organisationLink', each));
    await expect(keep(...twice)).rejects.toThrow('joined to an organisation already');
    await keep(newRecord('organisationLink', link()));
    await expect(keep(newRecord('organisationLink', link()))).rejects.toMatchObject(
      refused('words-joined'),
    );
    expect(await store.query('organisationLink')).toHaveLength(1);
  });

  it.each([
    ['referrer', 'referrerId', 'organisation'],
    ['incident', 'incidentId', 'place'],
    ['advice', 'adviceId', 'organisation'],
  ] as const)(
    'refuses a second one of a place of a record of the kind %s',
    async (kind, field, path) => {
      const { keep, organisation, store } = await held();
      const words = 'Testford Academy';
      const value = buildRecord(kind, { [path]: words } as never);
      await keep(newRecord(kind, value));
      const link = (over: object = {}) =>
        newRecord(
          'organisationLink',
          buildOrganisationLink({
            organisationId: organisation.id,
            referrerId: undefined,
            [field]: value.id,
            path,
            words,
            ...over,
          }),
        );
      await expect(keep(link(), link())).rejects.toMatchObject({
        cause: Array(2).fill(expect.objectContaining({ code: 'words-joined' })),
      });
      await keep(link());
      await expect(keep(link())).rejects.toMatchObject(refused('words-joined'));
      const first = await one(store, 'organisationLink');
      await keep(setting(first, { undoneOn: '2026-11-24', undoneWhy: 'Wrong one' }));
      await keep(link());
      expect(await store.query('organisationLink')).toHaveLength(2);
    },
  );

  it('gives back no join of a place that is joined again, and any other', async () => {
    const { keep, organisation, all, join, store } = await held();
    await join(all.slice(0, 1));
    const first = await one(store, 'organisationLink');
    await keep(setting(first, { undoneOn: '2026-11-24', undoneWhy: 'Wrong one' }));
    const again = buildOrganisationLink({
      organisationId: organisation.id,
      referrerId: all[0]?.id,
    });
    await keep(newRecord('organisationLink', again));
    const giveBack = async () => {
      const undone = await store.get('organisationLink', first.id);
      if (!undone) throw new Error('not held');
      const change = setting(undone, { undoneOn: null, undoneWhy: null });
      return store.commit({ changes: [change], reason: 'undo' });
    };
    await expect(giveBack()).rejects.toMatchObject(refused('words-joined'));
    const second = await store.get('organisationLink', again.id);
    if (!second) throw new Error('not held');
    await keep(setting(second, { undoneOn: '2026-11-24', undoneWhy: 'Wrong one' }));
    await giveBack();
    expect((await store.get('organisationLink', first.id))?.value.undoneOn).toBeUndefined();
  });

  it('refuses a link of a contact under another person than the contact’s', async () => {
    const { keep, organisation, store } = await held();
    const [subject, other] = [buildSubject(), buildSubject()];
    const contact = buildAgencyContact({ subjectId: subject.id, who: 'Testford Academy' });
    await keep(
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord('agencyContact', contact),
    );
    const link = (subjectId: RecordId) =>
      newRecord(
        'organisationLink',
        buildOrganisationLink({
          organisationId: organisation.id,
          referrerId: undefined,
          subjectId,
          agencyContactId: contact.id,
          path: 'who',
        }),
      );
    await expect(keep(link(other.id))).rejects.toThrow('does not have these words in this place');
    await keep(link(subject.id));
    expect(await store.query('organisationLink')).toHaveLength(1);
  });

  it('refuses a change of a link, and an undoing without its reason or on another day', async () => {
    const { keep, all, join, store } = await held();
    await join(all.slice(0, 1));
    const link = await one(store, 'organisationLink');
    for (const set of [
      { organisationId: buildId() },
      { words: 'Other' },
      { undoneOn: '2026-11-24' },
      { undoneOn: '2026-11-20', undoneWhy: 'Wrong one' },
    ])
      await expect(keep(setting(link, set))).rejects.toMatchObject(refused('join-fixed'));
    await keep(setting(link, { undoneOn: '2026-11-24', undoneWhy: 'Wrong one' }));
    const undone = await one(store, 'organisationLink');
    await expect(keep(setting(undone, { undoneWhy: 'Another reason' }))).rejects.toMatchObject(
      refused('join-fixed'),
    );
    const again = setting(undone, { undoneOn: null, undoneWhy: null });
    await expect(keep(again)).rejects.toMatchObject(refused('join-fixed'));
    await store.commit({ changes: [again], reason: 'undo' });
    expect((await one(store, 'organisationLink')).value.undoneOn).toBeUndefined();
  });
});
