import type { Gates } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { HANDLING_CONDITIONS } from '../../../components/asked-of.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { asText } from '../../../components/form-values.js';
import { RecordFields } from '../../../components/record-form.js';
import { Select } from '../../../components/select.js';
import { type RecordFormState, useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { GatesPanel } from '../../capture/review/gates-panel.js';
import type { Attendee } from './use-attendees.js';

export function useNoteForm(): RecordFormState<'intelligenceNote'> {
  return useRecordForm({
    kind: 'intelligenceNote',
    only: ['text', 'statement', 'intelligenceOn', 'grade'],
    ...HANDLING_CONDITIONS,
  });
}

interface NotePartProps {
  note: RecordFormState<'intelligenceNote'>;
  people: readonly Attendee[];
  gates: Gates;
  onGates: (gates: Gates) => void;
}

/** Intelligence from the visit: graded, and kept out of everybody’s contact. */
export function NotePart({ note, people, gates, onGates }: NotePartProps) {
  const { services } = useApp();
  const typed = note.values.value;
  return (
    <section aria-labelledby="cp-together-note">
      <h2 class="govuk-heading-m" id="cp-together-note">
        {t('together.note')}
      </h2>
      <Checkbox
        label={t('together.note.keep')}
        hint={t('together.note.hint')}
        checked={typed.isKept === true}
        onChecked={(next) => note.set('isKept', next)}
      />
      {typed.isKept === true && (
        <>
          <Select
            label={t('note.subject')}
            none={t('together.note.no-subject')}
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={asText(typed.subjectId)}
            onValue={(value) => note.set('subjectId', value)}
            inFull
          />
          <RecordFields
            form={note}
            fields={note.fields}
            values={typed}
            prefix=""
            lists={services.lists}
            on={services.today()}
            onValues={(name, value) => note.set(name, value)}
          />
          <GatesPanel gates={gates} onGates={onGates} />
        </>
      )}
    </section>
  );
}
