// @vitest-environment happy-dom
/** Two people alike: each form says which of them it is about, over the heading, on the button and in the line. */
import type { RecordId } from '@cyber-prevent/core';
import {
  buildOnlineIdentifier,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';

const LOADS = { timeout: 60_000 };
afterEach(cleanup);

const ELDER = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const YOUNGER = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
const TWIN = buildSubject({ name: 'ada vael', bornOn: '2010-05-02' });

async function opens(route: Route, ...people: readonly ReturnType<typeof buildSubject>[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: people.map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  shown.app.router.go(route);
  return shown;
}
const saveButton = (): HTMLElement | undefined =>
  screen.getAllByRole('button').find((each) => each.matches('[type="submit"].govuk-button'));
const captions = (): string =>
  [...document.querySelectorAll('main .govuk-caption-l, main h1')]
    .map(({ textContent }) => textContent)
    .join(' ');

const FORMS: readonly (readonly [string, (subject: RecordId) => Route])[] = [
  ['a contact', (subject) => ({ name: 'intervention', subject })],
  ['a note', (subject) => ({ name: 'note', subject })],
  ['a telling', (subject) => ({ name: 'act', act: 'record-telling', subject })],
  ['a plan', (subject) => ({ name: 'plan', subject, form: 'make' })],
  ['a session', (subject) => ({ name: 'session', subject })],
  ['a stop card', (subject) => ({ name: 'stop-card', subject, where: 'visit' })],
  ['a closing', (subject) => ({ name: 'close-case', subject })],
  ['a hold', (subject) => ({ name: 'hold', subject })],
  [
    'a correction of the name',
    (subject) => ({
      name: 'detail',
      subject,
      detail: 'name',
      act: 'correct',
    }),
  ],
];

describe.each(FORMS)('%s about one of two people of one name', (_, route) => {
  it('says over its heading and on its button which of them', async () => {
    await opens(route(YOUNGER.id), ELDER, YOUNGER);
    const which = 'Ada Vael, born 9 January 2012';
    await waitFor(() => expect(captions()).toContain(which), LOADS);
    await waitFor(() => expect(saveButton()?.textContent).toContain(which), LOADS);
    expect(document.querySelector('main')?.textContent).not.toContain('born 2 May 2010');
  });
});

describe('the line about one of two people of one name and one date of birth', () => {
  it('says which of the two it is, on a form and on the page', async () => {
    const { app } = await opens({ name: 'intervention', subject: ELDER.id }, ELDER, TWIN);
    const line = () => document.querySelector('.cp-who')?.textContent;
    await waitFor(() => expect(line()).toMatch(/Recorded on .*, [12] of 2 alike/), LOADS);
    const elder = /[12] of 2 alike/.exec(line() ?? '')?.[0];
    app.router.go({ name: 'subject', subject: TWIN.id });
    await waitFor(() => expect(line()).toContain('ada vael'), LOADS);
    await waitFor(() => expect(line()).toMatch(/[12] of 2 alike/), LOADS);
    expect(line()).not.toContain(elder);
  });

  it('says the reference that nobody else has, in place of days that both may share', async () => {
    const referral = buildReferral({ subjectId: TWIN.id, reference: 'CC/2026/307' });
    const { app, services } = await opens({ name: 'settings' }, ELDER, TWIN);
    await services.store.commit({
      changes: [newRecord('referral', referral)],
      reason: 'referral',
    });
    app.router.go({ name: 'intervention', subject: TWIN.id });
    const line = () => document.querySelector('.cp-who__apart')?.textContent;
    await waitFor(() => expect(line()).toMatch(/^CC\/2026\/307, [12] of 2 alike$/), LOADS);
    await waitFor(() => expect(saveButton()?.textContent).toContain('CC/2026/307'), LOADS);
    app.router.go({ name: 'intervention', subject: ELDER.id });
    await waitFor(() => expect(line()).toMatch(/^Recorded on .*, [12] of 2 alike$/), LOADS);
  });

  it('says nothing more about somebody whom nobody is alike', async () => {
    await opens({ name: 'intervention', subject: ELDER.id }, ELDER, YOUNGER);
    await waitFor(() => expect(captions()).toContain('born 2 May 2010'), LOADS);
    expect(document.querySelector('.cp-who__apart')).toBeNull();
  });
});

describe('somebody whose name is not known', () => {
  const unnamed = (schools: readonly string[] = []) =>
    buildSubject({
      name: 'Name not known',
      bornOn: undefined,
      schools: schools.map((name) => ({ name, notedOn: '2026-11-02' })),
    });

  it('is told from another over the heading, on the button and in the line, in the same words', async () => {
    const [first, second] = [unnamed(), unnamed(['Testford Academy'])];
    const { app, services } = await opens({ name: 'settings' }, first, second);
    const handle = buildOnlineIdentifier({ subjectId: first.id, asSeen: 'kestrel_77' });
    await services.store.commit({
      changes: [newRecord('onlineIdentifier', handle)],
      reason: 'case-work',
    });
    const line = () => document.querySelector('.cp-who__apart')?.textContent;
    for (const [{ id }, said, alone] of [
      [first, 'Name not known, handle kestrel_77', 'Handle kestrel_77'],
      [second, 'Name not known, at Testford Academy', 'At Testford Academy'],
    ] as const) {
      app.router.go({ name: 'intervention', subject: id });
      await waitFor(() => expect(captions()).toContain(said), LOADS);
      await waitFor(() => expect(saveButton()?.textContent).toContain(said), LOADS);
      expect(line()).toBe(alone);
    }
  });

  it('is told by the day of the record, even if nothing else is known and nobody else is unnamed', async () => {
    const only = unnamed();
    await opens({ name: 'intervention', subject: only.id }, only, ELDER);
    const said = 'Log for Name not known, recorded on 24 November 2026';
    await waitFor(() => expect(saveButton()?.textContent).toContain(said), LOADS);
  });
});
