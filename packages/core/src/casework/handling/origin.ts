/** The conditions of one origin: a capture, or an intelligence note by its own grade. */

import type { GivenHandling } from '../../record/handling.js';
import { isConditioned, writtenHandling } from '../../record/handling.js';
import { MARKINGS, type Marking } from '../../record/marking.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { WRITTEN } from '../rules/handling-rules.js';

export interface HandlingOrigin extends GivenHandling {
  /** The capture, or the note. */
  readonly id: RecordId;
  readonly marking: Marking;
}

/** The origin if the record is one that was given on conditions. */
export function originIn(record: StoredRecord): HandlingOrigin | undefined {
  const given = givenWith(record);
  return given && isConditioned(given) ? given : undefined;
}

function givenWith({ kind, id, value }: StoredRecord): HandlingOrigin | undefined {
  if (kind === 'sourceCapture') {
    const { packageReference, handling, conditions, marking } =
      value as StoredRecord<'sourceCapture'>['value'];
    return { id, packageReference, handling, conditions, marking };
  }
  if (kind !== 'intelligenceNote') return undefined;
  const { grade, marking } = value as StoredRecord<'intelligenceNote'>['value'];
  return { id, handling: grade, marking };
}

/** The codes that stand on it; `written` if it has conditions in words. */
export function codesOf({ handling, conditions }: GivenHandling): readonly string[] {
  const { handlingCode, handlingAction, handlingSanitisation, handlingInstructions } =
    handling ?? {};
  // Under C the two conditions say what applies; a code that is none of ours has an answer of its own.
  const own = handlingCode === 'C' ? [] : [handlingCode];
  const isWritten = conditions !== undefined;
  const isBare =
    handlingCode === 'C' && handlingAction === undefined && handlingSanitisation === undefined;
  return [
    ...own,
    handlingAction,
    handlingSanitisation,
    ...(isWritten || (isBare && handlingInstructions !== undefined) ? [WRITTEN] : []),
  ].filter((code) => code !== undefined);
}

/** The conditions as one text: “package NP-12, handling C A1 S2: ask the originator first”. */
export function handlingWords({ packageReference, handling, conditions }: GivenHandling): string {
  const words = [handling?.handlingInstructions, conditions]
    .filter((each) => each !== undefined)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .join(' ');
  const named = [
    ...(packageReference === undefined ? [] : [`package ${packageReference}`]),
    ...(handling === undefined ? [] : [`handling ${writtenHandling(handling)}`]),
  ].join(', ');
  if (words === '') return named;
  return named === '' ? words : `${named}: ${words}`;
}

/** The strictest of several markings; undefined if there is none. */
export function strictestMarking(markings: Iterable<Marking>): Marking | undefined {
  return [...markings].toSorted((a, b) => MARKINGS.indexOf(b) - MARKINGS.indexOf(a))[0];
}
