// @vitest-environment happy-dom
/** The list of subjects searched by what is held about them: who stays, what their row says, and what is logged. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildOnlineIdentifier,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../subjects-view.js'), 60_000);
afterEach(cleanup);

const ROWAN = buildSubject({ name: 'Rowan Vael' });
const WREN = buildSubject({ name: 'Wren Moss', emails: [] });
const HANDLE = buildOnlineIdentifier({ subjectId: WREN.id, asSeen: 'sinister_99' });

async function showSubjects() {
  const shown = await showShell({ start: { name: 'subjects' } });
  const { store } = shown.services;
  await store.commit({
    changes: [
      newRecord('subject', ROWAN),
      newRecord('subject', WREN),
      newRecord('onlineIdentifier', HANDLE),
      newRecord('referral', buildReferral({ subjectId: ROWAN.id, narrative: 'Sold logins.' })),
    ],
    reason: 'referral',
  });
  await screen.findByText('Wren Moss');
  const look = (text: string) =>
    fireEvent.input(screen.getByLabelText('Find a subject'), { target: { value: text } });
  const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  return { ...shown, look, names };
}

it('keeps whoever has all that is looked for, and says where it is', async () => {
  const { look, names } = await showSubjects();
  look('ister_9');
  await waitFor(() => expect(names()).toEqual(['Wren MossAs seen (identifier): sinister_99']));
  look('logins');
  await waitFor(() => expect(names()).toEqual(['Rowan VaelNarrative (referral): Sold logins.']));
  look('rowan');
  await waitFor(() => expect(names()).toEqual(['Rowan Vael']));
});

it('marks what was typed in a name, and in the words that somebody was found by', async () => {
  const { look, names } = await showSubjects();
  const marks = () => [...document.querySelectorAll('tr mark')].map((each) => each.textContent);
  look('ister_9');
  await waitFor(() => expect(names()).toHaveLength(1));
  await waitFor(() => expect(marks()).toEqual(['ister_9']));
  look('ROW');
  await waitFor(() => expect(marks()).toEqual(['Row']));
  look('');
  await waitFor(() => expect(names()).toHaveLength(2));
  expect(marks()).toEqual([]);
});

it('says of a date of birth that is one of several that it is one of them', async () => {
  const { look, names, services } = await showSubjects();
  const also = (date: string, nth: number) => ({
    what: 'bornOn' as const,
    date: date as PlainDate,
    notedOn: `2026-11-0${nth}` as PlainDate,
  });
  const una = buildSubject({
    name: 'Una Quill',
    bornOn: '2009-03-14',
    alsoRecorded: [also('2009-03-15', 1), also('2008-03-14', 2)],
  });
  await services.store.commit({ changes: [newRecord('subject', una)], reason: 'case-work' });
  look('15 March 2009');
  await waitFor(() => expect(names()).toEqual(['Una QuillOne of 3 dates of birth: 15 March 2009']));
  look('14 March 2009');
  await waitFor(() => expect(names()).toEqual(['Una QuillOne of 3 dates of birth: 14 March 2009']));
});

it('takes a typing error for one only where nobody has the word as it was typed', async () => {
  const { look, names } = await showSubjects();
  look('wrem moss');
  await waitFor(() => expect(names()).toEqual(['Wren Moss']));
  look('rowan vael');
  await waitFor(() => expect(names()).toEqual(['Rowan Vael']));
});

it('leaves out whoever has only some of it', async () => {
  const { look, services } = await showSubjects();
  look('rowan sinister');
  // The answer to the list comes before this one.
  const { found } = await services.ask('find', ['rowan sinister', undefined, undefined]);
  expect(found.map(({ how }) => how)).toEqual(['part', 'part']);
  await screen.findByText(/Nothing here matches/);
});

it('names the record and the field that the row showed words of in the log', async () => {
  const { look, names, services } = await showSubjects();
  look('ister_9');
  await waitFor(() => expect(names()).toHaveLength(1));
  await waitFor(
    async () => {
      const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
      expect(searches).toMatchObject([
        { records: [WREN.id, HANDLE.id], fields: ['name', 'reference', 'asSeen'] },
      ]);
    },
    { timeout: 3000 },
  );
});
