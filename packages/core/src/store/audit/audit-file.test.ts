import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../shared/canonical.js';
import {
  type AuditUnderTest,
  at,
  auditUnderTest,
  carryOn,
  digest,
  errorsOf,
  officerWithKey,
} from '../../testing/store/signed-chain.js';
import { CHAIN_START, type ChainHead, headerDigest } from '../log/chain.js';
import type { SignedHeader } from '../log/revision.js';
import { type AuditFileHead, auditFileLines } from './audit-file.js';
import { signCheckpoint } from './audit-file-checkpoint.js';
import { verifyAudit } from './audit-file-verify.js';

const ENTRIES = 60;
let audit: AuditUnderTest;
beforeAll(async () => {
  audit = await auditUnderTest(ENTRIES);
}, 60_000);

describe('the first line of an audit file', () => {
  const withHead = (change: (head: string) => string) =>
    [change(audit.lineOf(0)), ...audit.lines.slice(1, 30)].join('');
  const shortHead = async (count: number) => {
    const checkpoint = await signCheckpoint(await audit.placeAt(count), at(count), audit.signer);
    return { keys: [audit.key], checkpoint };
  };

  it('is at fault when a key or the checkpoint in it was changed', async () => {
    const stranger = officerWithKey('0ff1ce00').key.signingKey;
    for (const [from, to] of [
      [audit.key.signingKey, stranger],
      [`"at":"${at(ENTRIES + 1)}"`, `"at":"${at(ENTRIES + 2)}"`],
      [`"head":"${audit.end.head}"`, `"head":"${'0'.repeat(64)}"`],
    ] as const) {
      const text = withHead((head) => head.replace(from, to));
      expect(text).not.toBe(withHead((head) => head));
      const verdict = await audit.judged(text);
      expect([verdict.isWhole, verdict.firstBad]).toEqual([false, 0]);
      expect(errorsOf(verdict)[0]).toBe('audit-first-line');
    }
  });

  it('must hold the key of whoever signed an entry', async () => {
    const colleague = officerWithKey('0ff1ce01');
    const theirs = await carryOn(await audit.placeAt(5), 1, colleague.signer, 'theirs');
    const both = [...audit.headers.slice(0, 5), ...theirs.headers];
    const checkpoint = await signCheckpoint(theirs.end, at(9), audit.signer);
    const text = (keys: AuditFileHead['keys']) =>
      [...auditFileLines({ keys, checkpoint }, both)].join('');
    expect((await audit.judged(text([audit.key]))).firstBad).toBe(6);
    const verdict = await audit.judged(text([audit.key, colleague.key]));
    expect(verdict.isWhole).toBe(true);
    expect(verdict.officers.map(({ entries }) => entries)).toEqual([5, 1]);
  });

  it('ends the file where it says', async () => {
    const head = [...auditFileLines(await shortHead(20), [])];
    const verdict = await audit.judged([...head, ...audit.lines.slice(1, 31)].join(''));
    expect([verdict.firstBad, errorsOf(verdict)]).toEqual([21, ['audit-beyond']]);
    const other = await carryOn(await audit.placeAt(19), 1, audit.signer, 'other');
    const swapped = await audit.judged(
      [
        ...head,
        ...audit.lines.slice(1, 20),
        ...other.headers.map((one) => `${canonical(one)}\n`),
      ].join(''),
    );
    expect([swapped.firstBad, errorsOf(swapped)]).toEqual([20, ['audit-beyond']]);
  });

  it('leaves out what was logged after the checkpoint', async () => {
    const text = [...auditFileLines(await shortHead(20), audit.headers.slice(0, 30))].join('');
    expect(await audit.judged(text)).toMatchObject({ isWhole: true, entries: 20 });
  });

  it('says whose entries these are', async () => {
    const elsewhere = officerWithKey('0ff1ce00', 'practice', 'de71cf00');
    const checkpoint = await signCheckpoint(await audit.placeAt(5), at(5), elsewhere.signer);
    const text = [
      ...auditFileLines({ keys: [audit.key], checkpoint }, audit.headers.slice(0, 5)),
    ].join('');
    expect(errorsOf(await audit.judged(text))).toContain('chain-device');
  });
});

describe('what an audit file cannot be', () => {
  const refusal = async (text: string | AsyncIterable<string>) => {
    const read = await verifyAudit(text, { digest, verify: audit.verify });
    return read.ok ? 'read' : read.issues[0]?.code;
  };
  const head = () => audit.lineOf(0);

  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['not JSON', () => 'Dear Sir'],
    ['another file of the toolkit', () => canonical({ format: 'cyber-prevent-other', version: 1 })],
    ['of another version', () => head().replace('"version":1', '"version":2')],
    ['with a member too many', () => head().replace('"version":1', '"version":1,"why":"?"')],
    ['with a prototype', () => head().replace('{', '{"__proto__":{"keys":[]},')],
    ['with a constructor', () => head().replace('{', '{"constructor":1,')],
    ['with a member twice', () => head().replace('"version":1', '"version":1,"version":1')],
    ['with two keys of one officer', () => head().replace(/\[(\{.*?\})\]/, '[$1,$1]')],
    ['without keys', () => head().replace(/\[\{.*?\}\]/, '[]')],
    ['with a sequence that is no whole number', () => head().replace(`:${ENTRIES},`, ':1.5,')],
    ['with a sequence past counting', () => head().replace(`:${ENTRIES},`, ':9007199254740993,')],
    ['with a sequence of 1e999', () => head().replace(`:${ENTRIES},`, ':1e999,')],
    ['nested a million deep', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'nested a million deep inside',
      () =>
        head().replace(/"keys":\[.*?\]/, `"keys":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
    ],
    ['a first line of 100 MB', () => `{"a":"${'x'.repeat(100_000_000)}"}`],
  ])('is %s', async (_, text) => {
    expect(await refusal(text())).toBe('audit-unreadable');
  });

  it('stops reading a line that does not end', async () => {
    let given = 0;
    async function* endless() {
      const piece = 'x'.repeat(1 << 20);
      for (;;) {
        given += 1;
        yield piece;
      }
    }
    expect(await refusal(endless())).toBe('audit-unreadable');
    expect(given).toBeLessThan(10);
  });

  it.each<[string, (line: string) => string]>([
    ['not JSON', () => 'Dear Sir'],
    ['an empty line', () => ''],
    ['of 100 MB', (line) => line.replace('"team":"', `"team":"${'x'.repeat(100_000_000)}`)],
    ['nested a million deep', () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    [
      'nested in its commitments',
      (line) => line.replace(/\[.*?\]/, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ],
    ['with a member twice', (line) => line.replace('{', '{"at":"2026-11-24T09:30:00.000Z",')],
    ['with a prototype', (line) => line.replace('{', '{"__proto__":{"seq":1},')],
    ['with a constructor', (line) => line.replace('{', '{"constructor":{},')],
    ['with white space', (line) => line.replace('{', '{ ')],
    ['with an escape', (line) => line.replace('practice', '\\u0070ractice')],
    [
      'with its members in another order',
      (line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse())),
    ],
    ['with a number written otherwise', (line) => line.replace('"seq":5', '"seq":5.0')],
    ['with a number out of range', (line) => line.replace('"seq":5', '"seq":1e308')],
    ['with a number below range', (line) => line.replace('"seq":5', '"seq":-5')],
    ['with a day that there is not', (line) => line.replace('2026-11-24', '2026-02-31')],
    ['a batch with its content', (line) => `{"audit":[],"header":${line.trim()},"revisions":[]}`],
    ['a list', (line) => `[${line.trim()}]`],
    ['null', () => 'null'],
  ])('has an entry that is %s', async (_, change) => {
    const verdict = await audit.judged(audit.withLine(5, `${change(audit.lineOf(5).trim())}\n`));
    expect([verdict.firstBad, errorsOf(verdict)]).toEqual([5, ['chain-malformed']]);
  });
});

describe('what is told beside', () => {
  it('a clock that went back, by its entry, and the order holds', async () => {
    const unsigned = (end: ChainHead, seconds: number) => ({
      team: audit.signer.team,
      device: audit.signer.device,
      officer: audit.signer.officer,
      seq: end.seq + 1,
      at: at(seconds),
      prev: end.head,
      commitments: [],
    });
    const made: SignedHeader[] = [];
    let last = CHAIN_START;
    for (const seconds of [10, 20, -63_072_000, 30]) {
      const body = unsigned(last, seconds);
      const header = { ...body, signature: await audit.signer.sign(canonical(body)) };
      made.push(header);
      last = { seq: header.seq, head: await headerDigest(header, digest) };
    }
    const checkpoint = await signCheckpoint(last, at(40), audit.signer);
    const verdict = await audit.judged(
      [...auditFileLines({ keys: [audit.key], checkpoint }, made)].join(''),
      last,
    );
    expect(verdict.isWhole).toBe(true);
    expect(verdict.issues).toMatchObject([
      { code: 'audit-clock-back', severity: 'warning', at: 'entry 3' },
    ]);
  });

  it('that signatures were not checked', async () => {
    const read = await verifyAudit(audit.lines.join(''), { digest });
    expect(read.ok && read.value.isWhole).toBe(true);
    expect(read.ok && read.value.issues.map(({ code }) => code)).toEqual([
      'audit-signatures-unchecked',
      'audit-no-checkpoint',
    ]);
  });

  it('a verifier that throws has found no signature', async () => {
    const read = await verifyAudit(audit.lines.join(''), {
      digest,
      verify: () => Promise.reject(new Error('no key')),
    });
    expect(read.ok && read.value.firstBad).toBe(0);
  });
});
