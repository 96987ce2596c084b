import type { PlainDate } from '@cyber-prevent/core';
import type { RecordSet } from '@cyber-prevent/core/plugin';
import { buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import type { FileOrder } from './file-order.js';
import { sendOrder, takeOrder } from './send-order.js';

const TODAY = '2026-11-24' as PlainDate;
const subjects = Array.from({ length: 450 }, () => buildSubject());
const records: RecordSet['records'] = {
  subject: subjects,
  referral: subjects.map(({ id }) => buildReferral({ subjectId: id })),
  referrer: [],
};
const set: RecordSet = { type: 'records', marking: 'OFFICIAL-SENSITIVE', records };
const WRITE: FileOrder = { kind: 'write', exporter: 'csv', set, today: TODAY };
type Message = Parameters<Parameters<typeof sendOrder>[1]>[0];

it('sends many records in short parts, which are the order again once they are put together', async () => {
  const sent: Message[] = [];
  await sendOrder(WRITE, (message) => sent.push(message));
  expect(sent.map(({ kind }) => kind)).toEqual([...Array(6).fill('records'), 'write']);
  for (const message of sent)
    for (const list of Object.values(message.kind === 'records' ? message.records : {}))
      expect(list.length).toBeLessThanOrEqual(200);
  const take = takeOrder();
  const whole = sent.flatMap((message) => take(message) ?? []);
  expect(whole).toEqual([
    {
      ...WRITE,
      set: { ...set, records: { subject: records.subject, referral: records.referral } },
    },
  ]);
});

it('sends no more once nobody waits for the answer', async () => {
  const sent: Message[] = [];
  await sendOrder(
    WRITE,
    (message) => sent.push(message),
    () => sent.length === 2,
  );
  expect(sent.map(({ kind }) => kind)).toEqual(['records', 'records']);
});

it('sends any other order as it is', async () => {
  const order: FileOrder = {
    kind: 'read',
    importer: 'csv',
    bytes: Uint8Array.of(1),
    today: TODAY,
  };
  const sent: Message[] = [];
  await sendOrder(order, (message) => sent.push(message));
  expect(sent).toEqual([order]);
  expect(takeOrder()(order)).toBe(order);
});
