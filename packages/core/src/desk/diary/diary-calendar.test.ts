import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, PlainDate } from '../../shared/index.js';
import { buildId } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { diaryCalendar, diaryFile } from './diary-calendar.js';
import type { DiaryEntry } from './diary-entry.js';

const host = testHost();
const context = {
  digest: host.digest,
  now: '2026-11-24T09:30:05.123Z' as Instant,
  today: '2026-11-24' as PlainDate,
};
const about = buildId();
const entry = (more: Partial<DiaryEntry> = {}): DiaryEntry => {
  const record = buildId();
  return {
    id: `${record}:keep-promise`,
    act: 'keep-promise',
    what: 'Keep a promise',
    kind: 'promise',
    record,
    about,
    why: 'Feedback was promised to the referrer on 1 November 2026, for 31 December 2026.',
    by: '2026-12-31' as PlainDate,
    state: 'coming',
    isUrgent: false,
    ...more,
  };
};
/** Reverses the folding and escaping of RFC 5545. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const summaries = (file: string) =>
  unfolded(file)
    .filter((line) => line.startsWith('SUMMARY:'))
    .map((line) =>
      line
        .slice(8)
        .replaceAll(/\\([\\;,n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
    );

describe('diaryCalendar', () => {
  it('is an all-day event on the day, made in UTC, that takes nobody’s time', async () => {
    const one = entry();
    const lines = unfolded(await diaryCalendar([one], context));
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(5, 14)).toEqual([
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{32}@diary\.invalid$/),
      'DTSTAMP:20261124T093005Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Keep a promise',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('says neither who nor why, and no id of ours, unless names are asked for', async () => {
    const one = entry();
    const file = await diaryCalendar([one], context);
    for (const said of [one.why, one.record, about]) expect(file).not.toContain(said);
    const named = await diaryCalendar([one], { ...context, nameOf: () => 'Rowan Vael' });
    expect(summaries(named)).toEqual(['Keep a promise: Rowan Vael']);
  });

  it('keeps the UID of an entry from file to file, and gives no two the same', async () => {
    const [one, other] = [entry(), entry()];
    const uids = async (entries: readonly DiaryEntry[]) =>
      unfolded(await diaryCalendar(entries, context)).filter((line) => line.startsWith('UID'));
    const [a, b] = await uids([one, other]);
    expect(a).not.toBe(b);
    expect(await uids([{ ...one, by: context.today, state: 'due' }])).toEqual([a]);
  });

  it('puts an entry without a day on today', async () => {
    const { by: _, ...dayless } = entry();
    expect(await diaryCalendar([dayless], context)).toContain('DTSTART;VALUE=DATE:20261124');
  });

  it('folds every line at 75 octets between characters, and loses nothing of it', async () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const file = await diaryCalendar([entry()], { ...context, nameOf: () => text });
        const encoder = new TextEncoder();
        for (const line of file.split('\r\n')) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line).not.toMatch(/\p{Cs}/u);
        }
        const plain = text
          .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\n')
          .replaceAll(/(?!\n)\p{Cc}/gu, '');
        expect(summaries(file)).toEqual([`Keep a promise: ${plain}`]);
      }),
    );
  });

  it('counts octets, not characters, and escapes what means something in the file', async () => {
    const encoder = new TextEncoder();
    for (const text of ['é'.repeat(200), '€'.repeat(90), '🙂'.repeat(60)]) {
      const file = await diaryCalendar([entry()], { ...context, nameOf: () => text });
      for (const line of file.split('\r\n'))
        expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
      expect(summaries(file)).toEqual([`Keep a promise: ${text}`]);
    }
    const odd = await diaryCalendar([entry()], { ...context, nameOf: () => 'a\\b;c,d\ne' });
    expect(odd).toContain('SUMMARY:Keep a promise: a\\\\b\\;c\\,d\\ne\r\n');
  });

  it('lets nothing in a name begin a line of its own', async () => {
    const nameOf = () => 'Vael\r\nEND:VEVENT\nATTENDEE:mailto:x@example.org;\\,';
    const lines = unfolded(await diaryCalendar([entry()], { ...context, nameOf }));
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });
});

it('is a file of those bytes that says what it is', async () => {
  const one = entry();
  const bytes = await diaryFile.write([one], context);
  expect(new TextDecoder().decode(bytes)).toBe(await diaryCalendar([one], context));
  expect(diaryFile).toMatchObject({ mediaType: 'text/calendar', extension: 'ics' });
});
