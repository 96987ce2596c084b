// @vitest-environment happy-dom
/** Days and numbers that cannot be, in the form of a contact: each is said in a sentence, and nothing is saved. */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('./intervention-view.js'), import('../../subject/subject-view.js')]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });

async function logging() {
  const shown = await showShell({ start: { name: 'today' } });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('referral', buildReferral({ subjectId: ADA.id, receivedOn: '2026-11-02' })),
    ],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'intervention', subject: ADA.id });
  await screen.findByRole('button', { name: 'Log for Ada Vael' }, { timeout: 20_000 });
  fireEvent.change(screen.getByLabelText('Kind of intervention'), {
    target: { value: 'home-visit' },
  });
  for (const label of ['In person', 'Engaged']) fireEvent.click(screen.getByLabelText(label));
  minutes('45');
  return shown;
}
function minutes(text: string): void {
  fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: text } });
}
function dated(legend: RegExp, day: string, month: string, year: string): void {
  const group = within(screen.getByRole('group', { name: legend }));
  for (const [label, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    fireEvent.input(group.getByLabelText(label), { target: { value } });
}
const heldOn = (day: string, month: string, year: string) =>
  dated(/^Date of contact/, day, month, year);
const followUp = (day: string, month: string, year: string) =>
  dated(/^Follow-up due/, day, month, year);
const saves = () => fireEvent.click(screen.getByRole('button', { name: 'Log for Ada Vael' }));
/** Words of the summary of errors. */
async function problems(): Promise<readonly string[]> {
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  return within(summary)
    .getAllByRole('button')
    .map(({ textContent }) => textContent ?? '');
}
type Shown = Awaited<ReturnType<typeof logging>>;
const held = async ({ services }: Shown) =>
  (await services.store.query('intervention')).map(({ value }) => value);

describe('a day of contact', () => {
  it.each([
    ['in 1899', ['24', '11', '1899']],
    ['in the year 26', ['24', '11', '26']],
    ['before the person was born', ['1', '5', '2010']],
    ['tomorrow', ['25', '11', '2026']],
    ['on 31 February', ['31', '2', '2026']],
    ['on 29 February of a year that has none', ['29', '2', '2026']],
    ['in month 13', ['1', '13', '2026']],
    ['on day nought', ['0', '11', '2026']],
    ['with half of it missing', ['24', '', '2026']],
    ['in words that are no month', ['24', 'novembre', '2026']],
  ])('%s is refused in a sentence, and nothing is saved', async (_, parts) => {
    const shown = await logging();
    heldOn(...(parts as [string, string, string]));
    saves();
    const said = await problems();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^[A-Z“].{10,}/);
    expect(await held(shown)).toEqual([]);
  });

  it.each([
    ['nov', '2026-11-23'],
    ['Nov', '2026-11-23'],
    ['NOV', '2026-11-23'],
    ['November', '2026-11-23'],
    [' november ', '2026-11-23'],
    ['11 ', '2026-11-23'],
    ['011', undefined],
  ])('takes “%s” as a month: %s', async (month, day) => {
    const shown = await logging();
    heldOn('23', month, '2026');
    saves();
    if (day === undefined) {
      await screen.findByRole('alert');
      return;
    }
    await screen.findByRole('alert', { name: 'Success' });
    expect(await held(shown)).toMatchObject([{ heldOn: day }]);
  });

  it.each([
    ['sept', '09'],
    ['sep', '09'],
    ['june', '06'],
    ['may', '05'],
    ['Dec', undefined],
  ])('takes other months by name too: %s', async (month, number) => {
    const shown = await logging();
    heldOn('2', month, number === undefined ? '2025' : '2026');
    saves();
    await screen.findByRole('alert', { name: 'Success' });
    expect(await held(shown)).toMatchObject([
      { heldOn: number === undefined ? '2025-12-02' : `2026-${number}-02` },
    ]);
  });
});

describe('two wrong dates', () => {
  it('are both shown, each at its own box', async () => {
    const shown = await logging();
    heldOn('24', '11', '1899');
    followUp('1', '1', '1898');
    saves();
    const said = await problems();
    expect(said).toHaveLength(2);
    expect(new Set(said).size).toBe(2);
    for (const legend of [/^Date of contact/, /^Follow-up due/]) {
      const group = screen.getByRole('group', { name: legend });
      expect(group.parentElement?.textContent).toMatch(new RegExp(said.map(escaped).join('|')));
    }
    expect(await held(shown)).toEqual([]);
  });

  it('that are no dates at all are both shown', async () => {
    await logging();
    heldOn('31', '2', '2026');
    followUp('31', '4', '2027');
    saves();
    expect(await problems()).toHaveLength(2);
  });

  it('one that is none and one that cannot be are both shown', async () => {
    await logging();
    heldOn('24', '11', '1899');
    followUp('31', '4', '2027');
    saves();
    expect(await problems()).toHaveLength(2);
  });

  it('are shown with a wrong number as well, all three', async () => {
    await logging();
    heldOn('24', '11', '1899');
    followUp('1', '1', '1898');
    minutes('-5');
    saves();
    expect(await problems()).toHaveLength(3);
  });
});

describe('a contact time', () => {
  it.each(['-5', '−5', '-45'])(
    'of “%s” is said to be too small, not to be no whole number',
    async (text) => {
      const shown = await logging();
      minutes(text);
      saves();
      const [said = ''] = await problems();
      expect(said).not.toMatch(/whole/i);
      expect(said).toMatch(/at least/);
      expect(await held(shown)).toEqual([]);
    },
  );

  it.each(['4.5', 'an hour', '1e3', '999999', '45 minutes or so', '٤٥', '--5', '+'])(
    'of “%s” is refused with what to enter',
    async (text) => {
      const shown = await logging();
      minutes(text);
      saves();
      const [said = ''] = await problems();
      expect(said).toMatch(/minute|number/i);
      expect(await held(shown)).toEqual([]);
      expect(screen.getByLabelText<HTMLInputElement>('Contact time in minutes').value).toBe(text);
    },
  );

  it('that is refused once is saved once it is right, with nothing typed again', async () => {
    const shown = await logging();
    fireEvent.input(screen.getByLabelText(/^What happened/), { target: { value: 'Rang.' } });
    minutes('-5');
    saves();
    await problems();
    minutes('5');
    saves();
    await screen.findByRole('alert', { name: 'Success' });
    await waitFor(async () =>
      expect(await held(shown)).toMatchObject([{ minutes: 5, note: 'Rang.' }]),
    );
  });
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
