// @vitest-environment happy-dom
import { RecordId } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SCREENS } from '../../start/screens.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES, personActs } from './acts.js';
import { SECTION_NAMES } from './section-name.js';
import { partNamed, partsOf, SUBJECT_SECTIONS } from './sections.js';

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function opens(section?: string, ...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const held = buildRecord('subject', { id: SUBJECT });
  await shown.services.store.commit({
    changes: [newRecord('subject', held), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: SUBJECT, ...(section ? { section } : {}) });
  await screen.findByRole('heading', { level: 1, name: held.name });
  return { ...shown, held };
}
const sections = () => screen.getByRole('navigation', { name: 'Sections of the record' });
const press = (among: HTMLElement, name: RegExp | string) =>
  fireEvent.click(within(among).getByRole('button', { name }));

describe('a person’s page', () => {
  it('opens on the overview, and on another section or part when that is asked for', async () => {
    await opens();
    expect(screen.getByRole('region', { name: 'Overview' })).toBeDefined();
    cleanup();
    const { held } = await opens('person');
    expect(screen.getByRole('region', { name: 'Details' }).textContent).toContain(held.name);
    cleanup();
    await opens('sources');
    expect(screen.getByRole('region', { name: 'Sources' })).toBeDefined();
  });

  it('shows the last save with its undo until another section is opened', async () => {
    const { app } = await opens();
    app.session.say({ heading: 'The contact was logged', seq: 1 });
    await screen.findByRole('button', { name: 'Undo this save' });
    press(sections(), /^Overview/);
    expect(screen.getByText('The contact was logged')).toBeDefined();
    press(sections(), /^Person/);
    await waitFor(() => expect(screen.queryByText('The contact was logged')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Undo this save' })).toBeNull();
  });

  it('goes to each part by the button of its section, and then by its own', async () => {
    await opens();
    for (const name of SECTION_NAMES) {
      const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      press(sections(), new RegExp(`^${label}`));
      expect(sections().querySelectorAll('[aria-current]')).toHaveLength(1);
      const parts = partsOf(name);
      if (parts.length === 1) continue;
      const nav = screen.getByRole('navigation', { name: `Parts of ${label}` });
      const buttons = within(nav).getAllByRole('button');
      expect(buttons).toHaveLength(parts.length);
      for (const button of buttons) {
        fireEvent.click(button);
        expect(button.getAttribute('aria-current')).toBe('page');
      }
    }
  });

  it('looks at the records once, however many of its parts are opened', async () => {
    const { services } = await opens();
    const looks = async () =>
      (await services.store.audit()).filter(({ action }) => action === 'consultation').length;
    const before = await looks();
    press(sections(), /^Person/);
    press(sections(), /^Work/);
    await screen.findByRole('region', { name: 'Interventions' });
    expect(await looks()).toBe(before);
  });

  it.each([
    ['brings a section that stands below the window into sight', 760, 1],
    ['leaves a section where it is that is in sight', 500, 0],
  ])('%s', async (_, top, times) => {
    await opens('details');
    const section = screen.getByRole('region', { name: 'Details' });
    const scrolls = vi.spyOn(section, 'scrollIntoView').mockReturnValue();
    vi.spyOn(section, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 320, 400));
    vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
    expect(scrolls).not.toHaveBeenCalled();
    press(sections(), 'Record');
    await screen.findByRole('region', { name: 'Timeline' });
    expect(scrolls).toHaveBeenCalledTimes(times);
  });

  it('shows hundreds of records a part at a time', async () => {
    const notes = Array.from({ length: 70 }, (_, nth) =>
      newRecord(
        'intelligenceNote',
        buildRecord('intelligenceNote', { subjectId: SUBJECT, text: `Matter ${nth}.` }),
      ),
    );
    await opens('notes', ...notes);
    const shown = () => document.querySelectorAll('.cp-record').length;
    expect(shown()).toBe(30);
    fireEvent.click(screen.getByRole('button', { name: 'Show 30 more' }));
    await waitFor(() => expect(shown()).toBe(60));
    fireEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    await waitFor(() => expect(shown()).toBe(70));
    expect(screen.queryByRole('button', { name: /^Show \d+ more$/ })).toBeNull();
  });

  it('has every part in a section, and opens the overview for a name that is no part', () => {
    expect(SECTION_NAMES.flatMap((name) => partsOf(name))).toHaveLength(SUBJECT_SECTIONS.length);
    for (const name of SECTION_NAMES) expect(partNamed(name)?.group).toBe(name);
    for (const { id } of SUBJECT_SECTIONS) expect(partNamed(id)?.id).toBe(id);
    expect(partNamed('of another release')?.id).toBe('overview');
    expect(partNamed(undefined)?.id).toBe('overview');
  });

  it('names no section and no act twice', () => {
    const acts = personActs({ screens: SCREENS });
    expect(acts.length).toBeGreaterThan(20);
    for (const names of [
      SUBJECT_SECTIONS.map(({ id }) => id),
      acts.map(({ id }) => id),
      acts.map(({ place }) => String(place)),
      [...ACT_NAMES, ...Object.keys(SCREENS)],
    ] as readonly (readonly string[])[])
      expect(new Set(names).size).toBe(names.length);
  });
});
