// @vitest-environment happy-dom
/** The help page, rendered from the table of keys, where an officer changes them. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../app/keys/key-change.js';
import { drawnKey, USUAL_KEYS } from '../../app/keys/key-table.js';
import { keyWords } from '../../locales/en/keys.js';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function helped() {
  const shown = await showShell({ start: { name: 'diary' } });
  await screen.findByRole('heading', { level: 1, name: 'Diary' });
  fireEvent.keyDown(document.body, { key: '?' });
  await screen.findByRole('heading', { level: 1, name: 'Help' });
  return shown;
}
const row = (words: string) => {
  const terms = screen.getAllByText((_, element) => element?.tagName === 'DD');
  const found = terms.find((each) => each.textContent?.startsWith(words));
  if (!found) throw new Error(`No row says ${words}`);
  return { words: found, key: () => found.previousElementSibling?.textContent };
};
const opens = (words: string) =>
  fireEvent.click(within(row(words).words).getByRole('button', { name: /^Change/ }));
const enters = (typed: string) => {
  const box = screen.getByLabelText(/^New key for/);
  fireEvent.input(box, { target: { value: typed } });
  const form = box.closest('form');
  if (form) fireEvent.submit(form);
};

describe('the help', () => {
  it('lists every command of the table once, with its key', async () => {
    await helped();
    const shown = [...document.querySelectorAll('.cp-key-list dd[data-command]')];
    expect(shown.map((each) => each.getAttribute('data-command')).toSorted()).toEqual(
      COMMANDS.toSorted(),
    );
    for (const each of shown) {
      const command = each.getAttribute('data-command') as keyof typeof USUAL_KEYS;
      expect(each.previousElementSibling?.textContent).toBe(drawnKey(USUAL_KEYS[command]));
      expect(each.textContent).toContain(keyWords[`keys.${command}`]);
    }
  });

  it('has the key that finds in a long list, and no way to change what is the browser’s', async () => {
    await helped();
    const found = row('Find in a long list');
    expect(found.key()).toBe('Ctrl+F');
    expect(within(found.words).queryByRole('button')).toBeNull();
  });

  it('has the keys of the screen under it before those of other screens', async () => {
    await helped();
    const heads = screen.getAllByRole('heading', { level: 4 }).map((each) => each.textContent);
    expect(heads.indexOf('In every list')).toBeLessThan(heads.indexOf('In Capture'));
    expect(heads.indexOf('On every screen')).toBe(0);
  });
});

describe('a key', () => {
  it('is changed, said, drawn, and acts; the focus goes back to its row', async () => {
    const { app } = await helped();
    opens('Go to Subjects');
    expect(document.activeElement).toBe(screen.getByLabelText(/^New key for/));
    enters('g n');
    await screen.findByText('G N is now the key for: Go to Subjects');
    expect(row('Go to Subjects').key()).toBe('G N');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Change/));
    for (const key of ['g', 's', 'g', 'n']) press(key);
    expect(app.router.route.value).toEqual({ name: 'subjects' });
    expect(app.settings.settings.value.keys).toEqual({ subjects: 'g n' });
  });

  it.each([
    ['Go to Capture', 'j', 'J is the key for: Next row.'],
    ['Go to Capture', 'ctrl w', 'Your browser or computer uses ctrl w.'],
    ['Go to Capture', 'g', 'G and G T begin alike, and G T is the key for: Go to Today.'],
    ['Raise a safeguarding concern', 'x', 'X would be typed into a box.'],
    ['Raise a safeguarding concern', 'F9', 'F9 is the key for: Hide everything'],
    ['Go to Capture', '3', 'Numbers are used on Today'],
    ['Go to Capture', 'qq', 'Enter one letter or sign'],
  ])('for “%s” is not “%s”: a sentence says why, and nothing is changed', async (of, to, why) => {
    const { app } = await helped();
    opens(of);
    enters(to);
    await screen.findByText((words) => words.startsWith(why));
    expect(screen.getByLabelText(/^New key for/).getAttribute('aria-invalid')).toBe('true');
    expect(app.settings.settings.value.keys).toEqual({});
  });

  it('is as usual again by one button, which is there only after a change', async () => {
    const { app } = await helped();
    expect(screen.queryByRole('button', { name: 'Back to the usual keys' })).toBeNull();
    opens('Raise a safeguarding concern');
    enters('f2');
    fireEvent.click(await screen.findByRole('button', { name: 'Back to the usual keys' }));
    await screen.findByText('All keys are the usual ones again');
    expect(app.settings.settings.value.keys).toEqual({});
    expect(row('Raise a safeguarding concern').key()).toBe('F8');
  });

  it('that is a letter is not drawn once letters are switched off', async () => {
    await helped();
    fireEvent.click(screen.getByLabelText('Use letters and signs as keys'));
    await waitFor(() => expect(row('Go to Today').key()).toBe('–'));
    expect(row('Raise a safeguarding concern').key()).toBe('F8');
    expect(row('Next row').words.textContent).toContain('arrow down');
  });

  it('is left as it was by Escape, and the help stays', async () => {
    await helped();
    opens('Go to Capture');
    const box = screen.getByLabelText(/^New key for/);
    fireEvent.keyDown(box, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByLabelText(/^New key for/)).toBeNull());
    expect(screen.getByRole('heading', { level: 1, name: 'Help' })).toBeTruthy();
  });
});
