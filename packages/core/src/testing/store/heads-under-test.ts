/** A log in memory that keeps heads and notes each request, and stores over it. */

import type { BatchLog } from '../../store/log/batch-log.js';
import type { HeadRecord, HeadsChange, HeadsLog } from '../../store/log/heads.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Batch, Change } from '../../store/log/revision.js';
import { memoryLog } from '../../store/memory-log.js';
import { buildSubject, newRecord } from '../fiction/builder.js';
import { testHost, testSigner } from '../host.js';

export const signer = testSigner();
export const { verify } = signer;

export interface KeepingLog extends BatchLog {
  readonly heads: HeadsLog;
}

/** A log that keeps heads, and notes each request. */
function notingLog() {
  const log = memoryLog() as KeepingLog;
  const asked: string[] = [];
  const saves: HeadsChange[] = [];
  const noting: KeepingLog = {
    ...log,
    load(after = 0) {
      asked.push(`load ${after}`);
      return log.load(after);
    },
    read(seqs) {
      asked.push(`read ${seqs.join(' ')}`);
      return log.read(seqs);
    },
    replace(batches) {
      asked.push(`replace ${batches.map(({ header }) => header.seq).join(' ')}`);
      return log.replace(batches);
    },
    heads: {
      load: log.heads.load,
      async save(change) {
        saves.push(change);
        await log.heads.save(change);
      },
    },
  };
  return { log: noting, asked, saves };
}

export function setUp() {
  const noted = notingLog();
  const options = { log: noted.log, host: testHost(), signer, verify };
  return { ...noted, options };
}

/** The same batches in a log that keeps no heads. */
export async function withoutHeads(log: BatchLog): Promise<BatchLog> {
  const { heads, ...plain } = memoryLog();
  for await (const batch of log.load()) await plain.append(batch);
  return plain;
}

export async function batchesOf(log: BatchLog): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of log.load()) batches.push(batch);
  return batches;
}

/** All content of the log, batches and heads. */
export async function heldIn(log: KeepingLog): Promise<string> {
  const records: HeadRecord[] = [];
  for await (const portion of (await log.heads.load())?.records ?? [])
    records.push(...portion.records);
  return JSON.stringify([await batchesOf(log), records]);
}

export const save = (store: RecordStore, ...changes: Change[]) =>
  store.commit({ changes, reason: 'case-work' });
export const saveSubject = async (store: RecordStore, name = 'Rowan Vael') => {
  const subject = buildSubject({ name });
  const receipt = await save(store, newRecord('subject', subject));
  return { ...receipt, id: subject.id };
};
