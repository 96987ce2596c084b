import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../components/error-summary.js';
import { t } from '../../locales/late.js';
import { NoticeOffer } from '../act/notice-offer.js';
import { takeBack } from '../act/take-back.js';
import { waysToRecords } from '../act/ways-to-records.js';

export interface UndoSaveProps {
  /** Sequence number from the receipt. */
  seq: number;
  /** Set if that save is itself an undo: undoing it then redoes the original save. */
  isUndo?: true | undefined;
}

/** Undoes a save from its success message. If that is impossible, says why, and how to correct it instead. */
export function UndoSave({ seq, isUndo }: UndoSaveProps) {
  const app = useApp();
  const { services, session, router } = app;
  const problems = useSignal<readonly SummaryError[]>([]);
  const isBusy = useSignal(false);
  const undo = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problems.value = [];
    const back = await takeBack(services, seq);
    isBusy.value = false;
    if (!back.ok) {
      problems.value = await waysToRecords(app, back.issues);
      return;
    }
    const { seq: next, owed } = back.value;
    const offer = owed && <NoticeOffer key="notice" subject={owed} />;
    session.say(
      isUndo
        ? { heading: t('undo.again.done'), body: offer, seq: next }
        : { heading: t('undo.done'), body: [t('undo.done.body'), offer], seq: next, isUndo: true },
    );
    // Shows the screen with the stored records as they are now.
    router.go(router.route.value);
  };
  return (
    <>
      <ErrorSummary title={t('undo.refused')} errors={problems.value} />
      <p class="govuk-body cp-no-print">
        <Button kind="link" busy={isBusy.value} onPress={() => void undo()}>
          {t(isUndo ? 'undo.again' : 'undo.do')}
        </Button>
      </p>
    </>
  );
}
