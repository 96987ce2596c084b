import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../../app/app.js';
import { Button, ButtonGroup } from '../../../../components/button.js';
import { ConfirmPanel } from '../../../../components/confirm-panel.js';
import { ErrorSummary, type SummaryError } from '../../../../components/error-summary.js';
import { Form } from '../../../../components/form.js';
import { t } from '../../../../locales/late.js';
import type { LastSave } from '../../../../ports/last-save.js';
import { asIssue } from '../../../act/as-issue.js';
import { keepOnce } from '../../../act/keep-once.js';
import { NoticeOffer } from '../../../act/notice-offer.js';
import { takeBack } from '../../../act/take-back.js';
import { waysToRecords } from '../../../act/ways-to-records.js';
import { useSubjectNames } from '../../../case/use-subject-names.js';
import { useRows } from '../../../desk/list/use-rows.js';
import { type ToldBy, toldApart, withBirth } from '../../../desk/told-apart.js';
import { loadReviewParts } from '../load-parts.js';
import { SubjectChoice } from '../person/subject-choice.js';
import { useChosenSubject } from '../person/use-chosen-subject.js';
import { MovesAlong } from './moves-along.js';
import { NextSteps } from './next-steps.js';
import { useSteadyWords } from './use-steady-words.js';

export interface SavedPanelProps {
  last: LastSave;
  /** Called after the undo: the panel goes. */
  onUndone: () => void;
  /** Called after a move, or the undo of one. */
  onMoved: (now: LastSave) => void;
}

interface MoveQuestion {
  readonly of: RecordId;
  readonly heading: string;
  readonly body: string;
  /** Names everything that the move takes, and both people. */
  readonly goes: string;
  readonly confirm: string;
}

/** Shown where somebody was given what is changed now. */
function offerOf({ owed }: { readonly owed?: RecordId | undefined }) {
  return owed && <NoticeOffer key="notice" subject={owed} />;
}

function savedWords(
  what: LastSave['what'],
  name: string | undefined,
  reference: string | undefined,
): string {
  if (name === undefined) return t(`review.saved.${what}`);
  return reference === undefined
    ? t(`review.saved.${what}.of`, { name })
    : t('review.saved.referral.by', { reference, name });
}

/** Choices after a save: the next step, or the undo. */
export function SavedPanel({ last, onUndone, onMoved }: SavedPanelProps) {
  const app = useApp();
  const { services, router, session } = app;
  const problems = useSignal<readonly SummaryError[]>([]);
  const says = (message: string | undefined): void => {
    problems.value = message === undefined ? [] : [{ message }];
  };
  const isBusy = useSignal(false);
  const isMoving = useSignal(false);
  const isToMissing = useSignal(false);
  /** The question if the person is meant whom the save speaks against. */
  const asked = useSignal<MoveQuestion | undefined>(undefined);
  const steady = useSteadyWords();
  const to = useChosenSubject();
  const { subject } = last;
  /** Namesakes are told apart: a save is moved from one of them to the other. */
  const names = useSubjectNames();
  /** Facts that told the person of a move apart in its success: the same on the whole screen. */
  const told = useSignal<{ readonly id: RecordId; readonly by: ToldBy } | undefined>(undefined);
  const { id: toldId, by: toldBy } = told.value ?? {};
  const by = last.moved && toldId === subject ? toldBy : undefined;
  const name = subject && (by ? steady.now(subject, by) : names.get(subject));
  const from = name ?? t('review.move.from.unknown');
  // The referral is the first record of its save.
  const referral = last.what === 'referral' ? last.records[0] : undefined;
  const referrals = useRows(referral && 'referrals');
  const rows = referrals && 'rows' in referrals ? referrals.rows : [];
  // The person may have another referral: the decision names this one by its own reference.
  const reference = rows.find(({ id }) => id === referral)?.references[0];
  // Moves on, or back, all that the move gave.
  const seq = last.moved?.seq ?? last.seq;

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
  /** Contacts with the person that were logged since that save, which stay with them. */
  const loggedWords = async (seq: number) => {
    if (!subject) return undefined;
    const { loggedSince, loggedWith } = await loadReviewParts();
    const person = await services.store.get('subject', subject);
    const words = person && loggedWith(person, await loggedSince(services.store, seq, subject));
    return (
      words && (
        <p key="logged" class="govuk-body">
          {words}
        </p>
      )
    );
  };
  const undo = () =>
    attempt(async () => {
      if (last.seq === undefined) return;
      const back = await takeBack(services, last.seq);
      const stay = back.ok && (await loggedWords(last.seq).catch(() => undefined));
      if (!back.ok) {
        problems.value = await waysToRecords(app, back.issues);
        return;
      }
      session.say({
        heading: t('review.undone'),
        body: [t('review.undone.body'), stay, offerOf(back.value)],
      });
      onUndone();
    });
  const undoMove = () =>
    attempt(async () => {
      const { moved, ...before } = last;
      if (!moved) return;
      const back = await takeBack(services, moved.seq);
      const stay = back.ok && (await loggedWords(moved.seq).catch(() => undefined));
      if (!back.ok) {
        problems.value = await waysToRecords(app, back.issues);
        return;
      }
      const person = await services.store.get('subject', moved.from).catch(() => undefined);
      session.say({
        heading: t('review.move.undone'),
        body: [
          person ? t('review.move.undone.with', { name: withBirth(person.value) }) : undefined,
          stay,
          offerOf(back.value),
        ],
        about: [moved.from, ...(subject ? [subject] : [])],
      });
      onMoved({ ...before, subject: moved.from, ...(moved.before && { moved: moved.before }) });
    });
  const move = (meant?: RecordId) =>
    attempt(async () => {
      const target = await to.held();
      isToMissing.value = target === undefined;
      asked.value = undefined;
      if (!target || !subject || seq === undefined) return;
      const { moveSave, movedWords, moveQuestion } = await loadReviewParts();
      const of = { seq, from: subject, to: target.id, ...(meant ? { meant } : {}) };
      if (meant !== target.id) {
        const wanted = await moveSave(services.store, { ...of, meant: target.id }, services.host);
        const question = wanted.ok && moveQuestion(wanted.value, names.get(target.id), name);
        if (question) {
          asked.value = { ...question, of: target.id };
          return;
        }
      }
      const moved = await keepOnce(services, `move/${subject}`, of, () =>
        moveSave(services.store, of, services.host),
      );
      if (moved.name === 'refused') {
        problems.value = await waysToRecords(app, moved.issues);
        return;
      }
      // Both as they are now: a date of birth that it gave the one is gone, and may be a second of the other.
      const [left, gained] = await Promise.all(
        [subject, target.id].map((id) => services.store.get('subject', id).catch(() => undefined)),
      );
      const references = moved.made.records.flatMap(({ value }) =>
        'reference' in value && value.reference !== undefined ? [value.reference] : [],
      );
      const { heading, body, was } = movedWords(moved.made, { left, gained }, (id, label) =>
        toldApart(label, steady.by(id, references)),
      );
      told.value = { id: target.id, by: steady.by(target.id, references) };
      const plain = moved.made.from.value.name;
      const isLeft = moved.made.stays.length + moved.made.logged.length > 0;
      session.say({
        heading,
        body: [
          body,
          isLeft && (
            <p key="stays" class="govuk-body">
              <Button kind="link" onPress={() => router.go({ name: 'subject', subject })}>
                {t('review.move.stays.open', { name: names.get(subject) === plain ? plain : was })}
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
        ...(moved.seq !== undefined && {
          moved: { seq: moved.seq, from: subject, ...(last.moved && { before: last.moved }) },
        }),
      });
    });

  // One question at a time: under it another choice and a second button would be taken for its answers.
  const isAsking = isMoving.value && asked.value !== undefined && asked.value.of === to.record?.id;
  return (
    <section class="cp-saved" aria-label={t('review.saved.next')}>
      <ErrorSummary errors={problems.value} />
      <h2 class="govuk-heading-s">{t('review.saved.next')}</h2>
      <p class="govuk-body">{savedWords(last.what, name, reference)}</p>
      {last.owed && <NoticeOffer subject={last.owed} />}
      <ButtonGroup>
        <NextSteps last={last} name={name} reference={reference} />
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
        {subject && seq !== undefined && (
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
      {isAsking && asked.value && (
        <ConfirmPanel
          heading={asked.value.heading}
          confirm={asked.value.confirm}
          grave
          onConfirm={() => void move(asked.value?.of)}
          onCancel={() => {
            asked.value = undefined;
          }}
        >
          <p class="govuk-body-s" dir="auto">
            {asked.value.body}
          </p>
          <p class="govuk-body-s" dir="auto">
            {asked.value.goes}
          </p>
        </ConfirmPanel>
      )}
      {isMoving.value && !isAsking && (
        <Form label={t('review.move.ask', { from })} onSubmit={() => void move()}>
          <SubjectChoice
            id={MOVE_TO}
            label={t('review.move.which')}
            chosen={to}
            insteadOf={subject}
            error={isToMissing.value ? t('review.move.missing') : undefined}
          />
          {subject && to.record && seq !== undefined && (
            <MovesAlong seq={seq} from={subject} to={to.record.id} />
          )}
          <ButtonGroup>
            <Button type="submit" kind="secondary">
              {to.record
                ? t('review.move.do.to', {
                    from,
                    to: names.get(to.record.id) ?? to.record.value.name,
                  })
                : t('review.move.do', { from })}
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
