/**
 * Words that exist in the extension alone are typed into every box of every screen, the browser is killed, and its whole
 * profile is searched for them. The same search over a build without the protections finds them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchOfficer } from './browser.ts';
import { control, goesTo, presses, sees, types } from './officer.ts';
import { servesPlainPage } from './plain-page.ts';
import { plants, takesWords } from './planting.ts';
import { type Hit, huntFile, huntProfile } from './profile-hunt.ts';
import { addsScript, replacesInScripts, type Variant, variantOf } from './variant.ts';
import { toursEverything } from './whole-tour.ts';

/** Begins every planted word. It stands in no page, no file and no word list. */
const PLANTED = 'Quorvexit';
/** Typed into a plain web page last of all: once the browser has put it away, so has it everything before. */
const WITNESS = 'Brimblewatch';
const PASSPHRASE = 'vellum otters juggle quartz';

interface Run {
  readonly hits: readonly Hit[];
  readonly secrets: readonly Hit[];
  readonly witnessed: readonly Hit[];
  /** Those of the half typed words that stand in the session files. */
  readonly inSessions: readonly string[];
  /** Screens on which something can be typed. */
  readonly boxed: readonly string[];
  /** Screen and label of each box that a word was typed into. */
  readonly planted: readonly string[];
}

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

describe('the built extension', () => {
  let run: Run;
  beforeAll(async () => {
    run = await plantAndKill();
  });

  it('had a word typed into every box of every screen', () => {
    const screens = new Set(run.planted.map((each) => each.split(':')[0] ?? ''));
    expect(run.boxed.filter((screen) => !screens.has(screen))).toEqual([]);
    expect([...screens]).toEqual(expect.arrayContaining(OF_EACH_AREA));
    expect(screens.size).toBeGreaterThan(120);
    expect(run.planted.length).toBeGreaterThan(300);
  });

  it('was searched after the browser had put everything away', () => {
    expect(run.witnessed.map(({ file }) => file)).toContainEqual(expect.stringMatching(/Sessions/));
  });

  it('leaves no typed word in the profile', () => {
    expect(run.hits).toEqual([]);
  });

  it('leaves neither passphrase nor recovery key in the profile', () => {
    expect(run.secrets).toEqual([]);
  });
});

describe('the same without its protections', () => {
  let run: Run;
  let variant: Variant;
  beforeAll(async () => {
    variant = variantOf((dir) => {
      const count = replacesInScripts(dir, /autocomplete:[`"']off[`"']/g, 'autocomplete:"on"');
      if (count === 0) throw new Error('The build has no autocomplete to take out');
      addsScript(dir, 'keeper.html', 'unsealed.js', UNSEALED);
    });
    run = await plantAndKill(variant.dir);
  });
  afterAll(() => variant?.remove());

  it('leaves what is typed in the session files, of each form', () => {
    expect(run.inSessions.length).toBeGreaterThanOrEqual(HALF_TYPED.length);
  });

  it('leaves what is kept in the database', () => {
    expect(run.hits.filter(({ file }) => /IndexedDB/.test(file)).length).toBeGreaterThan(0);
  });
});

/** One screen of each area of work, so that none of them falls out of the walk unnoticed. */
const OF_EACH_AREA = [
  ...['review-correction', 'teach', 'note', 'intervention', 'summary', 'safeguarding'],
  ...['take-enquiry', 'decide-enquiry', 'questions', 'decide-refuse', 'identify', 'promise'],
  ...['person-detail', 'person-plan', 'subjects', 'list-views', 'concern', 'diary'],
  ...[
    'review-case',
    'close-case',
    'hold',
    'retention',
    'correction',
    'handover',
    'settings',
    'paste',
    'told',
  ],
]
  .flatMap((screen) => [`panel ${screen}`, `workspace ${screen}`])
  .concat([
    'half typed',
    'panel half typed',
    ...['advice-form', 'incident-form', 'second-officer', 'audit', 'backup', 'exchange'].map(
      (screen) => `workspace ${screen}`,
    ),
    'workspace lock-emergency',
  ]);

/** Forms that stand half typed in tabs of their own, and a label by which each is known. */
const HALF_TYPED: readonly (readonly [(page: Page) => Promise<void>, string])[] = [
  [(page) => goesTo(page, 'Note'), 'Intelligence'],
  [(page) => goesTo(page, 'Intervention'), 'Kind of intervention'],
  [(page) => page.keyboard.press('F8'), 'What is the concern?'],
  [(page) => goesTo(page, 'Subjects'), 'Find a subject'],
  [
    async (page) => {
      await goesTo(page, 'Capture');
      await presses(page, 'Paste text');
    },
    'Where is it from?',
  ],
];

/** AES-GCM that encrypts nothing: the content, and a tag of zeros. */
const UNSEALED = `
for (const [name, change] of [
  ['encrypt', (bytes) => { const out = new Uint8Array(bytes.length + 16); out.set(bytes); return out; }],
  ['decrypt', (bytes) => bytes.slice(0, -16)],
]) {
  SubtleCrypto.prototype[name] = async (algorithm, key, data) =>
    change(new Uint8Array(ArrayBuffer.isView(data) ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : data.slice(0))).buffer;
}`;

async function plantAndKill(extension?: string): Promise<Run> {
  const profile = mkdtempSync(join(tmpdir(), 'hunted-'));
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  const witness = await servesPlainPage('<form><label>Witness <input></label></form>');
  const officer = await launchOfficer({ profile, ...(extension ? { extension } : {}) });
  const planted: string[] = [];
  const boxed: string[] = [];
  try {
    const session = await officer.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
    });
    const plant = async (page: Page, screen: string): Promise<void> => {
      if (await takesWords(page)) boxed.push(screen);
      for (const label of await plants(page, () => wordFor(planted.length)))
        planted.push(`${screen}: ${label}`);
    };
    const { panel, recoveryKey } = await toursEverything(officer, {
      passphrase: PASSPHRASE,
      visit: (page, screen, surface) => plant(page, `${surface} ${screen}`),
      savedPage: (html) => html.replaceAll('</h1>', `</h1><p>Full name: ${PLANTED} Saved</p>`),
    });
    // Half typed when the power goes: a tab for each form, since the browser notes what stands in each of its tabs.
    await panel.keyboard.press('F8');
    await control(panel, 'What is the concern?');
    await plant(panel, 'panel half typed');
    const halfTyped = planted.length;
    for (const [opens, label] of HALF_TYPED) {
      const tab = await officer.open('workspace.html');
      await sees(tab, 'Settings');
      await opens(tab);
      await control(tab, label);
      await plant(tab, 'half typed');
    }

    const page = await officer.browser.newPage();
    await page.goto(witness.url);
    await types(page, 'Witness', WITNESS);
    await vi.waitFor(
      () => {
        const written = huntProfile(profile, [WITNESS]).some(({ file }) => /Sessions/.test(file));
        if (!written) throw new Error('The browser has not put its sessions away');
      },
      { timeout: 60_000, interval: 1000 },
    );
    await officer.kill();
    return {
      planted,
      boxed,
      hits: huntProfile(profile, [PLANTED]),
      secrets: huntProfile(profile, [PASSPHRASE, recoveryKey, recoveryKey.replaceAll('-', '')]),
      witnessed: huntProfile(profile, [WITNESS]),
      inSessions: planted
        .map((_, count) => wordFor(count))
        .slice(halfTyped)
        .filter((word) => huntProfile(join(profile, 'Default', 'Sessions'), [word]).length > 0),
    };
  } finally {
    await officer.kill();
    await witness.stop();
    for (const folder of [profile, downloads])
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A word of its own for each box: letters alone, so that every box takes it. */
function wordFor(count: number): string {
  const letter = (index: number): string => String.fromCharCode(97 + (index % 26));
  return PLANTED + letter(Math.floor(count / 676)) + letter(Math.floor(count / 26)) + letter(count);
}

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

/** A LevelDB table of one block: its value is packed so that the word stands in two pieces. */
function tableOf(value: Buffer): Buffer {
  const at = value.indexOf(PLANTED) + 4;
  // The word's fourth letter on is written once before, and copied from there.
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
