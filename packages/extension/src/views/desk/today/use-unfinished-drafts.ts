/** The half-typed forms while a view shows them, each with its name and its people. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { type UnfinishedDraft, unfinishedDrafts } from '../../../app/unfinished-draft.js';
import { useRows } from '../list/use-rows.js';
import { formName } from './unfinished-form.js';

export interface NamedDraft extends UnfinishedDraft {
  readonly form: string;
  /** People that it is about; empty if nobody is known. */
  readonly who: readonly string[];
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
}

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

/** The same with their names: only for a view that shows them, since it follows two lists. */
export function useNamedDrafts(drafts: readonly UnfinishedDraft[]): readonly NamedDraft[] {
  const { names, captured } = useNames(drafts);
  return drafts.map((draft) => ({
    ...draft,
    form: formName(draft.formKey) ?? '',
    who: whoIn(draft, { names, captured }),
  }));
}

/** Names of the people of subjects and of referrals, by id; namesakes told apart as wherever one is chosen. */
function useNames(drafts: readonly UnfinishedDraft[]): Names {
  const { services } = useApp();
  const subjects = useRows('subjects');
  const referrals = useRows('referrals');
  const rows = subjects && 'rows' in subjects ? subjects.rows : undefined;
  const words = useSignal<
    Pick<typeof import('./captured-words.js'), 'subjectWords' | 'capturedWords'> | undefined
  >(undefined);
  useEffect(() => {
    void import('./captured-words.js').then(
      ({ subjectWords, capturedWords }) => {
        words.value = { subjectWords, capturedWords };
      },
      // Without its part of the extension a name is still a name.
      () => undefined,
    );
  }, [words]);
  const { subjectWords, capturedWords } = words.value ?? {};
  const apart = useMemo(() => rows && subjectWords?.(rows), [rows, subjectWords]);
  const names = new Map<string, string>();
  for (const { id, name } of rows ?? []) names.set(id, apart?.get(id) ?? name);
  if (referrals && 'rows' in referrals)
    for (const { id, name, subjectId } of referrals.rows) {
      const known = names.get(subjectId) ?? name;
      if (known !== undefined) names.set(id, known);
    }
  const captured = rows && capturedWords?.(drafts, rows, services.today());
  return { names, captured: captured ?? new Map() };
}

function whoIn({ key, text, name }: UnfinishedDraft, { names, captured }: Names) {
  const ids = new Set(text.match(ID));
  const known = new Set([...ids].flatMap((id) => names.get(id) ?? []));
  return known.size > 0 ? [...known] : name === undefined ? [] : [captured.get(key) ?? name];
}
