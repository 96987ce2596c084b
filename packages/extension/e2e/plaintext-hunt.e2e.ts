/**
 * The search for typed words itself: in files of every kind, and after a short run without the protections, in which it
 * must find them. The walk through every screen is in whole-walk.e2e.ts.
 */
import { readFileSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf, judgeAsked } from '../../../assure/net-log.ts';
import { addsBeacon, ELSEWHERE } from './beacon.ts';
import { setsUp } from './first-run-steps.ts';
import { endsPlanting, HALF_TYPED, type Searched } from './hunt-end.ts';
import { keepsSubject } from './keeps-subject.ts';
import { OFFICER } from './officer.ts';
import { newPlanter, PLANTED } from './planting.ts';
import { huntFile } from './profile-hunt.ts';
import { takesProtections } from './unprotected.ts';
import { type Variant, variantOf } from './variant.ts';
import { launchWalker } from './walker.ts';

describe('the search', () => {
  const plain = Buffer.from(`name: ${PLANTED}aab, and more`);
  const found = (file: string, content: Buffer) => huntFile(file, content, [PLANTED]).length;
  it.each([
    ['as UTF-8', 'x', plain],
    ['as UTF-16', 'x', Buffer.from(plain.toString(), 'utf16le')],
    ['as UTF-16 of the other order', 'x', Buffer.from(plain.toString(), 'utf16le').swap16()],
    ['in lower case', 'x', Buffer.from(plain.toString().toLowerCase())],
    ['as base64', 'x', Buffer.from(plain.toString('base64'))],
    [
      'as base64, one byte on',
      'x',
      Buffer.from(Buffer.concat([Buffer.from('.'), plain]).toString('base64')),
    ],
    [
      'as base64, two bytes on',
      'x',
      Buffer.from(Buffer.concat([Buffer.from('..'), plain]).toString('base64')),
    ],
    ['in gzip', 'x', gzipSync(plain)],
    ['in zstd', 'x', zstdCompressSync(plain)],
    [
      'across two blocks of a log',
      '000003.log',
      logOf(Buffer.concat([Buffer.alloc(32_752), plain])),
    ],
    ['in a packed block of a table', '000005.ldb', tableOf(plain)],
  ])('finds a word %s', (_, file, content) => {
    expect(found(file, content)).toBeGreaterThan(0);
    const blank = Buffer.from(content.toString('latin1').replaceAll(/[Q]/g, ' '), 'latin1');
    if (file === 'x' && content === plain) expect(found(file, blank)).toBe(0);
  });

  it('needs the reading of the log and of the table', () => {
    expect(found('x', logOf(Buffer.concat([Buffer.alloc(32_752), plain])))).toBe(0);
    expect(found('x', tableOf(plain))).toBe(0);
  });
});

describe('a short run without its protections', () => {
  let variant: Variant;
  let found: Searched;
  let log: string;
  beforeAll(async () => {
    variant = variantOf((dir) => {
      takesProtections(dir);
      addsBeacon(dir);
    });
    const walker = await launchWalker(variant.dir);
    try {
      const page = await walker.officer.open('workspace.html');
      const recoveryKey = await setsUp(page);
      await keepsSubject(page, `${PLANTED} Saved`);
      const { passphrase } = OFFICER;
      found = await endsPlanting(
        { ...walker, passphrase, recoveryKey, isLeaky: true },
        newPlanter(),
      );
      log = readFileSync(walker.netLog, 'utf8');
    } finally {
      await walker.remove();
    }
  });
  afterAll(() => variant?.remove());

  it('leaves what is typed in the session files, of each form', () => {
    expect(found.inSessions).toEqual(HALF_TYPED.map(([, label]) => label));
  });

  it('leaves what is kept in the database', () => {
    expect(found.hits.filter(({ file }) => /IndexedDB/.test(file)).length).toBeGreaterThan(0);
  });

  it('shows what a page of ours fetched in the network log that the kill left', () => {
    const { ours, elsewhere } = judgeAsked(askedOf(log));
    expect(ours.map(({ host }) => host)).toContain(ELSEWHERE);
    expect(elsewhere.map(({ host }) => host)).toContain(ELSEWHERE);
  });

  it('shows it wherever the network log was cut off', () => {
    const events = log.slice(0, log.lastIndexOf('},\n') + 2);
    const all = askedOf(log).length;
    for (const cut of [0, 1, 2, 20, 300]) {
      const { ours, others } = judgeAsked(askedOf(events.slice(0, events.length - cut)));
      expect(ours.length + others.length).toBeGreaterThan(all - 5);
      expect(ours.map(({ host }) => host)).toContain(ELSEWHERE);
    }
    const begun = log.slice(0, log.indexOf('"events"') + 20);
    expect(() => askedOf(begun)).toThrow('no whole event');
  });
});

/** A LevelDB log of one record, cut at the blocks of 32 KiB. */
function logOf(record: Buffer): Buffer {
  const first = record.subarray(0, 32 * 1024 - 7);
  const rest = record.subarray(first.length);
  const header = (length: number, type: number): Buffer => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt16LE(length, 4);
    bytes[6] = type;
    return bytes;
  };
  return Buffer.concat([header(first.length, 2), first, header(rest.length, 4), rest]);
}

/** A LevelDB table of one block: its value is packed so that the word is in two pieces. */
function tableOf(value: Buffer): Buffer {
  const at = value.indexOf(PLANTED) + 4;
  // The rest of the word, from its fourth letter, is written once before, and copied from there.
  const tail = value.subarray(at, at + 8);
  const entry = Buffer.concat([Buffer.from([0, 1, tail.length + value.length]), Buffer.from('k')]);
  const before = Buffer.concat([entry, tail, value.subarray(0, at)]);
  const after = Buffer.concat([value.subarray(at + 8), Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
  const literal = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([60 << 2, bytes.length - 1]), bytes]);
  const back = before.length - entry.length;
  const packed = Buffer.concat([
    Buffer.from([before.length + 8 + after.length]),
    literal(before),
    Buffer.from([(7 << 2) | 2, back, 0]),
    literal(after),
  ]);
  const index = Buffer.concat([
    Buffer.from([0, 1, 2]),
    Buffer.from('k'),
    Buffer.from([0, packed.length]),
    Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
  ]);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, packed.length + 5, index.length]);
  footer.writeBigUInt64LE(0xdb4775248b80fb57n, 40);
  const packing = (type: number): Buffer => Buffer.from([type, 0, 0, 0, 0]);
  return Buffer.concat([packed, packing(1), index, packing(0), footer]);
}
