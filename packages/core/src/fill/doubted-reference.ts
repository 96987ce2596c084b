/** The law of references taken from pages in doubt: none is kept for a person without an officer’s answer that names both. */
import { packed } from '../match/fold.js';
import type { RecordOf } from '../record/kind.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { RecordStore } from '../store/log/port.js';
import type { Change, Commit } from '../store/log/revision.js';
import type { FillValue } from './fill-value.js';
import { isAnother } from './form-person.js';
import type { FormDoubt, PageSigns } from './whose-form.js';
import { type ReferenceSource, referenceDoubts } from './whose-reference.js';

/** References that pages in doubt offered, by person, for as long as the records are open. */
export interface DoubtedPages {
  /** Takes in a page that was compared for the person. The latest page with a reference decides about it. */
  note(person: RecordOf<'subject'>, page: PageSigns, doubts: readonly FormDoubt[]): void;
  has(subject: RecordId, reference: string): boolean;
}

/**
 * Remembers, for each person, references that a page in doubt has shown, for as long as it is held: until the vault is
 * locked.
 */
export function doubtedPages(): DoubtedPages {
  const doubted = new Map<RecordId, Set<string>>();
  return {
    note(person, page, doubts) {
      const known = doubted.get(person.id) ?? new Set();
      doubted.set(person.id, known);
      const isDoubtful = doubts.some(isAgainst) || isAnother(page.person, namedValues(person));
      for (const { text } of page.shown)
        if (isDoubtful) known.add(packed(text));
        else known.delete(packed(text));
    },
    has: (subject, reference) => doubted.get(subject)?.has(packed(reference)) ?? false,
  };
}

/**
 * An issue for each reference that the commit gives to a note of what was written elsewhere, if it is on record for
 * somebody else or was last seen on a page in doubt, and no answer names it with the person. Names nobody, so no look is
 * logged.
 */
export async function doubtedReferences(
  { changes, meant = [] }: Pick<Commit, 'changes' | 'meant'>,
  pages: Pick<DoubtedPages, 'has'>,
  source: Omit<ReferenceSource, 'consult' | 'store'> & {
    readonly store: Pick<RecordStore, 'get' | 'query' | 'history'>;
  },
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const change of changes) {
    const given = await givenBy(change, source.store);
    if (!given) continue;
    const { subjectId, reference, system, url = '' } = given;
    const isMeant = meant.some(
      (each) =>
        'reference' in each &&
        each.subject === subjectId &&
        packed(each.reference) === packed(reference),
    );
    if (isMeant) continue;
    const page = { system, url, shown: [{ text: reference, named: 'any' as const }] };
    const consult = async () => undefined;
    const doubts = await referenceDoubts(subjectId, page, { ...source, consult });
    if (pages.has(subjectId, reference) || doubts.some(isAgainst)) issues.push(IN_DOUBT);
  }
  return issues;
}

type Given = Pick<RecordOf<'writeBack'>, 'subjectId' | 'system' | 'url'> & {
  readonly reference: string;
};

/** The note with a reference that is new to it: one that it had before was answered for then. */
async function givenBy(
  { kind, record, set }: Change,
  store: Pick<RecordStore, 'get' | 'history'>,
): Promise<Given | undefined> {
  const reference: unknown = Reflect.get(set, 'reference');
  if (kind !== 'writeBack' || typeof reference !== 'string') return undefined;
  const history = await store.history(record);
  if (history.some((each) => Reflect.get(each.set, 'reference') === reference)) return undefined;
  const held = await store.get('writeBack', record);
  return { ...(held?.value as Given), ...(set as Partial<Given>), reference };
}

/** A new entry has another reference than earlier ones of the person, so one that differs is no doubt here. */
function isAgainst(doubt: FormDoubt): boolean {
  return doubt.kind !== 'differs' && !('isMild' in doubt && doubt.isMild);
}

function namedValues({ name, aliases, bornOn }: RecordOf<'subject'>): readonly FillValue[] {
  const common = { sensitivity: 'personal' } as const;
  return [
    { ...common, id: 'name', path: 'subject.name', text: name },
    ...aliases.map(
      (text, place): FillValue => ({
        ...common,
        id: `alias/${place}`,
        path: 'subject.aliases[]',
        text,
      }),
    ),
    ...(bornOn
      ? [{ ...common, id: 'born', path: 'subject.bornOn', text: bornOn, on: bornOn } as const]
      : []),
  ];
}

const IN_DOUBT: Issue = {
  code: 'reference-in-doubt',
  severity: 'error',
  message:
    'This reference may be another person’s. Check whose it is, and say that you mean this person, or enter another.',
  at: 'reference',
};
