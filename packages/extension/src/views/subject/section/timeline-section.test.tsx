// @vitest-environment happy-dom
/** The chronology as a picture, with the same in words and in a table. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildDecision,
  buildIntelligenceNote,
  buildIntervention,
  buildOnlineIdentifier,
  buildSafeguardingConcern,
  buildSession,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('../subject-view.js'), import('../picture/draw-picture.js')]),
  60_000,
);
afterEach(cleanup);

const subject = buildSubject({ name: 'Kit Vale' });
const about = { subjectId: subject.id };
const contacts = ['2026-03-02', '2026-05-04', '2026-08-10', '2026-08-10'].map((heldOn) =>
  newRecord('intervention', buildIntervention({ ...about, heldOn: heldOn as PlainDate })),
);

async function opens(...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subject.id, section: 'timeline' });
  await screen.findByRole('region', { name: 'Timeline' });
  return shown;
}

const picture = () => screen.getByRole('img', { name: /^(From|On) / });
const drawn = (kind: string) => picture().querySelectorAll(`.cp-plot__mark--${kind} > *`);

it('is drawn once it is loaded, named from the start, and has no style element of its own', async () => {
  await opens(...contacts);
  expect(picture().getAttribute('aria-label')).toContain('4 contacts');
  await waitFor(() => expect(drawn('contact')).toHaveLength(3));
  expect(document.querySelectorAll('.cp-picture style')).toHaveLength(0);
});

it('is its table alone where there is no room to read it', async () => {
  const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(180);
  try {
    await opens(...contacts);
    const table = await screen.findByRole('table', { name: 'What is in the picture, by date' });
    expect(within(table).getByRole('row', { name: /10 August 2026 2 contacts/ })).toBeTruthy();
    expect(table.closest('details')?.open).toBe(true);
    expect(screen.queryByRole('img', { name: /^From / })).toBeNull();
  } finally {
    width.mockRestore();
  }
});

it('is left out while everything is of one day, and the table is there', async () => {
  const [first, ...others] = contacts.slice(2);
  if (!first) throw new Error('There is no contact');
  await opens(first, ...others);
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'intervention' } });
  await waitFor(() => expect(screen.queryByRole('img', { name: /^(From|On) / })).toBeNull());
  expect(screen.queryByText('As a table')).toBeNull();
  const table = screen.getByRole('table', { name: /What happened, by date/ });
  expect(within(table).getAllByRole('row', { name: /10 August 2026/ })).toHaveLength(2);
});

it('has the same in a table', async () => {
  await opens(...contacts);
  const fold = screen.getByText('As a table').closest('details') as HTMLDetailsElement;
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  const table = await screen.findByRole('table', { name: 'What is in the picture, by date' });
  expect(within(table).getByRole('row', { name: /10 August 2026 2 contacts/ })).toBeTruthy();
});

it('is narrowed as the table under it is, and says nothing of levels while they are not asked for', async () => {
  const decided = buildDecision({ ...about, decidedOn: '2026-04-01' as PlainDate });
  await opens(...contacts, newRecord('decision', decided));
  expect(picture().getAttribute('aria-label')).toMatch(/no level assessed.*1 decision/);
  await waitFor(() => expect(drawn('decision')).toHaveLength(1));
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'intervention' } });
  await waitFor(() => expect(picture().getAttribute('aria-label')).not.toContain('decision'));
  expect(picture().getAttribute('aria-label')).not.toContain('level');
  await waitFor(() => expect(drawn('decision')).toHaveLength(0));
  expect(drawn('contact')).toHaveLength(3);
});

it('has no concern and no note in it, in a mark, a word or its table', async () => {
  await opens(...contacts);
  const before = picture().getAttribute('aria-label');
  cleanup();
  await opens(
    ...contacts,
    newRecord('safeguardingConcern', buildSafeguardingConcern(about)),
    newRecord('intelligenceNote', buildIntelligenceNote(about)),
  );
  expect(picture().getAttribute('aria-label')).toBe(before);
  await waitFor(() => expect(drawn('contact')).toHaveLength(3));
  const fold = screen.getByText('As a table').closest('details') as HTMLDetailsElement;
  fold.open = true;
  fireEvent(fold, new Event('toggle'));
  const table = await screen.findByRole('table', { name: 'What is in the picture, by date' });
  for (const part of [picture(), table])
    expect(part.textContent).not.toMatch(/concern|intelligence|note:/i);
  expect(
    screen.getByText(/with notes and safeguarding concerns, is in the table only/),
  ).toBeTruthy();
});

it('says what it cannot draw', async () => {
  const missed = buildSession({ ...about, arrangedFor: '2026-11-02' as PlainDate });
  await opens(...contacts, newRecord('session', { ...missed, attendance: undefined }));
  expect(
    screen.getByText(
      '1 past session is not in the picture: nobody has recorded whether they came.',
    ),
  ).toBeTruthy();
});

it('folds the details noted on one day into a row that opens', async () => {
  const noted = ['rowan_v', 'rowan.v', 'r0wan'].map((asSeen) =>
    newRecord(
      'onlineIdentifier',
      buildOnlineIdentifier({ ...about, asSeen, firstSeenOn: '2026-09-01' as PlainDate }),
    ),
  );
  await opens(...contacts, ...noted);
  const table = screen.getByRole('table', { name: /What happened, by date/ });
  const row = within(table).getByRole('row', { name: /1 September 2026/ });
  expect(row.textContent).toContain('3 details noted');
  expect(row.querySelectorAll('li')).toHaveLength(3);
  expect(picture().getAttribute('aria-label')).toContain('pages read or details noted');
  await waitFor(() => expect(drawn('folded').length).toBeGreaterThan(0));
});
