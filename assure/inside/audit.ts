/** An audit file of many entries, altered in one place at a time, and the verifier that must name the place. */
import {
  type AuditUnderTest,
  auditUnderTest,
  errorsOf,
  flipped,
} from '../../packages/core/src/testing/signed-chain.js';

export const FAULTS = ['flip', 'delete', 'swap', 'truncate'] as const;
export type Fault = (typeof FAULTS)[number];

export interface Audited {
  readonly tried: Readonly<Record<Fault, number>>;
  /** Told, with the right entry as the first bad one. */
  readonly right: Readonly<Record<Fault, number>>;
  /** What was said instead, of the first few. */
  readonly wrong: readonly string[];
  /** Issues of the file as it was. */
  readonly whenWhole: readonly string[];
}

/** @param samples - entries tried with each fault, the first and the last among them; all of them when there are fewer */
export async function auditFaults(entries: number, samples: number): Promise<Audited> {
  const audit = await auditUnderTest(entries);
  const tally = { flip: 0, delete: 0, swap: 0, truncate: 0 };
  const [tried, right] = [{ ...tally }, { ...tally }];
  const wrong: string[] = [];
  const whenWhole = errorsOf(await audit.judged(audit.lines.join('')));
  for (const seq of chosen(entries, samples))
    for (const fault of FAULTS) {
      const text = altered(audit, fault, seq);
      if (text === undefined) continue;
      tried[fault] += 1;
      const verdict = await audit.judged(text);
      if (!verdict.isWhole && verdict.firstBad === seq) right[fault] += 1;
      else wrong.push(`${fault} at ${seq}: said ${verdict.firstBad ?? 'whole'}`);
    }
  return { tried, right, wrong: wrong.slice(0, 3), whenWhole };
}

function chosen(entries: number, samples: number): readonly number[] {
  const all = Array.from({ length: entries }, (_, index) => index + 1);
  if (samples >= entries) return all;
  const some = new Set([1, entries]);
  while (some.size < samples) some.add(1 + Math.floor(Math.random() * entries));
  return [...some];
}

/** @returns undefined where the fault cannot be made: the last entry has none after it */
function altered({ lines, lineOf, withLine }: AuditUnderTest, fault: Fault, seq: number) {
  switch (fault) {
    case 'flip': {
      const line = lineOf(seq);
      // Not the line's end: that would be no alteration of the entry.
      const place = Math.floor(Math.random() * (Buffer.byteLength(line) - 1));
      return withLine(seq, flipped(line, place, Math.floor(Math.random() * 8)));
    }
    case 'delete':
      return lines.toSpliced(seq, 1).join('');
    case 'swap':
      return seq + 1 < lines.length
        ? lines.toSpliced(seq, 2, lineOf(seq + 1), lineOf(seq)).join('')
        : undefined;
    case 'truncate':
      return lines.slice(0, seq).join('');
  }
}
