// @vitest-environment happy-dom
/** Two children of one name in the palette and the quick log: nobody is opened or logged for by the name alone. */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { draftOf } from '../../../testing/draft-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const YOUNGER = buildSubject({ name: 'Tobias Wren', bornOn: '2013-03-14', aliases: [] });
const ELDER = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02', aliases: [] });
const OTHER = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02', aliases: [] });
const REFERRAL = buildReferral({ subjectId: ELDER.id, reference: 'CC/2026/222' });
const OF_YOUNGER = 'Tobias Wren, 13, born 14 March 2013';
const OF_ELDER = 'Tobias Wren, 15, born 2 September 2011, CC/2026/222';

async function opened(route: Route) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [
      ...[YOUNGER, ELDER, OTHER].map((each) => newRecord('subject', each)),
      newRecord('referral', REFERRAL),
    ],
    reason: 'case-work',
  });
  shown.app.router.go(route);
  await screen.findByRole('heading', { level: 1 });
  return shown;
}
async function palette(route: Route) {
  const { app, services } = await opened(route);
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  const choices = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
  return {
    app,
    services,
    choices,
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    arrows: () => fireEvent.keyDown(box, { key: 'ArrowDown' }),
    enters: () => fireEvent.submit(box.closest('form') ?? box),
  };
}
const at = (subject: typeof ELDER): Route => ({ name: 'subject', subject: subject.id });

describe('the palette', () => {
  it('says age and date of birth of each, and the one on screen first', async () => {
    const { types, choices } = await palette(at(ELDER));
    types('tobias');
    await waitFor(() =>
      expect(choices().filter((each) => each?.startsWith('Tobias'))).toEqual([
        'Tobias Wren15, born 2 September 2011, CC/2026/222',
        'Tobias Wren13, born 14 March 2013',
      ]),
    );
  });

  it('opens by a reference the person who has it, before unfinished work that has it too', async () => {
    const { types, choices, enters, app, services } = await palette({ name: 'settings' });
    const capture = draftOf(
      { label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] },
      { label: 'Date of birth', value: '14 March 2013', owner: ['Subject'] },
      { label: 'Reference', value: 'CC/2026/222', owner: ['Referral'] },
    );
    services.work.fromElsewhere('draft', capture);
    types('cc/2026/222');
    await waitFor(() => {
      expect(choices()).toHaveLength(2);
      expect(choices()[0]).toBe('Tobias Wren15, born 2 September 2011, CC/2026/222');
      expect(choices()[1]).toMatch(/^Capture for Tobias Wren/);
    });
    enters();
    await waitFor(() => expect(app.router.route.value).toEqual(at(ELDER)));
  });

  it('offers a new log for each of them, the one on screen first', async () => {
    const { types, choices } = await palette(at(ELDER));
    types('log interv wren');
    await waitFor(() =>
      expect(choices()).toEqual([
        `Log an intervention${OF_ELDER}`,
        `Log an intervention${OF_YOUNGER}`,
      ]),
    );
  });

  it('opens none of them by Enter until one is chosen', async () => {
    const start: Route = { name: 'settings' };
    const { types, choices, enters, arrows, app } = await palette(start);
    types('log interv wren');
    await waitFor(() => expect(choices()).toHaveLength(2));
    enters();
    await screen.findByText('Several people have this name: choose one');
    expect(app.router.route.value).toEqual(start);
    arrows();
    enters();
    await waitFor(() => expect(app.router.route.value).toMatchObject({ name: 'intervention' }));
  });

  it('opens the only one of a name by Enter', async () => {
    const { types, choices, enters, app } = await palette({ name: 'settings' });
    types('ada');
    await waitFor(() => expect(choices()).toEqual(['Ada Vael16, born 2 May 2010', 'Adapters']));
    enters();
    await waitFor(() => expect(app.router.route.value).toEqual(at(OTHER)));
  });

  it('finds what is unfinished by that word, and says of whom each is', async () => {
    const { types, choices, services } = await palette({ name: 'settings' });
    for (const { id } of [YOUNGER, ELDER])
      services.work.fromElsewhere(`quick-log/${id}`, {
        minutes: 45,
        openedFrom: { name: 'quick-log', subject: id },
      });
    types('unfinished');
    await waitFor(() =>
      expect(choices().toSorted()).toEqual([
        'Quick log for Tobias Wren13, born 14 March 2013. Begun on an earlier visit',
        'Quick log for Tobias Wren15, born 2 September 2011, CC/2026/222. Begun on an earlier visit',
      ]),
    );
  });
});

describe('the quick log', () => {
  it('chooses nobody by Enter among people of one name, and says how to tell them apart', async () => {
    const { app } = await opened({ name: 'quick-log' });
    const box = await screen.findByRole('textbox', { name: 'Who was it with?' });
    fireEvent.input(box, { target: { value: 'wren' } });
    const elder = await screen.findByRole('button', {
      name: /Tobias Wren.*15, born 2 September 2011, CC\/2026\/222/,
    });
    fireEvent.submit(box.closest('form') ?? box);
    expect((await screen.findAllByText(/Several people have this name: choose one/)).length).toBe(
      1,
    );
    expect(app.router.route.value).toEqual({ name: 'quick-log' });
    fireEvent.click(elder);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'quick-log', subject: ELDER.id }),
    );
  });

  it('chooses nobody by Enter while letters fit several people, and the only one of them all', async () => {
    const { app, services } = await opened({ name: 'quick-log' });
    const alba = buildSubject({ name: 'Alba Wren', bornOn: '2012-01-09', aliases: [] });
    await services.store.commit({ changes: [newRecord('subject', alba)], reason: 'case-work' });
    const box = await screen.findByRole('textbox', { name: 'Who was it with?' });
    fireEvent.input(box, { target: { value: 'a' } });
    await screen.findByRole('button', { name: /^Ada Vael/ });
    await screen.findByRole('button', { name: /^Alba Wren/ });
    fireEvent.submit(box.closest('form') ?? box);
    await screen.findByText(/Several people match: choose one/);
    expect(app.router.route.value).toEqual({ name: 'quick-log' });
    fireEvent.input(box, { target: { value: 'ada' } });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Alba Wren/ })).toBeNull());
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'quick-log', subject: OTHER.id }),
    );
  });

  it('tells apart two of one name and one date of birth', async () => {
    const { services } = await opened({ name: 'quick-log' });
    const twin = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02', aliases: [] });
    await services.store.commit({ changes: [newRecord('subject', twin)], reason: 'case-work' });
    const box = await screen.findByRole('textbox', { name: 'Who was it with?' });
    fireEvent.input(box, { target: { value: 'ada' } });
    await waitFor(() => {
      const rows = screen.getAllByRole('button', { name: /^Ada Vael/ });
      expect(new Set(rows.map(({ textContent }) => textContent)).size).toBe(2);
    });
  });
});
