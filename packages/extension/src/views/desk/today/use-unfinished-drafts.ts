/** The half-typed forms while a view shows them, each with its name and its people. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { type UnfinishedDraft, unfinishedDrafts } from '../../../app/unfinished-draft.js';
import { excerptOf } from '../../../components/excerpt.js';
import { useRows } from '../list/use-rows.js';
import { formName } from './unfinished-form.js';

export interface NamedDraft extends UnfinishedDraft {
  readonly form: string;
  /** People that it is about; empty if nobody is known. */
  readonly who: readonly string[];
  /** Words to know it by if it is about nobody known: its enquiry, the page it was read from, or what was typed. */
  readonly words?: string | undefined;
}

interface Drafts {
  /** Undefined until they are read. */
  readonly drafts: readonly UnfinishedDraft[] | undefined;
  /** Reads them again, after one was discarded here. */
  readonly again: () => void;
}

interface Names {
  /** By the id of a subject or of a referral. */
  readonly names: ReadonlyMap<string, string>;
  /** Of captures, by the key of their draft. */
  readonly captured: ReadonlyMap<string, string>;
  /** Of enquiries, which name nobody, by their id. */
  readonly enquiries: ReadonlyMap<string, string>;
  /** False until every name is known: a draft about somebody would be taken for one about nobody. */
  readonly isKnown: boolean;
}

/** Forms whose words are for those alone who open them: they are never shown in a list. */
const UNSAID = /^(?:safeguarding|concern|note|known-person)(?:\/|$)/;

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function useUnfinishedDrafts(): Drafts {
  const { services } = useApp();
  const { work } = services;
  const found = useSignal<readonly UnfinishedDraft[] | undefined>(undefined);
  const again = useCallback(() => {
    void unfinishedDrafts(work, (key) => formName(key) !== undefined).then(
      (drafts) => {
        found.value = drafts;
      },
      // Locked in the meantime: those shown so far stay until the screen goes.
      () => undefined,
    );
  }, [work, found]);
  useEffect(() => {
    again();
    return work.subscribe(again);
  }, [work, again]);
  return { drafts: found.value, again };
}

/** The same with their names: only for a view that shows them, since it follows three lists. */
export function useNamedDrafts(drafts: readonly UnfinishedDraft[]): readonly NamedDraft[] {
  const names = useNames(drafts);
  return drafts.map((draft) => ({
    ...draft,
    form: formName(draft.formKey) ?? '',
    who: whoIn(draft, names),
    words: wordsIn(draft, names),
  }));
}

/** Names of the people of subjects and of referrals, by id; namesakes told apart as wherever one is chosen. */
function useNames(drafts: readonly UnfinishedDraft[]): Names {
  const { services } = useApp();
  const subjects = useRows('subjects');
  const referrals = useRows('referrals');
  const enquiries = useRows('enquiries');
  const rows = subjects && 'rows' in subjects ? subjects.rows : undefined;
  const words = useSignal<
    | Pick<typeof import('./captured-words.js'), 'subjectWords' | 'capturedWords' | 'enquiryLines'>
    | undefined
  >(undefined);
  useEffect(() => {
    void import('./captured-words.js').then(
      ({ subjectWords, capturedWords, enquiryLines }) => {
        words.value = { subjectWords, capturedWords, enquiryLines };
      },
      // Without its part of the extension a name is still a name.
      () => undefined,
    );
  }, [words]);
  const { subjectWords, capturedWords, enquiryLines } = words.value ?? {};
  const apart = useMemo(() => rows && subjectWords?.(rows), [rows, subjectWords]);
  const names = new Map<string, string>();
  for (const { id, name } of rows ?? []) names.set(id, apart?.get(id) ?? name);
  if (referrals && 'rows' in referrals)
    for (const { id, name, subjectId } of referrals.rows) {
      const known = names.get(subjectId) ?? name;
      if (known !== undefined) names.set(id, known);
    }
  const captured = rows && capturedWords?.(drafts, rows, services.today());
  const lines =
    enquiries && 'rows' in enquiries
      ? enquiryLines?.(enquiries.rows, services.lists, services.today())
      : undefined;
  const isKnown = rows !== undefined && referrals !== undefined && lines !== undefined;
  return { names, captured: captured ?? new Map(), enquiries: lines ?? new Map(), isKnown };
}

function wordsIn(
  { formKey, text, from, typed }: UnfinishedDraft,
  { enquiries, isKnown }: Pick<Names, 'enquiries' | 'isKnown'>,
): string | undefined {
  if (!isKnown || UNSAID.test(formKey)) return undefined;
  const [enquiry] = (text.match(ID) ?? []).flatMap((id) => enquiries.get(id) ?? []);
  return enquiry ?? (from?.trim() || excerptOf(typed));
}

function whoIn(
  { key, text, name }: UnfinishedDraft,
  { names, captured }: Pick<Names, 'names' | 'captured'>,
) {
  const ids = new Set(text.match(ID));
  const known = new Set([...ids].flatMap((id) => names.get(id) ?? []));
  return known.size > 0 ? [...known] : name === undefined ? [] : [captured.get(key) ?? name];
}
