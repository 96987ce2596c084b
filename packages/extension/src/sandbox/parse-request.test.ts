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
  const pieces = piecesOf(messages);
  const expected = begin.head.pieceCounts.reduce((sum, count) => sum + count, 0);
  expect(pieces).toHaveLength(expected);
  const arrived = fromMessages(begin.head, pieces, { adapters: settings.adapters });
  // The cuts between a page's pieces do not matter on the other side.
  const joined =
    request.kind === 'snapshot' ? { ...request, pieces: [request.pieces.join('')] } : request;
  expect(isDeepStrictEqual(arrived, joined)).toBe(true);
  if (request.kind !== 'snapshot')
    expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(500_000);
});

it('carries a page of the usual size in one message, though it came in many pieces', () => {
  const pieces = ['{"frames":[', 'x'.repeat(400_000), '', ']}'];
  const messages = toMessages(1, { kind: 'snapshot', pieces, settings });
  expect(messages).toHaveLength(1);
  expect(piecesOf(messages)).toEqual([pieces.join('')]);
  const larger = toMessages(1, { kind: 'snapshot', pieces: [...pieces, ...pieces], settings });
  expect(piecesOf(larger)).toHaveLength(2);
});

function piecesOf(messages: readonly ToWorker[]): string[] {
  return messages.flatMap((message) => {
    if (message.type === 'soon' || message.type === 'terms') return [];
    return message.type === 'begin' ? [...message.pieces] : [message.text];
  });
}
