import type { Draft, Gates, Issue, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../app/app.js';
import type { LastSave } from '../../app/last-save.js';
import { lateView } from '../../app/late-view.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Radios } from '../../components/radios.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { t } from '../../locales/translate.js';
import type { NoteFormProps } from '../intelligence/note-form.js';
import { GatesPanel } from './gates-panel.js';
import { startingGates } from './review-context.js';
import { SubjectChoice } from './subject-choice.js';
import { type DraftState, late } from './use-draft.js';

export interface SaveBarProps {
  draft: Draft;
  state: DraftState;
  onSaved: (save: LastSave) => void;
}

const NoteForm = lateView<NoteFormProps>(
  async () => (await import('../intelligence/note-form.js')).NoteForm,
);

/** Whose record it becomes, why it is kept, and the two ways to save it. */
export function SaveBar({ draft, state, onSaved }: SaveBarProps) {
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const gates = useSignal<Gates>(startingGates(draft, officer));
  const about = useSignal<'new' | 'held'>('new');
  const held = useSignal<StoredRecord<'subject'> | undefined>(undefined);
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);
  const isNote = useSignal(false);

  const save = async (): Promise<void> => {
    if (isBusy.value) return;
    if (about.value === 'held' && !held.value) {
      problems.value = [
        {
          code: 'subject-missing',
          severity: 'error',
          message: t('review.about.missing'),
          at: 'about',
        },
      ];
      return;
    }
    isBusy.value = true;
    await state.work.flush();
    const addTo = about.value === 'held' ? held.value : undefined;
    const { saveReferral } = await late();
    const result = await saveReferral(services, {
      draft,
      gates: gates.value,
      addTo,
      officer,
      kind,
    });
    isBusy.value = false;
    problems.value = result.issues.filter(({ severity }) => severity === 'error');
    if (!result.ok) return;
    await state.discard();
    session.say({
      heading: t('review.saved'),
      body: [...new Set(result.issues.map(({ message }) => message))].join(' '),
    });
    onSaved(result.value);
  };

  if (isNote.value)
    return (
      <NoteForm
        from={draft}
        gates={gates.value}
        onGates={(next) => {
          gates.value = next;
        }}
        onSaved={async (save) => {
          isNote.value = false;
          onSaved(save);
        }}
        onCancel={() => {
          isNote.value = false;
        }}
      />
    );
  return (
    <Form label={t('review.save')} onSubmit={() => void save()}>
      <div class="cp-save-bar">
        <ErrorSummary
          errors={problems.value.map(({ message, at }) => ({ message, fieldId: controlAt(at) }))}
        />
        <Radios
          label={t('review.about')}
          legendSize="s"
          choices={[
            { value: 'new', label: t('review.about.new') },
            { value: 'held', label: t('review.about.held') },
          ]}
          value={about.value}
          onValue={(value) => {
            about.value = value === 'held' ? 'held' : 'new';
          }}
          under={{
            held: (
              <SubjectChoice
                id="about-subject"
                label={t('review.about.which')}
                value={held.value?.id}
                onValue={(subject) => {
                  held.value = subject;
                }}
              />
            ),
          }}
        />
        <GatesPanel
          gates={gates.value}
          onGates={(next) => {
            gates.value = next;
          }}
        />
        <UnfinishedStatus work={state.work} />
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('review.save')}
          </Button>
          <Button
            kind="secondary"
            onPress={() => {
              isNote.value = true;
            }}
          >
            {t('review.note')}
          </Button>
        </ButtonGroup>
      </div>
    </Form>
  );
}

/** An issue about a row stands at its id and path; the summary goes to the row. */
function controlAt(at: string | undefined): string | undefined {
  if (at === undefined) return undefined;
  if (at === 'about') return 'about-subject';
  return `row-${at.split(' ', 1)[0] ?? ''}`;
}
