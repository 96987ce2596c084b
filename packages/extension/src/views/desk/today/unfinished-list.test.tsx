// @vitest-environment happy-dom
/** Half-typed forms on Today: the person, the form, when, and a way to continue or to discard. */
import { buildEnquiry, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { asideKey } from '../../../app/work-keys.js';
import { draftOf, FICTIONAL } from '../../../testing/draft-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../../contact/intervention/intervention-view.js'), 60_000);
afterEach(cleanup);

const ada = buildSubject({ name: 'Ada Vael' });
const rowan = buildSubject({ name: 'Rowan Elm' });
const referral = buildReferral({ subjectId: rowan.id });
const ROUTE = { name: 'intervention', subject: ada.id } as const;
const KEY = `intervention/${ada.id}`;

const put = (value: object, at: string, openedFrom: object) => ({
  ...value,
  typedAt: { at, on: at.slice(0, 10) },
  begunAt: at,
  openedFrom,
});

async function shown(work: Readonly<Record<string, unknown>>) {
  const started = await showShell({ start: { name: 'note' } });
  const { services, app } = started;
  await services.store.commit({
    changes: [
      newRecord('subject', ada),
      newRecord('subject', rowan),
      newRecord('referral', referral),
    ],
    reason: 'case-work',
  });
  for (const [key, value] of Object.entries(work)) await services.work.save(key, value, 0);
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { name: 'Today' });
  return started;
}
const rows = async () => {
  const list = await screen.findByRole('list', { name: 'Unfinished work', hidden: true });
  return within(list).getAllByRole('listitem', { hidden: true });
};
const pressIn = (row: HTMLElement | undefined, name: RegExp) => {
  if (!row) throw new Error('There is no such row');
  fireEvent.click(within(row).getByRole('button', { name, hidden: true }));
};

it('is out of sight where nothing is unfinished', async () => {
  await shown({ 'list-views/subjects': { views: [] } });
  await waitFor(() => expect(screen.queryByText(/Looking through/)).toBeNull());
  expect(screen.queryByText(/^Unfinished/)).toBeNull();
});

it('names the person, the form and when it was begun, the latest first', async () => {
  await shown({
    [KEY]: put({ note: 'x' }, '2026-11-23T14:05:00.000Z', ROUTE),
    safeguarding: put({ subjectId: rowan.id }, '2026-11-24T08:00:00.000Z', {
      name: 'safeguarding',
    }),
    [`questions/${referral.id}`]: put({}, '2026-11-20T08:00:00.000Z', { name: 'today' }),
    draft: draftOf(...FICTIONAL),
  });
  await screen.findByText('Unfinished (4)');
  await waitFor(async () =>
    expect((await rows()).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Morgan VaelCaptureBegun on 24 November 2026 at 09:30/),
      expect.stringMatching(/^Rowan ElmSafeguarding concernBegun on 24 November 2026 at 08:00/),
      expect.stringMatching(/^Ada VaelLog an interventionBegun on 23 November 2026 at 14:05/),
      expect.stringMatching(/^Rowan ElmReferral form questions/),
    ]),
  );
  screen.getByText('Capture for Morgan Vael, begun on 24 November 2026 at 09:30, and 3 more');
});

it('says by its enquiry, its page or its first words what a draft about nobody known is, and none of a concern', async () => {
  const asked = 'Would you take a boy who sells cheats?';
  const enquiry = buildEnquiry({ receivedOn: '2026-11-20', asked, referrerId: undefined });
  const at = '2026-11-23T14:05:00.000Z';
  const { services } = await shown({
    draft: draftOf({ label: 'Telephone', value: '07700 900415', owner: ['Subject'] }),
    [`decide/${enquiry.id}`]: put({ reason: 'Too little is known.' }, at, { name: 'today' }),
    told: put({ said: 'A mother rang about her son.' }, at, { name: 'today' }),
    safeguarding: put({ what: 'He has a knife.' }, at, { name: 'safeguarding' }),
  });
  await services.store.commit({ changes: [newRecord('enquiry', enquiry)], reason: 'enquiry' });
  const title = draftOf().origins[0]?.title;
  await waitFor(async () => {
    const said = (await rows()).map(({ textContent }) => textContent ?? '').join('\n');
    expect(said).toContain(`Decide: Asked by School, college or university, 20 Nov: “${asked}”`);
    expect(said).toContain('What you were told: A mother rang about her son.');
    expect(said).toContain(`Capture: ${title}`);
    expect(said).not.toContain('knife');
  });
  expect(title).toBeTruthy();
  expect(document.querySelector('summary')?.textContent).not.toContain('mother');
});

it('tells a captured person from a namesake on record by date of birth and reference', async () => {
  const { services } = await shown({ draft: draftOf(...FICTIONAL) });
  const known = buildSubject({ name: 'MORGAN  VAEL', bornOn: '2011-01-09' });
  await services.store.commit({ changes: [newRecord('subject', known)], reason: 'case-work' });
  await waitFor(async () =>
    expect((await rows()).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Morgan Vael, 17, born 14 March 2009, NCCU\/2026\/0417Capture/),
    ]),
  );
});

it('says none of two dates of birth that a capture has read', async () => {
  const twice = FICTIONAL.flatMap((cell) =>
    cell.label === 'Date of birth' ? [cell, { ...cell, value: '15/03/2009' }] : [cell],
  );
  const { services } = await shown({ draft: draftOf(...twice) });
  const known = buildSubject({ name: 'MORGAN  VAEL', bornOn: '2011-01-09' });
  await services.store.commit({ changes: [newRecord('subject', known)], reason: 'case-work' });
  await waitFor(async () =>
    expect((await rows()).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Morgan Vael, 2 dates of birth, NCCU\/2026\/0417Capture/),
    ]),
  );
});

it('tells two captures of one name apart', async () => {
  const other = FICTIONAL.map((cell) =>
    cell.label === 'Date of birth' ? { ...cell, value: '09/01/2012' } : cell,
  );
  await shown({
    draft: draftOf(...FICTIONAL),
    [asideKey('draft', 'x')]: draftOf(...other),
  });
  await waitFor(async () => {
    const who = (await rows()).map(({ textContent }) => textContent);
    expect(who).toHaveLength(2);
    expect(who.join()).toMatch(/born 14 March 2009/);
    expect(who.join()).toMatch(/born 9 January 2012/);
  });
});

it('continues with the one that is pressed, and sets the other aside', async () => {
  const { services, app } = await shown({
    [KEY]: put({ note: 'The second' }, '2026-11-24T14:05:00.000Z', ROUTE),
    [asideKey(KEY, 'x')]: put({ note: 'The first' }, '2026-11-23T14:05:00.000Z', ROUTE),
  });
  await screen.findByText('Unfinished (2)');
  pressIn((await rows())[1], /^Continue/);
  await screen.findByDisplayValue('The first');
  expect(app.router.route.value).toEqual(ROUTE);
  expect(screen.queryByText(/^Begun on/)).toBeNull();
  const kept = (await services.work.keys()).map((key) => services.work.held(key));
  expect(kept).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ note: 'The first' }),
      expect.objectContaining({ note: 'The second' }),
    ]),
  );
});

it('discards one only when asked twice, and says so', async () => {
  const { services } = await shown({
    [KEY]: put({ note: 'x' }, '2026-11-23T14:05:00.000Z', ROUTE),
  });
  await screen.findByText(/^Log an intervention for Ada Vael, begun on/);
  pressIn((await rows())[0], /^Discard/);
  await screen.findByRole('heading', {
    name: 'Discard this draft? Log an intervention for Ada Vael',
    hidden: true,
  });
  screen.getByText(/^Begun on 23 November 2026 at 14:05\. What you typed is not on record/);
  pressIn((await rows())[0], /^Keep it/);
  expect(services.work.held(KEY)).toBeDefined();
  pressIn((await rows())[0], /^Discard/);
  pressIn((await rows())[0], /^Discard/);
  await screen.findByText('Discarded: Log an intervention for Ada Vael');
  expect(services.work.held(KEY)).toBeUndefined();
  await waitFor(() => expect(screen.queryByText(/^Unfinished/)).toBeNull());
});

it('says why one could not be discarded, and keeps it', async () => {
  const { services } = await shown({
    [KEY]: put({ note: 'x' }, '2026-11-23T14:05:00.000Z', ROUTE),
  });
  await screen.findByText('Unfinished (1)');
  services.work.failWith('The keeper did not answer.');
  pressIn((await rows())[0], /^Discard/);
  pressIn((await rows())[0], /^Discard/);
  await screen.findByText(/This could not be done. The keeper did not answer. Try again/);
  expect(services.work.held(KEY)).toBeDefined();
});

it('follows what another window begins and ends', async () => {
  const { services } = await shown({});
  services.work.fromElsewhere(KEY, put({ note: 'x' }, '2026-11-23T14:05:00.000Z', ROUTE));
  await screen.findByText('Unfinished (1)');
  services.work.goneElsewhere(KEY);
  await waitFor(() => expect(screen.queryByText(/^Unfinished/)).toBeNull());
});
