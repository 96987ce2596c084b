/** An instant as it is written for a reader in the United Kingdom, whatever the clock of the machine. */

let made: Intl.DateTimeFormat | undefined;

/** Made when the first is asked for: making it takes as long as a screen takes to paint. */
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

/** `2026-11-24T09:30:00.000Z` → `24 November 2026, 09:30`, in the time of the United Kingdom. */
export function writtenInstant(at: string): string {
  const { day, month, year, hour, minute } = partsOf(at);
  return `${day} ${month} ${year}, ${hour?.padStart(2, '0')}:${minute}`;
}

/** The same with the zone named, for what leaves and is read on its own: `24 November 2026, 09:30 GMT`. */
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
