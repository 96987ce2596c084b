// @vitest-environment happy-dom
/** Two of one name on record: what a page or an email says of one is never saved on the other unasked. */
import type { Draft } from '@cyber-prevent/core';
import {
  buildId,
  buildReferral,
  buildSubject,
  newRecord,
  type ReadingCell,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { reviewing } from '../../../../testing/review-under-test.js';

beforeAll(
  () =>
    Promise.all([
      import('../late.js'),
      import('../note-form.js'),
      import('../../../case/choose/subject-select.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const LOADS = { timeout: 5000 };
const YOUNGER = buildSubject({ name: 'Tobias Wren', bornOn: '2013-03-14', phones: [] });
const ELDER = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02', phones: [] });
const cells = (born?: string): readonly ReadingCell[] => [
  { label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] },
  ...(born ? [{ label: 'Date of birth', value: born, owner: ['Subject'] }] : []),
];
/** As in pasted prose: the date of birth starts as left. */
const left = (draft: Draft): Draft => ({
  ...draft,
  withoutNarrative: true,
  rows: draft.rows.map((row) =>
    row.path === 'subject.bornOn'
      ? { ...row, freeText: true, decision: { kind: 'leave' }, ...startsLeft(row) }
      : row,
  ),
});
const startsLeft = ({ either }: Draft['rows'][number]) =>
  either ? { either: { ...either, starts: 'leave' as const } } : {};

async function chooses(draft: Draft, id: string) {
  const shown = await reviewing(draft);
  await shown.store.commit({
    changes: [YOUNGER, ELDER].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  fireEvent.click(await screen.findByLabelText('Somebody already on record'));
  const which = await screen.findByLabelText('Subject', { selector: 'select' }, LOADS);
  await within(which).findByRole('option', { name: /14 March 2013/ }, LOADS);
  fireEvent.change(which, { target: { value: id } });
  return shown;
}
const save = () => fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
const ASK = 'Add this to Tobias Wren, born 14 March 2013, although somebody else matches it?';
const YES = 'Yes, add it to Tobias Wren, born 14 March 2013';

it('asks before it saves on one of them, though the date of birth of the other is left', async () => {
  const { store } = await chooses(left(draftOf(...cells('2 September 2011'))), YOUNGER.id);
  save();
  await screen.findByRole('heading', { name: ASK }, LOADS);
  screen.getByText(
    'Tobias Wren, born 2 September 2011, is on record and matches this exactly. Another date of birth was read: 2 September 2011.',
  );
  expect(document.querySelector('.cp-about-line')?.textContent).toContain(
    'To Tobias Wren, born 14 March 2013, on record. Tobias Wren, born 2 September 2011, is on record',
  );
  expect(await store.query('referral')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: YES }));
  await screen.findByText(/^Saved as a referral of Tobias Wren, born 14 March 2013/, {}, LOADS);
});

it('asks so too once an ambiguous date of prose is answered', async () => {
  const { store } = await chooses(left(draftOf(...cells('02/09/2011'))), YOUNGER.id);
  fireEvent.click(await screen.findByRole('button', { name: /^It is 2 September 2011/ }, LOADS));
  save();
  await screen.findByRole('heading', { name: ASK }, LOADS);
  expect(await store.query('referral')).toEqual([]);
});

it('asks nothing where the person who matches is chosen', async () => {
  await chooses(left(draftOf(...cells('2 September 2011'))), ELDER.id);
  save();
  await screen.findByText(/^Saved as a referral of Tobias Wren, born 2 September 2011/, {}, LOADS);
});

it('shows under *Have we seen…?* which date of birth differs, though it is left, and asks there too', async () => {
  const { store } = await reviewing(left(draftOf(...cells('2 September 2011'))));
  await store.commit({ changes: [newRecord('subject', YOUNGER)], reason: 'case-work' });
  save();
  await screen.findByText('The date of birth differs', {}, LOADS);
  fireEvent.click(screen.getByLabelText('Same person: Tobias Wren'));
  save();
  const ask =
    'Add this to Tobias Wren, born 14 March 2013, although another date of birth was read?';
  await screen.findByRole('heading', { name: ask }, LOADS);
  expect(await store.query('referral')).toEqual([]);
});

it('asks the same of a note, and names the person by date of birth', async () => {
  const { store } = await reviewing(draftOf(...cells('14 March 2013')));
  await store.commit({
    changes: [YOUNGER, ELDER].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  fireEvent.click(await screen.findByText('Save as intelligence note', {}, LOADS));
  await screen.findByRole(
    'heading',
    { name: /, which names Tobias Wren, born 14 March 2013$/ },
    LOADS,
  );
  const which = await screen.findByRole('group', { name: 'Who is the note about?' }, LOADS);
  await within(which).findByLabelText(/Wren.*2 September 2011/, {}, LOADS);
  const offered = within(which).getAllByRole<HTMLInputElement>('radio');
  expect(offered.map(({ checked }) => checked)).toEqual([false, false, false]);
  fireEvent.input(screen.getByLabelText('Intelligence'), { target: { value: 'Was seen there.' } });
  for (const label of ['Report', /^2 Untested/, /^B Known/, /^P Lawful/])
    fireEvent.click(screen.getByLabelText(label));
  const who = 'Tobias Wren, born 2 September 2011';
  const press = async (name: string) =>
    fireEvent.click(await screen.findByRole('button', { name }, LOADS));
  await press('Save the note');
  await screen.findByRole('button', {
    name: 'Select who the note is about, or nobody on record',
  });
  expect(await store.query('intelligenceNote')).toEqual([]);
  fireEvent.click(within(which).getByLabelText(/Wren.*2 September 2011/));
  await press(`Save the note about ${who}`);
  const ask = `Add this to ${who}, although somebody else matches it?`;
  await screen.findByRole('heading', { name: ask }, LOADS);
  expect(await store.query('intelligenceNote')).toEqual([]);
  await press(`Yes, add it to ${who}`);
  await screen.findByText(`The intelligence note about ${who} was saved`, {}, LOADS);
  expect(await store.query('intelligenceNote')).toMatchObject([{ value: { subjectId: ELDER.id } }]);
});

/** A page of the younger one is open, and a second page of the name is to be added to it. */
async function addsSecondPage(...others: readonly (typeof ELDER)[]) {
  const reference = (value: string) => ({ label: 'Reference', value, owner: ['Referral'] });
  const shown = await reviewing(draftOf(...cells('14 March 2013'), reference('CC/2026/111')));
  await shown.store.commit({
    changes: [YOUNGER, ...others].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  const other = draftOf(...cells(), reference('CC/2026/222'), {
    label: 'School',
    value: 'Testford Academy',
    owner: ['Subject'],
  });
  const origin = buildId();
  await shown.reads({
    ...other,
    id: buildId(),
    origins: other.origins.map((each) => ({
      ...each,
      id: origin,
      url: 'https://example.test/222',
    })),
    rows: other.rows.map((row) => ({ ...row, id: `other-${row.id}`, origin })),
  });
  fireEvent.click(await screen.findByRole('button', { name: /^Add this page/ }, LOADS));
  return shown;
}

it('adds a second page of one name only when asked about the namesake, and with nothing of it taken', async () => {
  const { services } = await addsSecondPage(ELDER);
  await screen.findByText(
    /^Tobias Wren, born 2 September 2011, is on record too. Their references differ. What this page says starts as left/,
    {},
    LOADS,
  );
  fireEvent.click(screen.getByRole('button', { name: /^Yes, they are the same person/ }));
  await waitFor(async () => {
    const held = (await services.work.load('draft'))?.value as Draft;
    const school = held.rows.find(({ path }) => path === 'subject.school');
    expect(school?.decision).toEqual({ kind: 'leave' });
  }, LOADS);
});

it('tells two namesakes of one date of birth apart where it asks about a second page', async () => {
  await addsSecondPage(ELDER, { ...ELDER, id: buildId() });
  await screen.findByText(
    /^Tobias Wren, born 2 September 2011, recorded on .*, 1 of 2 alike, is on record too. Tobias Wren, .*, 2 of 2 alike, is on record too./,
    {},
    LOADS,
  );
});

it('offers everybody of the name that was read before all others, however many there are', async () => {
  const { store } = await reviewing(draftOf(...cells()));
  const others = Array.from({ length: 24 }, (_, nth) =>
    buildSubject({ name: `Ada Vael ${nth}`, bornOn: '2010-05-02' }),
  );
  const lately = [YOUNGER, ...others].map(({ id }) =>
    newRecord('referral', buildReferral({ subjectId: id, receivedOn: '2026-11-20' })),
  );
  await store.commit({
    changes: [...[YOUNGER, ...others, ELDER].map((each) => newRecord('subject', each)), ...lately],
    reason: 'case-work',
  });
  fireEvent.click(await screen.findByLabelText('Somebody already on record'));
  const which = await screen.findByLabelText('Subject', { selector: 'select' }, LOADS);
  const offered = () =>
    within(which)
      .getAllByRole('option')
      .map(({ textContent }) => textContent ?? '')
      .filter((text) => /born|Vael/.test(text));
  await waitFor(() => {
    expect(offered().filter((text) => text.startsWith('Tobias Wren'))).toHaveLength(2);
    expect(
      offered()
        .slice(0, 2)
        .every((text) => text.startsWith('Tobias Wren')),
    ).toBe(true);
  }, LOADS);
});

it('tells apart two of one name and date of birth on record: on their cards, in the choice and at the save', async () => {
  const TWIN = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02', phones: [] });
  const { store } = await reviewing(draftOf(...cells('2 September 2011')));
  await store.commit({
    changes: [
      ...[ELDER, TWIN].map((each) => newRecord('subject', each)),
      newRecord('referral', buildReferral({ subjectId: ELDER.id, receivedOn: '2026-11-10' })),
      newRecord('referral', buildReferral({ subjectId: TWIN.id, receivedOn: '2026-11-11' })),
      newRecord('referral', buildReferral({ subjectId: TWIN.id, receivedOn: '2026-11-20' })),
    ],
    reason: 'case-work',
  });
  save();
  await screen.findByRole('heading', { name: 'Have we seen this person before?' });
  for (const day of ['10 November 2026', '11 November 2026']) {
    const words = new RegExp(`2 September 2011, first referred ${day}, recorded on`);
    await screen.findByRole('heading', { level: 3, name: words });
    const hint = await screen.findByText(words, { selector: '.govuk-radios__hint' });
    const radio = document.querySelector(`[aria-describedby~="${hint.id}"]`);
    fireEvent.click(radio as HTMLElement);
    await screen.findByText(words, { selector: '.cp-about-line__who' });
  }
});

it('adds to no referral of somebody who has one before the officer says where', async () => {
  const { store } = await reviewing(left(draftOf(...cells('2 September 2011'))));
  const held = buildReferral({ subjectId: ELDER.id, receivedOn: '2026-11-10' });
  await store.commit({
    changes: [newRecord('subject', ELDER), newRecord('referral', held)],
    reason: 'case-work',
  });
  save();
  fireEvent.click(await screen.findByLabelText('Same person: Tobias Wren', {}, LOADS));
  const another = await screen.findByLabelText<HTMLInputElement>('A new referral', {}, LOADS);
  expect(another.checked).toBe(false);
  save();
  await screen.findByRole('button', {
    name: 'Select a new referral, or the one that this belongs to',
  });
  expect(await store.query('referral')).toHaveLength(1);
  fireEvent.click(another);
  save();
  await screen.findByText(/^Saved as a referral of Tobias Wren, born 2 September 2011/, {}, LOADS);
  expect(await store.query('referral')).toHaveLength(2);
});
