/**
 * The diary as a calendar file (RFC 5545). It leaves the toolkit, so it gives the task and its day, without the person
 * or the reason. Names are included only if asked for, and its ids are digests that lead nowhere.
 */

import { addDays } from '../../shared/dates.js';
import type { Digest } from '../../shared/host.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { DiaryEntry } from './diary-entry.js';

export interface DiaryFileContext {
  readonly digest: Digest;
  /** The time the file is made. */
  readonly now: Instant;
  readonly today: PlainDate;
  /** Gives the name for a summary. Absent: no names. Supplied only if the officer asked for names. */
  readonly nameOf?: (subject: RecordId) => string | undefined;
}

/** The description of a diary file, as for an exporter. */
export const diaryFile = {
  id: 'diary-calendar',
  title: 'Calendar file',
  mediaType: 'text/calendar',
  extension: 'ics',
  /** Writes UTF-8. The caller logs a disclosure if names are included. */
  async write(entries: readonly DiaryEntry[], context: DiaryFileContext): Promise<Uint8Array> {
    return new TextEncoder().encode(await diaryCalendar(entries, context));
  },
} as const;

/**
 * Makes an all-day event for each entry, on its day; an entry without a day is on today. Each keeps its UID from file
 * to file.
 */
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

/** Half of a SHA-256: as strong as the ids that it is made from. */
const UID_LENGTH = 32;

function compact(date: PlainDate): string {
  return date.replaceAll('-', '');
}

/** Escapes TEXT as in RFC 5545, section 3.3.11. Other control characters are not allowed in it and are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Octets of a line without its end; a continuation line begins with a space (section 3.1). */
const LINE_OCTETS = 75;

/** Folds between characters, so that no character is split across lines. */
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
