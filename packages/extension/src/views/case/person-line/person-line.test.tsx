// @vitest-environment happy-dom
/** The line about a person, on screens and forms; it adds nothing to the log. */
import type { PlainDate, RecordId } from '@cyber-prevent/core';
import {
  buildAssessment,
  buildContactCheck,
  buildContactPlan,
  buildDecision,
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';

const LOADS = { timeout: 20_000 };
beforeAll(() => import('./person-frame.js'), 60_000);
afterEach(cleanup);

const line = () => screen.findByRole('region', { name: 'Person in view' }, LOADS);

async function shows(
  subject: Parameters<typeof buildSubject>[0],
  route: (id: RecordId) => Route,
  more: (about: { subjectId: RecordId }) => Parameters<typeof newRecord>[] = () => [],
) {
  const shown = await showShell({ start: { name: 'settings' } });
  const value = buildSubject(subject);
  await shown.services.store.commit({
    changes: [
      newRecord('subject', value),
      ...more({ subjectId: value.id }).map((made) => newRecord(...made)),
    ],
    reason: 'case-work',
  });
  shown.app.router.go(route(value.id));
  return { ...shown, id: value.id };
}

describe('what it says', () => {
  it('names the person with their age, the mark of a child, stage, level and what is due', async () => {
    await shows(
      { name: 'Ada Vael', bornOn: '2010-05-02' },
      (subject) => ({ name: 'intervention', subject }),
      (about) => [
        ['referral', buildReferral({ ...about, status: 'accepted' })],
        ['contactCheck', buildContactCheck(about)],
        ['contactPlan', buildContactPlan({ ...about, preferredName: 'Taz' })],
        ['intervention', buildIntervention({ ...about, followUpDueOn: '2026-11-20' })],
      ],
    );
    const text = (await line()).textContent;
    for (const part of ['Ada Vael', '“Taz”', '16 · Under 18', 'Check before contact'])
      expect(text).toContain(part);
    for (const part of ['Born 2 May 2010', 'Accepted', 'Not assessed', 'Next:', 'over'])
      expect(text).toContain(part);
  });

  it('says of an assessment without a level in few words where the day of birth needs the room', async () => {
    await shows(
      { name: 'Ada Vael', bornOn: '2010-05-02' },
      (subject) => ({ name: 'note', subject }),
      (about) => [
        [
          'assessment',
          buildAssessment({
            ...about,
            levels: [],
            noLevel: 'gives-no-level',
            signedAt: '2026-11-20T09:00:00.000Z',
          }),
        ],
      ],
    );
    const level = (await line()).querySelector('.cp-who__level');
    expect(level?.querySelector('.cp-wide')?.textContent).toBe('Assessed, level not known');
    expect(level?.querySelector('.cp-narrow')?.textContent).toBe('Level not known');
  });

  it('leads to what is due, and names it with its day in the one link', async () => {
    const { app } = await shows(
      { name: 'Ada Vael', bornOn: '2010-05-02' },
      (subject) => ({ name: 'note', subject }),
      (about) => [['intervention', buildIntervention({ ...about, followUpDueOn: '2026-11-20' })]],
    );
    const due = within(await line()).getByRole('button', {
      name: /^follow up a contact\W+2 working days overdue$/,
    });
    const over = due.querySelector('.cp-who__far--over');
    expect(over?.querySelector('.cp-wide')?.textContent).toBe('2 working days overdue');
    expect(over?.querySelector('.cp-narrow')?.textContent).toBe('Overdue: 20 Nov');
    fireEvent.click(due);
    expect(app.router.route.value).not.toMatchObject({ name: 'note' });
  });

  it.each([
    ['nobody knows when they were born', { bornOn: undefined }, 'Date of birth not known'],
    ['an age that nobody knows', { bornOn: undefined }, 'Age not known'],
    ['an adult', { bornOn: '1998-01-01' }, '28'],
    ['a child under ten', { bornOn: '2019-01-01', categories: [] }, 'Under 10'],
    ['a name in Arabic', { name: 'آدم الفيل' }, 'آدم الفيل'],
    ['a name of 136 letters', { name: 'Vael '.repeat(27).trim() }, 'Vael Vael'],
    [
      'three dates of birth',
      {
        bornOn: '2010-05-02',
        alsoRecorded: ['2009-05-02', '2007-05-02'].map((date) => ({
          what: 'bornOn' as const,
          date,
          notedOn: '2026-11-24',
        })),
      },
      '16, 17 or 19 · May be under 18',
    ],
    [
      'two dates of birth that both make a child',
      {
        bornOn: '2014-03-14',
        categories: [],
        alsoRecorded: [{ what: 'bornOn' as const, date: '2017-05-02', notedOn: '2026-11-24' }],
      },
      '9 or 12 · May be under 10',
    ],
  ])('says so of %s', async (_, subject, words) => {
    await shows(subject, (id) => ({ name: 'note', subject: id }));
    expect((await line()).textContent).toContain(words);
  });
});

it('marks a closed case beside the name, where no room can take it away', async () => {
  await shows(
    { name: 'Ada Vael' },
    (subject) => ({ name: 'note', subject }),
    (about) => [['decision', buildDecision({ ...about, outcome: 'close' })]],
  );
  const own = await line();
  expect(own.querySelector('.cp-who__marks')?.textContent).toContain('Closed');
  expect(own.querySelector('.cp-who__stage')).toBeNull();
});

describe('where there is little room', () => {
  const parts = async (selector: string) => [
    ...(await line()).querySelectorAll<HTMLElement>(selector),
  ];

  it('has the name and the preferred name as parts of their own, each whole and in its own direction', async () => {
    const name = 'Vael '.repeat(27).trim();
    const preferredName = 'آدم '.repeat(12).trim();
    await shows(
      { name },
      (subject) => ({ name: 'note', subject }),
      (about) => [['contactPlan', buildContactPlan({ ...about, preferredName })]],
    );
    const names = (await parts('bdi')).map(({ dir, title, textContent }) => [
      dir,
      title,
      textContent,
    ]);
    expect(names).toEqual([
      ['auto', name, name],
      // The marks around it are of our sentence: its own direction ends before them.
      ['auto', `“\u2068${preferredName}\u2069”`, `“\u2068${preferredName}\u2069”`],
    ]);
  });

  it.each([
    ['of few letters', 'Ada Vael', [], ''],
    ['that takes the row without the marks', 'Tamsin Aoife O’Connell-Vael', [], 'cp-who--long'],
    ['of few letters beside two marks', 'Brónach Kowalski', ['check'], 'cp-who--long'],
    ['longer than a row', 'Vael '.repeat(27).trim(), [], 'cp-who--longest'],
  ])('has the size of its type by its letters: a name %s', async (_, name, marks, size) => {
    await shows(
      { name },
      (subject) => ({ name: 'note', subject }),
      (about) => marks.map(() => ['contactCheck', buildContactCheck(about)]),
    );
    const sizes = [...(await line()).classList].filter((each) => each.startsWith('cp-who--'));
    expect(sizes).toEqual(size === '' ? [] : [size]);
  });

  it('reads the full words of date and stage out, and only shows the short ones', async () => {
    await shows(
      { name: 'Ada Vael', bornOn: '2010-09-02' },
      (subject) => ({ name: 'note', subject }),
      (about) => [['identification', buildIdentification({ ...about })]],
    );
    const words = async (selector: string) =>
      (await parts(selector)).map(({ textContent }) => textContent);
    expect(await words('.cp-wide')).toEqual(
      expect.arrayContaining(['Born 2 September 2010', 'Identified, not decided']),
    );
    expect(await words('.cp-narrow[aria-hidden="true"]')).toEqual(
      expect.arrayContaining(['b. 2 Sep 2010', 'Identified']),
    );
  });
});

it('is there for the record that a screen opens, and for the person chosen in a form', async () => {
  const { app, services, id } = await shows({ name: 'Ada Vael' }, () => ({ name: 'today' }));
  const referral = buildReferral({ subjectId: id });
  await services.store.commit({ changes: [newRecord('referral', referral)], reason: 'referral' });
  app.router.go({ name: 'referral', referral: referral.id });
  expect((await line()).textContent).toContain('Ada Vael');
  app.router.go({ name: 'note' });
  const choice = await screen.findByLabelText(/^Subject/, {}, LOADS);
  expect(screen.queryByRole('region', { name: 'Person in view' })).toBeNull();
  await waitFor(() => expect(choice.textContent).toContain('Ada Vael'));
  fireEvent.change(choice, { target: { value: id } });
  expect((await line()).textContent).toContain('Ada Vael');
});

it('draws the way to the visit view as an eye, with its words for a screen reader, and no word on screen', async () => {
  await shows({ name: 'Ada Vael' }, (subject) => ({ name: 'note', subject }));
  const button = within(await line()).getByRole('button', { name: 'Visit view' });
  expect(button.querySelector('svg')).not.toBeNull();
  const [words, ...others] = [...button.querySelectorAll('span')].filter(
    ({ children, textContent }) => children.length === 0 && textContent !== '',
  );
  expect(words?.className).toBe('govuk-visually-hidden');
  expect(others).toEqual([]);
});

it('leads by the name to the person’s page from any other screen, and is no button on that page', async () => {
  const { app, id } = await shows({ name: 'Ada Vael' }, (subject) => ({ name: 'note', subject }));
  fireEvent.click(within(await line()).getByRole('button', { name: 'Ada Vael' }));
  expect(app.router.route.value).toEqual({ name: 'subject', subject: id });
  await waitFor(async () =>
    expect(within(await line()).queryByRole('button', { name: 'Ada Vael' })).toBeNull(),
  );
  expect((await line()).textContent).toContain('Ada Vael');
});

it('follows what is saved on its own screen', async () => {
  const { services, id } = await shows({ name: 'Ada Vael' }, (subject) => ({
    name: 'note',
    subject,
  }));
  expect((await line()).textContent).not.toContain('Check before contact');
  await services.store.commit({
    changes: [newRecord('contactCheck', buildContactCheck({ subjectId: id }))],
    reason: 'case-work',
  });
  await waitFor(async () => expect((await line()).textContent).toContain('Check before contact'));
});

it('has the mark of an open concern beside that of a check, until the concern is closed', async () => {
  const { services, id } = await shows(
    { name: 'Ada Vael' },
    (subject) => ({ name: 'note', subject }),
    (about) => [
      ['safeguardingConcern', buildSafeguardingConcern({ ...about, told: ['supervisor'] })],
      ['contactCheck', buildContactCheck(about)],
    ],
  );
  const marks = async () =>
    [...(await line()).querySelectorAll('strong.cp-who__mark .cp-wide')].map(
      ({ textContent }) => textContent,
    );
  expect((await marks()).slice(-2)).toEqual(['Concern open', 'Check before contact']);
  const [concern] = await services.store.query('safeguardingConcern', { subjectId: id });
  if (!concern) throw new Error('no concern');
  await services.store.commit({
    changes: [
      {
        kind: 'safeguardingConcern',
        record: concern.id,
        parents: concern.heads,
        set: { closedOn: '2026-11-24' as PlainDate, closedWhy: 'Agreed with social care.' },
      },
    ],
    reason: 'safeguarding',
  });
  await waitFor(async () => expect(await marks()).not.toContain('Concern open'));
});

it.each<readonly [string, (subject: RecordId) => Route, number]>([
  ['a form that looks nobody up', (subject) => ({ name: 'intervention', subject }), 0],
  ['a form that logs its look', (subject) => ({ name: 'ask-check', subject }), 1],
])('adds no look to the log: %s', async (_, route, looks) => {
  const { services } = await shows({ name: 'Ada Vael' }, route);
  await line();
  await screen.findByRole('button', { name: 'Cancel' }, LOADS);
  const logged = await services.store.audit();
  expect(logged.filter(({ action }) => action === 'consultation')).toHaveLength(looks);
});
