// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { listScreens } from '../../app/screens.js';
import { helpScreens } from '../../locales/en/help-screens.js';
import { helpOf } from '../../locales/help-of.js';
import { SCREENS } from '../../start/screens.js';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

const names = listScreens(SCREENS).map(([name]) => name);

describe('the help of a screen', () => {
  it.each(names)('is there for %s, in three sentences at most', (name) => {
    const sentences = helpOf(name)?.split(/(?<=[.?!]) /) ?? [];
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it('is there for no screen that there is not', () => {
    expect(Object.keys(helpScreens).toSorted()).toEqual(
      names.map((name) => `help.screen.${name}`).toSorted(),
    );
    expect(helpOf('constructor')).toBeUndefined();
  });

  it('is the first thing in the help, and goes with the screen', async () => {
    const { app } = await showShell({ start: { name: 'diary' } });
    await screen.findByRole('heading', { level: 1, name: 'Diary' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { level: 1, name: 'Help' });
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(first?.textContent).toBe('This screen');
    expect(first?.nextElementSibling?.textContent).toBe(helpOf('diary'));
    app.router.go({ name: 'audit' });
    await screen.findByRole('heading', { level: 1, name: 'Audit trail' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByText(helpOf('audit') ?? '');
  });

  it('does not speak of a screen that the lock hides', async () => {
    await showShell({ state: { name: 'locked', kinds: ['practice'] }, start: { name: 'diary' } });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('heading', { level: 1, name: 'Help' });
    expect(screen.queryByText('This screen')).toBeNull();
  });
});
