/** Looks for words in everything that a browser left in its profile, in any packing and encoding. */
import { basename } from 'node:path';
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { logRecords, tableEntries } from './leveldb.ts';
import { filesOf } from './profile-walk.ts';
import { unsnappy } from './snappy.ts';

export interface Hit {
  readonly word: string;
  /** Path below the profile. */
  readonly file: string;
  /** The encoding and the packing of the word. */
  readonly as: string;
  /** The characters around it. */
  readonly near: string;
}

interface Needle {
  readonly word: string;
  readonly as: string;
  readonly text: string;
  readonly anyCase: boolean;
}

/** Every occurrence of one of the words, in any case, in every file below the profile. */
export function huntProfile(profile: string, words: readonly string[]): readonly Hit[] {
  const needles = words.flatMap(needlesOf);
  return [...filesOf(profile)].flatMap(({ name, content }) => huntBytes(content, name, needles));
}

/** The same for one file, by its name. */
export function huntFile(file: string, content: Buffer, words: readonly string[]): readonly Hit[] {
  return huntBytes(content, file, words.flatMap(needlesOf));
}

function huntBytes(content: Buffer, file: string, needles: readonly Needle[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const [packing, bytes] of viewsOf(file, content)) {
    const text = bytes.toString('latin1');
    const lower = text.toLowerCase();
    for (const needle of needles) {
      const at = (needle.anyCase ? lower : text).indexOf(needle.text);
      if (at < 0) continue;
      const near = text.slice(Math.max(0, at - 40), at + 80).replace(/[^ -~]+/g, '·');
      hits.push({ word: needle.word, file, as: `${needle.as}, ${packing}`, near });
    }
  }
  return hits;
}

/** The word in each encoding of text by a browser. Base64 depends on the word's offset modulo three bytes. */
function needlesOf(word: string): readonly Needle[] {
  const lower = word.toLowerCase();
  const utf16 = Buffer.from(word, 'utf16le');
  const base64 = (bytes: Buffer, as: string): readonly Needle[] =>
    [0, 1, 2].map((before) => {
      const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // Characters that share their bits with the bytes before and after the word are cut off.
      const text = encoded.slice(
        before === 0 ? 0 : before + 1,
        Math.floor(((before + bytes.length) * 8) / 6),
      );
      return { word, as: `base64 of ${as} at ${before}`, text, anyCase: false };
    });
  return [
    ...(
      [
        ['UTF-8', lower],
        ['UTF-16LE', Buffer.from(lower, 'utf16le').toString('latin1')],
        ['UTF-16BE', Buffer.from(lower, 'utf16le').swap16().toString('latin1')],
        ['hexadecimal', Buffer.from(word).toString('hex')],
      ] as const
    ).map(([as, text]) => ({ word, as, text, anyCase: true })),
    ...base64(Buffer.from(word), 'UTF-8'),
    ...base64(utf16, 'UTF-16LE'),
  ];
}

/** The file itself, and everything that can be unpacked from it. */
function* viewsOf(file: string, content: Buffer): Generator<[string, Buffer]> {
  yield ['as it lies', content];
  const inside = insideOf(file, content);
  if (inside) yield ['inside LevelDB', inside];
  const whole = inside ?? content;
  for (const body of cacheBodies(content)) yield* unpacked(body, 'cache entry, ');
  for (const [magic, how, unpack] of PACKED) {
    for (let at = whole.indexOf(magic); at >= 0; at = whole.indexOf(magic, at + 1)) {
      const plain = attempt(() => unpack(whole.subarray(at)));
      if (plain?.length) yield [how, plain];
    }
  }
}

function insideOf(file: string, content: Buffer): Buffer | undefined {
  if (/\.(ldb|sst)$/.test(file)) return attempt(() => tableEntries(content));
  if (/^(\d+\.log|MANIFEST-\d+)$/.test(basename(file))) return logRecords(content);
  return undefined;
}

const finishFlush = constants.Z_SYNC_FLUSH;
/** Packed data with a signature at its start. Blink marks a packed value of IndexedDB with FF 11 02. */
const PACKED: readonly (readonly [Buffer, string, (data: Buffer) => Buffer])[] = [
  [Buffer.from('1f8b08', 'hex'), 'gzip', (data) => gunzipSync(data, { finishFlush })],
  [Buffer.from('28b52ffd', 'hex'), 'zstd', (data) => zstdDecompressSync(data)],
  [Buffer.from('ff1102', 'hex'), 'snappy value', (data) => unsnappy(data.subarray(3), true)],
];

const SIMPLE_CACHE = 0xfcfb6d1ba7725c30n;
const SIMPLE_CACHE_HEADER = 24;

/** Body of a cache entry: after a header of fixed length and the key. Brotli has no signature. */
function* cacheBodies(content: Buffer): Generator<Buffer> {
  if (content.length < SIMPLE_CACHE_HEADER || content.readBigUInt64LE(0) !== SIMPLE_CACHE) return;
  yield content.subarray(SIMPLE_CACHE_HEADER + content.readUInt32LE(12));
}

function* unpacked(body: Buffer, what: string): Generator<[string, Buffer]> {
  const ways: readonly (readonly [string, () => Buffer])[] = [
    ['brotli', () => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH })],
    ['deflate', () => inflateSync(body, { finishFlush })],
    ['raw deflate', () => inflateRawSync(body, { finishFlush })],
  ];
  for (const [how, unpack] of ways) {
    const plain = attempt(unpack);
    if (plain?.length) yield [what + how, plain];
  }
}

function attempt<T>(unpack: () => T): T | undefined {
  try {
    return unpack();
  } catch {
    // The bytes only resembled packed data.
    return undefined;
  }
}
