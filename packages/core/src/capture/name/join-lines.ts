/** Joins values that a page shows in pieces: further lines under one label, and an address in several boxes. */
import type { LabelledValue, Place } from '../../page/reading.js';
import { fieldOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import { ownerOfHeadings } from '../field/label-dictionary.js';
import { saysNotKnown } from '../read/not-known.js';
import { postcodeWithin } from '../read/read-postcode.js';
import { isOfEvent } from './event.js';
import { factOfLabel } from './fact-of-label.js';
import type { NamedValue } from './named-value.js';

/** A value ready to be read: one of the page's, or several joined. */
export interface JoinedValue extends NamedValue {
  readonly id: string;
  /** The text to read, lines joined. */
  readonly text: string;
  /** Label, or labels, as displayed. */
  readonly label: string;
  readonly madeOf?: readonly Place[];
  /** Set if it is inside a longer text, not under a label of the page. */
  readonly freeText?: true;
  /** Set in a message that another one only quotes: it may be about another person. */
  readonly isEarlier?: true;
}

/** Least length of a text: anything shorter is a value. */
const TEXT_FROM = 40;

/** True for sentences, or lines of a note, which may contain other facts. */
export function isRunningText({ path, text, value, isEarlier }: JoinedValue): boolean {
  if (isEarlier) return false;
  if (path === 'referral.narrative') return true;
  if (path !== undefined || text.length < TEXT_FROM || value.kind === 'choice') return false;
  return value.kind === 'prose' || text.includes('\n') || text.split(' ').length >= 8;
}

/**
 * Joins lines: a list under one label stays several values; an address, a narrative or a note of several lines becomes
 * one.
 */
export function joinLines(named: readonly NamedValue[]): readonly JoinedValue[] {
  return joinGivenNames(joinAddress(joinContinued(named)));
}

function joinContinued(named: readonly NamedValue[]): readonly JoinedValue[] {
  const further = grouped(
    named.filter(({ value }) => value.continues !== undefined),
    ({ value }) => value.continues,
  );
  const heads = new Map(
    further.size === 0 ? [] : named.map((each) => [each.value.id, each] as const),
  );
  const joined: JoinedValue[] = [];
  for (const each of named) {
    const head = each.value.continues === undefined ? each : heads.get(each.value.continues);
    if (head === undefined || head === each) {
      const lines = isOneText(each) ? (further.get(each.value.id) ?? []) : [];
      joined.push(lines.length === 0 ? alone(each, each.path) : joinedOf([each, ...lines]));
    } else if (!isOneText(head)) {
      // A second telephone is one more value; a second line under a birth date is something else.
      const isList = head.path !== undefined && fieldOf(head.path).many === true;
      joined.push(alone(each, isList ? head.path : undefined));
    }
  }
  return joined;
}

function isOneText({ path }: NamedValue): boolean {
  if (path === undefined) return false;
  const { read, many = false } = fieldOf(path);
  return !many && ['address', 'prose', 'text'].includes(read);
}

/** Copies member by member: there are thousands, and each copy costs time. */
function alone(
  { value, namedBy, rule, read, platform, bySelector, isUnsure, person, isStrangers }: NamedValue,
  path: NamedValue['path'],
): JoinedValue {
  const { id, label, value: text } = value;
  const joined: { -readonly [key in keyof JoinedValue]: JoinedValue[key] } = {
    value,
    path,
    namedBy,
    id,
    text,
    label,
  };
  if (rule !== undefined) joined.rule = rule;
  if (read !== undefined) joined.read = read;
  if (platform !== undefined) joined.platform = platform;
  if (bySelector !== undefined) joined.bySelector = bySelector;
  if (isUnsure !== undefined) joined.isUnsure = isUnsure;
  if (person !== undefined) joined.person = person;
  if (isStrangers !== undefined) joined.isStrangers = isStrangers;
  return joined;
}

function joinedOf(pieces: readonly [NamedValue, ...NamedValue[]]): JoinedValue {
  const [head] = pieces;
  const { id, label } = head.value;
  return {
    ...head,
    id,
    text: pieces.map((piece) => piece.value.value).join('\n'),
    label,
    madeOf: pieces.map((piece) => piece.value.place),
  };
}

/** Words of address lines, from the door to the country. */
const ENVELOPE: readonly (readonly string[])[] = [
  ['flat', 'house', 'building', 'house name', 'house number'],
  ['street', 'address', 'line', 'road'],
  ['village', 'locality', 'district', 'l', 'town', 'city', 'post town'],
  ['county', 'st', 'state', 'province', 'region'],
  ['country'],
];

/** Joins a first and a middle name in separate boxes into the given names. */
function joinGivenNames(values: readonly JoinedValue[]): readonly JoinedValue[] {
  const sections = grouped(
    values.filter(
      ({ path, value, text }) => path === 'subject.givenNames' && !value.row && !saysNotKnown(text),
    ),
    ({ value }) => [value.place.frame.join('.'), value.visible, ...value.owner].join('\n'),
  );
  const made = new Map<JoinedValue, JoinedValue>();
  const spent = new Set<JoinedValue>();
  for (const parts of sections.values()) {
    const [first, ...others] = parts;
    const labels = new Set(parts.map(({ label }) => label));
    if (others.length === 0 || labels.size < parts.length) continue;
    for (const part of others) spent.add(part);
    made.set(first, {
      ...first,
      id: `${first.id}-given`,
      text: parts.map(({ text }) => text).join(' '),
      label: [...labels].join(', '),
      madeOf: parts.map(({ value }) => value.place),
      ...ruleOf(parts),
    });
  }
  return values.filter((each) => !spent.has(each)).map((each) => made.get(each) ?? each);
}

/** Joins street, town and county in separate boxes, or unlabelled second lines, into one address of a section. */
function joinAddress(values: readonly JoinedValue[]): readonly JoinedValue[] {
  const isPart = (each: JoinedValue) =>
    !each.value.row &&
    !each.isStrangers &&
    !saysNotKnown(each.text) &&
    (each.path === 'subject.address' || factOfLabel(each.label) === 'addressLine') &&
    isSubjects(each.value);
  const sections = grouped(values.filter(isPart), ({ value }) =>
    [value.place.frame.join('.'), value.visible, ...value.owner].join('\n'),
  );
  const made = new Map<JoinedValue, JoinedValue>();
  const spent = new Set<JoinedValue>();
  const places = new Map(values.map((each, at) => [each, at]));
  for (const inSection of sections.values()) {
    const parts = firstAddress(inSection, places);
    const [first] = parts;
    const named = parts.filter(({ path }) => path === 'subject.address');
    // One whole address is the address; the town next to it adds nothing.
    const isWhole = named.some(
      ({ text }) =>
        postcodeWithin(text) !== undefined || parts.every((part) => text.includes(part.text)),
    );
    if (!first || parts.length < 2 || isWhole || named.some(({ namedBy }) => namedBy === 'adapter'))
      continue;
    // A town that has no name of its own is saved in the address, and is not listed beside it as unused.
    for (const part of parts)
      if (part.path === undefined || part.path === 'subject.address') spent.add(part);
    made.set(first, {
      ...first,
      id: `${first.id}-address`,
      path: 'subject.address',
      text: inPostalOrder(parts)
        .map(({ text }) => text)
        .join('\n'),
      label: [...new Set(parts.map(({ label }) => label))].join(', '),
      madeOf: parts.flatMap(({ value, madeOf }) => madeOf ?? [value.place]),
      ...ruleOf(parts),
    });
  }
  return values.flatMap((each) => {
    const address = made.get(each);
    const own = spent.has(each) ? [] : [each];
    return address ? [address, ...own] : own;
  });
}

/** The parts up to a label that returns after other values: another address begins there, maybe of another person. */
function firstAddress(
  parts: readonly JoinedValue[],
  places: ReadonlyMap<JoinedValue, number>,
): readonly JoinedValue[] {
  const said = new Set<string>();
  const end = parts.findIndex((part, nth) => {
    const label = labelWords(part.label);
    const before = parts[nth - 1];
    const isBeside = before && (places.get(part) ?? 0) - (places.get(before) ?? 0) < 2;
    const isAgain = said.has(label) && !isBeside;
    said.add(label);
    return isAgain;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/** A value made of several rests on a likeness if any of them does. */
function ruleOf(parts: readonly JoinedValue[]): Pick<JoinedValue, 'rule'> {
  return parts.some(({ rule }) => rule === 'likeness') ? { rule: 'likeness' } : {};
}

/** Boxes in alphabetical order are put in the order of an envelope; any other order is the page's own. */
function inPostalOrder(parts: readonly JoinedValue[]): readonly JoinedValue[] {
  const names = parts.map(({ label }) => label.toLowerCase());
  const isByName = names.every((name, at) => at === 0 || name > (names[at - 1] ?? ''));
  if (parts.length < 3 || !isByName) return parts;
  const rank = ({ label }: JoinedValue): number => {
    const words = ` ${labelWords(label)} `;
    const found = ENVELOPE.findIndex((kinds) => kinds.some((kind) => words.includes(` ${kind} `)));
    return found < 0 ? 1 : found;
  };
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

function isSubjects(value: LabelledValue): boolean {
  const heading = ownerOfHeadings(value.owner);
  if (isOfEvent('subject.address', value)) return false;
  return heading === undefined || heading === 'subject' || heading === 'referral';
}
