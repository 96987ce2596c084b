import {
  failed,
  moveAttachment,
  passed,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { choicesOf } from '../../../components/choice.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Radios } from '../../../components/radios.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { whichFile } from './which-file.js';
import type { FilePanelProps } from './withdraw-file.js';

/** Asks whom a file is about instead, and why it is moved, then moves it. */
export function MoveFile({ file, subject, onClose }: FilePanelProps) {
  const { services, router } = useApp();
  const nameApart = useNameApart();
  const name = nameApart(usePresentName(subject));
  const which = whichFile(services.lists, file);
  const { isBusy, save } = useSave();
  const chosen = useSignal('');
  const why = useSignal('');
  const to = usePresentName(useChosen(chosen.value));
  const [whoId, whyId] = [useId(), useId()];
  const problems = useSignal<readonly { readonly at?: string; readonly message: string }[]>([]);
  const move = async (): Promise<void> => {
    const id = chosen.value;
    // Nobody is moved to before the button names them.
    if (id !== (to?.id ?? '')) {
      problems.value = [{ at: 'subjectId', message: t('files.move.unread') }];
      return;
    }
    await save(
      {
        work: `move-attachment/${file.id}`,
        show: (issues) => {
          problems.value = issues;
        },
      },
      [file.heads, id, why.value],
      async () => {
        const { store, host, lists } = services;
        const person = to && (await store.get('subject', to.id));
        const records = person ? await store.query('attachment', { subjectId: person.id }) : [];
        const moved = moveAttachment(file, why.value, { host, lists, to: person, records });
        if (!moved.ok || !person) return failed(...moved.issues);
        return passed({ ...moved.value, person }, moved.issues);
      },
      ({ person }) => ({
        heading: t('files.moved', { file: which, from: name, to: nameApart(person) }),
        // To the files of the person whose it is now: the officer sees it there.
        go: () => router.go({ name: 'subject', subject: person.id, section: 'files' }),
      }),
    );
  };
  const wrong = useStillWrong(problems.value, { subjectId: chosen.value, movedWhy: why.value });
  const errorAt = (at: string) => wrong.find((each) => each.at === at)?.message;
  const controls: Readonly<Record<string, string>> = { subjectId: whoId, movedWhy: whyId };
  return (
    <ConfirmPanel
      heading={t('files.move.ask', { file: which, name })}
      confirm={
        to
          ? t('files.move.press', { name: file.value.name, to: nameApart(to) })
          : t('files.move.press.none', { name: file.value.name })
      }
      busy={isBusy}
      onConfirm={() => void move()}
      onCancel={onClose}
    >
      <ErrorSummary
        check={problems.value}
        errors={wrong.map(({ at = '', message }) => {
          const id = controls[at];
          return id === undefined ? { message } : { message, fieldId: id };
        })}
      />
      <p class="govuk-body">{t('files.move.why')}</p>
      <SubjectSelect
        id={whoId}
        label={t('files.move.whom')}
        insteadOf={subject.id}
        isNeeded
        value={chosen.value}
        error={errorAt('subjectId')}
        onValue={(id) => {
          chosen.value = id;
        }}
      />
      <Radios
        id={whyId}
        label={t('files.move.reason')}
        choices={choicesOf(services.lists, 'attachment-move', services.today())}
        value={why.value}
        error={errorAt('movedWhy')}
        onValue={(code) => {
          why.value = code;
        }}
      />
    </ConfirmPanel>
  );
}

/** The record of the chosen person; undefined until somebody is chosen and read. */
function useChosen(id: string): StoredRecord<'subject'> | undefined {
  const { store } = useApp().services;
  const held = useSignal<StoredRecord<'subject'> | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    if (id === '') return undefined;
    store.get('subject', id as RecordId).then(
      (found) => {
        if (!isOver) held.value = found;
      },
      // Locked, or closed to the officer: the move itself says so.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [store, id, held]);
  return held.value?.id === id ? held.value : undefined;
}
