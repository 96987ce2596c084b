/** One page: a layout, a label set and a way of saying *not known*, with the truth about what it shows. */
import type { PageTruth } from '../saved-pages.ts';
import { listOf } from '../score-pairs.ts';
import { handOf } from './hand.ts';
import { GROUP_NAMES, type GroupName, type LabelSet } from './label-set.ts';
import { esc, slug, withColon } from './markup.ts';
import type { NotKnown } from './not-known.ts';
import { pageAround } from './page-around.ts';
import { type Random, randomOf } from './random.ts';
import { type FictionalRecord, fullName, makeRecord } from './record.ts';
import { personRows, type Row, type RowOptions, rowOptions, rowsOf, withNotKnown } from './rows.ts';
import {
  type Distractor,
  type Drawn,
  type Group,
  type Layout,
  type Scene,
  valueMarkup,
} from './scene.ts';
import { asServed, SPACES } from './served.ts';

export interface PageRecipe {
  readonly layout: Layout;
  readonly labels: LabelSet;
  readonly notKnown: NotKnown;
  readonly seed: number;
  /** Number of another record on the same screen: one hand, one order, other people. */
  readonly record?: number;
}

export interface MadePage {
  readonly layout: string;
  readonly labelSet: string;
  readonly notKnownKind: string;
  readonly name: string;
  readonly html: string;
  readonly truth: Omit<PageTruth, 'distractors'> & { readonly distractors: readonly Distractor[] };
  /** Rows of the page that say that nothing is known. */
  readonly notKnown: readonly { readonly label: string; readonly value: string }[];
}

const HEADINGS: Readonly<Record<GroupName, string>> = {
  subject: 'Personal details',
  referral: 'Referral details',
  referrer: 'Referrer',
  guardian: 'Parent or guardian',
};

export function makePage({ layout, labels, notKnown, seed, record: nth }: PageRecipe): MadePage {
  const screen = [seed, layout.name, labels.name, notKnown.name] as const;
  const random = randomOf(...screen);
  const first = makeRecord(random);
  const record = nth === undefined ? first : makeRecord(randomOf(...screen, nth));
  const hand = handOf(random, layout.hasIsoDays === true);
  const options = rowOptions(labels, hand, layout.isOneLine === true, random);
  const shown = rowsOf(record, options).filter((row) => layout.shows?.(row) ?? true);
  const rows = withNotKnown(shown, notKnown, labels, random);
  // Another record is on the same screen, however much of the choices its rows take.
  const choices = (part: string): Random =>
    nth === undefined ? random : randomOf(...screen, part);
  const scene = sceneOf(record, rows, options, choices('scene'));
  const result = layout.draw(scene);
  const drawn: Drawn = typeof result === 'string' ? { html: result } : result;
  const html = pageAround({
    record,
    body: drawn.html,
    style: drawn.style ?? '',
    random: choices('around'),
  });
  const name = `${slug(labels.name)}--${notKnown.name}`;
  const served = choices('served');
  return {
    layout: layout.name,
    labelSet: labels.name,
    notKnownKind: notKnown.name,
    name,
    html: asServed(html, served.pick(SPACES), served),
    truth: truthOf(scene, drawn, `http://127.0.0.1/${layout.name}/${name}`),
    notKnown: rows.flatMap((row) => (row.notKnown ? [{ label: row.label, value: row.value }] : [])),
  };
}

function sceneOf(
  record: FictionalRecord,
  rows: readonly Row[],
  options: RowOptions,
  random: Random,
): Scene {
  const { labels } = options;
  const hasColon = random.chance(0.5);
  let count = random.below(400);
  const groups = GROUP_NAMES.map(
    (name): Group => ({
      name,
      heading: labels.headings[name] ?? HEADINGS[name],
      rows: rows.filter(({ group }) => group === name),
    }),
  ).filter((group) => group.rows.length > 0);
  const [subject, referral, ...people] = groups;
  const isReferralFirst = random.chance(0.35) && subject && referral;
  return {
    record,
    rows,
    groups: isReferralFirst ? [referral, subject, ...people] : groups,
    name: fullName(record.subject),
    shownName: options.hand.name(record.subject.forenames, record.subject.surname),
    otherName: fullName(record.other),
    otherRows: personRows(record.other, options),
    random,
    id(stem) {
      count += 1;
      return `${stem}-${count}`;
    },
    l: ({ label }) => esc(hasColon ? withColon(label) : label),
    v: valueMarkup,
  };
}

function truthOf(scene: Scene, drawn: Drawn, url: string): MadePage['truth'] {
  const known = scene.rows.filter(({ notKnown }) => notKnown === undefined);
  const labelled = known.filter(({ field }) => !drawn.unlabelled?.includes(field));
  const pairs = [
    ...labelled.map((row) => [drawn.labelOf?.(row) ?? row.label, row.value] as const),
    ...(drawn.labels ?? []),
  ];
  const { staff } = scene.record;
  const own = [
    { value: staff.user, why: 'signed in', isPersons: true },
    { value: staff.caseOwner, why: 'case owner', isPersons: true },
    { value: staff.helpPhone, why: 'help desk', isPersons: false },
    { value: staff.helpEmail, why: 'help desk', isPersons: false },
  ];
  const others = known.flatMap(({ group, canonical }) =>
    group === 'referrer' || group === 'guardian' ? distractorsOf(canonical, `${group}’s`) : [],
  );
  const second = drawn.hasOther
    ? [
        ...[scene.otherName, scene.record.other.forenames, scene.record.other.surname].map(
          (value) => ({ value, why: 'another young person', isPersons: true }),
        ),
        ...scene.otherRows.flatMap(({ canonical }) =>
          distractorsOf(canonical, 'another young person’s'),
        ),
      ]
    : [];
  return {
    kind: `made: ${scene.rows.length} rows`,
    url,
    labels: merged(pairs),
    canonical: merged(known.flatMap(({ canonical }) => entriesOf(canonical))),
    normalised: merged(known.flatMap(({ normalised }) => entriesOf(normalised))),
    ...(drawn.hasOther ? { hidden: asRelated(scene) } : {}),
    distractors: [...own, ...others, ...second, ...(drawn.distractors ?? [])].filter(
      ({ value }) => !isSubjects(known, value),
    ),
  };
}

/** The other young person may be drafted as a related one, and need not be: neither is judged. */
function asRelated({ otherName, otherRows }: Scene): Record<string, string | readonly string[]> {
  const names = { phone: 'guardianPhone', email: 'guardianEmail' } as const;
  const contacts = Object.entries(names).flatMap(([own, name]) =>
    otherRows.flatMap(({ canonical }) => {
      const values = canonical[own];
      return values === undefined ? [] : [[name, values] as const];
    }),
  );
  return merged([['guardianName', otherName], ...contacts]);
}

/** A school may have referred its own pupil. */
function isSubjects(rows: readonly Row[], value: string): boolean {
  return rows.some(
    ({ group, canonical }) =>
      group === 'subject' && Object.values(canonical).flatMap(listOf).includes(value),
  );
}

function distractorsOf(canonical: Row['canonical'], why: string): readonly Distractor[] {
  return Object.values(canonical)
    .flatMap(listOf)
    .map((value) => ({ value, why, isPersons: true }));
}

type Named = readonly [name: string, value: string | readonly string[]];

function entriesOf(members: Row['canonical']): readonly Named[] {
  return Object.entries(members);
}

/** Several values of one name become its list, each of them once. */
function merged(pairs: readonly Named[]): Record<string, string | readonly string[]> {
  const all: Record<string, string | readonly string[]> = {};
  for (const [name, value] of pairs) {
    const before = all[name];
    const both = [...new Set([...listOf(before ?? []), ...listOf(value)])];
    all[name] = before === undefined || both.length === 1 ? value : both;
  }
  return all;
}
