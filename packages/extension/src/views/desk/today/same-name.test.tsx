// @vitest-environment happy-dom
/** Two people of one name in Today and in the diary: each row says which of them it is about, and in a panel too. */
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./today-view.js'), import('../diary/diary-view.js')]), 60_000);
afterEach(cleanup);

const ELDER = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02' });
const YOUNGER = buildSubject({ name: 'TOBIAS  WREN', bornOn: '2011-12-14' });
const TWIN = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02' });
const IVO = buildSubject({ name: 'Ivo Vael', bornOn: '2009-01-07' });
type Person = typeof ELDER;

const promised = ({ id: subjectId }: Person) =>
  newRecord(
    'promise',
    buildRecord('promise', { subjectId, madeOn: '2026-11-02', dueOn: '2026-11-20' }),
  );

/** @param owed - people to whom something was promised; the others have nothing due */
async function shown(at: 'today' | 'diary', all: readonly Person[], owed: readonly Person[]) {
  const { services, app } = await showShell({ start: { name: 'note' } });
  await services.store.commit({
    changes: [...all.map((each) => newRecord('subject', each)), ...owed.map(promised)],
    reason: 'case-work',
  });
  app.router.go({ name: at });
  await screen.findAllByRole('button', { name: /Keep a promise/ });
  return services;
}
const acts = () =>
  screen.getAllByRole('button', { name: /Keep a promise/ }).map(({ textContent }) => textContent);

it.each(['today', 'diary'] as const)('says the date of birth of namesakes in %s', async (at) => {
  await shown(at, [ELDER, YOUNGER, IVO], [ELDER, YOUNGER, IVO]);
  expect(
    new Set(acts().map((act) => act?.replace('Keep a promise', '').replace(/^:? |: $/g, ''))),
  ).toEqual(
    new Set([
      'Tobias Wren, 15, born 2 September 2011',
      'TOBIAS  WREN, 14, born 14 December 2011',
      'Ivo Vael',
    ]),
  );
});

it('shows the date of birth in the row, and of nobody else more than the age', async () => {
  await shown('today', [ELDER, YOUNGER, IVO], [ELDER, IVO]);
  const seen = [...document.querySelectorAll('.cp-due__apart, .cp-due__age')];
  expect(new Set(seen.map(({ textContent }) => textContent?.trim()))).toEqual(
    new Set(['15, born 2 September 2011', '17']),
  );
});

it('says no age as certain of somebody with two dates of birth', async () => {
  const also = (date: string) => ({
    alsoRecorded: [
      { what: 'bornOn' as const, date: date as PlainDate, notedOn: '2026-11-20' as PlainDate },
    ],
  });
  const disputed = { ...IVO, ...also('2011-01-07') };
  const namesake = { ...YOUNGER, ...also('2009-12-14') };
  await shown('today', [ELDER, namesake, disputed], [namesake, disputed]);
  const seen = [...document.querySelectorAll('.cp-due__apart, .cp-due__age')];
  expect(new Set(seen.map(({ textContent }) => textContent?.trim()))).toEqual(
    new Set(['2 dates of birth', '15 or 17']),
  );
});

it('tells apart two of one name who have two dates of birth each, though none is said', async () => {
  const two = (person: Person, date: string): Person => ({
    ...person,
    alsoRecorded: [{ what: 'bornOn', date: date as PlainDate, notedOn: '2026-11-20' as PlainDate }],
  });
  const all = [two(ELDER, '2009-12-14'), two(YOUNGER, '2010-01-07')];
  await shown('today', all, all);
  const said = '2 dates of birth, recorded on 24 November 2026,';
  const seen = [...document.querySelectorAll('.cp-due__apart')];
  expect(new Set(seen.map(({ textContent }) => textContent))).toEqual(
    new Set([`${said} 1 of 2 alike`, `${said} 2 of 2 alike`]),
  );
});

it('says the day of the record, if name and date of birth are the same, and their order on one day', async () => {
  await shown('today', [ELDER, TWIN], [ELDER, TWIN]);
  const said = 'Keep a promise: Tobias Wren, 15, born 2 September 2011, recorded on';
  expect(new Set(acts())).toEqual(
    new Set([`${said} 24 November 2026, 1 of 2 alike`, `${said} 24 November 2026, 2 of 2 alike`]),
  );
});

it('says the day of the first referral of each, which another one leaves as it is, if name and date of birth are the same', async () => {
  const services = await shown('today', [ELDER, TWIN], [ELDER, TWIN]);
  const days = [
    [ELDER, '2026-11-10'],
    [TWIN, '2026-11-11'],
    [TWIN, '2026-11-20'],
  ] as const;
  await services.store.commit({
    changes: days.map(([{ id }, day]) =>
      newRecord(
        'referral',
        buildReferral({
          subjectId: id,
          reference: undefined,
          otherReferences: [],
          receivedOn: day as PlainDate,
        }),
      ),
    ),
    reason: 'case-work',
  });
  for (const day of ['10 November 2026', '11 November 2026'])
    await screen.findAllByRole('button', {
      name: new RegExp(
        `: Tobias Wren, 15, born 2 September 2011, first referred ${day}, recorded on`,
      ),
    });
});

it('says the referral of a namesake that the row is about', async () => {
  const services = await shown('today', [ELDER, YOUNGER], [ELDER]);
  const referral = buildReferral({
    subjectId: YOUNGER.id,
    reference: 'CC/2026/333',
    receivedOn: '2026-11-02',
  });
  await services.store.commit({ changes: [newRecord('referral', referral)], reason: 'case-work' });
  await waitFor(() =>
    screen.getByRole('button', {
      name: /: TOBIAS\s+WREN, 14, born 14 December 2011, CC\/2026\/333$/,
    }),
  );
});
