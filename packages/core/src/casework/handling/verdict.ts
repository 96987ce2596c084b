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
 * @param what - labels of the facts that it stops: “Date of birth”, “Name, date of birth”
 */
export function stopWords(
  what: string,
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
      ? 'The conditions forbid this. Ask the originator to change them, and correct them on the capture with the permission.'
      : 'Ask the originator, and record the permission first.';
  return `${what}: given on conditions (${given}).${expired} ${next}`;
}

/** What stops, gathered so that facts of the same conditions have one sentence. */
export interface StopsGathered {
  add(what: string, origins: readonly HandlingOrigin[]): void;
  readonly sentences: () => readonly string[];
}

export function gatherStops(terms: HandlingTerms): StopsGathered {
  const byConditions = new Map<
    string,
    { readonly labels: Set<string>; readonly origins: readonly HandlingOrigin[] }
  >();
  return {
    add(what, origins) {
      const key = stopWords('', origins, terms);
      const found = byConditions.get(key) ?? { labels: new Set(), origins };
      found.labels.add(what);
      byConditions.set(key, found);
    },
    sentences: () =>
      [...byConditions.values()].map(({ labels, origins }) =>
        stopWords(
          [...labels].map((label, nth) => (nth === 0 ? label : inSentence(label))).join('; '),
          origins,
          terms,
        ),
      ),
  };
}

function inSentence(label: string): string {
  // An abbreviation keeps its letters.
  return /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
