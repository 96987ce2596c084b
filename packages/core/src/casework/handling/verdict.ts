/** The verdict of the conditions on what is about to be done: allowed, only with permission, or forbidden. */
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  answerFor,
  gatherHandlingRules,
  type HandlingAnswer,
  type HandlingRules,
  stricter,
  type WayOut,
} from '../rules/handling-rules.js';
import { codesOf, type HandlingOrigin, handlingWords } from './origin.js';

export interface HandlingTerms {
  readonly way: WayOut;
  readonly permissions: readonly StoredRecord<'sharingPermission'>[];
  readonly today: PlainDate;
  /** Absent: the rules that ship. */
  readonly rules?: HandlingRules;
}

const SHIPPED = gatherHandlingRules();

/** The strictest answer of any of the origins; `allow` if there is none. */
export function verdictOn(
  origins: readonly HandlingOrigin[],
  terms: HandlingTerms,
): HandlingAnswer {
  return origins.map((origin) => verdictOf(origin, terms)).reduce(stricter, 'allow');
}

/** The answer of one origin. A permission lifts what it names, and never what is forbidden. */
export function verdictOf(
  origin: HandlingOrigin,
  { way, permissions, today, rules = SHIPPED }: HandlingTerms,
): HandlingAnswer {
  const answer = answerOf(origin, way, rules);
  const isLifted =
    answer === 'permission' &&
    permissions.some(
      ({ value }) =>
        value.wayOut === way && value.origins.includes(origin.id) && isInForce(value, today),
    );
  return isLifted ? 'allow' : answer;
}

/** The answer of the conditions themselves, before any permission. */
export function answerOf(
  origin: Pick<HandlingOrigin, 'handling' | 'conditions'>,
  way: WayOut,
  rules: HandlingRules = SHIPPED,
): HandlingAnswer {
  return codesOf(origin)
    .map((code) => answerFor(rules, code, way))
    .reduce(stricter, 'allow');
}

/** True on a day on which the permission may be used. */
export function isInForce(
  { permittedOn, until, endedOn }: StoredRecord<'sharingPermission'>['value'],
  today: PlainDate,
): boolean {
  if (today < permittedOn || (until !== undefined && today > until)) return false;
  return endedOn === undefined || today < endedOn;
}

/**
 * The sentence about something that stops: what it is, on which conditions it was given, and what can be done.
 *
 * @param what - the fact, or several: “Date of birth, Telephone”; absent where they are named beside the sentence
 */
export function stopWords(
  what: string | undefined,
  origins: readonly HandlingOrigin[],
  terms: HandlingTerms,
): string {
  const stopping = origins.filter((origin) => verdictOf(origin, terms) !== 'allow');
  const given = stopping.map(handlingWords).join('; ');
  const ended = terms.permissions.find(
    ({ value: { wayOut, origins: of, until } }) =>
      wayOut === terms.way &&
      until !== undefined &&
      until < terms.today &&
      stopping.some(({ id }) => of.includes(id)),
  );
  const expired = ended?.value.until
    ? ` The permission ended on ${writtenDate(ended.value.until)}.`
    : '';
  const next =
    verdictOn(stopping, terms) === 'forbid'
      ? 'Its conditions forbid this. Ask the originator to change them, and correct them on the capture with the permission.'
      : 'Ask the originator, and record the permission first.';
  const subject = what === undefined ? 'Given' : `${what}: given`;
  return `${subject} on conditions (${given}).${expired} ${next}`;
}

/** Something that its conditions stop. */
export interface Stopped {
  readonly what: string;
  readonly origins: readonly HandlingOrigin[];
}

/** A sentence for each set of conditions, about all that it stops: a reader sees once what is asked of the originator. */
export function stopLines(stopped: readonly Stopped[], terms: HandlingTerms): readonly string[] {
  const together = new Map<string, Stopped & { readonly whats: Set<string> }>();
  for (const each of stopped) {
    const stopping = each.origins.filter((origin) => verdictOf(origin, terms) !== 'allow');
    const key = stopping.map(({ id }) => id).join();
    const same = together.get(key) ?? { ...each, whats: new Set<string>() };
    same.whats.add(each.what);
    together.set(key, same);
  }
  return [...together.values()].map(({ whats, origins }) =>
    stopWords([...whats].join(', '), origins, terms),
  );
}
