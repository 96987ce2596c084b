import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditUnderTest,
  auditUnderTest,
  digest,
  flipped,
} from '../../testing/store/signed-chain.js';
import { readAuditHead } from './audit-file.js';
import { type AuditReading, auditLinesOf } from './audit-file-reading.js';
import { auditVerdict, beginAudit, readAuditOn } from './audit-file-verify.js';

const ENTRIES = 400;
let audit: AuditUnderTest;
beforeAll(async () => {
  audit = await auditUnderTest(ENTRIES);
});

const anyEntry = fc.integer({ min: 1, max: ENTRIES });
/** The file whole, or altered in one place. */
const anyFile = fc
  .record({
    how: fc.constantFrom('whole', 'flip', 'delete', 'swap', 'truncate', 'twice'),
    seq: anyEntry,
    place: fc.nat(),
    bit: fc.nat(7),
  })
  .map(({ how, seq, place, bit }): readonly string[] => {
    const { lines, lineOf } = audit;
    const line = lineOf(seq);
    switch (how) {
      case 'flip':
        return lines.with(seq, flipped(line, place % (line.length - 1), bit));
      case 'delete':
        return lines.toSpliced(seq, 1);
      case 'swap':
        return lines.toSpliced(seq, 2, lineOf(seq + 1), line);
      case 'truncate':
        return lines.slice(0, seq);
      case 'twice':
        return lines.toSpliced(seq, 0, line);
      default:
        return lines;
    }
  });
const begun = (line: string, checkpoint: object): AuditReading => {
  const file = readAuditHead(line.trimEnd());
  if (!file.ok) throw new Error('The first line is sound');
  return beginAudit(file.value, checkpoint);
};

describe('an audit file that was read to some place', () => {
  it('is judged, read on from there, as it is from the start, however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.array(fc.nat(ENTRIES), { minLength: 1, maxLength: 4 }),
        fc.option(anyEntry, { nil: undefined }),
        async (lines, cuts, kept) => {
          const checkpoint = kept === undefined ? undefined : await audit.placeAt(kept);
          const options = { digest, verify: audit.verify, ...(checkpoint ? { checkpoint } : {}) };
          const fromTheStart = await audit.judged(lines.join(''), checkpoint);

          let reading = begun(lines[0] ?? '', options);
          let from = 1;
          for (const to of [...cuts, lines.length].sort((a, b) => a - b)) {
            const rest = auditLinesOf(lines.slice(from).join(''));
            // Reads to the end from every place on the way: the reading must still be usable afterwards.
            expect(await auditVerdict(await readAuditOn(reading, rest, options), options)).toEqual(
              fromTheStart,
            );
            const next = auditLinesOf(lines.slice(from, Math.max(from, to)).join(''));
            reading = await readAuditOn(reading, next, options);
            from = Math.max(from, to);
          }
          expect(await auditVerdict(reading, options)).toEqual(fromTheStart);
        },
      ),
      { numRuns: 60 },
    );
  });
});
