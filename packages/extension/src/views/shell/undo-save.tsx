import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import { takeBack } from '../act/take-back.js';

export interface UndoSaveProps {
  /** Of the receipt. */
  seq: number;
  /** That save is an undoing itself: then what was undone is done again. */
  isUndo?: true | undefined;
}

/** Takes a save back from where it was said; where it cannot be, says why, and how it can be put right instead. */
export function UndoSave({ seq, isUndo }: UndoSaveProps) {
  const { services, session, router } = useApp();
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const undo = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    const back = await takeBack(services, seq);
    isBusy.value = false;
    if (!back.ok) {
      problem.value = back.issues[0]?.message;
      return;
    }
    const { seq: next } = back.value;
    session.say(
      isUndo
        ? { heading: t('undo.again.done'), seq: next }
        : { heading: t('undo.done'), body: t('undo.done.body'), seq: next, isUndo: true },
    );
    // The screen shows what is held now.
    router.go(router.route.value);
  };
  return (
    <>
      {problem.value && (
        <p class="govuk-body" role="alert">
          {t('undo.refused', { why: problem.value })}
        </p>
      )}
      <p class="govuk-body cp-no-print">
        <Button kind="link" busy={isBusy.value} onPress={() => void undo()}>
          {t(isUndo ? 'undo.again' : 'undo.do')}
        </Button>
      </p>
    </>
  );
}
