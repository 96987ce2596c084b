/** Organisations of one name, renamed, closed, merged. */
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { buildOrganisation, newRecord } from '../../testing/fiction/builder.js';
import { lists, refused, setting, underLaw } from '../../testing/law-under-test.js';
import { becomeOther, undoBecame } from './become-other.js';
import { becameOne, organisationCourse } from './link-state.js';
import { addOrganisation, closeOrganisation, renameOrganisation } from './organisation.js';
import { organisationApart } from './told-apart.js';

async function held(...made: readonly ReturnType<typeof buildOrganisation>[]) {
  const law = await underLaw();
  const { store, host, keep } = law;
  if (made.length > 0) await keep(...made.map((each) => newRecord('organisation', each)));
  const all = () => store.query('organisation');
  const get = async (id: string) => {
    const found = (await all()).find((each) => each.id === id);
    if (!found) throw new Error('not held');
    return found;
  };
  const context = async () => ({ host, lists, organisations: await all() });
  return { ...law, all, get, context };
}

it('two of one name are reported, allowed, and told apart by town and number', async () => {
  const { context, store, all } = await held(
    buildOrganisation({ name: 'St Testwin’s School', town: 'Reading', identifiers: [] }),
  );
  const made = addOrganisation(
    {
      kind: 'school',
      name: 'Saint Testwins Sch' as never,
      town: 'Slough' as never,
      identifiers: [{ scheme: 'urn', value: '999002' }] as never,
    },
    await context(),
  );
  expect(made.issues).toMatchObject([
    {
      code: 'organisation-alike',
      severity: 'warning',
      message: expect.stringContaining('Reading'),
    },
  ]);
  if (!made.ok) throw new Error('not made');
  await store.commit(made.value.commit);
  expect((await all()).map(({ value }) => organisationApart(value))).toEqual([
    'St Testwin’s School, Reading',
    'Saint Testwins Sch, Slough (URN 999002)',
  ]);
});

it('one with an identifier that another has is reported, and joined to nothing', async () => {
  const { context } = await held(buildOrganisation());
  const made = addOrganisation(
    {
      kind: 'school',
      name: 'Other Academy' as never,
      identifiers: [{ scheme: 'urn', value: '99 9001' }] as never,
    },
    await context(),
  );
  expect(made.issues).toMatchObject([
    { code: 'organisation-identifier-held', severity: 'warning' },
  ]);
  expect(made.ok && made.value.commit.changes).toHaveLength(1);
});

it.each([
  ['gmail.com', 'email-domain-public'],
  ['head@school.example', 'email-domain-unreadable'],
  ['not a domain', 'email-domain-unreadable'],
])('an email domain that shows nothing is refused: %s', async (domain, code) => {
  const { context } = await held();
  const made = addOrganisation(
    { kind: 'school', name: 'Testford' as never, emailDomains: [domain] as never },
    await context(),
  );
  expect(made).toMatchObject({ ok: false, issues: [{ code, at: 'emailDomains' }] });
});

it('a new name keeps the old one with its last day', async () => {
  const own = buildOrganisation();
  const { context, get, store } = await held(own);
  const renamed = renameOrganisation(
    await get(own.id),
    { name: 'Testford Upper School', until: '2026-08-31' as PlainDate },
    await context(),
  );
  if (!renamed.ok) throw new Error('not renamed');
  await store.commit(renamed.value.commit);
  expect((await get(own.id)).value).toMatchObject({
    name: 'Testford Upper School',
    earlierNames: [{ name: 'Testford Academy', until: '2026-08-31' }],
  });
});

it('one that is closed is not closed again, nor before it opened', async () => {
  const own = buildOrganisation({ openedOn: '2020-09-01' });
  const { context, get, store } = await held(own);
  const early = closeOrganisation(await get(own.id), '2019-01-01' as PlainDate, await context());
  expect(early.issues).toMatchObject([{ code: 'date-out-of-order' }]);
  const closed = closeOrganisation(await get(own.id), undefined, await context());
  if (!closed.ok) throw new Error('not closed');
  await store.commit(closed.value.commit);
  const again = closeOrganisation(await get(own.id), undefined, await context());
  expect(again.issues).toMatchObject([{ code: 'organisation-closed' }]);
});

describe('one that became another', () => {
  const [old, next] = [buildOrganisation(), buildOrganisation({ name: 'Testford Upper School' })];
  const became = { becameId: next.id, becameHow: 'merged', becameWhy: 'The trust’s letter.' };

  it('is followed by readers, and taken back', async () => {
    const { context, get, store, all } = await held(old, next);
    const made = becomeOther(await get(old.id), became, await context());
    if (!made.ok) throw new Error('not merged');
    await store.commit(made.value.commit);
    const records = await all();
    const find = (id: string) => records.find((each) => each.id === id) as StoredRecord | undefined;
    expect(organisationCourse(old.id, find).map(({ id }) => id)).toEqual([old.id, next.id]);
    expect(becameOne(next.id, records)).toEqual(new Set([next.id, old.id]));
    const back = undoBecame(await get(old.id));
    if (!back.ok) throw new Error('not taken back');
    await store.commit(back.value.commit);
    expect((await get(old.id)).value).toEqual(old);
  });

  it('is refused without its reason, as itself, and in a circle, also past the act', async () => {
    const { context, get, store, keep } = await held(old, next);
    const { becameWhy: _, ...unsaid } = became;
    expect(becomeOther(await get(old.id), unsaid, await context())).toMatchObject({
      ok: false,
      issues: [{ at: 'becameWhy' }],
    });
    const made = becomeOther(await get(old.id), became, await context());
    if (!made.ok) throw new Error('not merged');
    await store.commit(made.value.commit);
    const back = { ...became, becameId: old.id };
    expect(becomeOther(await get(next.id), back, await context())).toMatchObject({
      issues: [{ code: 'organisation-circle' }],
    });
    const raw = { ...back, becameOn: '2026-11-24' };
    await expect(keep(setting(await get(next.id), raw))).rejects.toMatchObject(
      refused('organisation-circle'),
    );
    await expect(
      keep(setting(await get(next.id), { ...raw, becameId: next.id })),
    ).rejects.toMatchObject(refused('organisation-circle'));
  });
});
