/**
 * Running text in a draft: the text of a page that is the narrative, labelled lines within a text ("DOB: …" in a box of
 * notes), and facts that its sentences mention. Everything found in this way starts as *leave*.
 */
import { applyAdapter } from '../adapter/apply-adapter.js';
import { type FieldPath, fieldOf, ownerOf } from '../field/field-path.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import { isRunningText, type JoinedValue, joinLines } from '../name/join-lines.js';
import { nameValues } from '../name/name-value.js';
import { isFrom } from '../text/message-header.js';
import { factsInText, lawsInText } from '../text/prose-fact.js';
import type { TextFact } from '../text/text-fact.js';
import { plainLines } from '../text/text-markup.js';
import { readingOfText } from '../text/text-selection.js';
import { type Signature, signatureOf } from '../text/text-signature.js';
import { isAboutSomebody } from '../text/title-name.js';
import { type ProposedRow, readDated, readRow } from './draft-row.js';

/** Least length of an account: anything shorter is a value. */
const TELLING_FROM = 100;
const MOST_LETTERS = 50_000;

/** The values, with the narrative among them named, and after each text the labelled lines inside it. */
export function readFreeText(joined: readonly JoinedValue[]): readonly JoinedValue[] {
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

/** The longest account on a page about somebody, if nothing on it is named as the narrative. */
function tellingOf(
  joined: readonly JoinedValue[],
  inside: ReadonlyMap<JoinedValue, readonly JoinedValue[]>,
  all: readonly JoinedValue[],
): JoinedValue | undefined {
  const isAbout =
    isAboutSomebody(all) ||
    [...inside.keys()].some(({ text }) =>
      factsInText(text).some(({ path }) => path !== undefined && ownerOf(path) === 'subject'),
    );
  if (!isAbout) return undefined;
  // On a form the account is typed into a box; the texts around it are instructions.
  const isForm = joined.some(
    ({ path, value }) =>
      path !== undefined && ownerOf(path) === 'subject' && value.isTyped && value.visible,
  );
  return joined
    .filter(
      (each) =>
        each.path === undefined &&
        each.value.visible &&
        (!isForm || each.value.isTyped === true) &&
        (inside.get(each)?.length ?? Number.POSITIVE_INFINITY) < 2 &&
        each.text.length >= TELLING_FROM,
    )
    .reduce<JoinedValue | undefined>(
      (longest, each) => (each.text.length > (longest?.text.length ?? 0) ? each : longest),
      undefined,
    );
}

/** Lines with their own label inside a text, as values with the text's place. */
function linesWithin(outer: JoinedValue): readonly JoinedValue[] {
  if (outer.path !== undefined) return [];
  const text = plainLines(outer.text.slice(0, MOST_LETTERS));
  const reading = readingOfText(text, { title: outer.label });
  const named = nameValues(reading, applyAdapter([], { reading }));
  let hasSender = false;
  return joinLines(named).flatMap((each): readonly JoinedValue[] => {
    const path = each.path ?? (isFrom(each.label) && !hasSender ? 'referrer.name' : undefined);
    const said = path === undefined ? undefined : saidBy(path, each.text, each.label);
    if (said === undefined) return [];
    hasSender ||= path === 'referrer.name';
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

/** The rows with, after each text, a row for every fact that its sentences mention. */
export function withProseFacts(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  const texts = rows.filter(isText);
  const said = rows.find(({ row }) => row.path === 'referrer.name' && !row.freeText)?.row.value;
  let writer: { readonly of: ProposedRow; readonly signature: Signature } | undefined;
  for (const of of texts) {
    const signature = signatureOf(of.row.raw);
    if (!signature) continue;
    const [name] = signature.facts;
    if (said !== undefined && name && !isSamePerson(said, name.raw)) continue;
    writer ??= { of, signature };
  }
  return rows.flatMap((each) => {
    if (each.row.path === 'referral.suspectedOffences[]')
      return [
        each,
        // An offence that is only the section is not listed twice.
        ...factRows(
          each,
          lawsInText(each.row.raw).filter(({ raw }) => raw.length < each.row.raw.trim().length),
        ),
      ];
    if (!isText(each)) return [each];
    const own = each.row.path === 'referral.narrative' ? withoutSignature(each) : each;
    const signed = writer?.of === each ? writer.signature.facts : [];
    const told = factsInText(own.row.raw).filter(
      ({ path }) => !(signed.length > 0 && path?.startsWith('referrer.')),
    );
    return [own, ...factRows(each, [...told, ...signed])];
  });
}

function isText({ row, isRunning }: ProposedRow): boolean {
  return isRunning === true && (row.path === 'referral.narrative' || !row.freeText);
}

/** The text up to the writer's signature: the account ends there. */
function withoutSignature(each: ProposedRow): ProposedRow {
  const from = signatureOf(each.row.raw)?.from ?? 0;
  if (from < TELLING_FROM) return each;
  const raw = each.row.raw.slice(0, from).trimEnd();
  return { ...each, row: { ...each.row, raw, value: raw } };
}

function isSamePerson(a: string, b: string): boolean {
  const last = (name: string) =>
    name
      .toLowerCase()
      .match(/[\p{L}’'-]+/gu)
      ?.at(-1);
  return last(a) === last(b);
}

function factRows(each: ProposedRow, facts: readonly TextFact[]): readonly ProposedRow[] {
  if (facts.length === 0) return [];
  const { row } = each;
  const { madeOf: _, alsoAt: __, platform: ___, either: ____, settled: _____, ...like } = row;
  return facts.flatMap((fact, nth): readonly ProposedRow[] => {
    const { unread, either, ...read } = readDated(fact.path, fact.raw, undefined, {
      label: row.label,
    });
    if (unread) return [];
    const platform = fact.platform === undefined ? {} : { platform: fact.platform };
    return [
      {
        group: fact.person === undefined ? '' : `person ${fact.person}`,
        unread,
        row: {
          ...like,
          ...read,
          ...platform,
          ...(either ? { either: { ...either, starts: 'leave' } } : {}),
          id: `${row.id}-fact-${nth}`,
          path: fact.path,
          raw: fact.raw,
          sensitivity: sensitivityOf(fact.path),
          runnersUp: [],
          namedBy: 'generic',
          freeText: true,
        },
      },
    ];
  });
}
