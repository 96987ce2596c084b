import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../shared/canonical.js';
import {
  type AuditUnderTest,
  at,
  auditUnderTest,
  errorsOf,
  flipped,
} from '../../testing/store/signed-chain.js';

const ENTRIES = 10_000;
let audit: AuditUnderTest;
beforeAll(async () => {
  audit = await auditUnderTest(ENTRIES);
}, 60_000);

/** Any entry; early ones more often, since every entry before the bad one is proved each time. */
const anyEntry = (first = 1, last = ENTRIES) =>
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => first + Math.floor((last - first) * share ** 2));

describe('an audit file of 10,000 entries', { timeout: 120_000 }, () => {
  it('is whole, and says how long it is, from when to when, and who signed', async () => {
    const verdict = await audit.judged(audit.lines.join(''), await audit.placeAt(4000));
    expect(verdict).toEqual({
      isWhole: true,
      issues: [],
      entries: ENTRIES,
      end: audit.end,
      firstAt: at(1),
      lastAt: at(ENTRIES),
      officers: [{ ...audit.key, entries: ENTRIES }],
      checkpoint: audit.file.checkpoint,
    });
  });

  it('may come in pieces that are cut anywhere, with the line ends of another system', async () => {
    const text = audit.lines.slice(0, 300).join('').replaceAll('\n', '\r\n');
    async function* pieces() {
      for (let from = 0; from < text.length; from += 977) yield text.slice(from, from + 977);
    }
    expect(await audit.judged(pieces())).toMatchObject({ entries: 299, firstBad: 300 });
  });

  it('tells of a byte flipped in any field, by its entry', async () => {
    const fields = [...Object.keys(audit.headers[0] ?? {})];
    const found = new Map<string, number>();
    const flip = fc.record({
      seq: anyEntry(),
      field: fc.constantFrom(...fields),
      place: fc.nat(),
      bit: fc.nat(7),
    });
    await fc.assert(
      fc.asyncProperty(flip, async ({ seq, field, place, bit }) => {
        const line = audit.lineOf(seq);
        const from = line.indexOf(`"${field}":`);
        const member = canonical({ [field]: Reflect.get(audit.headers[seq - 1] ?? {}, field) });
        const byte = from + (place % (member.length - 2));
        const verdict = await audit.judged(audit.withLine(seq, flipped(line, byte, bit)));
        expect(verdict.firstBad).toBe(seq);
        expect(verdict.isWhole).toBe(false);
        for (const code of errorsOf(verdict)) found.set(code, (found.get(code) ?? 0) + 1);
      }),
      { numRuns: 120 },
    );
    // Both kinds of flip occurred: those that still read as an entry, and those that do not.
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(['chain-malformed', 'chain-signature']),
    );
  });

  it('tells of an entry taken out', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry(1, ENTRIES - 1), async (seq) => {
        const text = [...audit.lines.slice(0, seq), ...audit.lines.slice(seq + 1)].join('');
        const verdict = await audit.judged(text);
        expect([verdict.firstBad, errorsOf(verdict)]).toEqual([seq, ['chain-gap']]);
      }),
      { numRuns: 40 },
    );
  });

  it('tells of two entries that changed places', async () => {
    const two = fc.uniqueArray(anyEntry(), {
      minLength: 2,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(two, async ([a = 0, b = 0]) => {
        const text = audit.lines.with(a, audit.lineOf(b)).with(b, audit.lineOf(a)).join('');
        const verdict = await audit.judged(text);
        expect([verdict.firstBad, errorsOf(verdict)]).toEqual([Math.min(a, b), ['chain-gap']]);
      }),
      { numRuns: 40 },
    );
  });

  it('tells of an entry put in twice', async () => {
    const text = audit.lines.toSpliced(42, 0, audit.lineOf(41)).join('');
    expect((await audit.judged(text)).firstBad).toBe(42);
  });

  it('tells how many entries a cut took from the end of the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry(0, ENTRIES - 1), async (left) => {
        const verdict = await audit.judged(audit.lines.slice(0, left + 1).join(''));
        expect([verdict.firstBad, errorsOf(verdict)]).toEqual([left + 1, ['audit-cut']]);
        const missing = ENTRIES - left;
        expect(verdict.issues[0]?.message).toMatch(
          missing === 1 ? /^1 entry is missing/ : new RegExp(`^${missing} entries are missing`),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('tells of a cut through the middle of an entry', async () => {
    const text = audit.lines.join('');
    await fc.assert(
      fc.asyncProperty(
        anyEntry(),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        async (seq, part) => {
          const before = audit.lines.slice(0, seq).join('').length;
          const line = audit.lineOf(seq);
          const kept = Math.min(1 + Math.floor(line.length * part), line.length - 2);
          const verdict = await audit.judged(text.slice(0, before + kept));
          expect([verdict.firstBad, errorsOf(verdict)]).toEqual([seq, ['chain-malformed']]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
