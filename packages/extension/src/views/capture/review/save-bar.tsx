import {
  asksAuthority,
  asksNarrative,
  conditionNeeds,
  type Draft,
  type DraftRow,
  decide,
  type Gates,
  type Issue,
  isError,
  narrativeLeft,
  type PageChoice,
  pageChoiceIssue,
  takenProse,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp, useOpenVault } from '../../../app/app.js';
import { useKeys } from '../../../app/use-keys.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { t } from '../../../locales/translate.js';
import type { LastSave } from '../../../ports/last-save.js';
import { AUTHORITY_CHOICE } from './answer-control.js';
import { GatesPanel } from './gates-panel.js';
import {
  ABOUT_CHOICE,
  controlAt,
  ENQUIRY_CHOICE,
  INTO_CHOICE,
  messageAt,
  SEEN_CHOICE,
  subjectMissing,
} from './issue-control.js';
import { loadReviewParts } from './load-parts.js';
import { hasPages } from './page-copies.js';
import { PageCopyChoice } from './page-copy-choice.js';
import { AboutChoice } from './person/about-choice.js';
import { ReferralChoice } from './person/referral-choice.js';
import { useChosenSubject } from './person/use-chosen-subject.js';
import { useSeek } from './person/use-seek.js';
import { useSeen } from './person/use-seen.js';
import { startingGates } from './review-context.js';
import { ReviewFoot } from './review-foot.js';
import { nameRow } from './row/name-row.js';
import {
  AboutLine,
  AuthorityPanel,
  ConditionsPanel,
  EnquiryChoice,
  NoteForm,
  SeenConflicts,
  SeenPanel,
} from './save-bar-parts.js';
import type { SettleOptions } from './settle.js';
import type { DraftState } from './use-draft.js';

export interface SaveBarProps {
  draft: Draft;
  /** Its rows about the person chosen: those of others in a list are not counted. */
  rows: readonly DraftRow[];
  state: DraftState;
  /** Shows the rows with an issue. */
  onIssues: () => void;
  onSaved: (save: LastSave) => void;
  /** Other acts on the draft, between the form and the bar. */
  children: ComponentChildren;
}

/**
 * The subject of the record and the reason to keep it; and the bar that stays in sight, with the counts of the decisions
 * and the save.
 */
export function SaveBar({ draft, rows, state, onIssues, onSaved, children }: SaveBarProps) {
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const gates = useSignal<Gates>(startingGates(draft, officer));
  const about = useSignal<'new' | 'held'>('new');
  const held = useChosenSubject();
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);
  const isNote = useSignal(false);
  const isAsked = useSignal(false);
  const copy = useSignal<PageChoice>({ keep: 'taken' });
  const seen = useSeen();
  const optionsOf = (of: Draft): SettleOptions => ({
    draft: of,
    gates: gates.value,
    officer,
    kind,
  });
  const options = optionsOf(draft);
  const isNew = about.value === 'new';
  useSeek(seen, isNew, options);

  /** Returned with any other errors. */
  const pageMissing = (): readonly Issue[] => {
    const wrong = hasPages(draft) ? pageChoiceIssue(copy.value) : undefined;
    return wrong ? [wrong] : [];
  };
  const save = async (draft: Draft): Promise<void> => {
    if (state.waiting.value) return;
    if (isBusy.value) return;
    // A referral that is added to has said why, or not, when it was made.
    if (seen.into.value === '' && asksNarrative(draft)) {
      isAsked.value = true;
      return;
    }
    const options = optionsOf(draft);
    if (about.value === 'held' && held.id === '') {
      const { askingWhose, draftErrors } = await loadReviewParts();
      problems.value = askingWhose(draft, [
        subjectMissing(),
        ...draftErrors(services, options),
        ...pageMissing(),
      ]);
      return;
    }
    isBusy.value = true;
    await state.work.flush();
    const subject = about.value === 'held' ? await held.held() : undefined;
    if (about.value === 'held' && !subject) {
      // Disposed of, or joined with another, since they were chosen.
      isBusy.value = false;
      problems.value = [subjectMissing()];
      return;
    }
    const { askingWhose, saveReferral } = await loadReviewParts();
    const settled = await seen.settle(options, subject);
    if (!settled?.ok) {
      isBusy.value = false;
      problems.value = settled ? askingWhose(draft, [...settled.issues, ...pageMissing()]) : [];
      return;
    }
    const result = await saveReferral(services, {
      ...options,
      settled: settled.value,
      copy: copy.value,
    });
    isBusy.value = false;
    problems.value = askingWhose(draft, result.issues.filter(isError));
    if (!result.ok) return;
    // Runs before the draft goes: otherwise the panel would for a moment show the next steps of the earlier save.
    const { save } = result.value;
    onSaved(save);
    await state.letGo();
    // Says nothing if the save was undone meanwhile, or another page is being reviewed.
    if (session.lastSave.value !== save || state.draft.value !== null) return;
    session.say({
      heading: result.value.said,
      ...(save.subject ? { about: [save.subject] } : {}),
      body: [...new Set(result.issues.map(({ message }) => message))].join(' '),
    });
  };

  /** Stores the answer about the narrative with the draft, and saves. */
  const answer = (next: Draft): void => {
    isAsked.value = false;
    state.draft.value = next;
    void save(next);
  };
  const takeNarrative = (): void => {
    const now = services.host.clock.now();
    const take = (so: Draft, { id }: DraftRow): Draft => decide(so, id, { kind: 'take' }, now);
    answer(narrativeLeft(draft).reduce(take, draft));
  };
  useKeys(t('review.keys.save'), undefined, [
    {
      key: 'Ctrl+Enter',
      label: t('review.save'),
      run: () => {
        if (!isNote.value && !isAsked.value) void save(draft);
      },
    },
  ]);

  // Until the officer has said whose page was read meanwhile, nothing is saved; the answers here stay.
  if (state.waiting.value) return null;
  if (isNote.value)
    return (
      <>
        <NoteForm
          from={draft}
          answers={state}
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
        {children}
      </>
    );
  // The panel below found the person, so the earlier choice of a new subject no longer applies.
  const matched = isNew
    ? seen.answer.value?.people.find(({ person }) => person === seen.chosen.value)
    : undefined;
  const conflicts = (
    <>
      <ReferralChoice
        id={INTO_CHOICE}
        referrals={seen.referrals.value}
        value={seen.into.value}
        onValue={(id) => seen.chooseReferral(id, options)}
        error={messageAt(problems.value, 'into')}
      />
      {seen.conflicts.value.length > 0 && (
        <SeenConflicts
          conflicts={seen.conflicts.value}
          stands={seen.stands.value}
          onStand={seen.stand}
          errorOf={(path) => messageAt(problems.value, `stands ${path}`)}
        />
      )}
    </>
  );
  return (
    <>
      <Form id={FORM} label={t('review.save')} onSubmit={() => void save(draft)}>
        <div class="cp-save-bar">
          <ErrorSummary
            errors={problems.value.map(({ message, at, code }) => ({
              message,
              fieldId: controlAt(at, code, nameRow(rows)),
            }))}
          />
          <AboutChoice
            matched={matched?.name}
            value={about.value}
            onValue={(value) => {
              about.value = value;
              seen.choose('', options);
            }}
            held={held}
            onHeld={() => seen.choose(held.id, options)}
            under={conflicts}
            id={ABOUT_CHOICE}
          />
          <EnquiryChoice
            id={ENQUIRY_CHOICE}
            value={draft.enquiry ?? ''}
            onValue={state.formOf}
            error={messageAt(problems.value, 'enquiryId')}
          />
          {asksAuthority(draft) && (
            <AuthorityPanel
              draft={draft}
              answers={state}
              problem={problems.value.find(({ at }) => at === AUTHORITY_CHOICE)}
            />
          )}
          {(conditionNeeds(draft, gates.value).length > 0 || takenProse(draft).size > 0) && (
            <ConditionsPanel
              draft={draft}
              gates={gates.value}
              subject={about.value === 'held' ? held.record : seen.same.value}
              answers={state}
              problems={problems.value}
            />
          )}
          <GatesPanel
            gates={gates.value}
            onGates={(next) => {
              gates.value = next;
            }}
          />
          {isNew && seen.answer.value && seen.isAsked.value && (
            <SeenPanel
              answer={seen.answer.value}
              chosen={seen.chosen.value}
              onChoose={(chosen) => seen.choose(chosen, options)}
              why={seen.why.value}
              onWhy={(why) => {
                seen.why.value = why;
              }}
              error={messageAt(problems.value, 'seen')}
              choiceId={SEEN_CHOICE}
              conflicts={conflicts}
            />
          )}
          {hasPages(draft) && (
            <PageCopyChoice
              choice={copy.value}
              onChoice={(choice) => {
                copy.value = choice;
              }}
              error={messageAt(problems.value, 'wholePage')}
            />
          )}
          <UnfinishedStatus work={state.work} />
          <Button
            kind="secondary"
            onPress={() => {
              isNote.value = true;
            }}
          >
            {t('review.note')}
          </Button>
        </div>
      </Form>
      {children}
      <ReviewFoot
        draft={draft}
        rows={rows}
        form={FORM}
        isAsked={isAsked.value}
        isBusy={isBusy.value}
        isAdded={seen.into.value !== ''}
        onTake={takeNarrative}
        onLeave={() => answer({ ...draft, withoutNarrative: true })}
        onCancel={() => {
          isAsked.value = false;
        }}
        onIssues={onIssues}
        about={
          <AboutLine
            rows={rows}
            about={about.value}
            held={held.record}
            found={seen.answer.value}
            chosen={seen.chosen.value}
            seen={seen}
            onAgree={() => void save(draft)}
            onCompare={() => (seen.isAsked.value ? focusOn(SEEN_CHOICE) : seen.ask())}
            onChange={() => focusOn(matched ? SEEN_CHOICE : ABOUT_CHOICE)}
          />
        }
      />
    </>
  );
}

/** Id of the form, which the button of the bar sends from outside it. */
const FORM = 'draft-save';

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
