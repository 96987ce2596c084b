/** An audit file of many entries, altered in one place at a time, and the verifier that must name the place. */
import { readAuditHead } from '../../packages/core/src/store/audit/audit-file.js';
import { auditLinesOf } from '../../packages/core/src/store/audit/audit-file-reading.js';
import {
  type AuditVerdict,
  auditVerdict,
  beginAudit,
  readAuditOn,
} from '../../packages/core/src/store/audit/audit-file-verify.js';
import {
  type AuditUnderTest,
  auditUnderTest,
  digest,
  errorsOf,
  flipped,
} from '../../packages/core/src/testing/store/signed-chain.js';

export const FAULTS = ['flip', 'delete', 'swap', 'truncate'] as const;
export type Fault = (typeof FAULTS)[number];

export interface Audited {
  readonly tried: Readonly<Record<Fault, number>>;
  /** Reported, with the right entry as the first bad one. */
  readonly right: Readonly<Record<Fault, number>>;
  /** The wrong reports, of the first few. */
  readonly wrong: readonly string[];
  /** Issues of the unaltered file. */
  readonly whenWhole: readonly string[];
}

/**
 * Each file is verified from its first line.
 *
 * @param samples - entries tried with each fault, the first and the last among them; all of them when there are fewer
 */
export async function auditFaults(entries: number, samples: number): Promise<Audited> {
  const audit = await auditUnderTest(entries);
  const tally = newTally();
  for (const seq of chosen(entries, samples))
    for (const fault of FAULTS) {
      const pieces = altered(audit, fault, seq);
      if (pieces === undefined) continue;
      const text = [...audit.lines.slice(0, seq), ...pieces].join('');
      tally.count(fault, seq, await audit.judged(text));
    }
  return { ...tally.counted(), whenWhole: errorsOf(await audit.judged(audit.lines.join(''))) };
}

/**
 * Tries every entry with each fault. The entries before it are sound and were verified once: each file is verified from
 * there, by the same code; a separate test proves that the verdict is the same as from the first line.
 */
export async function everyFault(
  entries: number,
  onTried: (seq: number) => void,
): Promise<Audited> {
  const audit = await auditUnderTest(entries);
  const options = { digest, verify: audit.verify };
  const file = readAuditHead(audit.lineOf(0).trimEnd());
  if (!file.ok) throw new Error('The first line is sound');
  const tally = newTally();
  let before = beginAudit(file.value, {});
  for (let seq = 1; seq <= entries; seq += 1) {
    for (const fault of FAULTS) {
      const pieces = altered(audit, fault, seq);
      if (pieces === undefined) continue;
      const read = await readAuditOn(before, auditLinesOf(oneByOne(pieces)), options);
      tally.count(fault, seq, await auditVerdict(read, options));
    }
    before = await readAuditOn(before, auditLinesOf(audit.lineOf(seq)), options);
    onTried(seq);
  }
  return { ...tally.counted(), whenWhole: errorsOf(await auditVerdict(before, options)) };
}

function newTally() {
  const none = { flip: 0, delete: 0, swap: 0, truncate: 0 };
  const [tried, right] = [{ ...none }, { ...none }];
  const wrong: string[] = [];
  return {
    count(fault: Fault, seq: number, { isWhole, firstBad }: AuditVerdict): void {
      tried[fault] += 1;
      if (!isWhole && firstBad === seq) right[fault] += 1;
      else wrong.push(`${fault} at ${seq}: said ${firstBad ?? 'whole'}`);
    },
    counted: () => ({ tried, right, wrong: wrong.slice(0, 3) }),
  };
}

async function* oneByOne(pieces: Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
}

function chosen(entries: number, samples: number): readonly number[] {
  const all = Array.from({ length: entries }, (_, index) => index + 1);
  if (samples >= entries) return all;
  const some = new Set([1, entries]);
  while (some.size < samples) some.add(1 + Math.floor(Math.random() * entries));
  return [...some];
}

/**
 * @returns the file from that entry's line on; undefined where the fault is impossible: the last entry has none after
 * it
 */
function altered(
  { lines, lineOf }: AuditUnderTest,
  fault: Fault,
  seq: number,
): Iterable<string> | undefined {
  switch (fault) {
    case 'flip': {
      const line = lineOf(seq);
      // Not the line's end: that would be no alteration of the entry.
      const place = Math.floor(Math.random() * (Buffer.byteLength(line) - 1));
      return then([flipped(line, place, Math.floor(Math.random() * 8))], lines, seq + 1);
    }
    case 'delete':
      return then([], lines, seq + 1);
    case 'swap':
      return seq + 1 < lines.length
        ? then([lineOf(seq + 1), lineOf(seq)], lines, seq + 2)
        : undefined;
    case 'truncate':
      return [];
  }
}

/** These pieces, then the others from a place on: as far as the reader reads. */
function* then(
  pieces: readonly string[],
  others: readonly string[],
  from: number,
): Generator<string> {
  yield* pieces;
  for (let at = from; at < others.length; at += 1) yield others[at] ?? '';
}
