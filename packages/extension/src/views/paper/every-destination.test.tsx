// @vitest-environment happy-dom
/**
 * The files of a case, to each destination that is offered: marked once at head and foot, about one person, with nothing
 * of the screen in them.
 */
import {
  buildAssessment,
  buildContactCheck,
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./summary-view.js'), import('./prepare.js')]), 60_000);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const TWIN = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
const ABOUT = { subjectId: ADA.id };
const REFERRER = buildReferrer({ name: 'Ottilie Brandt', role: 'Mother' });
const CHANGES = [
  newRecord('subject', ADA),
  newRecord('subject', TWIN),
  newRecord('referrer', REFERRER),
  newRecord('referral', buildReferral({ ...ABOUT, referrerId: REFERRER.id })),
  newRecord('intervention', buildIntervention({ ...ABOUT, note: 'Talked at length.' })),
  newRecord('intervention', buildIntervention({ subjectId: TWIN.id, note: 'With the other one.' })),
  newRecord('relatedPerson', buildRelatedPerson({ ...ABOUT, name: 'Niamh Vael' })),
  newRecord(
    'safeguardingConcern',
    buildSafeguardingConcern({ ...ABOUT, what: 'Would not go home.' }),
  ),
  newRecord('contactCheck', buildContactCheck(ABOUT)),
  newRecord(
    'assessment',
    buildAssessment({
      ...ABOUT,
      levels: [{ id: 'high', label: 'Severe' }],
      signedAt: '2026-11-20T09:00:00.000Z',
    }),
  ),
];
const MARKING = 'OFFICIAL-SENSITIVE';

type Start = { readonly chronology?: Record<string, never> };

async function opens(start: Start = {}) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({ changes: CHANGES, reason: 'case-work' });
  shown.app.router.go({ name: 'summary', subject: ADA.id, ...start });
  const where = await screen.findByLabelText<HTMLSelectElement>('Where is it going?');
  return { ...shown, where };
}

/** The text of a file, without what only a program reads. */
function wordsOf(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const each of page.querySelectorAll('head, style, script')) each.remove();
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Makes the file for each destination that is offered and allowed, each on a screen of its own. */
async function everyFile(start: Start, check: (words: string, destination: string) => void) {
  const { where } = await opens(start);
  const destinations = [...where.options].flatMap(({ value }) => (value === '' ? [] : [value]));
  expect(destinations.length).toBeGreaterThan(3);
  let made = 0;
  for (const destination of destinations) {
    cleanup();
    const file = await fileFor(start, destination);
    if (file === undefined) continue;
    made += 1;
    check(file, destination);
  }
  expect(made).toBeGreaterThan(2);
}

/** The file, or undefined where it may not go there. */
async function fileFor(start: Start, destination: string): Promise<string | undefined> {
  const { services, where } = await opens(start);
  fireEvent.change(where, { target: { value: destination } });
  const saves = () => screen.queryByRole('button', { name: 'Save as HTML' });
  await waitFor(() => expect(saves() ?? screen.queryByText(/may not go to/)).not.toBeNull());
  if (saves() === null) return undefined;
  const recipient = screen.queryByLabelText('Who receives it?');
  if (recipient) fireEvent.input(recipient, { target: { value: 'DS Marlow' } });
  const gateway = screen.queryByLabelText<HTMLSelectElement>('Legal gateway');
  const lawful = [...(gateway?.options ?? [])].find(
    ({ value }) => value !== '' && value !== 'not-known',
  );
  if (gateway && lawful) fireEvent.change(gateway, { target: { value: lawful.value } });
  fireEvent.click(saves() as HTMLElement);
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  return services.downloads[0]?.content;
}

describe.each<readonly [string, Start]>([
  ['a case summary', {}],
  ['a chronology', { chronology: {} }],
])('the file of %s', (_, start) => {
  it('is marked once at its head and once at its foot', async () => {
    await everyFile(start, (html, destination) => {
      const words = wordsOf(html);
      expect([destination, words.split(MARKING).length - 1]).toEqual([destination, 2]);
      expect(words.startsWith(MARKING)).toBe(true);
      expect(words.endsWith(MARKING) || /OFFICIAL-SENSITIVE.{0,80}$/.test(words)).toBe(true);
    });
  });

  it('is for nobody until the officer says for whom, and does not leave', async () => {
    const { services, where } = await opens(start);
    expect(where.value).toBe('');
    fireEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(await screen.findAllByText('Select where it is going')).not.toHaveLength(0);
    expect(screen.getAllByText('Enter who receives it')).not.toHaveLength(0);
    const gone = (await services.store.audit()).filter(({ action }) => action === 'disclosure');
    expect(gone).toEqual([]);
  });

  it('has no button, no box, no script, no address to load, and no word about a backup', async () => {
    await everyFile(start, (html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      expect(page.querySelectorAll('button, input, select, textarea, script, form')).toHaveLength(
        0,
      );
      expect(page.querySelectorAll('[src], link[href], a[href^="http"]')).toHaveLength(0);
      expect(wordsOf(html)).not.toMatch(/backup|Visit view|Change person|Unfinished/i);
    });
  });

  it('names its person, and has nothing of another of the same name', async () => {
    await everyFile(start, (html) => {
      expect(wordsOf(html)).toContain('Ada Vael');
      expect(html).not.toContain('With the other one.');
      expect(html).not.toContain(TWIN.id);
      expect(wordsOf(html)).not.toContain('2012');
    });
  });

  it('has no safeguarding concern, which goes another way', async () => {
    await everyFile(start, (html) => expect(html).not.toContain('Would not go home.'));
  });
});

it('a summary to a school or to the family says no level, no check and no referrer', async () => {
  await everyFile({}, (html, destination) => {
    if (destination !== 'school' && destination !== 'subject') return;
    expect(wordsOf(html)).not.toMatch(/Severe|Check (before|with)|Ottilie|Brandt|Mother/);
  });
});

it('the preview on screen says what the file says', async () => {
  const { services, where } = await opens();
  fireEvent.change(where, { target: { value: 'supervisor' } });
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(within(paper).queryAllByRole('button')).toEqual([]);
  expect(paper.textContent).toContain('Ada Vael');
  expect(paper.textContent).not.toContain('With the other one.');
  expect(services.downloads).toEqual([]);
});
