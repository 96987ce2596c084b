/**
 * The one way to edit a stored record by form. If a save conflicts with another, both values are shown side by side;
 * typed text stays in the form, and the next save is made on the record as it is now. A draft of a record that has been
 * saved since is treated the same. A record that was moved to somebody else meanwhile is not taken in: what is typed is
 * about the person whom it left.
 */
import {
  asOfHeads,
  type Issue,
  personOfRecord,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { asTexts, type FormValues } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { type EditConflict, editConflict, isConflict, isMovedSince } from './edit-conflict.js';
import { EditConflictPanel } from './edit-conflict-panel.js';
import { peopleHeld } from './people-of-save.js';
import {
  aboutOnceAsked,
  bornName,
  type NamedPerson,
  namedQuestion,
  SUBJECT,
  typedAbout,
  useAskedAbout,
} from './typed-about.js';

export interface Edit<K extends RecordKind> extends NamedPerson {
  /** Record that the act applies to: as opened, or as it is now after a conflict. */
  readonly held: StoredRecord<K>;
  /** Undefined for a kind that is about no person, and where the form itself asks whose it is. */
  readonly about: RecordId | null | undefined;
  /** Handles a conflict. `false` for any other error, or if the record is no longer stored: show those as usual. */
  catches(error: unknown): Promise<boolean>;
  /** Panel to place before the fields; empty unless there is a conflict. */
  readonly panel: ComponentChildren;
}

/** Key, among the typed values, for the heads that they were typed on. Stored with the draft. */
const TYPED_ON = 'typedOn';

/**
 * Initial values of a form that edits the record. They include whose it is, null for nobody, which is stored with the
 * draft; a form that starts with fewer values gives `subjectId` itself.
 */
export function editValues(opened: StoredRecord): FormValues {
  return { ...opened.value, [SUBJECT]: personOfRecord(opened), [TYPED_ON]: opened.heads };
}

/**
 * @param opened - the record that the form was filled from; undefined if the form makes a new one, so there is no edit
 * @param also - merges anything that the form contains besides its fields
 * @example
 * const form = useRecordForm({ kind, initial: editValues(opened) });
 * const edit = useEdit(opened, form);
 * const { keep } = useKeep(form, work, edit);
 * keep(() => correct(edit.held, …), () => ({ heading, go }));
 * … <RecordForm before={edit?.panel} …>
 */
export function useEdit<K extends RecordKind>(
  opened: StoredRecord<K> | undefined,
  form: RecordFormState<K>,
  also?: (before: StoredRecord<K>, now: StoredRecord<K>) => void,
): Edit<K> | undefined {
  const { store } = useApp().services;
  const held = useSignal(opened);
  const conflict = useSignal<EditConflict<K> | undefined>(undefined);
  const asked = useAskedAbout();
  const isPersonAsked = form.fields.some(({ name }) => name === SUBJECT);
  const about = (): RecordId | null | undefined => {
    if (isPersonAsked) return undefined;
    const typed = aboutOnceAsked(form.values.value, asked);
    return typed === undefined ? held.value && personOfRecord(held.value) : typed;
  };
  const isMoved = (now: StoredRecord): boolean => {
    const person = about();
    return person !== undefined && person !== personOfRecord(now);
  };
  const meet = (
    before: StoredRecord<K>,
    now: StoredRecord<K>,
    issues: readonly Issue[] = [],
  ): void => {
    const met = editConflict(before, now, form.fields, form.values.value);
    held.value = now;
    form.values.value = { ...met.values, [TYPED_ON]: now.heads };
    also?.(before, now);
    form.showIssues(issues);
    // A question alone is not a conflict: the person who was named is not a field of the form.
    if (issues.length === 0 || met.fields.length > 0) conflict.value = met;
  };
  const showMoved = async (
    now: StoredRecord<K>,
    typedOnRecord: () => Promise<StoredRecord<K> | undefined>,
  ): Promise<void> => {
    const person = personOfRecord(now);
    const what = RECORD_LABELS[now.kind].one;
    const question = await namedQuestion(form.values.value, person, { store, what });
    if (!question) return form.showIssues([await movedIssue(store, about(), now)]);
    const before = await typedOnRecord();
    // Asked already, as the draft came in.
    if (asked.current === person) return;
    asked.current = person ?? undefined;
    meet(before ?? now, now, [question]);
  };

  const typedOn = (): readonly RecordId[] =>
    asTexts(form.values.value[TYPED_ON]) as readonly RecordId[];
  useEffect(() => {
    const now = held.value;
    if (now === undefined) return;
    const typedOnRecord = async (): Promise<StoredRecord<K> | undefined> => {
      // Values as they are by now: a draft may have come in since the form was drawn.
      const heads = typedOn();
      if (heads.length === 0 || heads.join() === now.heads.join()) return undefined;
      return asOfHeads(await store.history(now.id), heads) as StoredRecord<K> | undefined;
    };
    if (asked.current !== undefined && typedAbout(form.values.value) !== null) {
      // Started again: no longer the form that was begun about nobody.
      asked.current = undefined;
      form.showIssues([]);
    }
    const compare = async (): Promise<void> => {
      if (isMoved(now)) return showMoved(now, typedOnRecord);
      const before = await typedOnRecord();
      if (before) meet(before, now);
    };
    // The vault locked first. The typed values are compared with the stored record at the save.
    compare().catch(() => undefined);
  }, [typedOn().join(), form.values.value[SUBJECT]]);

  const found = conflict.value;
  if (opened === undefined) return undefined;
  return {
    get held() {
      return held.value ?? opened;
    },
    get about() {
      return about();
    },
    async catches(error) {
      if (!isConflict(error) && !isMovedSince(error)) return false;
      const before = held.value ?? opened;
      const now = await store.get(before.kind as K, before.id).catch(() => undefined);
      if (!now) return false;
      if (isMoved(now)) await showMoved(now, async () => before);
      else if (isConflict(error)) meet(before, now);
      else return false;
      return true;
    },
    panel: found && (
      <EditConflictPanel
        // Shows each further conflict as new.
        key={found.now.heads.join()}
        conflict={found}
        onUseTheirs={(name, value) => form.set(name, value)}
      />
    ),
  };
}

/**
 * The issue of a form whose record was moved to somebody else while it was open.
 *
 * @param about - the person whom the typed values are about, or null
 * @param now - the record as it is now
 */
export async function movedIssue(
  store: Pick<RecordStore, 'get'>,
  about: RecordId | null | undefined,
  now: StoredRecord,
): Promise<Issue> {
  const ids = [about, personOfRecord(now)];
  const people = await peopleHeld(
    store,
    ids.flatMap((id) => id ?? []),
  );
  const [from, to] = ids.map((id) => people.find((person) => person.id === id));
  const what = RECORD_LABELS[now.kind].one;
  const message = [
    from ? t('edit.moved.from', { what, name: bornName(from) }) : t('edit.moved', { what }),
    ...(to ? [t('edit.moved.to', { name: bornName(to) })] : []),
    t('edit.moved.do'),
  ].join(' ');
  return { code: 'record-moved', severity: 'error', message };
}
