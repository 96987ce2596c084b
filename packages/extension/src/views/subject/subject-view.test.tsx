// @vitest-environment happy-dom
import { RecordId } from '@cyber-prevent/core';
import { buildRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SCREENS } from '../../start/screens.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES, personActs } from './acts.js';
import { SUBJECT_SECTIONS } from './sections.js';

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function opens(section?: string) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const held = buildRecord('subject', { id: SUBJECT });
  await shown.services.store.commit({
    changes: [{ kind: 'subject', record: SUBJECT, parents: [], set: held }],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: SUBJECT, ...(section ? { section } : {}) });
  await screen.findByRole('heading', { level: 1, name: held.name });
  return held;
}

describe('a person’s page', () => {
  it('opens on the details, and on another section when that is asked for', async () => {
    const { name } = await opens();
    expect(screen.getByRole('region', { name: 'Details' }).textContent).toContain(name);
    cleanup();
    await opens('sources');
    expect(screen.getByRole('region', { name: 'Sources' })).toBeDefined();
  });

  it('goes to each section by its button, under the heading of its group', async () => {
    const { name } = await opens();
    const nav = screen.getByRole('navigation', { name });
    for (const group of within(nav).getAllByRole('list')) {
      for (const button of within(group).getAllByRole('button')) {
        fireEvent.click(button);
        expect(button.getAttribute('aria-current')).toBe('page');
        expect(nav.querySelectorAll('[aria-current]')).toHaveLength(1);
      }
    }
    expect(within(nav).getAllByRole('button')).toHaveLength(SUBJECT_SECTIONS.length);
  });

  it.each([
    ['brings a section that stands below the window into sight', 760, 1],
    ['leaves a section where it is that is in sight', 500, 0],
  ])('%s', async (_, top, times) => {
    const { name } = await opens();
    const section = screen.getByRole('region', { name: 'Details' });
    const scrolls = vi.spyOn(section, 'scrollIntoView').mockReturnValue();
    vi.spyOn(section, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 320, 400));
    vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
    expect(scrolls).not.toHaveBeenCalled();
    fireEvent.click(within(screen.getByRole('navigation', { name })).getByText('Timeline'));
    await screen.findByRole('region', { name: 'Timeline' });
    expect(scrolls).toHaveBeenCalledTimes(times);
  });

  it('names no section and no act twice', () => {
    const acts = personActs({ screens: SCREENS });
    expect(acts.length).toBeGreaterThan(10);
    for (const names of [
      SUBJECT_SECTIONS.map(({ id }) => id),
      acts.map(({ id }) => id),
      acts.map(({ place }) => String(place)),
      [...ACT_NAMES, ...Object.keys(SCREENS)],
    ] as readonly (readonly string[])[])
      expect(new Set(names).size).toBe(names.length);
  });
});
