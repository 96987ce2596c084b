// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORM, type ShowFillOptions, showFill } from '../../../testing/fill-under-test.js';
import { OPEN } from '../../../testing/memory-services.js';

const copied: string[] = [];
beforeEach(() => {
  copied.length = 0;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => void copied.push(text),
      readText: async () => copied.at(-1) ?? '',
    },
  });
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const focused = () => document.activeElement?.textContent;

async function opensPack(): Promise<void> {
  press('Paste pack');
  await screen.findByRole('heading', { level: 2, name: 'Paste pack' });
  await screen.findByRole('button', { name: /^Copy 1 of/ });
}

/** Presses the focused element, as Enter does. */
function enter(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.click();
}

describe('a pack without a form', () => {
  it('is copied by one key a part, in our own order, and ends where it is said to be sent', async () => {
    const { services } = await showFill({ surface: 'workspace' });
    await opensPack();
    const count = Number(/of (\d+):/.exec(focused() ?? '')?.[1]);
    expect(count).toBeGreaterThan(8);
    for (let at = 1; at <= count; at += 1) {
      await waitFor(() => expect(focused()).toMatch(new RegExp(`^Copy ${at} of`)));
      enter();
    }
    await screen.findByText(/Everything is copied/);
    expect(copied).toHaveLength(count);
    expect(copied[0]).toBe('Tamsin Vael');
    const box = await screen.findByLabelText('Which system was it written to?');
    press('I have sent it');
    await screen.findByText('Enter the system that it was written to');
    fireEvent.input(box, { target: { value: 'Case client' } });
    press('I have sent it');
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    const [note] = await services.store.query('writeBack', {});
    expect(note?.value).toMatchObject({ way: 'paste', system: 'Case client' });
    expect(note?.value.labels).toContain('Place');
    expect(copied.at(-1)).toBe('');
  });

  it('leaves what says the same again aside, to be copied by itself', async () => {
    await showFill({ surface: 'workspace' });
    await opensPack();
    const aside = screen
      .getByText('The intervention, as text', { selector: '.cp-pack__label' })
      .closest('li');
    if (!aside) throw new Error('Not there');
    fireEvent.click(within(aside).getByRole('button', { name: /^Copy/ }));
    await waitFor(() => expect(copied).toHaveLength(1));
    screen.getByRole('button', { name: /^Copy 1 of/ });
  });

  it('copies a date of birth of two only by its own press, and names the other', async () => {
    await showFill({ surface: 'workspace', bornAlso: '2010-03-05' });
    await opensPack();
    const row = document.querySelector<HTMLElement>('[data-part="subject.bornOn/1"]');
    if (!row) throw new Error('Not there');
    expect(row.closest('ol')).toBeNull();
    within(row).getByText('Disputed');
    within(row).getByText(/^Also recorded: 5 March 2010\. /);
    for (let at = 1; screen.queryByRole('button', { name: /^Copy \d+ of/ }); at += 1) {
      await waitFor(() => expect(focused()).toMatch(new RegExp(`^Copy ${at} of`)));
      enter();
      await waitFor(() => expect(copied).toHaveLength(at));
    }
    expect(copied).not.toContain('4 March 2010');
    fireEvent.click(within(row).getByRole('button', { name: /^Copy/ }));
    await waitFor(() => expect(copied.at(-1)).toBe('4 March 2010'));
  });

  it('leaves sensitive values aside', async () => {
    await showFill({ of: 'referral', surface: 'workspace' });
    await opensPack();
    const heading = screen.getByRole('heading', { name: 'Not in the sequence' });
    const aside = heading.parentElement?.querySelector('ul');
    expect(aside?.textContent).toContain('Unauthorised access');
  });
});

describe('a pack of a form', () => {
  it('goes in the order of the form, and cuts what is too long between words', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await screen.findByRole('heading', { name: 'Form of rms.example.org' });
    await opensPack();
    const parts = [...document.querySelectorAll('ol.cp-pack__parts > li')].map((item) => [
      item.querySelector('.cp-pack__label')?.textContent,
      item.querySelector('.cp-pack__text')?.textContent,
    ]);
    expect(parts).toEqual([
      ['Referral reference', 'NM/26/104'],
      ['Duration (mins)', '45'],
      ['Notes (part 1 of 2)', 'Talked about port '],
      ['Notes (part 2 of 2)', 'scanning.'],
    ]);
    const left = screen.getByRole('heading', { name: 'Not in the sequence' }).parentElement;
    expect(left?.querySelector('ul')?.textContent).toContain('Home');
  });
});

describe('what was copied', () => {
  it('can be copied again, and gone back to', async () => {
    await showFill({ surface: 'workspace' });
    await opensPack();
    enter();
    await waitFor(() => expect(focused()).toMatch(/^Copy 2 of/));
    const first = document.querySelector<HTMLElement>('ol.cp-pack__parts > li');
    if (!first) throw new Error('No part');
    within(first).getByText('Copied');
    await waitFor(() => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowUp' });
      screen.getByRole('button', { name: /^Copy 1 of/ });
    });
    press(/^Copy 1 of/);
    await waitFor(() => expect(copied).toEqual(['Tamsin Vael', 'Tamsin Vael']));
  });

  it('is not called everything where parts were passed over', async () => {
    await showFill({ surface: 'workspace' });
    await opensPack();
    const last = [...document.querySelectorAll<HTMLElement>('ol.cp-pack__parts > li')].at(-1);
    if (!last) throw new Error('No part');
    fireEvent.click(within(last).getByRole('button', { name: /^Copy/ }));
    await screen.findByText(/^Skipped: .*Name/);
    expect(screen.queryByText(/Everything is copied/)).toBeNull();
  });

  it('is of the form that was read last', async () => {
    const { page } = await showFill();
    page.press(FORM);
    await screen.findByRole('heading', { name: 'Form of rms.example.org' });
    await opensPack();
    enter();
    await waitFor(() => expect(focused()).toMatch(/^Copy 2 of/));
    press('Close the paste pack');
    page.goTo('https://case.example.org/visit');
    page.press('<h1>Visit to Tamsin Vael</h1><label>Venue <input></label>');
    await screen.findByRole('heading', { name: 'Form of case.example.org' });
    press(/^Continue the paste pack/);
    await screen.findByText(/In the order of the case.example.org form/);
    await screen.findByRole('button', { name: /^Copy 1 of/ });
  });

  it('is ticked after the vault was locked and opened again', async () => {
    const { services } = await showFill({ surface: 'workspace' });
    await opensPack();
    enter();
    await waitFor(() => expect(focused()).toMatch(/^Copy 2 of/));
    await services.vault.lock();
    expect(copied.at(-1)).toBe('');
    services.setVault({ ...OPEN });
    fireEvent.click(await screen.findByRole('button', { name: /Continue the paste pack: 1 of/ }));
    await screen.findByRole('button', { name: /^Copy 2 of/ });
  });

  it('does not run on while a key is held down', async () => {
    await showFill({ surface: 'workspace' });
    await opensPack();
    const button = document.activeElement ?? document.body;
    expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false);
    expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true);
  });

  it('is nothing where the browser refuses: it says so, and stays where it was', async () => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('No')) },
    });
    await showFill({ surface: 'workspace' });
    await opensPack();
    enter();
    await screen.findByText(/This could not be copied/);
    screen.getByRole('button', { name: /^Copy 1 of/ });
  });
});

it('shows the values to be typed where policy keeps the clipboard out of it, and says why', async () => {
  await showFill({ surface: 'workspace', policy: { fips: false, clipboard: false } });
  press('Paste pack');
  await screen.findByText(/Your force does not let the toolkit use the clipboard/);
  press(/^Done 1 of/);
  await screen.findByRole('button', { name: /^Done 2 of/ });
  expect(copied).toEqual([]);
  screen.getByText('Typed');
});

describe('a pack of which nothing was copied', () => {
  /** A form that asks for nothing in the record: every value is set aside. */
  const NOT_ASKED = '<h1>Visit to Tamsin Vael</h1><label>Collar number <input></label>';

  async function opensEmptyPack(policy?: ShowFillOptions['policy']) {
    const shown = await showFill(policy ? { policy } : {});
    shown.page.press(NOT_ASKED);
    await screen.findByRole('heading', { name: 'Form of rms.example.org' });
    press('Paste pack');
    await screen.findByRole('heading', { level: 2, name: 'Paste pack' });
    return shown;
  }
  const aside = () => document.querySelector<HTMLElement>('ul.cp-pack__parts > li');

  it('says that nothing was copied, and no key records that it was sent', async () => {
    const { services } = await opensEmptyPack();
    screen.getByText(/^Nothing has been copied/);
    expect(screen.queryByText(/Everything is copied/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'I have sent it' })).toBeNull();
    expect(focused()).toMatch(/^Nothing has been copied/);
    expect(screen.queryByText(/^Enter copies the next part/)).toBeNull();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    enter();
    await waitFor(() => screen.getByText(/^Nothing has been copied/));
    expect(await services.store.query('writeBack', {})).toEqual([]);
    expect((await services.store.audit()).filter(({ action }) => action === 'disclosure')).toEqual(
      [],
    );
  });

  it('can be said to be sent once a value was copied by itself, and names that value alone', async () => {
    const { services } = await opensEmptyPack();
    fireEvent.click(within(aside() ?? document.body).getByRole('button', { name: /^Copy/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    const [note] = await services.store.query('writeBack', {});
    expect(note?.value).toMatchObject({ way: 'paste', labels: [expect.any(String)] });
  });

  it('can be said to be sent once a value was typed by hand, where policy keeps the clipboard out of it', async () => {
    const { services } = await opensEmptyPack({ fips: false, clipboard: false });
    await screen.findByText(/^Nothing has been given yet/);
    fireEvent.click(within(aside() ?? document.body).getByRole('button', { name: /^Done/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
    await screen.findByRole('heading', { level: 1, name: 'Reference in the other system' });
    expect((await services.store.query('writeBack', {}))[0]?.value.labels).toHaveLength(1);
  });
});

it('has the intervention as text at hand, whatever the form asks for', async () => {
  const { page } = await showFill();
  page.press('<h1>Visit to Tamsin Vael</h1><label>Venue <input></label>');
  await screen.findByRole('heading', { name: 'Form of rms.example.org' });
  await opensPack();
  const aside = screen.getByRole('heading', { name: 'Not in the sequence' }).parentElement;
  expect(aside?.querySelector('ul')?.textContent).toContain('The intervention, as text');
  expect(aside?.querySelector('ul')?.textContent).toContain('Place: Home');
});
