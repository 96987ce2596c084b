// @vitest-environment happy-dom
import type { FillOutcome } from '@cyber-prevent/core/fill';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FORM, showFill } from '../../../testing/fill-under-test.js';
import { OPEN } from '../../../testing/memory-services.js';

afterEach(cleanup);

const row = (label: string) => {
  const found = screen
    .getAllByRole('listitem')
    .find((item) => item.querySelector('.cp-fill-row__label')?.textContent === label);
  if (!found) throw new Error(`No row “${label}”`);
  return found;
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const TYPE_2 = 'Type 2 values about Tamsin Vael, born 4 March 2010';
const planned = () => screen.findByRole('heading', { name: 'Form of rms.example.org' });

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

describe('a page that sends what is typed at once', () => {
  const noted = async (services: Awaited<ReturnType<typeof showFill>>['services']) =>
    (await services.store.query('writeBack', {})).map(({ value }) => [value.way, ...value.labels]);

  async function typesThenSends() {
    const shown = await showFill();
    shown.page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    shown.page.sends();
    await screen.findByText(/This page sends what is typed at once/);
    return shown;
  }

  it('is named as one, and what left is kept with the record though the officer did not send it', async () => {
    const { services } = await typesThenSends();
    press('I did not send it');
    await screen.findByText('Saved: rms.example.org sent what was typed at once');
    expect(await noted(services)).toEqual([
      ['fill', 'Referral reference', 'Contact time in minutes'],
    ]);
    expect(screen.queryByRole('button', { name: 'I did not send it' })).toBeNull();
  });

  it('has what left kept though all of it was put back', async () => {
    const { services } = await typesThenSends();
    press(/^Undo/);
    await screen.findByText('2 values were put back');
    await screen.findByText(/rms.example.org sent what was typed at once/);
    press('I did not send it');
    await screen.findByText('Saved: rms.example.org sent what was typed at once');
    expect(await noted(services)).toEqual([
      ['fill', 'Referral reference', 'Contact time in minutes'],
    ]);
  });

  it('and stops the typing, has what was typed until then kept', async () => {
    const { page, services } = await showFill({
      outcome: ({ id }) =>
        id === 'referral.reference' ? { id, kind: 'stopped', by: 'request' } : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText(/This page sends what is typed at once, so typing stopped/);
    press('I did not send it');
    await screen.findByText('Saved: rms.example.org sent what was typed at once');
    expect(await noted(services)).toEqual([['fill', 'Referral reference']]);
  });

  it('is not said of one that sent nothing, of which nothing is kept', async () => {
    const { page, services } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    press('I did not send it');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'I have sent it' })).toBeNull(),
    );
    expect(await noted(services)).toEqual([]);
  });
});

describe('typing that is cut short by a lock', () => {
  it('goes no further, and says so when the vault is open again', async () => {
    let goOn: (() => void) | undefined;
    const { page, services } = await showFill({
      outcome: ({ id }) =>
        id === 'referral.reference'
          ? new Promise((done) => {
              goOn = () => done(undefined);
            })
          : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByRole('button', { name: 'Stop typing' });
    await waitFor(() => expect(goOn).toBeDefined());
    await services.vault.lock();
    await waitFor(() => expect(screen.queryByText('Stop typing')).toBeNull());
    goOn?.();
    services.setVault({ ...OPEN });
    await screen.findByText(/Typing into rms.example.org ended before it was finished/);
    expect([...page.typed.keys()]).toEqual(['#ref']);
  });

  it('is ended by the officer as well', async () => {
    let goOn: (() => void) | undefined;
    const { page } = await showFill({
      outcome: ({ id }) =>
        id === 'referral.reference'
          ? new Promise((done) => {
              goOn = () => done(undefined);
            })
          : undefined,
    });
    page.press(FORM);
    await planned();
    press(TYPE_2);
    fireEvent.click(await screen.findByRole('button', { name: 'Stop typing' }));
    goOn?.();
    await screen.findByText('1 of 2 values were typed');
    expect([...page.typed.keys()]).toEqual(['#ref']);
  });
});

describe('once it is sent', () => {
  it('keeps where it was given and which fields, not what they said, and asks for the reference', async () => {
    const { page, services } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    press('I have sent it');
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    const [note] = await services.store.query('writeBack', {});
    expect(note?.value).toMatchObject({
      ofKind: 'intervention',
      way: 'fill',
      system: 'rms.example.org',
      url: 'https://rms.example.org/contact',
      labels: ['Referral reference', 'Contact time in minutes'],
    });
    expect(JSON.stringify(note?.value)).not.toContain('NM/26/104');
    page.press('<p>Saved. Reference PR-0001-001</p><p>Reference NM/26/104</p>');
    const box = screen.getByLabelText<HTMLInputElement>('Reference in rms.example.org');
    await waitFor(() => expect(box.value).toBe('PR-0001-001'));
    press('Save the reference');
    await screen.findByText('The reference was saved: PR-0001-001');
    const [kept] = await services.store.query('writeBack', {});
    expect(kept?.value.reference).toBe('PR-0001-001');
  });

  it('is noted once, however often it is said', async () => {
    const { page, services } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    const { discard } = services.work;
    let goOn: (() => void) | undefined;
    services.work.discard = async (key) => {
      services.work.discard = discard;
      await new Promise<void>((go) => {
        goOn = go;
      });
      return discard(key);
    };
    press('I have sent it');
    await waitFor(() => expect(goOn).toBeDefined());
    for (const again of screen.queryAllByRole('button', { name: 'I have sent it' }))
      fireEvent.click(again);
    goOn?.();
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    expect(await services.store.query('writeBack', {})).toHaveLength(1);
  });

  it('keeps the reference that was typed while the page was read, and offers what the page says', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    press('I have sent it');
    const box = await screen.findByLabelText<HTMLInputElement>('Reference in rms.example.org');
    const { read } = page;
    let goOn: (() => void) | undefined;
    page.read = async (...asked) => {
      await new Promise<void>((go) => {
        goOn = go;
      });
      return read(...asked);
    };
    page.press('<p>Saved. Reference PR-0001-001</p>');
    await waitFor(() => expect(goOn).toBeDefined());
    fireEvent.input(box, { target: { value: '1204' } });
    goOn?.();
    await screen.findByRole('button', { name: 'Use PR-0001-001' });
    expect(box.value).toBe('1204');
  });

  it('can be taken back where it was not', async () => {
    const { page, services } = await showFill();
    page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    press('I have sent it');
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    press('It was not sent: withdraw the note');
    await screen.findByText('The note was withdrawn');
    expect(await services.store.query('writeBack', {})).toEqual([]);
  });

  it('is said before anything is typed again, and its reference can be added later', async () => {
    const first = await showFill();
    first.page.press(FORM);
    await planned();
    press(TYPE_2);
    await screen.findByText('2 values were typed');
    press('I have sent it');
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    press('Add it later');
    await screen.findByRole('heading', { level: 1, name: 'Tamsin Vael' });
    press(/^Work(?!space)/);
    await screen.findByText(/Written to rms.example.org on 24 November 2026; no reference saved/);
    press(/^Add the reference/);
    const box = await screen.findByLabelText('Reference in rms.example.org');
    fireEvent.input(box, { target: { value: '1204' } });
    press('Save the reference');
    await screen.findByRole('heading', { level: 1, name: 'Tamsin Vael' });
    press(/^Work(?!space)/);
    await screen.findByText(/Written to rms.example.org on 24 November 2026 as 1204/);
    press(/^Write to another system/);
    await screen.findByText(/Already written to rms.example.org on 24 November 2026 as 1204/);
  });
});
