/** An instant as written for a reader in the United Kingdom, in any time zone of the machine. */

let made: Intl.DateTimeFormat | undefined;

/** The formatter, made on first use: making it takes as long as painting a screen. */
function london(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return made;
}

/** Writes `2026-11-24T09:30:00.000Z` as `24 November 2026, 09:30`, in United Kingdom time. */
export function writtenInstant(at: string): string {
  const { day, month, year, hour, minute } = partsOf(at);
  return `${day} ${month} ${year}, ${hour?.padStart(2, '0')}:${minute}`;
}

/** The same with the zone named, for text read away from the application: `24 November 2026, 09:30 GMT`. */
export function writtenInstantInZone(at: string): string {
  return `${writtenInstant(at)} ${partsOf(at).timeZoneName}`;
}

function partsOf(at: string): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> {
  return Object.fromEntries(
    london()
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
}
