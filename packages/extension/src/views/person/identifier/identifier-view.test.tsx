// @vitest-environment happy-dom
import type { RecordId } from '@cyber-prevent/core';
import { buildOnlineIdentifier, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./identifier-view.js'), 60_000);
afterEach(cleanup);

const WREN = buildSubject({ name: 'Wren Moss' });
const SABLE = buildSubject({ name: 'Sable Finch' });

async function opened(...identifiers: ReturnType<typeof buildOnlineIdentifier>[]) {
  const { app, services } = await showShell({ start: { name: 'subjects' } });
  await services.store.commit({
    changes: [
      newRecord('subject', WREN),
      newRecord('subject', SABLE),
      ...identifiers.map((each) => newRecord('onlineIdentifier', each)),
    ],
    reason: 'case-work',
  });
  const held = async (id: RecordId) => (await services.store.get('onlineIdentifier', id))?.value;
  return { app, services, held };
}

function types(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function saysSource(): void {
  fireEvent.click(screen.getByLabelText(/^Report/));
  types('How you learned it', 'Telephone call');
  types('Who told you', 'Ottilie Brandt');
  const when = within(screen.getByRole('group', { name: 'When' }));
  const parts = { Day: '20', Month: '11', Year: '2026', Time: '09:00' };
  for (const [label, value] of Object.entries(parts))
    fireEvent.input(when.getByLabelText(label), { target: { value } });
}

const nobodys = () => buildOnlineIdentifier({ subjectId: undefined, asSeen: 'kestrel.void' });

it('lists the identifiers of everybody and of nobody, and says who else has one', async () => {
  const { app } = await opened(
    nobodys(),
    buildOnlineIdentifier({ subjectId: WREN.id, asSeen: 'kestrel.void' }),
    buildOnlineIdentifier({ subjectId: SABLE.id, asSeen: '@kestrel.void' }),
  );
  app.router.go({ name: 'identifier' });
  await screen.findByRole('heading', { level: 1, name: 'Identifiers' });
  await screen.findByText('Also recorded for Wren Moss and Sable Finch.');
  screen.getByText(
    /^Also recorded for (?:nobody yet and Sable Finch|Sable Finch and nobody yet)\.$/,
  );
  expect(screen.queryByRole('link', { name: /^https?:/ })).toBeNull();
});

it('tells people of one name apart where it says who else has one', async () => {
  const [one, other] = ['2010-05-02', '2011-06-03'].map((bornOn) =>
    buildSubject({ name: 'Ada Tolliver', bornOn }),
  );
  if (!one || !other) throw new Error('nobody');
  const { app, services } = await opened(nobodys());
  await services.store.commit({
    changes: [one, other].flatMap((each) => [
      newRecord('subject', each),
      newRecord(
        'onlineIdentifier',
        buildOnlineIdentifier({ subjectId: each.id, asSeen: 'kestrel.void' }),
      ),
    ]),
    reason: 'case-work',
  });
  app.router.go({ name: 'identifier' });
  await screen.findByText(
    /^Also recorded for Ada Tolliver, born 2 May 2010.*; Ada Tolliver, born 3 June 2011/,
  );
  const whose = [...document.querySelectorAll('[data-column="whose"]')].map(
    (each) => each.textContent,
  );
  expect(whose.filter((each) => /Ada Tolliver.*born 2 May 2010/.test(each ?? ''))).toHaveLength(1);
});

it('asks whose it is before how sure that is, and names the identifier that is not theirs', async () => {
  await Promise.all([import('../../subject/subject-view.js'), import('../../subject/act-view.js')]);
  const of = buildOnlineIdentifier({ subjectId: WREN.id, asSeen: 'kestrel.void' });
  const { app } = await opened(of);
  app.router.go({ name: 'identifier', identifier: of.id, form: 'also' });
  await screen.findByRole('heading', { name: 'Record an identifier for somebody else as well' });
  const asked = [...document.querySelectorAll('main legend, main label')].map(
    (each) => each.textContent,
  );
  expect(asked[0]).toBe('Whose is it as well?');
  app.router.go({ name: 'act', act: 'not-their-identifier', subject: WREN.id, record: of.id });
  await screen.findByRole('heading', { name: 'Record that an identifier is not theirs' });
  screen.getByText('kestrel.void (Discord)');
  screen.getByLabelText('Why is it not theirs?');
});

it('keeps no IP address without the time and the zone, and says what is missing', async () => {
  const { app, services } = await opened();
  app.router.go({ name: 'identifier', form: 'add' });
  await screen.findByRole('heading', { level: 1, name: 'Add an identifier on nobody' });
  types('As seen', '198.51.100.7');
  saysSource();
  fireEvent.click(screen.getByRole('button', { name: 'Save the identifier' }));
  await waitFor(() =>
    expect(
      within(screen.getByRole('alert')).getByText(/^An IP address without a time and zone/),
    ).toBeDefined(),
  );
  expect(await services.store.query('onlineIdentifier')).toEqual([]);
});

it('says whose an identifier is only with how sure and who says so', async () => {
  const of = nobodys();
  const { app, held } = await opened(of);
  app.router.go({ name: 'identifier', identifier: of.id, form: 'whose' });
  await screen.findByRole('heading', { level: 1, name: 'Say whose it is' });
  fireEvent.click(await screen.findByLabelText(/^Wren Moss/));
  saysSource();
  const save = screen.getByRole('button', { name: 'Save whose it is' });
  fireEvent.click(save);
  await screen.findAllByText('Enter who says that it is theirs');
  expect((await held(of.id))?.subjectId).toBeUndefined();
  fireEvent.click(screen.getByLabelText(/^Possible/));
  types('Who says that it is theirs', 'The school');
  fireEvent.click(save);
  await waitFor(async () => expect((await held(of.id))?.subjectId).toBe(WREN.id));
  expect(await held(of.id)).toMatchObject({ confidence: 'possible', saidBy: 'The school' });
});

it('disposes of one on nobody once it is said why it is not needed', async () => {
  const of = nobodys();
  const { app, held } = await opened(of);
  app.router.go({ name: 'identifier', identifier: of.id });
  await screen.findByText('It is not known whose this is.');
  expect(screen.queryByRole('button', { name: 'Dispose of this identifier' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'No longer needed' }));
  await screen.findByLabelText('Why is it no longer needed?');
  types('Why is it no longer needed?', 'It was a test');
  fireEvent.click(screen.getByRole('button', { name: 'Save why it is no longer needed' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Dispose of this identifier' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dispose of “kestrel.void”' }));
  await waitFor(async () => expect(await held(of.id)).toBeUndefined());
});
