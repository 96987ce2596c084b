import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../../codes/index.js';
import type { Attachment } from '../../../record/attachment.js';
import type { PlainDate } from '../../../shared/index.js';
import { createMemoryStore } from '../../../store/index.js';
import type { StoredRecord } from '../../../store/log/port.js';
import { buildAttachment, buildSubject, newRecord } from '../../../testing/fiction/builder.js';
import { buildPdf, buildPng } from '../../../testing/fiction/file.js';
import { testHost, testSigner } from '../../../testing/host.js';
import { keepingLaw } from '../keeping-law.js';
import { attachFiles, correctAttachment, type FileToAttach, judgeFiles } from './attach-file.js';
import { bytesIssues, openedIssues } from './attachment-law.js';
import { FILE_RULES } from './file-rules.js';
import { attachmentsOf } from './same-file.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;

const piece = (letter: string) => ({
  blob: letter.repeat(43),
  salt: '0'.repeat(32),
  digest: '0'.repeat(64),
});
const file = (letter = 'A', said: Partial<FileToAttach> = {}): FileToAttach =>
  ({
    what: 'certificate',
    name: 'certificate.pdf',
    givenBy: 'Harbourlight Coders',
    file: { mediaType: 'application/pdf', size: 92_000 },
    pieces: [piece(letter)],
    ...said,
  }) as FileToAttach;

async function start() {
  const host = testHost({ at: `${TODAY}T09:30:00.000Z` });
  const officer = { regime: 'part3', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const [tamsin, quillon] = [
    buildSubject({ name: 'Tamsin Vael' }),
    buildSubject({ name: 'Quillon Ashgrove' }),
  ];
  await store.commit({
    changes: [newRecord('subject', tamsin), newRecord('subject', quillon)],
    reason: 'case-work',
  });
  const subject = await store.get('subject', tamsin.id);
  const of = async () => ({ host, lists, subject, records: await store.query('attachment') });
  const attach = async (...files: readonly FileToAttach[]) => {
    const made = attachFiles(files, await of());
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
    return made.value.ids;
  };
  return { store, host, subject, tamsin, quillon, attach, of };
}

const codesAt = (made: ReturnType<typeof attachFiles>) =>
  made.issues.map(({ code, at }) => `${code} ${at}`);

describe('attaching files', () => {
  it('keeps all of them in one save, each about the person whose record it is', async () => {
    const { attach, store, tamsin } = await start();
    const ids = await attach(file('A'), file('B', { name: 'photo.png' } as never));
    const held = attachmentsOf(await store.query('attachment'), tamsin.id);
    expect(held.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
    for (const { value } of held)
      expect(value).toMatchObject({ subjectId: tamsin.id, receivedOn: TODAY });
    expect(await store.batchesSince(1)).toHaveLength(1);
  });

  it('says of each file what is missing, and saves none', async () => {
    const { of } = await start();
    const made = attachFiles(
      [file('A'), file('B', { what: undefined, givenBy: undefined })],
      await of(),
    );
    expect(made.ok).toBe(false);
    expect(codesAt(made)).toEqual(['missing files.1.what', 'missing files.1.givenBy']);
  });

  it('refuses days to come, days in the wrong order, no file, too many, and nobody', async () => {
    const { of } = await start();
    const context = await of();
    const made = (said: object) => codesAt(attachFiles([file('A', said)], context));
    expect(made({ receivedOn: '2026-11-25' })).toEqual(['date-in-future files.0.receivedOn']);
    expect(made({ receivedOn: '2026-11-01', madeOn: '2026-11-02' })).toEqual([
      'date-out-of-order files.0.madeOn',
    ]);
    expect(codesAt(attachFiles([], context))).toEqual(['attachment-none files']);
    const many = Array.from({ length: FILE_RULES.mostFiles + 1 }, () => file());
    expect(codesAt(attachFiles(many, context))).toEqual(['attachment-too-many files']);
    const nobody = attachFiles([file()], { ...context, subject: undefined });
    expect(nobody.ok).toBe(false);
  });

  it('refuses the same file twice for one person, in one save or later', async () => {
    const { attach, of } = await start();
    expect(codesAt(attachFiles([file('A'), file('A')], await of()))).toEqual([
      'attachment-held files.1.file',
    ]);
    await attach(file('A'));
    const again = attachFiles([file('A', { name: 'again.pdf' } as never)], await of());
    expect(codesAt(again)).toEqual(['attachment-held files.0.file']);
    expect(again.issues[0]?.message).toContain('as “certificate.pdf”, received on 24 November');
  });
});

describe('an attached file', () => {
  const one = async (begun: Awaited<ReturnType<typeof start>>) => {
    const [id] = await begun.attach(file('A'));
    const held = id && (await begun.store.get('attachment', id));
    if (!held) throw new Error('Not held');
    return held;
  };

  it('is put right in what it is said to be, and in nothing that it is', async () => {
    const begun = await start();
    const held = await one(begun);
    const { what, name, receivedOn, givenBy } = held.value;
    const said = { what, name, receivedOn, givenBy };
    expect(correctAttachment(held, said, { ...begun, lists }).issues).toMatchObject([
      { code: 'nothing-changed' },
    ]);
    const right = correctAttachment(
      held,
      { ...said, what: 'caution' as never },
      { ...begun, lists },
    );
    if (!right.ok) throw new Error(JSON.stringify(right.issues));
    expect(right.value.commit.changes).toMatchObject([{ set: { what: 'caution' } }]);
    await begun.store.commit(right.value.commit);
    const now = await begun.store.get('attachment', held.id);
    expect(now?.value).toEqual({ ...held.value, what: 'caution' });
  });

  it('never becomes another file, whoever asks the store', async () => {
    const begun = await start();
    const held = await one(begun);
    for (const set of [
      { pieces: [piece('Z')] },
      { size: 91_999 },
      { mediaType: 'text/plain' },
      { saysPlace: true },
    ] as const)
      await expect(
        begun.store.commit({ changes: [setting(held, set)], reason: 'correction' }),
      ).rejects.toMatchObject(refused('attachment-stands'));
  });

  it('is not attached to nobody, beyond the limits, or on a day to come, whoever asks the store', async () => {
    const { store, tamsin } = await start();
    const about = { subjectId: tamsin.id };
    for (const [over, code] of [
      [{}, 'subject-unknown'],
      [{ ...about, size: FILE_RULES.mostBytes + 1 }, 'attachment-too-large'],
      [{ ...about, size: 3_000_001 }, 'attachment-not-what-it-says'],
      [{ ...about, mediaType: 'image/png' as const }, 'attachment-not-what-it-says'],
      [{ ...about, receivedOn: '2026-11-25' }, 'date-in-future'],
    ] as const)
      await expect(
        store.commit({
          changes: [newRecord('attachment', buildAttachment(over))],
          reason: 'case-work',
        }),
      ).rejects.toMatchObject({
        cause: expect.arrayContaining([expect.objectContaining({ code })]),
      });
    const many = Array.from({ length: FILE_RULES.mostFiles + 1 }, (_, nth) => {
      const pieces = [piece(String.fromCharCode(65 + nth))];
      return newRecord('attachment', buildAttachment({ ...about, pieces } as never));
    });
    await expect(store.commit({ changes: many, reason: 'case-work' })).rejects.toMatchObject(
      refused('attachment-too-many'),
    );
    expect(await store.query('attachment')).toEqual([]);
  });

  it('has its day of signing put right, and the day it was received stays', async () => {
    const begun = await start();
    const [id] = await begun.attach(
      file('A', { receivedOn: '2026-11-20', madeOn: '2026-11-03' } as never),
    );
    const held = id && (await begun.store.get('attachment', id));
    if (!held) throw new Error('Not held');
    const { what, name, givenBy } = held.value;
    const said = { what, name, givenBy, madeOn: '2026-11-13' as PlainDate };
    const right = correctAttachment(held, said, { ...begun, lists });
    if (!right.ok) throw new Error(JSON.stringify(right.issues));
    expect(right.value.commit.changes).toMatchObject([{ set: { madeOn: '2026-11-13' } }]);
    expect(Object.keys(right.value.commit.changes[0]?.set ?? {})).toEqual(['madeOn']);
    await begun.store.commit(right.value.commit);
    expect((await begun.store.get('attachment', held.id))?.value).toEqual({
      ...held.value,
      madeOn: '2026-11-13',
    });
  });

  it('is never said to be signed after it was received, whoever asks the store', async () => {
    const begun = await start();
    const held = await one(begun);
    const set = { receivedOn: '2026-11-02', madeOn: '2026-11-03' };
    await expect(
      begun.store.commit({ changes: [setting(held, set)], reason: 'correction' }),
    ).rejects.toMatchObject(refused('date-out-of-order'));
  });
});

it('refuses more bytes at once than one save may have, whoever asks the store', async () => {
  const { of, store, tamsin } = await start();
  const size = 20_000_000;
  const large = (letter: string) =>
    file(letter, { file: { mediaType: 'application/pdf', size } as never });
  const four = ['A', 'B', 'C', 'D'].map(large);
  expect(codesAt(attachFiles(four, await of()))).toEqual(['attachment-too-much files']);
  expect(attachFiles(four.slice(0, 3), await of()).ok).toBe(true);
  const changes = ['A', 'B', 'C', 'D'].map((letter) => {
    const pieces = Array.from({ length: 7 }, () => piece(letter));
    const value = buildAttachment({ subjectId: tamsin.id, size, pieces } as never);
    return newRecord('attachment', value);
  });
  await expect(store.commit({ changes, reason: 'case-work' })).rejects.toMatchObject(
    refused('attachment-too-much'),
  );
});

describe('bytes', () => {
  const png = buildPng({ width: 40, height: 30, saysPlace: true });
  const right = {
    name: 'photo.png',
    mediaType: 'image/png',
    size: png.length,
    width: 40,
    height: 30,
    saysPlace: true,
  } as Attachment;

  it('are those that the record says, or the save is refused', () => {
    expect(bytesIssues(right, png)).toEqual([]);
    for (const wrong of [
      { width: 41 },
      { size: 7 },
      { saysPlace: false },
      { mediaType: 'image/gif' },
    ])
      expect(bytesIssues({ ...right, ...wrong } as Attachment, png)).toMatchObject([
        { code: 'attachment-not-what-it-says' },
      ]);
    expect(bytesIssues(right, buildPdf())).toMatchObject([{ code: 'attachment-not-what-it-says' }]);
    expect(bytesIssues(right, new Uint8Array())).toMatchObject([{ code: 'attachment-empty' }]);
  });
});

it('opens a file that was attached under other limits, and no file that could run', () => {
  const vast = buildPng({ width: 10_000, height: 7_000 });
  const said = { mediaType: 'image/png', size: vast.length, width: 10_000, height: 7_000 };
  const value = { name: 'plan.png', ...said } as Attachment;
  expect(bytesIssues(value, vast)).toMatchObject([{ code: 'attachment-too-large' }]);
  expect(openedIssues(value, vast)).toEqual([]);
  const page = new TextEncoder().encode('<svg onload="x"></svg>');
  const text = { name: 'plan.txt', mediaType: 'text/plain', size: page.length } as Attachment;
  expect(openedIssues(text, page)).toMatchObject([{ code: 'attachment-active' }]);
});

it('judges files before a piece of them is kept as it does afterwards', async () => {
  const { of } = await start();
  const [{ pieces: _, ...one }, { pieces: __, ...two }] = [file('A'), file('B')];
  expect(judgeFiles([one, two], await of()).ok).toBe(true);
  const wrong = { ...two, receivedOn: '2026-11-25' } as typeof two;
  expect(judgeFiles([one, wrong], await of()).issues).toMatchObject([
    { code: 'date-in-future', at: 'files.1.receivedOn' },
  ]);
});

it('attaches a file to a person once, though two windows do so at the same time, or one save names it twice', async () => {
  const { store, of, quillon } = await start();
  const windows = [attachFiles([file()], await of()), attachFiles([file()], await of())];
  const [one, other] = windows.map((made) => {
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    return made.value.commit;
  });
  if (!one || !other) throw new Error('There are two');
  await store.commit(one);
  await expect(store.commit(other)).rejects.toMatchObject({
    ...refused('attachment-held'),
    message: expect.stringContaining('Take it out of the list.'),
  });
  const twice = ['one.pdf', 'two.pdf'].map((name) =>
    newRecord(
      'attachment',
      buildAttachment({
        subjectId: quillon.id,
        name,
        receivedOn: TODAY,
        pieces: [piece('A')],
      } as never),
    ),
  );
  await expect(store.commit({ changes: twice, reason: 'case-work' })).rejects.toMatchObject({
    code: 'CP_RECORD_INVALID',
  });
  expect(await store.query('attachment')).toHaveLength(1);
  await store.commit({ changes: twice.slice(1), reason: 'case-work' });
  expect(await store.query('attachment')).toHaveLength(2);
});

const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const setting = (held: StoredRecord<'attachment'>, set: object) => ({
  kind: 'attachment' as const,
  record: held.id,
  parents: held.heads,
  set: set as never,
});
