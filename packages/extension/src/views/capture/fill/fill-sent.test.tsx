// @vitest-environment happy-dom
/** Values that leave with a form: sent at once by the page, cut short by a lock, or sent by the officer. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FORM, planned, press, showFill, TYPE_2 } from '../../../testing/fill-under-test.js';
import { OPEN } from '../../../testing/memory-services.js';

afterEach(cleanup);

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
