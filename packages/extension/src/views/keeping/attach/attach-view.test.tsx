// @vitest-environment happy-dom
import { PreventError } from '@cyber-prevent/core';
import {
  buildJpeg,
  buildOffice,
  buildPdf,
  buildPng,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./attach-view.js'), 60_000);
afterEach(cleanup);

const TAMSIN = buildSubject({ name: 'Tamsin Vael' });
const QUILLON = buildSubject({ name: 'Quillon Ashgrove' });

const file = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name);
const text = (words: string) => new TextEncoder().encode(words);
const chooser = () => screen.getByLabelText<HTMLInputElement>('Choose or drop files');
const choose = (...files: readonly File[]) => fireEvent.change(chooser(), { target: { files } });
const what = (nth: number, code: string) => {
  const select = screen.getAllByLabelText('What is this?')[nth];
  if (select) fireEvent.change(select, { target: { value: code } });
};
const given = (by: string) =>
  fireEvent.input(screen.getByLabelText('Who gave it'), { target: { value: by } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const readOf = (words: string | RegExp) => screen.findByText(words);

async function start() {
  const shell = await showShell();
  const { services, app } = shell;
  await services.store.commit({
    changes: [newRecord('subject', TAMSIN), newRecord('subject', QUILLON)],
    reason: 'case-work',
  });
  app.router.go({ name: 'attach', subject: TAMSIN.id });
  await screen.findByLabelText('Choose or drop files');
  return shell;
}

it('attaches several files to the person whose screen it is, who is named on the button and afterwards', async () => {
  const { services, app } = await start();
  choose(file('notice.pdf', buildPdf()), file('bot.png', buildPng({ saysPlace: true })));
  await readOf(/^PNG, .* The file itself says where/);
  what(0, 'signed-notice');
  what(1, 'screenshot');
  given('Her mother');
  press('Attach 2 files to Tamsin Vael');
  await screen.findByText('2 files were attached to the record of Tamsin Vael');
  const held = await services.store.query('attachment');
  expect(
    held.map(({ value }) => [value.subjectId, value.what, value.name, value.mediaType]),
  ).toEqual([
    [TAMSIN.id, 'signed-notice', 'notice.pdf', 'application/pdf'],
    [TAMSIN.id, 'screenshot', 'bot.png', 'image/png'],
  ]);
  expect(await services.store.batchesSince(1)).not.toHaveLength(0);
  expect(app.router.route.value).toMatchObject({ name: 'subject', subject: TAMSIN.id });
  const png = held[1] && (await services.blobs.openFile(held[1].id, 'case-work'));
  expect(png).toEqual(buildPng({ saysPlace: true }));
});

it('tells two people of one name apart where the files are attached and withdrawn', async () => {
  const { services, app } = await start();
  const [older, younger] = ['2009-05-04', '2012-08-19'].map((bornOn) =>
    buildSubject({ name: 'Owen Marlowe', bornOn }),
  );
  if (!older || !younger) throw new Error('Nobody was built');
  await services.store.commit({
    changes: [newRecord('subject', older), newRecord('subject', younger)],
    reason: 'case-work',
  });
  app.router.go({ name: 'attach', subject: younger.id });
  await screen.findByRole('button', { name: 'Attach to Owen Marlowe, born 19 August 2012' });
  expect(
    screen.getByText(/sealed with the record of Owen Marlowe, born 19 August 2012/),
  ).toBeTruthy();
  choose(file('notice.pdf', buildPdf()));
  await readOf(/^PDF, \d/);
  what(0, 'signed-notice');
  given('His mother');
  press('Attach 1 file to Owen Marlowe, born 19 August 2012');
  await screen.findByText(/attached to the record of Owen Marlowe, born 19 August 2012/);
  fireEvent.click(await screen.findByRole('button', { name: 'Withdraw Signed notice notice.pdf' }));
  await screen.findByRole('heading', {
    name: /from the record of Owen Marlowe, born 19 August 2012\?$/,
  });
});

it('says before the save that all files of it are from one person, where there are several', async () => {
  await start();
  screen.getByText('You then say what each file is. Who gave it is asked below.');
  choose(file('notice.pdf', buildPdf()));
  await readOf(/^PDF, \d/);
  expect(screen.queryByText(/^Asked once for all/)).toBeNull();
  choose(file('bot.png', buildPng()));
  await screen.findByText(/^Asked once for all 2 files/);
});

it('takes dropped files, and leaves a file dropped beside the place to nobody', async () => {
  await start();
  const beside = new Event('drop', { cancelable: true, bubbles: true });
  window.dispatchEvent(beside);
  expect(beside.defaultPrevented).toBe(true);
  const dataTransfer = { files: [file('a.jpg', buildJpeg())] };
  fireEvent(chooser(), createEvent.drop(chooser(), { dataTransfer }));
  await readOf(/^JPEG, /);
});

it('refuses what could run, is empty or is too large, says why, and keeps the others', async () => {
  const { services } = await start();
  const vast = file('video.pdf', buildPdf());
  let isRead = false;
  Object.defineProperties(vast, {
    size: { value: 200_000_000 },
    arrayBuffer: {
      value: async () => {
        isRead = true;
        return new ArrayBuffer(0);
      },
    },
  });
  choose(
    file('plan.docx', buildOffice('word', ['word/vbaProject.bin'])),
    file('empty.pdf', new Uint8Array()),
    vast,
    file('drawing.svg', text('<svg onload="x()"></svg>')),
    file('letter.txt', text('Dear Marisol')),
  );
  await readOf(/^Text, 12 bytes/);
  await screen.findByText(/plan\.docx was not attached\. It carries a macro/);
  for (const words of [
    /empty\.pdf was not attached\. It is empty/,
    /video\.pdf was not attached\. It has 200 MB, and the most is 20 MB/,
    /drawing\.svg was not attached\. It is a web page or a drawing/,
  ])
    expect(screen.getByText(words)).toBeTruthy();
  expect(isRead).toBe(false);
  expect(screen.getAllByLabelText('What is this?')).toHaveLength(1);
  expect(await services.store.blobs()).toEqual(new Set());
});

it('asks what each file is, and who gave it, before any of them is kept', async () => {
  const { services } = await start();
  press('Attach to Tamsin Vael');
  expect(await screen.findAllByText('Choose a file')).not.toHaveLength(0);
  choose(file('notice.pdf', buildPdf()));
  await readOf(/^PDF, \d/);
  press('Attach 1 file to Tamsin Vael');
  expect(await screen.findAllByText('Select what notice.pdf is')).not.toHaveLength(0);
  expect(screen.getAllByText('Enter who gave it')).not.toHaveLength(0);
  expect(await services.store.query('attachment')).toEqual([]);
});

it('says that the name and the bytes differ, and leaves a file out that was taken out', async () => {
  await start();
  choose(file('certificate.pdf', buildPng()));
  await readOf(/certificate\.pdf ends in “\.pdf”, but what is in it is a PNG file/);
  press('Take out certificate.pdf');
  await waitFor(() => expect(screen.queryByLabelText('What is this?')).toBeNull());
});

it('keeps nothing when the disk is full, with everything still on the screen', async () => {
  const { services } = await start();
  choose(file('notice.pdf', buildPdf()));
  await readOf(/^PDF, \d/);
  what(0, 'signed-notice');
  given('Her mother');
  services.failNext(
    'blob-put',
    new PreventError('CP_STORE_FULL', 'There is no room left on this computer.'),
  );
  press('Attach 1 file to Tamsin Vael');
  expect(await screen.findAllByText(/There is no room left/)).not.toHaveLength(0);
  expect(await services.store.query('attachment')).toEqual([]);
  press('Attach 1 file to Tamsin Vael');
  await screen.findByText('1 file was attached to the record of Tamsin Vael');
  expect(await services.store.query('attachment')).toHaveLength(1);
});

it('has what was typed after a lock in the middle, and no half of a file', async () => {
  const { services } = await start();
  choose(file('notice.pdf', buildPdf()));
  await readOf(/^PDF, \d/);
  given('Her mother');
  await services.vault.lock();
  services.setVault(OPEN);
  await screen.findByLabelText('Choose or drop files');
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('Who gave it').value).toBe('Her mother'),
  );
  expect(screen.queryByLabelText('What is this?')).toBeNull();
  expect(await services.store.query('attachment')).toEqual([]);
  expect(await services.store.blobs()).toEqual(new Set());
});

it('attaches the file that is chosen now, and not another of its name from a press without an answer', async () => {
  const { services, app } = await start();
  const fills = async (words: string) => {
    choose(file('scan.txt', text(words)));
    await readOf(/^Text, /);
    what(0, 'signed-notice');
    given('Her mother');
    press('Attach 1 file to Tamsin Vael');
  };
  services.saves.endNext('before-it-keeps');
  await fills('About Quillon');
  expect(await screen.findAllByText('The keeper of the records is gone.')).not.toHaveLength(0);

  app.router.go({ name: 'subject', subject: TAMSIN.id });
  await waitFor(() => expect(screen.queryByLabelText('Choose or drop files')).toBeNull());
  app.router.go({ name: 'attach', subject: TAMSIN.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('Choose or drop files');
  await fills('About Tamsin!');
  await screen.findByText('1 file was attached to the record of Tamsin Vael');
  const [held] = await services.store.query('attachment');
  const bytes = held && (await services.blobs.openFile(held.id, 'case-work'));
  expect(new TextDecoder().decode(bytes)).toBe('About Tamsin!');
});
