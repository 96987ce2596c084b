/**
 * Running text in a draft: the text of a page that is the narrative, labelled lines within a text ("DOB: …" in a box of
 * notes), and facts that its sentences mention. Everything found in this way starts as *leave*.
 */
import { applyAdapter } from '../adapter/apply-adapter.js';
import { type FieldPath, fieldOf, ownerOf } from '../field/field-path.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { sensitivityOf } from '../field/sensitivity-of.js';
import { isRunningText, type JoinedValue, joinLines } from '../name/join-lines.js';
import { nameValues } from '../name/name-value.js';
import { wordsOfName } from '../name/named-part.js';
import { headerPart } from '../text/header-label.js';
import { NOTE } from '../text/line-reader.js';
import { isSender, referralAlone, withoutEarlier } from '../text/message.js';
import { factsInText, lawsInText } from '../text/prose-fact.js';
import { isBareContact } from '../text/signed-line.js';
import { isDirection, mayTell } from '../text/telling-text.js';
import type { TextFact } from '../text/text-fact.js';
import { plainLines } from '../text/text-markup.js';
import { readingOfText } from '../text/text-selection.js';
import { type Signature, signatureOf } from '../text/text-signature.js';
import { factsInTitle, isSubjectLabel } from '../text/title-fact.js';
import { isAboutSomebody } from '../text/title-name.js';
import { isSameName } from '../text/told-person.js';
import { type ProposedRow, readDated, readRow } from './draft-row.js';
import { isDayToCome } from './future-date.js';
import { withSchoolOfReferrer } from './school-of-referrer.js';
import { settleTold } from './told-people.js';

/** Least length of an account: anything shorter is a value. */
const TELLING_FROM = 100;
const MOST_LETTERS = 50_000;

/** The values, with the narrative among them named, and after each text the labelled lines inside it. */
export function readFreeText(named: readonly JoinedValue[]): readonly JoinedValue[] {
  const joined = named.map(withoutDirection);
  const inside = new Map(
    joined.filter(isRunningText).map((each) => [each, linesWithin(each)] as const),
  );
  const all = [...joined, ...[...inside.values()].flat()];
  const said = Math.max(
    0,
    ...all
      .filter(({ path, value }) => path === 'referral.narrative' && value.visible)
      .map(({ text }) => text.length),
  );
  // A title called *Summary* is not the account if there is an account as well.
  const telling = said >= TELLING_FROM ? undefined : tellingOf(joined, inside, all);
  return joined.flatMap((each) => {
    const gives = telling && each.path === 'referral.narrative' && each.text.length < TELLING_FROM;
    const own: JoinedValue =
      each === telling
        ? { ...each, path: 'referral.narrative' }
        : gives
          ? { ...each, path: undefined }
          : each;
    return [own, ...(inside.get(each) ?? [])];
  });
}

/** A text of the page that says what to write is no account of anything, whatever its label. */
function withoutDirection(each: JoinedValue): JoinedValue {
  if (each.path !== 'referral.narrative' || each.value.isTyped || !isDirection(each.text))
    return each;
  const { rule: _, ...bare } = each;
  return { ...bare, path: undefined };
}

/** The longest account on a page about somebody, if nothing on it is named as the narrative. */
function tellingOf(
  joined: readonly JoinedValue[],
  inside: ReadonlyMap<JoinedValue, readonly JoinedValue[]>,
  all: readonly JoinedValue[],
): JoinedValue | undefined {
  const isAbout =
    isAboutSomebody(all) ||
    [...inside.keys()].some(({ text }) =>
      factsInText(withoutEarlier(text)).some(
        ({ path }) => path !== undefined && ownerOf(path) === 'subject',
      ),
    ) ||
    joined.some(({ path, label, text }) => path === undefined && isNamedIn(label, text, joined));
  if (!isAbout) return undefined;
  // On a form the account is typed into a box; the texts around it are instructions.
  const isForm = joined.some(
    (each) =>
      each.value.isTyped === true &&
      each.value.visible &&
      (each.path === undefined ? isRunningText(each) : ownerOf(each.path) === 'subject'),
  );
  return joined
    .filter(
      (each) =>
        each.path === undefined &&
        !each.isEarlier &&
        each.value.visible &&
        (!isForm || each.value.isTyped === true) &&
        (each.value.isTyped === true || mayTell(each.text)) &&
        (inside.get(each)?.length ?? Number.POSITIVE_INFINITY) < 2 &&
        each.text.length >= TELLING_FROM,
    )
    .reduce<JoinedValue | undefined>(
      (longest, each) => (each.text.length > (longest?.text.length ?? 0) ? each : longest),
      undefined,
    );
}

/** True for a subject line that names somebody. */
function isNamedIn(label: string, text: string, joined: readonly JoinedValue[]): boolean {
  if (!isSubjectLabel(label)) return false;
  const body = joined.filter(isRunningText).map((each) => each.text);
  return factsInTitle(label, text, body.join('\n')).length > 0;
}

/** Lines with their own label inside a text, as values with the text's place. */
function linesWithin(outer: JoinedValue): readonly JoinedValue[] {
  if (outer.path !== undefined) return [];
  const text = plainLines(outer.text.slice(0, MOST_LETTERS));
  const reading = readingOfText(text, { title: outer.label });
  const named = nameValues(reading, applyAdapter([], { reading }));
  const lines = joinLines(named);
  // Of messages that were passed on, the innermost is the referral.
  const sender = lines.some(({ path }) => path === 'referrer.name')
    ? undefined
    : lines.findLast(({ label, text: said }) => headerPart(label) === 'from' && isSender(said));
  return lines.flatMap((each): readonly JoinedValue[] => {
    const path = each === sender ? 'referrer.name' : each.path;
    const said = path === undefined ? undefined : saidBy(path, each.text, each.label);
    if (said === undefined) return [];
    // The lines around it were read once, and did not say whose it is.
    if (outer.label === NOTE && isBareContact(each.label)) return [];
    const { madeOf: _, ...rest } = each;
    return [
      {
        ...rest,
        path,
        text: said,
        id: `${outer.id}-${each.id}`,
        freeText: true,
        ...(outer.person ? { person: outer.person } : {}),
        value: {
          ...each.value,
          owner: [...outer.value.owner, outer.label, ...each.value.owner],
          place: outer.value.place,
          visible: outer.value.visible,
        },
      },
    ];
  });
}

/** Longer than any name, place or number after a label. */
const LONGEST_VALUE = 160;

/** The value of a labelled line: in notes the account continues after it, on the same line or below. */
function saidBy(path: FieldPath, text: string, label: string): string | undefined {
  const { read, many = false } = fieldOf(path);
  if (read === 'prose' || read === 'address' || (many && read !== 'name')) return text;
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  const ways = [line, line.split(/[.;](?:\s|$)/, 1)[0]?.trim() ?? ''];
  return ways.find(
    (way) => way !== '' && way.length <= LONGEST_VALUE && isReadable(path, way, label),
  );
}

/**
 * True if a text can be the path's value. A name with other words next to it is split later; anything else must read as
 * its label says.
 */
function isReadable(path: FieldPath, text: string, label: string): boolean {
  return fieldOf(path).read === 'name'
    ? text.split(' ').length <= 14
    : !readRow(path, text, { label }).unread;
}

/**
 * The rows with, after each text, a row for every fact that its sentences mention.
 *
 * @param day - of the capture: nobody of whom a text tells was born just before it
 */
export function withProseFacts(rows: readonly ProposedRow[], day: string): readonly ProposedRow[] {
  const texts = rows.filter(isText);
  const named = rows.find(
    ({ row }) =>
      row.path === 'referrer.name' &&
      row.notKnown !== true &&
      (!row.freeText || headerPart(row.label) === 'from'),
  )?.row;
  const sender = named && headerPart(named.label) === 'from' ? named.value : '';
  let writer: { readonly of: ProposedRow; readonly signature: Signature } | undefined;
  for (const of of texts) {
    const signature = signatureOf(referralAlone(of.row.raw), sender);
    if (!signature) continue;
    const name = signature.facts.find(({ path }) => path === 'referrer.name');
    if (named !== undefined && name && !isSamePerson(named.value, name.raw)) continue;
    // A name without closing words above it may be of somebody whom the text is about.
    if (!writer || (signature.isClosed && !writer.signature.isClosed)) writer = { of, signature };
  }
  const body = texts.map(({ row }) => row.raw).join('\n');
  // Above the header of the referrer’s own message it is the forwarder who writes.
  const passedOn = sender === '' ? -1 : rows.findIndex(({ row }) => row === named);
  const told = rows.flatMap((each, nth) => {
    if (each.row.path === 'referral.suspectedOffences[]')
      return [
        each,
        // An offence that is only the section is not listed twice.
        ...factRows(
          each,
          lawsInText(each.row.raw).filter(({ raw }) => raw.length < each.row.raw.trim().length),
          day,
        ),
      ];
    if (isSubjectLine(each))
      return [each, ...factRows(each, factsInTitle(each.row.label, each.row.raw, body), day)];
    if (!isText(each)) return [each];
    const account = accountAlone(each, sender);
    const own = each.row.path === 'referral.narrative' ? account : each;
    const signed = (writer?.of === each ? writer.signature.facts : []).filter(
      // The header has the name already, perhaps in another order.
      ({ path, raw }) => path !== 'referrer.name' || named === undefined || named.value === raw,
    );
    const facts = factsInText(withoutEarlier(account.row.raw)).filter(
      ({ path, isWriters, raw }) =>
        path?.startsWith('referrer.') !== true ||
        (isWriters
          ? nth > passedOn && !signed.some((fact) => fact.raw === raw)
          : signed.length === 0),
    );
    return [own, ...factRows(each, [...facts, ...signed], day)];
  });
  return settleTold(withSchoolOfReferrer(told));
}

/** True for the subject line of a message, or of a letter. */
function isSubjectLine({ row }: ProposedRow): boolean {
  return row.path === undefined && !row.freeText && row.visible && isSubjectLabel(row.label);
}

function isText({ row, isRunning }: ProposedRow): boolean {
  return isRunning === true && (row.path === 'referral.narrative' || !row.freeText);
}

/** The account, up to the writer's signature and without the messages that it quotes at its end. */
function accountAlone(each: ProposedRow, sender: string): ProposedRow {
  const whole = withoutEarlier(each.row.raw);
  const from = signatureOf(referralAlone(each.row.raw), sender)?.from ?? 0;
  const end = from < TELLING_FROM ? whole.trimEnd().length : from;
  if (end === each.row.raw.length || end < TELLING_FROM) return each;
  const raw = each.row.raw.slice(0, end).trimEnd();
  return { ...each, row: { ...each.row, raw, value: raw } };
}

const RANKS: ReadonlySet<string> = new Set(dictionary.professional.ranks);

/** True for one name in two ways of writing it. A family may share one address, so a family name alone is not enough. */
function isSamePerson(a: string, b: string): boolean {
  const bare = (name: string) =>
    wordsOfName(name).filter((word) => !RANKS.has(word) && !/^\d+$/.test(word));
  const [one, other] = [bare(a), bare(b)];
  const isInitial = one[0]?.charAt(0) === other[0]?.charAt(0) && one.at(-1) === other.at(-1);
  return isInitial || isSameName(one.join(' '), other.join(' '));
}

function factRows(
  each: ProposedRow,
  facts: readonly TextFact[],
  day: string,
): readonly ProposedRow[] {
  if (facts.length === 0) return [];
  const { row } = each;
  const { madeOf: _, alsoAt: __, platform: ___, either: ____, settled: _____, ...like } = row;
  return facts.flatMap((fact, nth): readonly ProposedRow[] => {
    const raw = fact.raw.replace(QUOTED, ' ');
    const context = { label: row.label, capturedAt: day };
    const found = readDated(fact.path, raw, undefined, context);
    const isNone =
      !found.unread &&
      (isLate(fact.path, found.value, day) || isDayToCome(fact.path, found.value, day));
    const path = isNone ? undefined : fact.path;
    const { unread, either, ...read } = isNone ? readDated(path, raw, undefined, context) : found;
    if (unread) return [];
    const platform = fact.platform === undefined ? {} : { platform: fact.platform };
    return [
      {
        group: fact.person === undefined ? '' : `person ${fact.person}`,
        ...(fact.subject === undefined ? {} : { subject: fact.subject }),
        unread,
        row: {
          ...like,
          ...read,
          ...platform,
          ...(either ? { either: { ...either, starts: 'leave' } } : {}),
          id: `${row.id}-fact-${nth}`,
          path,
          raw,
          sensitivity: sensitivityOf(path),
          runnersUp: [],
          namedBy: 'generic',
          freeText: true,
        },
      },
    ];
  });
}

/** A line that was broken within a quotation. */
const QUOTED = /\s*\n[ \t]*(?:>[ \t]?)+/g;

/** Youngest child that anybody writes of, in years. */
const YOUNGEST = 4;

/** True for a date of birth that is the day of a letter. */
function isLate(path: FieldPath | undefined, value: string, day: string): boolean {
  return (
    path === 'subject.bornOn' && Number(value.slice(0, 4)) > Number(day.slice(0, 4)) - YOUNGEST
  );
}
