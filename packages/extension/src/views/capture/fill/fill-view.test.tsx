// @vitest-environment happy-dom
import type { FillOutcome } from '@cyber-prevent/core/fill';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FORM, planned, press, row, showFill, TYPE_2 } from '../../../testing/fill-under-test.js';
import { OPEN } from '../../../testing/memory-services.js';

afterEach(cleanup);

describe('before a form is pressed on', () => {
  it('names the person whose record is written', async () => {
    await showFill();
    screen.getByText(/^Intervention with Tamsin Vael, /);
  });

  it('asks for the press, and types nothing', async () => {
    const { page } = await showFill();
    screen.getByText(/Open the form, then press the toolbar button/);
    expect(page.typed.size).toBe(0);
  });

  it('keeps the press to itself: no draft is opened', async () => {
    const { page, app } = await showFill();
    page.press(FORM);
    await planned();
    expect(app.router.route.value.name).toBe('fill');
  });

  it('says so where the page has no form', async () => {
    const { page } = await showFill();
    page.press('<h1>Nothing here</h1>');
    await screen.findByText(/There is no form on this page/);
  });

  it('offers the paste pack alone in the workspace', async () => {
    const { page } = await showFill({ surface: 'workspace' });
    page.press(FORM);
    screen.getByText(/open the panel next to it/);
    expect(screen.queryByText('Form of rms.example.org')).toBeNull();
  });
});

describe('the plan', () => {
  it('shows for each value its box, what will stand there and what it takes the place of', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    const place = within(row('Place'));
    place.getByText('Home');
    place.getByText('Into “Place” under “Log a contact”');
    place.getByText('Replaces: School');
    expect(place.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    expect(
      within(row('Contact time in minutes')).getByRole<HTMLInputElement>('checkbox').checked,
    ).toBe(true);
    within(row('What happened')).getByText(/It takes 20 characters/);
    expect(within(row('Outcome')).queryByRole('checkbox')).toBeNull();
    screen.getByText('2 to type, 1 left, 6 cannot be typed');
    screen.getByText('Officer’s collar number');
  });

  it('says which heading a box without a label is under', async () => {
    const { page } = await showFill();
    page.press(`<h1>Tamsin Vael</h1><fieldset><legend>Notes</legend><div><textarea name="notes"></textarea></div>
      <label for="own">Private notes</label><input id="own" type="checkbox"></fieldset>`);
    await planned();
    within(row('What happened')).getByText('Into the box under “Notes”');
  });

  it('is decided by key, and keeps the choices when the form is read again', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    const decides = (label: string, key: string, counts: string) =>
      waitFor(() => {
        row(label).focus();
        fireEvent.keyDown(row(label), { key });
        screen.getByText(counts);
      });
    await decides('Place', 't', '3 to type, none left, 6 cannot be typed');
    await decides('Contact time in minutes', 'l', '2 to type, 1 left, 6 cannot be typed');
    page.press(FORM);
    await waitFor(() =>
      expect(within(row('Place')).getByRole<HTMLInputElement>('checkbox').checked).toBe(true),
    );
    expect(
      within(row('Contact time in minutes')).getByRole<HTMLInputElement>('checkbox').checked,
    ).toBe(false);
  });

  it('shows the box of the row that has the focus, on the page', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    fireEvent.focusIn(row('Place'));
    await waitFor(() => expect(page.shown()).toBe('#place'));
    fireEvent.focusOut(row('Place'));
    await waitFor(() => expect(page.shown()).toBeUndefined());
  });
});

describe('a form of another person', () => {
  const OTHERS = `${FORM}<label for="whose">Name</label>
    <input id="whose" value="Cordelia Ashgrove">`;

  it('has nothing ticked, whatever was ticked on the form before, and says who it is about', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    row('Place').focus();
    fireEvent.keyDown(row('Place'), { key: 't' });
    await screen.findByText(/^3 to type/);
    page.press(OTHERS);
    await screen.findByText(/^This page is about Cordelia Ashgrove\. The record is Tamsin/);
    screen.getByRole('heading', { name: 'Is this form about Tamsin Vael, born 4 March 2010?' });
    expect(screen.queryByRole('button', { name: /^Type \d/ })).toBe(null);
    expect(screen.queryByRole('checkbox', { name: /Place/ })).toBe(null);
    expect(page.typed.size).toBe(0);
  });
});

describe('typing', () => {
  it('types what is ticked and nothing else, and leaves the sending to the officer', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    screen.getByText('Check the form, then send it yourself.');
    expect([...page.typed]).toEqual([
      ['#ref', 'NM/26/104'],
      ['#min', '45'],
    ]);
    within(row('Contact time in minutes')).getByText('Typed');
  });

  it.each<[FillOutcome, string]>([
    [{ id: '', kind: 'done', now: '045' }, 'Typed. The page changed it to: 045'],
    [{ id: '', kind: 'refused', now: '' }, 'The page did not accept it, and the box is empty'],
    [{ id: '', kind: 'gone' }, 'The box is gone. Read the form again'],
    [
      { id: '', kind: 'changed', now: '30' },
      'The box has changed since it was read, so nothing was typed. It says: 30',
    ],
    [{ id: '', kind: 'closed' }, 'The box can no longer be typed into'],
    [{ id: '', kind: 'stopped', by: 'submit' }, 'Typing stopped here'],
  ])('says what came of each value: %o', async (outcome, words) => {
    const { page } = await showFill({
      outcome: (step) =>
        step.id === 'intervention.minutes' ? { ...outcome, id: step.id } : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText(words);
  });

  it.each([
    ['submit', /tried to send the form/],
    ['navigation', /tried to go elsewhere/],
    ['request', /What it has sent cannot be undone/],
    ['page-left', /The page was closed/],
  ] as const)('stops for a %s, says so, and goes no further', async (by, words) => {
    const { page } = await showFill({
      outcome: ({ id }) => (id === 'referral.reference' ? { id, kind: 'stopped', by } : undefined),
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText(words);
    expect(page.typed.size).toBe(0);
  });

  it('counts what the page sent at once as typed, of all that was to be typed', async () => {
    const { page } = await showFill({
      outcome: ({ id }) =>
        id === 'referral.reference' ? { id, kind: 'stopped', by: 'request' } : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('1 of 2 values were typed');
    within(row('Referral reference')).getByText(/Typed, and the page sent it/);
  });

  it('asks for nothing to be sent once the officer has said that it was not', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('Check the form, then send it yourself.');
    press('I did not send it');
    await screen.findByText(/You said that you did not send it/);
    expect(screen.queryByText('Check the form, then send it yourself.')).toBeNull();
    expect(screen.queryByText(/The record then notes that it was given/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'I did not send it' })).toBeNull();
    screen.getByRole('button', { name: /Put everything back/ });
  });

  it('is taken back by one key', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    const heading = await screen.findByText('2 values were typed');
    fireEvent.keyDown(heading, { key: 'u' });
    await screen.findByText('2 values were put back');
    expect(page.typed.size).toBe(0);
    expect(screen.queryByRole('button', { name: 'I have sent it' })).toBeNull();
    screen.getAllByRole('button', { name: TYPE_2 });
  });

  it('is taken back once, however often the key is pressed', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    const heading = await screen.findByText('2 values were typed');
    fireEvent.keyDown(heading, { key: 'u' });
    fireEvent.keyDown(heading, { key: 'u' });
    await screen.findByText('2 values were put back');
    expect(screen.queryByText(/Nothing/)).toBeNull();
  });

  it('can be noted as sent where the page itself sent what was typed', async () => {
    const { page, services } = await showFill({
      outcome: ({ id }) =>
        id === 'referral.reference' ? { id, kind: 'stopped', by: 'request' } : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText(/What it has sent cannot be undone/);
    press('I have sent it');
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    const [note] = await services.store.query('writeBack', {});
    expect(note?.value.labels).toEqual(['Referral reference']);
  });

  it('is still known after the panel was opened again', async () => {
    const { page, services } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    await services.vault.lock();
    services.setVault({ ...OPEN });
    await screen.findByText(/Typed into rms.example.org before this panel closed/);
  });
});

it('types into the form that is shown, whatever page was pressed on just before', async () => {
  let goOn: (() => void) | undefined;
  let typeOn: (() => void) | undefined;
  let isRead = false;
  const { page } = await showFill({
    outcome: ({ id }) =>
      id === 'referral.reference'
        ? new Promise((done) => {
            typeOn = () => done(undefined);
          })
        : undefined,
  });
  page.press(FORM);
  await planned();
  const { read } = page;
  page.read = async (...asked) => {
    await new Promise<void>((go) => {
      goOn = go;
    });
    const found = await read(...asked);
    isRead = true;
    return found;
  };
  page.press('<h1>Other</h1><label for="place">Place</label><input id="place">');
  await waitFor(() => expect(goOn).toBeDefined());
  press(TYPE_2);
  await waitFor(() => expect(typeOn).toBeDefined());
  goOn?.();
  await waitFor(() => expect(isRead).toBe(true));
  typeOn?.();
  await screen.findByText('2 values were typed');
  within(row('Contact time in minutes')).getByText('Typed');
});
