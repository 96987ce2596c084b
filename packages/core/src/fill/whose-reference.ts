/**
 * The people to whom the references on the page of a form belong, by the records: a form with the reference of somebody
 * else is taken for their form, even if it names nobody.
 */
import { labelWords } from '../capture/field/fold-label.js';
import { packed } from '../match/fold.js';
import type { Sources } from '../record/provenance.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../store/log/port.js';
import { shapeOf } from './reference-shape.js';
import type { ShownReference } from './shown-reference.js';

/** The references on a page, and the page itself as it may be kept. */
export interface PageReferences {
  readonly system: string;
  readonly url: string;
  readonly shown: readonly ShownReference[];
}

/** A sign that a form is not about the person whose values are typed. */
export interface ReferenceDoubt {
  /**
   * `another`: it is on record for somebody else, and not for this person. `differs`: this person has another one of the
   * same name, or in the same system.
   */
  readonly kind: 'another' | 'differs';
  /** As displayed on the page. */
  readonly text: string;
  readonly label?: string;
  /** People for whom it is on record; without those whose record is closed to the officer. */
  readonly people: readonly DoubtedPerson[];
  /** Set if it is on record for somebody whose record is closed to the officer. */
  readonly isClosed?: true;
  /** References of this person that it differs from. */
  readonly own: readonly string[];
}

export interface KnownPerson {
  readonly id: RecordId;
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly bornOn?: PlainDate;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
  /** References of all referrals. */
  readonly references: readonly string[];
}

/** Somebody whom a page may be about, as the officer is told of them. */
export type DoubtedPerson = Pick<KnownPerson, 'name' | 'bornOn' | 'births'>;

export function asDoubted({ name, bornOn, births }: KnownPerson): DoubtedPerson {
  return { name, ...(bornOn ? { bornOn } : {}), ...(births ? { births } : {}) };
}

export interface ReferenceSource {
  readonly store: Pick<RecordStore, 'get' | 'query'>;
  /** Everybody on record. */
  readonly people: readonly KnownPerson[];
  /** Records that are closed to the officer. */
  readonly closed: ReadonlySet<RecordId>;
  /** Logs a look at these people before anything about them is given. */
  readonly consult: (people: readonly RecordId[]) => Promise<unknown>;
}

/** A reference on record, with what is known of its place there. */
interface HeldReference {
  readonly subject: RecordId;
  readonly text: string;
  /** Labels under which it was read. */
  readonly labels: readonly string[];
  /** Set if it was read in, or given by, the system of the page. */
  readonly isOfSystem: boolean;
  /** Set if the system gave it for a referral that was written there. */
  readonly isGiven?: true;
}

/** Fewest characters by which a reference is recognised in any system: with letters, and figures alone. */
const SHORTEST = { named: { letters: 4, figures: 7 }, alone: { letters: 6, figures: 9 } } as const;
/** Most people that are named, and most references that are compared. */
const MOST = 5;
const MOST_COMPARED = 200;

/**
 * Compares the references on a page with those on record.
 *
 * @returns those on record for somebody else; otherwise, if none of this person's own is shown, those that differ from
 * one of theirs. Nothing is logged if nobody is named.
 * @throws {PreventError} as `consult` does: then nobody is named
 */
export async function referenceDoubts(
  subject: RecordId,
  page: PageReferences,
  { store, people, closed, consult }: ReferenceSource,
): Promise<readonly ReferenceDoubt[]> {
  const shown = page.shown.slice(0, MOST_COMPARED);
  const keys = new Set(shown.map(({ text }) => packed(text)).filter((key) => key !== ''));
  const held = [
    ...(await ofReferrals(subject, page, keys, { store, people })),
    ...(await givenBack(subject, page, keys, store)),
  ];
  const ownersOf = (each: ShownReference): ReadonlySet<RecordId> =>
    new Set(held.filter((one) => isSign(each, one)).map((one) => one.subject));
  const others = shown.flatMap((each) => {
    const owners = ownersOf(each);
    return owners.size === 0 || owners.has(subject) ? [] : [{ each, owners }];
  });
  const own = held.filter((one) => one.subject === subject);
  if (others.length === 0)
    return shown.some((each) => ownersOf(each).has(subject)) ? [] : differing(shown, own);
  const named = new Set(
    others.flatMap(({ owners }) => [...owners].filter((id) => !closed.has(id))),
  );
  if (named.size > 0) await consult([...named]);
  return others.map(({ each, owners }): ReferenceDoubt => {
    const isClosed = [...owners].some((id) => closed.has(id));
    const known = people.filter(({ id }) => owners.has(id) && !closed.has(id)).slice(0, MOST);
    return {
      kind: 'another',
      ...shownAs(each),
      people: known.map(asDoubted),
      ...(isClosed ? { isClosed } : {}),
      own: [],
    };
  });
}

/** References of this person under the same label, or from the same system and of the same shape. */
function differing(
  shown: readonly ShownReference[],
  own: readonly HeldReference[],
): readonly ReferenceDoubt[] {
  return shown.flatMap((each): readonly ReferenceDoubt[] => {
    if (!each.named || own.some(({ text }) => packed(text) === packed(each.text))) return [];
    const kin = own.filter(
      (one) =>
        (isSameLabel(each, one) && (one.isOfSystem || each.named === 'own')) ||
        (one.isGiven && one.isOfSystem && shapeOf(one.text) === shapeOf(each.text)),
    );
    if (kin.length === 0) return [];
    const texts = [...new Set(kin.map(({ text }) => text))].slice(0, MOST);
    return [{ kind: 'differs', ...shownAs(each), people: [], own: texts }];
  });
}

function shownAs({ text, label }: ShownReference): Pick<ReferenceDoubt, 'text' | 'label'> {
  return { text, ...(label === undefined ? {} : { label }) };
}

/** True if the text on the page is this reference, and not another that is written alike by chance. */
function isSign(shown: ShownReference, held: HeldReference): boolean {
  const key = packed(shown.text);
  if (key !== packed(held.text)) return false;
  if (held.isOfSystem || (shown.named === 'own' && isSameLabel(shown, held))) return true;
  return isLongEnough(shown);
}

/** True if it is too long to be the same as another by chance. */
export function isLongEnough({ text, named }: ShownReference): boolean {
  const key = packed(text);
  const { letters, figures } = SHORTEST[named ? 'named' : 'alone'];
  return key.length >= (/\p{L}/u.test(key) ? letters : figures);
}

function isSameLabel({ label }: ShownReference, { labels }: HeldReference): boolean {
  return label !== undefined && labels.some((each) => labelWords(each) === labelWords(label));
}

/** References of referrals: all of this person's, and those of others that are shown. */
async function ofReferrals(
  subject: RecordId,
  page: PageReferences,
  keys: ReadonlySet<string>,
  { store, people }: Pick<ReferenceSource, 'store' | 'people'>,
): Promise<readonly HeldReference[]> {
  const holders = people.filter(
    ({ id, references }) => id === subject || references.some((text) => keys.has(packed(text))),
  );
  const found = await Promise.all(
    holders.map(async ({ id }) => {
      const referrals = await store.query('referral', { subjectId: id });
      return Promise.all(referrals.map((referral) => ofReferral(referral, page, store)));
    }),
  );
  return found.flat(2);
}

async function ofReferral(
  { value, sources }: StoredRecord<'referral'>,
  page: PageReferences,
  store: Pick<RecordStore, 'get'>,
): Promise<readonly HeldReference[]> {
  const texts = [
    ...(value.reference === undefined ? [] : [['reference', value.reference] as const]),
    ...value.otherReferences.map((text, nth) => [`otherReferences[${nth}]`, text] as const),
  ];
  return Promise.all(
    texts.map(async ([path, text]) => ({
      subject: value.subjectId,
      text,
      labels: (sources[path] ?? []).map(({ label }) => label),
      isOfSystem: await isReadIn(page, sources[path] ?? [], store),
    })),
  );
}

async function isReadIn(
  page: PageReferences,
  sources: Sources[string],
  store: Pick<RecordStore, 'get'>,
): Promise<boolean> {
  for (const { capture } of sources) {
    const read = await store.get('sourceCapture', capture);
    if (read && isSameSystem(page, read.value)) return true;
  }
  return false;
}

/** References that other systems gave back: all of this person's, and those of others that are shown. */
async function givenBack(
  subject: RecordId,
  page: PageReferences,
  keys: ReadonlySet<string>,
  store: Pick<RecordStore, 'query'>,
): Promise<readonly HeldReference[]> {
  return (await store.query('writeBack')).flatMap(({ value }): readonly HeldReference[] => {
    const { reference: text, subjectId, ofKind } = value;
    if (text === undefined || (subjectId !== subject && !keys.has(packed(text)))) return [];
    const isOfSystem = isSameSystem(page, value);
    const given = ofKind === 'referral' ? { isGiven: true as const } : {};
    return [{ subject: subjectId, text, labels: [], isOfSystem, ...given }];
  });
}

function isSameSystem(
  page: Pick<PageReferences, 'system' | 'url'>,
  other: { readonly system: string; readonly url?: string | undefined },
): boolean {
  const host = hostOf(page.url);
  if (host !== '' && host === hostOf(other.url ?? '')) return true;
  return page.system !== '' && page.system.toLowerCase() === other.system.toLowerCase();
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
