// @vitest-environment happy-dom
import { type RecordId, writtenDate } from '@cyber-prevent/core';
import { buildPdf, buildPng, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserHost } from '../../../keeper/host.js';
import { attach, type FileUnderTest } from '../../../testing/attached-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../../subject/subject-view.js'), 60_000);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TAMSIN = buildSubject({ name: 'Tamsin Vael' });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const text = (words: string) => new TextEncoder().encode(words);
const PHOTO = { name: 'bot.png', bytes: buildPng({ saysPlace: true }), what: 'photograph' };
const RECEIVED = writtenDate(browserHost().clock.today());
const WHICH = `Photograph “bot.png” (PNG, received on ${RECEIVED})`;
/** The place in the picture, as a file that is read as text has it. */
const PLACE = '3!Ufw';

async function start(...files: readonly FileUnderTest[]) {
  const shell = await showShell();
  const { services, app } = shell;
  await services.store.commit({ changes: [newRecord('subject', TAMSIN)], reason: 'case-work' });
  const ids: RecordId[] = [];
  for (const file of files) ids.push(await attach(services, TAMSIN.id, file));
  app.router.go({ name: 'subject', subject: TAMSIN.id, section: 'files' });
  await screen.findByRole('button', { name: 'Attach a file' });
  return { ...shell, ids };
}

const looks = async ({ services }: Awaited<ReturnType<typeof start>>, id: RecordId | undefined) =>
  (await services.store.audit()).filter(
    ({ action, records }) => action === 'consultation' && records.length === 1 && records[0] === id,
  );

it('logs the look, then draws a picture again with nothing of its file in the page', async () => {
  const drawn: unknown[] = [];
  vi.stubGlobal('createImageBitmap', async (blob: Blob) => {
    drawn.push(blob.type);
    return { width: 3, height: 2, close: () => undefined };
  });
  const shown = await start(PHOTO);
  expect(await looks(shown, shown.ids[0])).toHaveLength(0);
  press('Look Photograph bot.png');
  await screen.findByRole('heading', { name: WHICH });
  expect(await screen.findByRole('img', { name: 'Photograph, bot.png' })).toBeTruthy();
  await waitFor(() => expect(drawn).toEqual(['image/png']));
  expect(await looks(shown, shown.ids[0])).toHaveLength(1);
  expect(
    document.querySelector('main img, main iframe, main object, main embed, main a'),
  ).toBeNull();
  press('Close the file');
  await waitFor(() => expect(document.querySelector('canvas')).toBeNull());
  expect(document.activeElement?.textContent).toContain('Look');
});

it('says that a damaged picture cannot be drawn', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not a picture')));
  await start(PHOTO);
  press('Look Photograph bot.png');
  expect(await screen.findByText(/The picture cannot be drawn/)).toBeTruthy();
});

it('shows text as text, whatever is written in it', async () => {
  await start({
    name: 'letter.txt',
    bytes: text('See <b>this</b> https://example.org'),
    what: 'letter',
  });
  press(/^Look Letter or email/);
  const shown = await screen.findByText('See <b>this</b> https://example.org');
  expect(shown.tagName).toBe('PRE');
  expect(shown.children).toHaveLength(0);
});

it('opens no PDF, and reads nothing of it to say so', async () => {
  const shown = await start({ name: 'notice.pdf', bytes: buildPdf() });
  press('Look Signed notice notice.pdf');
  expect(await screen.findByText(/A PDF file is not opened here/)).toBeTruthy();
  expect(await looks(shown, shown.ids[0])).toHaveLength(0);
});

it('shows nothing when the look cannot be logged', async () => {
  const { services } = await start(PHOTO);
  services.failNext('file-open', new Error('The log gave way'));
  press('Look Photograph bot.png');
  expect(await screen.findByText(/This file cannot be shown/)).toBeTruthy();
  expect(document.querySelector('canvas')).toBeNull();
});

const answer = async () => {
  fireEvent.change(await screen.findByLabelText('Where is it going?'), {
    target: { value: 'court' },
  });
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'The court' } });
  fireEvent.change(screen.getByLabelText('Legal gateway'), {
    target: { value: 'children-act-11' },
  });
};

it('gives a picture out without its place, once it is logged to whom', async () => {
  const { services, ids } = await start(PHOTO);
  press('Give out Photograph bot.png');
  await screen.findByRole('heading', { name: `Give out ${WHICH}` });
  expect(await screen.findByText('The file says where the picture was taken.')).toBeTruthy();
  const save = await screen.findByRole('button', { name: 'Log it and save bot.png' });
  fireEvent.click(save);
  expect(await screen.findAllByText('Select the legal gateway')).not.toHaveLength(0);
  expect(services.downloads).toEqual([]);
  await answer();
  press('Log it and save bot.png');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const [given] = services.downloads;
  const saved = given?.name ?? '';
  expect(given?.mediaType).toBe('image/png');
  expect(saved).toMatch(/^photograph-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.png$/);
  await screen.findByText(`${WHICH} was saved as ${saved}`);
  expect(given?.content).not.toContain(PLACE);
  expect((await services.store.audit()).at(-1)).toMatchObject({
    action: 'disclosure',
    records: [TAMSIN.id, ids[0]],
    fields: ['pictureAlone'],
    recipients: ['court', 'The court'],
    gateway: 'children-act-11',
  });
});

it('gives the whole file where the officer asks for it', async () => {
  const { services } = await start(PHOTO);
  press('Give out Photograph bot.png');
  await screen.findByRole('button', { name: 'Log it and save bot.png' });
  fireEvent.click(screen.getByLabelText(/^Give the whole file/));
  await answer();
  press('Log it and save bot.png');
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.content).toContain(PLACE);
  expect((await services.store.audit()).at(-1)?.fields).toEqual(['wholeFile']);
});

it('withdraws a file once it is asked for, from the person who is named', async () => {
  const { services } = await start(PHOTO, { name: 'notice.pdf', bytes: buildPdf() });
  press('Withdraw Photograph bot.png');
  await screen.findByRole('heading', {
    name: `Withdraw ${WHICH} from the record of Tamsin Vael?`,
  });
  expect(await services.store.query('attachment')).toHaveLength(2);
  press('Withdraw bot.png');
  expect(await screen.findAllByText('Select why the file is withdrawn')).not.toHaveLength(0);
  expect(await services.store.query('attachment')).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('It was sent to us by mistake'));
  await waitFor(() => expect(screen.queryByText('Select why the file is withdrawn')).toBeNull());
  press('Withdraw bot.png');
  await screen.findByText(`${WHICH} was withdrawn from the record of Tamsin Vael`);
  const left = await services.store.query('attachment');
  expect(left.map(({ value }) => value.name)).toEqual(['notice.pdf']);
});

it('moves a file to the person who is named on the button, once it is said why', async () => {
  const { services, ids } = await start(PHOTO);
  const quillon = buildSubject({ name: 'Quillon Ashgrove' });
  await services.store.commit({ changes: [newRecord('subject', quillon)], reason: 'case-work' });
  press('Move Photograph bot.png');
  await screen.findByRole('heading', {
    name: `Move ${WHICH} from the record of Tamsin Vael to another person?`,
  });
  press('Move bot.png');
  expect(await screen.findAllByText('Select why the file is moved')).not.toHaveLength(0);
  fireEvent.click(await screen.findByLabelText(/Quillon Ashgrove/));
  expect(screen.queryByRole('radio', { name: /Tamsin Vael/ })).toBeNull();
  fireEvent.click(screen.getByLabelText('The person who gave it named the wrong person'));
  fireEvent.click(await screen.findByRole('button', { name: 'Move bot.png to Quillon Ashgrove' }));
  await screen.findByText(
    `${WHICH} was moved from the record of Tamsin Vael to the record of Quillon Ashgrove`,
  );
  const [moved] = await services.store.query('attachment');
  expect(moved?.id).toBe(ids[0]);
  expect(moved?.value).toMatchObject({
    subjectId: quillon.id,
    movedFrom: TAMSIN.id,
    movedWhy: 'wrong-name',
  });
});

describe('a file that is moved in a hurry', () => {
  async function moving() {
    const shown = await start(PHOTO);
    const { services } = shown;
    const people = ['Quillon Ashgrove', 'Wren Moss'].map((name) => buildSubject({ name }));
    const changes = people.map((person) => newRecord('subject', person));
    await services.store.commit({ changes, reason: 'case-work' });
    press('Move Photograph bot.png');
    fireEvent.click(await screen.findByLabelText('The person who gave it named the wrong person'));
    await screen.findByLabelText(/Quillon Ashgrove/);
    const chooses = (name: RegExp) => fireEvent.click(screen.getByLabelText(name));
    const whose = async () => (await services.store.query('attachment'))[0]?.value.subjectId;
    const [quillon, wren] = people.map(({ id }) => id);
    return { ...shown, chooses, whose, quillon, wren };
  }

  it('is moved to nobody before the button names them, and then to whom it names', async () => {
    const { chooses, whose, quillon } = await moving();
    chooses(/Quillon Ashgrove/);
    press('Move bot.png');
    await screen.findAllByText(/^Wait until the button says who it is moved to/);
    expect(await whose()).toBe(TAMSIN.id);
    fireEvent.click(
      await screen.findByRole('button', { name: 'Move bot.png to Quillon Ashgrove' }),
    );
    await screen.findByText(/was moved from the record of Tamsin Vael to the record of Quillon/);
    expect(await whose()).toBe(quillon);
  });

  it('is not moved to somebody chosen since the button named another', async () => {
    const { chooses, whose } = await moving();
    chooses(/Quillon Ashgrove/);
    const button = await screen.findByRole('button', { name: 'Move bot.png to Quillon Ashgrove' });
    chooses(/Wren Moss/);
    fireEvent.click(button);
    await screen.findAllByText(/^Wait until the button says who it is moved to/);
    expect(await whose()).toBe(TAMSIN.id);
  });

  it('leads to the person whom it was moved to, though another was chosen meanwhile', async () => {
    const { app, chooses, whose, quillon } = await moving();
    chooses(/Quillon Ashgrove/);
    fireEvent.click(
      await screen.findByRole('button', { name: 'Move bot.png to Quillon Ashgrove' }),
    );
    chooses(/Wren Moss/);
    await screen.findByText(/was moved from the record of Tamsin Vael to the record of Quillon/);
    expect(await whose()).toBe(quillon);
    expect(app.router.route.value).toMatchObject({ name: 'subject', subject: quillon });
  });
});
