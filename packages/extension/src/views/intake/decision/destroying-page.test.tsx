// @vitest-environment happy-dom
/** The page before something is destroyed, and what somebody might enter there who is tired, in haste, or mistaken. */
import {
  buildReferral,
  buildRelatedPerson,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lawfulStore } from '../../../testing/lawful-store.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./decide-view.js'), 60_000);
afterEach(cleanup);

const ROWAN = { name: 'Rowan Vael', bornOn: '2010-05-02' } as const;

/** Rowan's referral, and another person's, up to the page that asks for the reference. */
async function destroying(reference: string | null = 'CP-0042') {
  const shown = await showShell({ start: { name: 'today' }, store: await lawfulStore() });
  const subject = buildSubject(ROWAN);
  const other = buildSubject({ name: 'Wren Elm' });
  const referral = buildReferral({
    subjectId: subject.id,
    reference: reference ?? undefined,
    receivedOn: '2026-11-20',
    status: 'received',
    suspectedOffences: [],
  });
  const { store } = shown.services;
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord('referral', referral),
      newRecord('referral', buildReferral({ subjectId: other.id, reference: 'CP-0099' })),
    ],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'decide', on: 'referral', record: referral.id });
  await screen.findByRole('group', { name: 'Decision' });
  fireEvent.click(screen.getByLabelText('Refuse the referral'));
  await screen.findByRole('group', { name: 'Why?' });
  fireEvent.click(screen.getByLabelText('Does not wish to take part'));
  press('Refuse Rowan Vael’s referral and continue');
  await screen.findByRole('heading', {
    level: 1,
    name: 'Destroy everything held about Rowan Vael?',
  });
  return { ...shown, store, subject, referral, other };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const box = () => screen.getByLabelText(/^(Reference|Code) to confirm|^Name/);
const enters = (value: string) => {
  fireEvent.input(box(), { target: { value } });
  press('Refuse and destroy everything held about Rowan Vael');
};
const isRefused = () => waitFor(() => expect(box().getAttribute('aria-invalid')).toBe('true'));
const GONE = /^The referral was refused, and everything held about this person was destroyed/;

describe('what is entered to confirm', () => {
  it.each([
    ['nothing', ''],
    ['white space alone', '   '],
    ['a space that cannot be seen', '\u200b'],
    ['the reference of another person', 'CP-0099'],
    ['half of the reference', 'CP-00'],
    ['the reference and more', 'CP-0042 CP-0099'],
    ['the reference twice', 'CP-0042CP-0042'],
    ['another hyphen', 'CP–0042'],
    ['the letter O for nought', 'CP-OO42'],
    ['yes', 'yes'],
    ['the name of another person', 'Wren Elm'],
    ['the label', 'Reference'],
  ])('%s destroys nothing, and it is said', async (_, typed) => {
    const { store, subject } = await destroying();
    enters(typed);
    await isRefused();
    expect(await store.get('subject', subject.id)).toBeDefined();
    expect(await store.query('decision')).toEqual([]);
  });

  it.each([
    ['in small letters', 'cp-0042'],
    ['with white space around it', '  CP-0042 '],
    ['in small letters, pasted with a tab and a line end', '\tcp-0042\n'],
  ])('the reference %s is the reference', async (_, typed) => {
    const { store, subject, other } = await destroying();
    enters(typed);
    await screen.findByText(GONE);
    expect(await store.get('subject', subject.id)).toBeUndefined();
    expect(await store.get('subject', other.id)).toBeDefined();
  });

  it('is asked for where the referral has no reference, and says what to enter', async () => {
    const { store, subject } = await destroying(null);
    enters('');
    await isRefused();
    expect(await store.get('subject', subject.id)).toBeDefined();
    const asked = (await screen.findAllByText(/^Enter .* to confirm$/))[0]?.textContent ?? '';
    enters(asked.replace(/^Enter (.*) to confirm$/, '$1'));
    await screen.findByText(GONE);
  });
});

describe('the page', () => {
  it('says of whom, what goes, and what stays', async () => {
    await destroying();
    const words = screen.getByRole('main').textContent ?? '';
    for (const part of ['Rowan Vael', '2 May 2010', 'CP-0042', 'Subject: 1', 'Referral: 1'])
      expect(words).toContain(part);
    expect(words).toMatch(/stays|remains|is kept/i);
    expect(words).not.toContain('Wren Elm');
  });

  it('destroys nothing that was recorded since it was read, without showing it first', async () => {
    const { store, subject } = await destroying();
    const mother = buildRelatedPerson({ subjectId: subject.id, name: 'Niamh Vael' });
    await store.commit({ changes: [newRecord('relatedPerson', mother)], reason: 'case-work' });
    const isInSight = () =>
      /Related (person|people): 1/.test(screen.getByRole('main').textContent ?? '');
    const wasShown = await waitFor(() => expect(isInSight()).toBe(true), { timeout: 2000 }).then(
      () => true,
      () => false,
    );
    enters('CP-0042');
    if (!wasShown) {
      // Nothing was done: it is no success.
      const alert = await screen.findByRole('alert', { name: 'Important' });
      expect(alert.textContent).toContain('Nothing was disposed of');
      expect(await store.get('relatedPerson', mother.id)).toBeDefined();
      expect(await store.get('subject', subject.id)).toBeDefined();
    }
  });

  it('destroys once, however often the button is pressed', async () => {
    const { store } = await destroying();
    fireEvent.input(box(), { target: { value: 'CP-0042' } });
    const button = screen.getByRole('button', { name: /^Refuse and destroy/ });
    for (let time = 0; time < 3; time += 1) fireEvent.click(button);
    await screen.findByText(GONE);
    expect(await store.query('refusal')).toHaveLength(1);
    const disposals = (await store.audit()).filter(({ action }) => action === 'erasure');
    expect(disposals).toHaveLength(1);
  });

  it('offers a way out that destroys nothing', async () => {
    const { store, subject } = await destroying();
    fireEvent.input(box(), { target: { value: 'CP-0042' } });
    press('Back to the form');
    await screen.findByRole('group', { name: 'Decision' });
    expect(await store.get('subject', subject.id)).toBeDefined();
  });

  it('forgets the reference that was entered, when it is left and opened again', async () => {
    await destroying();
    fireEvent.input(box(), { target: { value: 'CP-0042' } });
    press('Back to the form');
    await screen.findByRole('group', { name: 'Decision' });
    press('Refuse Rowan Vael’s referral and continue');
    await screen.findByRole('heading', { level: 1, name: /^Destroy everything held/ });
    expect((box() as HTMLInputElement).value).toBe('');
  });

  it('is nowhere once it is done: no fact of the person is on the screen that follows', async () => {
    const { app, referral } = await destroying();
    enters('CP-0042');
    await screen.findByText(GONE);
    app.router.go({ name: 'decide', on: 'referral', record: referral.id });
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    await waitFor(() => expect(screen.queryByText('Opening…')).toBeNull());
    expect(screen.getByRole('main').textContent).not.toMatch(/Rowan|2 May 2010/);
    expect(screen.queryByRole('button', { name: /^Refuse and destroy/ })).toBeNull();
  });
});

describe('the reasons of a decision', () => {
  it('are offered under each outcome, and none under two that contradict each other', async () => {
    const shown = await showShell({ start: { name: 'today' } });
    const subject = buildSubject(ROWAN);
    const referral = buildReferral({ subjectId: subject.id, status: 'received' });
    await shown.services.store.commit({
      changes: [newRecord('subject', subject), newRecord('referral', referral)],
      reason: 'case-work',
    });
    shown.app.router.go({ name: 'decide', on: 'referral', record: referral.id });
    const outcomes = within(await screen.findByRole('group', { name: 'Decision' }));
    const offered = new Map<string, readonly string[]>();
    for (const radio of outcomes.getAllByRole<HTMLInputElement>('radio')) {
      fireEvent.click(radio);
      const why = await screen.findByRole('group', { name: 'Why?' });
      await waitFor(() => expect(radio.checked).toBe(true));
      const words = within(why)
        .getAllByRole('checkbox')
        .map((each) => document.querySelector(`label[for="${each.id}"]`)?.textContent ?? '');
      expect(new Set(words).size).toBe(words.length);
      offered.set(radio.value, words);
    }
    const accepts = offered.get('accept') ?? [];
    const refuses = offered.get('decline') ?? [];
    expect(offered.size).toBeGreaterThan(2);
    expect(
      accepts.filter((word) => refuses.includes(word) && !/^Another reason/.test(word)),
    ).toEqual([]);
  });

  it.each([
    [
      'Accept the referral',
      'Suitable for the programme',
      'Refuse the referral',
      'Refuse Rowan Vael’s referral and continue',
    ],
    [
      'Refuse the referral',
      'Outside the remit: terrorism',
      'Accept the referral',
      'Accept Rowan Vael’s referral',
    ],
  ])('of “%s” ticked before are refused in a sentence under another', async (...words) => {
    const [first, reason, second, save] = words;
    const shown = await showShell({ start: { name: 'today' } });
    const subject = buildSubject(ROWAN);
    const referral = buildReferral({ subjectId: subject.id, status: 'received' });
    await shown.services.store.commit({
      changes: [newRecord('subject', subject), newRecord('referral', referral)],
      reason: 'case-work',
    });
    shown.app.router.go({ name: 'decide', on: 'referral', record: referral.id });
    await screen.findByRole('group', { name: 'Decision' });
    fireEvent.click(screen.getByLabelText(first));
    await screen.findByRole('group', { name: 'Why?' });
    fireEvent.click(screen.getByLabelText(reason));
    fireEvent.click(screen.getByLabelText(second));
    await waitFor(() => expect(screen.queryByLabelText(reason)).toBeNull());
    press(save);
    const alert = await screen.findByRole('alert', { name: 'There is a problem' });
    expect(alert.textContent).toMatch(/[Ss]elect|[Cc]hoose/);
    expect(await shown.services.store.query('decision')).toEqual([]);
    expect(screen.queryByRole('heading', { name: /^Destroy everything held/ })).toBeNull();
  });
});
