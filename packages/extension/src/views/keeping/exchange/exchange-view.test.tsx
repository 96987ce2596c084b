// @vitest-environment happy-dom
import { buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { TEST_CARD } from '../../../testing/memory-exchange.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const HEARD = 'We read all of the digits to each other and they are the same';
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = (label: string, content: string) => {
  const control = screen.getByLabelText(label) as HTMLInputElement;
  const value = [new File([content], 'chosen')];
  Object.defineProperty(control, 'files', { value, configurable: true });
  fireEvent.change(control);
};
const select = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const show = async () => {
  const shown = await showShell({ start: { name: 'exchange' } });
  await screen.findByRole('heading', { level: 1, name: 'Share with a colleague' });
  return shown;
};

it('makes a file only once the fingerprint was read aloud, for what was asked', async () => {
  const { services } = await show();
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  await screen.findByRole('option', {
    name: /^Petra Lindqvist\. Born \d+ \w+ \d{4}, aged \d+$/,
  });
  choose('Your colleague’s card', '{}');
  await screen.findByText('The card of DS Ines Marlow, 2210');
  expect(screen.getByText('55555')).toBeTruthy();
  select('Which subject?', subject.id);
  select('What is it for?', 'handover');
  select('Where is it going?', 'rocu');
  select('Why is it disclosed?', 'case-work');
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'DS Marlow' } });
  await press('Make the file about Petra Lindqvist');
  await screen.findAllByText('Read the fingerprint aloud first, then say that it is the same');
  expect(services.exchange.asked).toEqual([]);
  fireEvent.click(screen.getByLabelText(HEARD));
  await press('Make the file about Petra Lindqvist');
  await screen.findByText('The file was made and the disclosure logged');
  expect(services.exchange.asked).toEqual([
    {
      card: TEST_CARD,
      purpose: 'handover',
      subject: subject.id,
      note: '',
      reason: 'case-work',
      recipients: ['rocu', 'DS Marlow'],
    },
  ]);
  expect(services.downloads.map(({ name }) => name)).toEqual([
    'exchange-2026-11-24-e8c4a49e.cpexchange',
  ]);
});

it('says all that is missing, and what is no card', async () => {
  await show();
  choose('Your colleague’s card', 'no card');
  await screen.findAllByText('Not a card.');
  await press('Make the file');
  for (const message of [
    'Select your colleague’s card',
    'Select a subject',
    'Select what it is for',
  ])
    expect(await screen.findAllByText(message)).toHaveLength(2);
});

it('shows who signed a file and what it brings, and takes it in once the fingerprint was heard', async () => {
  const { services } = await show();
  await press('Look at the file');
  expect(await screen.findAllByText('Select a sealed file')).toHaveLength(2);
  choose('Sealed file', 'sealed');
  await press('Look at the file');
  await screen.findByText('DS Ines Marlow, 2210, Regional cyber Prevent officer');
  await press('Take in the file');
  await screen.findAllByText('Read the fingerprint aloud first, then say that it is the same');
  expect(services.exchange.taken).toEqual([]);
  fireEvent.click(screen.getByLabelText(HEARD));
  await press('Take in the file');
  await screen.findByText('The file was taken in');
  expect(services.exchange.taken).toEqual(['sealed']);
});

it('counts what a file changes by case and by kind, and ends here only what is ticked', async () => {
  const { services } = await show();
  const [subject, hold, contact] = [buildId(), buildId(), buildId()];
  services.exchange.seen = {
    ...services.exchange.seen,
    cases: [{ subject, name: 'Petra Lindqvist' }],
    changes: [
      {
        subject,
        name: 'Petra Lindqvist',
        isHeld: true,
        kinds: [
          { kind: 'subject', added: 0, changed: 1 },
          { kind: 'intervention', added: 2, changed: 0 },
        ],
      },
    ],
    endings: [
      { kind: 'hold', record: hold, name: 'Petra Lindqvist' },
      { kind: 'intervention', record: contact, name: 'Petra Lindqvist' },
    ],
  };
  choose('Sealed file', 'sealed');
  await press('Look at the file');
  const table = await screen.findByRole('table', { name: 'What it changes here' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'Petra LindqvistSubjects01',
    'Petra LindqvistInterventions20',
  ]);
  const lift = screen.getByLabelText('Lift the hold: Petra Lindqvist') as HTMLInputElement;
  expect(lift.checked).toBe(false);
  fireEvent.click(screen.getByLabelText(HEARD));
  fireEvent.click(lift);
  await press('Take in the file');
  await screen.findByText('The file was taken in');
  expect(services.exchange.ended).toEqual([hold]);
});

it('says by which name a case is held here, where the file gives it another', async () => {
  const { services } = await show();
  const subject = buildId();
  const kinds = [{ kind: 'subject', added: 0, changed: 1 }] as const;
  services.exchange.seen = {
    ...services.exchange.seen,
    cases: [{ subject, name: 'Petra Marchbanks' }],
    changes: [
      { subject, name: 'Petra Marchbanks', isHeld: true, heldAs: 'Petra Lindqvist', kinds },
    ],
  };
  choose('Sealed file', 'sealed');
  await press('Look at the file');
  const heading = await screen.findByRole('heading', { name: 'What is in it' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await screen.findByText('Petra Marchbanks, held here as Petra Lindqvist');
  // The file contains no request, so there is no request to keep from an unticked case.
  expect(screen.getByText('Nothing from a case that you leave unticked is kept.')).toBeTruthy();
});

it('says which letters of a name look like others', async () => {
  const { services } = await show();
  const from = { ...TEST_CARD, name: 'DS Іnes Marlow' };
  services.exchange.seen = { ...services.exchange.seen, from };
  choose('Sealed file', 'sealed');
  await press('Look at the file');
  expect(await screen.findByText(/letters that look like others: І \(Cyrillic\)/)).toBeTruthy();
});

it('offers nothing of a file that another was chosen for while it was looked at', async () => {
  const { services } = await show();
  const { look } = services.exchange;
  let goOn: (() => void) | undefined;
  services.exchange.look = async (...asked) => {
    await new Promise<void>((go) => {
      goOn = go;
    });
    return look(...asked);
  };
  choose('Sealed file', 'one');
  await press('Look at the file');
  await waitFor(() => expect(goOn).toBeDefined());
  choose('Sealed file', 'another');
  goOn?.();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull());
  expect(screen.queryByRole('button', { name: 'Take in the file' })).toBeNull();
});

it('takes the card that the box names, though one chosen before it is read later', async () => {
  const { services } = await show();
  const { readCard } = services.exchange;
  let goOn: (() => void) | undefined;
  services.exchange.readCard = async (text) => {
    if (text === 'slow')
      await new Promise<void>((go) => {
        goOn = go;
      });
    const read = await readCard(text);
    return text === 'slow' && read.ok
      ? { ...read, value: { ...read.value, card: { ...TEST_CARD, name: 'PC Corwin Ash' } } }
      : read;
  };
  choose('Your colleague’s card', 'slow');
  await waitFor(() => expect(goOn).toBeDefined());
  choose('Your colleague’s card', '{}');
  await screen.findByText('The card of DS Ines Marlow, 2210');
  await act(async () => goOn?.());
  expect(screen.getByText('The card of DS Ines Marlow, 2210')).toBeTruthy();
});

it('offers an answer once a request was taken in', async () => {
  const { services } = await show();
  const ANSWER = 'The answer to the request that was taken in below';
  services.exchange.seen = { ...services.exchange.seen, purpose: 'request' };
  expect(screen.queryByRole('option', { name: ANSWER })).toBeNull();
  choose('Sealed file', 'sealed');
  await press('Look at the file');
  fireEvent.click(await screen.findByLabelText(HEARD));
  await press('Take in the file');
  await waitFor(() => expect(screen.getByRole('option', { name: ANSWER })).toBeTruthy());
});
