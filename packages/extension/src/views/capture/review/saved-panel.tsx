import type { RecordId, RecordKind } from '@cyber-prevent/core';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { keptRoute } from '../../../app/kept-route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import type { LastSave } from '../../../ports/last-save.js';
import { asIssue } from '../../act/as-issue.js';
import { keepOnce } from '../../act/keep-once.js';
import { NoticeOffer } from '../../act/notice-offer.js';
import { takeBack } from '../../act/take-back.js';
import { MovesAlong } from './moves-along.js';
import { SubjectChoice } from './person/subject-choice.js';
import { useChosenSubject } from './person/use-chosen-subject.js';
import { loadReviewParts } from './use-draft.js';

export interface SavedPanelProps {
  last: LastSave;
  /** Called after the undo: the panel goes. */
  onUndone: () => void;
  /** Called after a move, or the undo of one. */
  onMoved: (now: LastSave) => void;
}

/** Shown where somebody was given what is changed now. */
function offerOf({ owed }: { readonly owed?: RecordId | undefined }) {
  return owed && <NoticeOffer key="notice" subject={owed} />;
}

/** Choices after a save: the next step, or the undo. */
export function SavedPanel({ last, onUndone, onMoved }: SavedPanelProps) {
  const { services, router, session } = useApp();
  const problems = useSignal<readonly SummaryError[]>([]);
  const says = (message: string | undefined): void => {
    problems.value = message === undefined ? [] : [{ message }];
  };
  const isBusy = useSignal(false);
  const isMoving = useSignal(false);
  const isToMissing = useSignal(false);
  const to = useChosenSubject();
  const { subject } = last;
  const name = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    name.value = undefined;
    if (subject)
      services.store
        .get('subject', subject)
        .then((held) => {
          if (!isGone) name.value = held?.value.name;
        })
        // The name stays unsaid, which is not a failure of the save.
        .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [services, subject]);
  const from = useComputed(() => name.value ?? t('review.move.from.unknown'));
  // The referral is the first record of its save.
  const referral = last.what === 'referral' ? last.records[0] : undefined;

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    says(undefined);
    try {
      await act();
    } catch (error) {
      says(asIssue(error).message);
    } finally {
      isBusy.value = false;
    }
  };
  const undo = () =>
    attempt(async () => {
      if (last.seq === undefined) return;
      const back = await takeBack(services, last.seq);
      if (!back.ok) {
        says(back.issues[0]?.message);
        return;
      }
      session.say({
        heading: t('review.undone'),
        body: [t('review.undone.body'), offerOf(back.value)],
      });
      onUndone();
    });
  const undoMove = () =>
    attempt(async () => {
      const { moved, ...before } = last;
      if (!moved) return;
      const back = await takeBack(services, moved.seq);
      if (!back.ok) {
        says(back.issues[0]?.message);
        return;
      }
      session.say({
        heading: t('review.move.undone'),
        body: [t('review.move.undone.body'), offerOf(back.value)],
        about: [moved.from, ...(subject ? [subject] : [])],
      });
      onMoved({ ...before, subject: moved.from });
    });
  /** Opens the screen of a record that is in the way of the move. */
  const wayTo = async (
    record: { readonly kind: RecordKind; readonly id: RecordId } | undefined,
  ): Promise<(() => void) | undefined> => {
    const held = record && (await services.store.get(record.kind, record.id));
    const route = held && keptRoute(held.kind, held.id, held.value);
    return route && (() => router.go(route));
  };
  const move = () =>
    attempt(async () => {
      const target = await to.held();
      isToMissing.value = target === undefined;
      if (!target || !subject || last.seq === undefined) return;
      const { moveSave, movedWords, recordInWay } = await loadReviewParts();
      const of = { seq: last.seq, from: subject, to: target.id };
      const moved = await keepOnce(services, `move/${subject}`, of, () =>
        moveSave(services.store, of, services.host),
      );
      if (moved.name === 'refused') {
        problems.value = await Promise.all(
          moved.issues.map(async (issue) => ({
            message: issue.message,
            go: await wayTo(recordInWay(issue)),
          })),
        );
        return;
      }
      // The person whom it left, as they are now: a date of birth that it gave them is gone.
      const left = await services.store.get('subject', subject).catch(() => undefined);
      const { heading, body } = movedWords(moved.made, left);
      const isLeft = moved.made.stays.length > 0;
      session.say({
        heading,
        body: [
          body,
          isLeft && (
            <p key="stays" class="govuk-body">
              <Button kind="link" onPress={() => router.go({ name: 'subject', subject })}>
                {t('review.move.stays.open', { name: moved.made.from.value.name })}
              </Button>
            </p>
          ),
          offerOf(moved),
        ],
        about: [subject, target.id],
      });
      isMoving.value = false;
      onMoved({
        ...last,
        subject: target.id,
        ...(moved.seq === undefined ? {} : { moved: { seq: moved.seq, from: subject } }),
      });
    });

  return (
    <section class="cp-saved" aria-label={t('review.saved.next')}>
      <ErrorSummary errors={problems.value} />
      <h2 class="govuk-heading-s">{t('review.saved.next')}</h2>
      <p class="govuk-body">
        {name.value === undefined
          ? t(`review.saved.${last.what}`)
          : t(`review.saved.${last.what}.of`, { name: name.value })}
      </p>
      {last.owed && <NoticeOffer subject={last.owed} />}
      <ButtonGroup>
        {referral && (
          <Button onPress={() => router.go({ name: 'referral', referral })}>
            {t('review.open-referral')}
          </Button>
        )}
        {subject && (
          <Button
            kind={referral ? 'secondary' : 'primary'}
            onPress={() => router.go({ name: 'intervention', subject })}
          >
            {t('review.log')}
          </Button>
        )}
        {subject && (
          <Button kind="secondary" onPress={() => router.go({ name: 'subject', subject })}>
            {t('review.open-subject')}
          </Button>
        )}
        {referral && subject && last.isDatedToday && (
          <Button
            kind="secondary"
            onPress={() =>
              router.go({ name: 'act', act: 'correct-referral', subject, record: referral })
            }
          >
            {t('review.date-referral')}
          </Button>
        )}
        {last.moved && (
          <Button kind="secondary" onPress={() => void undoMove()}>
            {t('review.move.undo')}
          </Button>
        )}
        {last.seq !== undefined && !last.moved && (
          <Button kind="secondary" onPress={() => void undo()}>
            {t('review.undo')}
          </Button>
        )}
        {subject && last.seq !== undefined && !last.moved && (
          <Button
            kind="link"
            expanded={isMoving.value}
            onPress={() => {
              isMoving.value = !isMoving.value;
            }}
          >
            {t('review.move')}
          </Button>
        )}
      </ButtonGroup>
      {isMoving.value && (
        <Form label={t('review.move.ask', { from: from.value })} onSubmit={() => void move()}>
          <SubjectChoice
            id={MOVE_TO}
            label={t('review.move.which')}
            chosen={to}
            without={subject}
            error={isToMissing.value ? t('review.move.missing') : undefined}
          />
          {subject && to.record && last.seq !== undefined && (
            <MovesAlong seq={last.seq} from={subject} to={to.record.id} />
          )}
          <ButtonGroup>
            <Button type="submit" kind="secondary">
              {to.record
                ? t('review.move.do.to', { from: from.value, to: to.record.value.name })
                : t('review.move.do', { from: from.value })}
            </Button>
            <Button
              kind="link"
              onPress={() => {
                isMoving.value = false;
              }}
            >
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </section>
  );
}

const MOVE_TO = 'move-to';
