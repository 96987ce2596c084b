import { isDeepStrictEqual } from 'node:util';
import type { Instant, PlainDate } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { fromMessages, type ParseRequest, type ToWorker, toMessages } from './parse-request.js';

const settings = {
  now: '2026-11-24T09:30:00.000Z' as Instant,
  today: '2026-11-24' as PlainDate,
  ids: [],
  adapters: [],
};
const long = 'é😀 text '.repeat(200_000);

const requests: readonly ParseRequest[] = [
  { kind: 'snapshot', pieces: [long, 'b'], settings },
  { kind: 'snapshot-file', json: long, settings },
  { kind: 'html', html: '', url: 'u', title: 't', frames: { a: '', b: long }, settings },
  { kind: 'html', html: long, url: '', frames: {}, settings },
  { kind: 'text', text: long, title: 'Call', url: 'u', way: 'selection', settings },
];

it.each(requests)('carries a $kind across in small messages, whole', (request) => {
  const messages = toMessages(1, request);
  const [begin] = messages;
  if (begin?.type !== 'begin') throw new Error('No beginning');
  const isPiece = (message: ToWorker) => message.type === 'piece';
  const pieces = messages.filter(isPiece).map(({ text }) => text);
  const arrived = fromMessages(begin.head, pieces);
  // How a page's pieces are cut does not matter on the other side.
  const joined =
    request.kind === 'snapshot' ? { ...request, pieces: [request.pieces.join('')] } : request;
  expect(isDeepStrictEqual(arrived, joined)).toBe(true);
  if (request.kind !== 'snapshot')
    expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(500_000);
});
