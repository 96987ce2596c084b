/** The question whether a note that is written under a draft is about the person chosen for it. */
import {
  type Draft,
  draftPerson,
  type PersonCheck,
  type PersonDoubt,
  personDoubt,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../../app/app.js';
import { doubtKey } from './doubt-words.js';

interface Doubted {
  readonly about: StoredRecord<'subject'>;
  readonly doubt: PersonDoubt;
}

export interface NoteDoubt {
  /** Set while the question is open. */
  readonly asked: ReadonlySignal<Doubted | undefined>;
  /** People on record who may be the person of the draft: the note may not be saved about nobody unasked. */
  alike(draft: Draft): Promise<readonly RecordId[]>;
  /** @returns the input for the save; undefined if the officer is only now asked */
  check(draft: Draft, about: StoredRecord<'subject'>): Promise<PersonCheck | undefined>;
  /** The officer means the person. */
  agree(): void;
  /** Closes the question: another person was chosen, or the officer goes back. */
  close(): void;
}

export function useNoteDoubt(): NoteDoubt {
  const { seenBefore } = useApp().services;
  const asked = useSignal<Doubted | undefined>(undefined);
  const agreed = useSignal('');
  return useMemo(
    () => ({
      asked,
      async alike(draft) {
        const { people } = await seenBefore.look(draftPerson(draft), 'intelligence');
        return people.map(({ person }) => person);
      },
      async check(draft, about) {
        const { people: found } = await seenBefore.look(draftPerson(draft), 'intelligence');
        const doubt = personDoubt(draft, about, found);
        if (!doubt) return { found };
        if (doubtKey(about.id, doubt) === agreed.value) return { found, meant: about.id };
        asked.value = { about, doubt };
        return undefined;
      },
      agree() {
        const { value } = asked;
        agreed.value = value ? doubtKey(value.about.id, value.doubt) : '';
        asked.value = undefined;
      },
      close() {
        asked.value = undefined;
        agreed.value = '';
      },
    }),
    [seenBefore, asked, agreed],
  );
}
