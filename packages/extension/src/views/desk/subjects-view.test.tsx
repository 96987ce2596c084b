// @vitest-environment happy-dom
import { gatherCodeLists, type PlainDate } from '@cyber-prevent/core';
import {
  buildAssessment,
  buildIntervention,
  buildPromise,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';
import { subjectColumns } from './subject-columns.js';

afterEach(cleanup);

const [ada, wren] = [
  buildSubject({ name: 'Ada Vael', bornOn: '2010-03-14' }),
  buildSubject({ name: 'Wren Quill', bornOn: undefined }),
];
const promise = (subjectId: string, dueOn: string) =>
  newRecord(
    'promise',
    buildPromise({ subjectId, madeOn: '2026-11-02', dueOn: dueOn as PlainDate }),
  );
const signed = (assessedOn: string, label: string, over: object = {}) =>
  newRecord(
    'assessment',
    buildAssessment({
      subjectId: ada.id,
      assessedOn,
      noLevel: undefined,
      levels: [{ id: label.toLowerCase(), label }],
      signedAt: `${assessedOn}T10:00:00.000Z`,
      signedBy: ada.id,
      ...over,
    }),
  );

/** The date in the memory services: 24 November 2026. */
async function opens(...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', ada), newRecord('subject', wren), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subjects' });
  await screen.findByRole('table');
  return shown;
}
/** Words of the cells of a person’s row, by heading. */
const row = (name: string): Readonly<Record<string, string>> => {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  const cells = [...(found?.querySelectorAll('td') ?? [])];
  return Object.fromEntries(
    cells.map((cell) => [cell.getAttribute('data-heading') ?? '', cell.textContent ?? '']),
  );
};

describe('the list of subjects', () => {
  it('marks a child under ten in words, only if every date of birth gives that', async () => {
    const tam = buildSubject({ name: 'Tam Iles', bornOn: '2017-03-14', categories: [] });
    const eve = buildSubject({
      name: 'Eve Iles',
      bornOn: '2014-03-14',
      categories: [],
      alsoRecorded: [
        { what: 'bornOn', date: '2017-05-02' as PlainDate, notedOn: '2026-11-02' as PlainDate },
      ],
    });
    await opens(newRecord('subject', tam), newRecord('subject', eve));
    expect(row('Tam Iles')['Born (age)']).toBe('14 Mar 2017 (9, under 10)');
    expect(row('Eve Iles')['Born (age)']).toBe('2 dates of birth (9 or 12, may be under 10)');
    expect(row('Ada Vael')['Born (age)']).not.toContain('under');
  });

  it('says of each person where the case is, and what is due next and when, in days', async () => {
    await opens(
      newRecord(
        'referral',
        buildReferral({ subjectId: ada.id, reference: 'R-1', status: 'accepted' }),
      ),
      promise(wren.id, '2026-11-20'),
    );
    await waitFor(() =>
      expect(row('Wren Quill').Due).toBe('2 working days overdueOverdue: 20 Nov'),
    );
    expect(row('Ada Vael')).toMatchObject({
      'Born (age)': '14 Mar 2010 (16)',
      Reference: 'R-1',
      Status: 'Accepted',
      Level: '–Not assessed',
    });
    expect(row('Wren Quill')).toMatchObject({
      'Born (age)': 'DOB not known',
      Referred: '–Not recorded',
      Status: '–Not recorded',
      Next: 'Keep a promise',
    });
  });

  it('shows and sorts by the last contact; those without one come last, either way', async () => {
    const contact = (subjectId: string, heldOn: string) =>
      newRecord('intervention', buildIntervention({ subjectId, heldOn: heldOn as PlainDate }));
    const una = buildSubject({ name: 'Una Vael' });
    await opens(
      newRecord('subject', una),
      contact(ada.id, '2026-11-20'),
      contact(una.id, '2025-10-02'),
    );
    expect(row('Ada Vael')['Last contact']).toBe('20 Nov');
    expect(row('Una Vael')['Last contact']).toBe('2 Oct 2025');
    expect(row('Wren Quill')['Last contact']).toBe('None yet');
    const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    const heading = screen.getByRole('columnheader', { name: /Last contact/ });
    fireEvent.click(within(heading).getByRole('button'));
    expect(names()).toEqual(['Una Vael', 'Ada Vael', 'Wren Quill']);
    fireEvent.click(within(heading).getByRole('button'));
    expect(names()).toEqual(['Ada Vael', 'Una Vael', 'Wren Quill']);
  });

  it('says of a signed assessment without a level that there is one', async () => {
    await opens(signed('2026-11-20', 'High', { levels: [], noLevel: 'gives-no-level' }));
    await waitFor(() => expect(row('Ada Vael').Level).toBe('Level not known'));
    expect(row('Wren Quill').Level).toBe('–Not assessed');
  });

  const heads = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  it.each([
    ['immediate', 'Immediate danger: call 999'],
    ['serious', 'Somebody may be in danger'],
    ['not-known', 'Somebody may be in danger'],
    [undefined, 'Somebody may be in danger'],
    ['concern', 'Concern, nobody recorded as told'],
  ])('says why somebody comes before what is overdue, by the risk: %s', async (riskNow, words) => {
    const untold = { subjectId: wren.id, riskNow, told: ['nobody-yet'] };
    const concern = newRecord('safeguardingConcern', buildSafeguardingConcern(untold));
    await opens(promise(ada.id, '2026-11-02'), concern);
    await waitFor(() => expect(heads()).toEqual([`Wren Quill${words}`, 'Ada Vael']));
  });

  it('does not say that nobody was told of a concern that was told and is not acknowledged', async () => {
    const told = { riskNow: 'concern', told: ['mash'], toldAt: '2026-11-19T09:00:00.000Z' };
    const concern = buildSafeguardingConcern({ subjectId: wren.id, ...told });
    await opens(promise(ada.id, '2026-11-02'), newRecord('safeguardingConcern', concern));
    await waitFor(() =>
      expect(heads()).toEqual(['Wren QuillConcern, not acknowledged', 'Ada Vael']),
    );
  });

  it('says of two levels that are still possible what every other screen says', async () => {
    const levels = ['Medium', 'High'].map((label) => ({ id: label.toLowerCase(), label }));
    await opens(signed('2026-11-20', 'High', { levels, noLevel: 'answers-missing' }));
    await waitFor(() => expect(row('Ada Vael').Level).toBe('Medium or High'));
  });

  it('shows the level of the latest signed assessment, and of no draft', async () => {
    await opens(
      signed('2026-03-02', 'Low'),
      signed('2026-11-20', 'High'),
      signed('2026-11-22', 'Medium', { signedAt: undefined, signedBy: undefined }),
    );
    await waitFor(() => expect(row('Ada Vael').Level).toBe('High'));
  });

  it('says of somebody with two dates of birth what the line about them says', async () => {
    const two = buildSubject({
      name: 'Tobias Wren',
      bornOn: '2013-03-14',
      alsoRecorded: [
        { what: 'bornOn', date: '2011-09-02' as PlainDate, notedOn: '2026-11-02' as PlainDate },
      ],
    });
    await opens(newRecord('subject', two));
    expect(row('Tobias Wren')['Born (age)']).toBe('2 dates of birth (13 or 15)');
  });

  it('has the most overdue first, then those of whom nothing is due by name', async () => {
    await opens(
      ...['Zoe Vael', 'Bea Vael'].map((name) => newRecord('subject', buildSubject({ name }))),
      promise(ada.id, '2026-12-01'),
      promise(wren.id, '2026-11-20'),
    );
    expect(row('Ada Vael').Due).toBe('in 5 working daysDue 1 Dec');
    const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names()).toEqual(['Wren Quill', 'Ada Vael', 'Bea Vael', 'Zoe Vael']);
    const heading = screen.getByRole('columnheader', { name: /Due/ });
    fireEvent.click(within(heading).getByRole('button'));
    expect(names()).toEqual(['Ada Vael', 'Wren Quill', 'Bea Vael', 'Zoe Vael']);
  });

  it('is about one referral in each row: the one that is due, or else the latest', async () => {
    const referral = (over: object) => newRecord('referral', buildReferral(over));
    await opens(
      referral({ subjectId: ada.id, reference: 'R-1', receivedOn: '2026-10-02' }),
      referral({
        subjectId: ada.id,
        reference: 'R-2',
        receivedOn: '2026-11-20',
        status: 'declined',
      }),
      referral({
        subjectId: wren.id,
        reference: 'W-1',
        receivedOn: '2026-08-03',
        status: 'declined',
      }),
      referral({
        subjectId: wren.id,
        reference: undefined,
        receivedOn: '2026-09-07',
        status: 'declined',
      }),
    );
    await waitFor(() =>
      expect(row('Ada Vael')).toMatchObject({
        Next: 'Decide on a referral',
        Reference: 'R-1',
        Referred: '2 Oct',
        Status: 'Received',
      }),
    );
    // A review of the case is about no referral.
    expect(row('Wren Quill')).toMatchObject({
      Next: 'Review a case',
      Reference: 'No reference',
      Referred: '7 Sep',
    });
  });

  it('says of a record that is closed to this officer nothing but that', () => {
    const columns = subjectColumns({
      lists: gatherCodeLists(),
      today: '2026-11-24' as PlainDate,
      dueOf: () => [],
      dueAbout: () => [],
      referralOf: () => undefined,
      levelsOf: () => undefined,
      levels: [],
    });
    const closed = { id: ada.id, name: 'Closed', otherNames: [], references: [] };
    const cells = columns.slice(1).map(({ cell }) => cell({ ...closed, isClosed: true }));
    expect(cells.filter((cell) => cell !== undefined)).toEqual([]);
  });

  it('waits for the diary rather than change the places of people under the hand', async () => {
    const { app } = await opens(promise(wren.id, '2026-11-20'));
    await waitFor(() =>
      expect(row('Wren Quill').Due).toBe('2 working days overdueOverdue: 20 Nov'),
    );
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(screen.queryByRole('table', { name: /Subjects held/ })).toBeNull());
    let answer = (): void => undefined;
    const { ask } = app.services;
    const held = new Promise<void>((done) => {
      answer = done;
    });
    Object.assign(app.services, {
      ask: async (...args: Parameters<typeof ask>) => {
        if (args[0] === 'diary') await held;
        return ask(...args);
      },
    });
    app.router.go({ name: 'subjects' });
    await screen.findByText('Subjects', { selector: 'h1' });
    expect(screen.queryByRole('rowheader')).toBeNull();
    answer();
    expect((await screen.findAllByRole('rowheader'))[0]?.textContent).toBe('Wren Quill');
  });
});
