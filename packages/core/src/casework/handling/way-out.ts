/** The way out that a disclosure takes, as the conditions of a capture know it. */
import type { AuditEntry } from '../../store/log/revision.js';
import type { WayOut } from '../rules/handling-rules.js';

/** By code of `export-destination`. One that a force adds is treated as outside policing. */
const TO: Readonly<Record<string, WayOut>> = {
  'force-system': 'force',
  supervisor: 'force',
  'own-use': 'force',
  colleague: 'police',
  nccu: 'police',
  rocu: 'police',
  partner: 'partner',
  school: 'partner',
  subject: 'subject',
  court: 'court',
};

/** The way out to a destination, a code of `export-destination`, on paper or as a file. */
export function wayTo(destination: string): WayOut {
  return Object.hasOwn(TO, destination) ? (TO[destination] ?? 'partner') : 'partner';
}

/** Fields of an entry that carry the whole record, conditions included, to a colleague. */
const SEALED = 'exchange';

/**
 * Fields of an entry without any value that was read: a sealed copy for the officer alone, the log, what is due by kind
 * and day, and the chain.
 */
export const WITHOUT_VALUES: ReadonlySet<string> = new Set([
  'backup',
  'log',
  'diary',
  'headers',
  'checkpoint',
]);

/**
 * The way out of a disclosure; undefined if it carries nothing that was read, or notes afterwards what was typed into
 * another system: that note is never refused, because the conditions are asked before anything is typed.
 */
export function wayOut(
  { fields, file, recipients = [] }: AuditEntry,
  isWithSave: boolean,
): WayOut | undefined {
  const [destination = ''] = recipients;
  if (file) return wayTo(destination);
  if (fields.includes(SEALED)) return 'colleague';
  if (fields.length > 0 && fields.every((name) => WITHOUT_VALUES.has(name))) return undefined;
  if (isWithSave && destination === 'force-system') return undefined;
  return wayTo(destination);
}
