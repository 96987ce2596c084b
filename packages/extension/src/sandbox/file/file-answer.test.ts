import { failed, type PlainDate, passed } from '@cyber-prevent/core';
import type { Exporter, Importer, Plugin, RecordSet } from '@cyber-prevent/core/plugin';
import { buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { answerFile } from './file-answer.js';
import type { FileOrder } from './file-order.js';
import { BYTES_IN_PART, type FileReply, PART } from './file-reply.js';
import { HOSTED } from './hosted.js';

const TODAY = '2026-11-24' as PlainDate;
const bytes = (text: string) => new TextEncoder().encode(text);

async function said(order: FileOrder, plugins = HOSTED): Promise<readonly FileReply[]> {
  const replies: FileReply[] = [];
  await answerFile(order, plugins, (reply) => replies.push(reply));
  return replies;
}
const reads = (importer: string, text: string): FileOrder => ({
  kind: 'read',
  importer,
  bytes: bytes(text),
  today: TODAY,
});
const pluginOf = (read: Importer['read']): Plugin => ({
  name: 'odd',
  version: '1.0.0',
  importers: [{ id: 'odd', title: 'Odd', mediaTypes: [], extensions: ['odd'], read }],
});

it('names the importers that ship, and which of them read tables', async () => {
  const [about] = await said({ kind: 'about' });
  expect(
    about?.type === 'about' && about.importers.map(({ id, hasColumns }) => [id, hasColumns]),
  ).toEqual([
    ['csv', true],
    ['single-online-home', false],
  ]);
});

it('sends what was read in parts, then the numbers that were sent', async () => {
  const rows = 3000;
  const replies = await said(
    reads('csv', `Name,Telephone\n${'Taz Vael,07700 900123\n'.repeat(rows)}`),
  );
  const parts = replies.filter((reply) => reply.type === 'rows');
  expect(parts.length).toBeGreaterThan(1);
  for (const { json } of parts) expect(json.length).toBeLessThan(PART * 2);
  expect(parts.flatMap(({ json }) => JSON.parse(json))).toHaveLength(rows);
  expect(replies.at(-1)).toEqual({ type: 'read', rows, issues: 0 });
  expect(replies[0]).toEqual({ type: 'progress', done: 0, of: rows });
});

it('says no percentage of progress twice', async () => {
  const many = pluginOf(async (_, { progress }) => {
    for (let row = 0; row < 50_000; row += 1) progress?.(row, 50_000);
    return passed([]);
  });
  const replies = await said(reads('odd', ''), [many]);
  expect(replies.filter(({ type }) => type === 'progress')).toHaveLength(100);
});

it('sends the issues of a file that is refused, however many', async () => {
  const issues = Array.from({ length: 450 }, (_, row) => ({
    code: 'row-broken',
    severity: 'error' as const,
    message: `Row ${row} was not read.`,
  }));
  const replies = await said(reads('odd', ''), [pluginOf(async () => failed(...issues))]);
  expect(replies.flatMap((reply) => (reply.type === 'issues' ? reply.issues : []))).toEqual(issues);
  expect(replies.at(-1)).toEqual({ type: 'refused' });
});

it.each<readonly [string, Importer['read']]>([
  [
    'throws',
    () => {
      throw new Error('Taz Vael');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('Taz Vael'))],
  ['gives nothing', async () => undefined as never],
  [
    'gives rows that cannot be written',
    async () => passed([{ values: {}, at: 'row 1', issues: [], big: 1n } as never]),
  ],
])(
  'answers in a sentence, without the words of the fault, when the importer %s',
  async (_, read) => {
    const replies = await said(reads('odd', ''), [pluginOf(read)]);
    expect(replies.at(-1)).toEqual({ type: 'refused' });
    expect(JSON.stringify(replies)).toContain('it broke the reader');
    expect(JSON.stringify(replies)).not.toContain('Taz Vael');
  },
);

it('answers for an importer that there is not', async () => {
  expect((await said(reads('none', ''))).at(-1)).toEqual({ type: 'refused' });
});

const ADA = buildSubject({ name: 'Ada Vael' });
const SET: RecordSet = {
  type: 'records',
  marking: 'OFFICIAL-SENSITIVE',
  records: { subject: [ADA], referral: [buildReferral({ subjectId: ADA.id })] },
};
const writes = (exporter: string): FileOrder => ({
  kind: 'write',
  exporter,
  set: SET,
  today: TODAY,
});
const writer = (write: Exporter['write'], takes: Exporter['takes'] = ['records']): Plugin => ({
  name: 'odd',
  version: '1.0.0',
  exporters: [{ id: 'odd', title: 'Odd', mediaType: 'text/plain', extension: 'odd', takes, write }],
});

it('names the exporters of records that ship, and none that writes papers alone', async () => {
  const [about] = await said({ kind: 'about' }, [
    ...HOSTED,
    writer(async () => bytes('x'), ['rendered']),
  ]);
  expect(about?.type === 'about' && about.exporters.map(({ id }) => id)).toEqual([
    'csv',
    'single-online-home',
  ]);
});

it.each(['csv', 'single-online-home'])('makes a file: %s', async (exporter) => {
  const replies = await said(writes(exporter));
  const parts = replies.flatMap((reply) => (reply.type === 'bytes' ? [reply.bytes] : []));
  expect(parts.map((part) => new TextDecoder().decode(part)).join('')).toContain('Ada Vael');
  expect(replies.at(-1)).toMatchObject({
    type: 'written',
    size: parts.reduce((sum, { length }) => sum + length, 0),
  });
});

it('sends a long file in parts', async () => {
  const long = new Uint8Array(BYTES_IN_PART * 2 + 1);
  const replies = await said(writes('odd'), [writer(async () => long)]);
  const lengths = replies.flatMap((reply) => (reply.type === 'bytes' ? [reply.bytes.length] : []));
  expect(lengths).toEqual([BYTES_IN_PART, BYTES_IN_PART, 1]);
});

it.each<readonly [string, Exporter['write']]>([
  ['throws', async () => Promise.reject(new Error('Ada Vael'))],
  ['gives nothing', async () => undefined as never],
])('says that a file could not be made when its exporter %s', async (_, write) => {
  const replies = await said(writes('odd'), [writer(write)]);
  expect(replies.at(-1)).toEqual({ type: 'refused' });
  expect(JSON.stringify(replies)).toContain('The file could not be made. Nothing was given out.');
  expect(JSON.stringify(replies)).not.toContain('Ada Vael');
});

it('says once what a format leaves out of every referral, and of how many', async () => {
  const leftOut: Exporter['leftOut'] = () =>
    ['referral 1', 'referral 2', 'referral 3'].flatMap((at) => [
      { code: 'no-room', severity: 'warning' as const, message: 'No room for the status.', at },
      ...(at === 'referral 2'
        ? [{ code: 'too-long', severity: 'warning' as const, message: 'A name is too long.', at }]
        : []),
    ]);
  const plugin = writer(async () => bytes('x'));
  const [exporter] = plugin.exporters ?? [];
  const replies = await said(writes('odd'), [
    { ...plugin, exporters: exporter ? [{ ...exporter, leftOut }] : [] },
  ]);
  expect(replies.flatMap((reply) => (reply.type === 'issues' ? reply.issues : []))).toMatchObject([
    { message: 'No room for the status.', at: 'referral 1 and 2 more' },
    { message: 'A name is too long.', at: 'referral 2' },
  ]);
  expect(replies.at(-1)).toEqual({ type: 'written', size: 1, issues: 2 });
});

it.each(['csv', 'single-online-home'])('says how far a long file is: %s', async (exporter) => {
  const people = Array.from({ length: 1200 }, (_, at) => buildSubject({ name: `Ada Vael ${at}` }));
  const referral = people.map(({ id }) => buildReferral({ subjectId: id }));
  const order = writes(exporter);
  const set: RecordSet = { ...SET, records: { subject: people, referral } };
  const replies = await said({ ...order, set } as FileOrder);
  const progress = replies.filter((reply) => reply.type === 'progress');
  expect(progress[0]).toEqual({ type: 'progress', done: 0, of: 1200 });
  expect(progress.length).toBeGreaterThan(2);
});
