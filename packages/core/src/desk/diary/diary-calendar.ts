/**
 * The diary as a calendar file (RFC 5545). It leaves the toolkit, so it says what is to be done and by when, and neither who
 * nor why: names come only where they are asked for, and the ids in it are digests that lead nowhere.
 */

import { addDays } from '../../shared/dates.js';
import type { Digest } from '../../shared/host.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { DiaryEntry } from './diary-entry.js';

export interface DiaryFileContext {
  readonly digest: Digest;
  /** When the file is made. */
  readonly now: Instant;
  readonly today: PlainDate;
  /** Gives the name that goes into a summary. Absent: none does. Asked for only when the officer asked for names. */
  readonly nameOf?: (subject: RecordId) => string | undefined;
}

/** What a file of the diary is, as an exporter says it of itself. */
export const diaryFile = {
  id: 'diary-calendar',
  title: 'Calendar file',
  mediaType: 'text/calendar',
  extension: 'ics',
  /** UTF-8. Whoever calls it logs a disclosure when names are in it. */
  async write(entries: readonly DiaryEntry[], context: DiaryFileContext): Promise<Uint8Array> {
    return new TextEncoder().encode(await diaryCalendar(entries, context));
  },
} as const;

/** An all-day event for each entry, on its day; one that has no day is on today. Each keeps its UID from file to file. */
export async function diaryCalendar(
  entries: readonly DiaryEntry[],
  context: DiaryFileContext,
): Promise<string> {
  const events = await Promise.all(entries.map((entry) => eventOf(entry, context)));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cyber Prevent Toolkit//Diary//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flat(),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

async function eventOf(
  { id, what, by, about }: DiaryEntry,
  { digest, now, today, nameOf }: DiaryFileContext,
): Promise<readonly string[]> {
  const on = by ?? today;
  const name = about === undefined ? undefined : nameOf?.(about);
  const uid = (await digest(`diary entry ${id}`)).slice(0, UID_LENGTH);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@diary.invalid`,
    `DTSTAMP:${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(name === undefined ? what : `${what}: ${name}`)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Half of a SHA-256: as good as the ids that it is made from. */
const UID_LENGTH = 32;

function compact(date: PlainDate): string {
  return date.replaceAll('-', '');
}

/** TEXT of RFC 5545, section 3.3.11. Other control characters have no place in it and are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Octets of a line without its end; what goes on is on a line that begins with a space (section 3.1). */
const LINE_OCTETS = 75;

/** Folded between characters, so that no line holds half of one. */
function folded(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
