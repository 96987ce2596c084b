import {
  asksAuthority,
  asksNarrative,
  conditionNeeds,
  type Draft,
  type DraftRow,
  decide,
  type Gates,
  narrativeLeft,
  type PageChoice,
  takenProse,
} from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { t } from '../../../locales/translate.js';
import type { LastSave } from '../../../ports/last-save.js';
import { AUTHORITY_CHOICE } from './answer-control.js';
import type { Asked } from './asked-at-save.js';
import {
  ABOUT_CHOICE,
  ENQUIRY_CHOICE,
  INTO_CHOICE,
  messageAt,
  SEEN_CHOICE,
} from './issue-control.js';
import { loadReviewParts } from './load-parts.js';
import { hasPages } from './page-copies.js';
import { PageCopyChoice } from './page-copy-choice.js';
import { AboutChoice } from './person/about-choice.js';
import { isOnRecord, ReferralChoice } from './person/referral-choice.js';
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
  GatesPanel,
  NoteForm,
  SeenConflicts,
  SeenPanel,
} from './save-bar-parts.js';
import type { AsksWhy } from './save-draft.js';
import type { SettleOptions } from './settle.js';
import type { DraftState } from './use-draft.js';

export interface SaveBarProps {
  draft: Draft;
  /** Its rows about the person chosen: those of others in a list are not counted. */
  rows: readonly DraftRow[];
  state: DraftState;
  /** A name that is typed and not added yet: the save takes it too. */
  typed: Signal<string>;
  /** Answers that the save still needs: they stand above the draft. */
  problems: Signal<readonly Asked[]>;
  /** Leads to people on record who may be meant, while nobody has said: its line is above the draft. */
  compare: Signal<(() => void) | undefined>;
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
export function SaveBar(props: SaveBarProps) {
  const { draft, rows, state, typed, problems, onIssues, onSaved, children } = props;
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const gates = useSignal<Gates>(startingGates(draft, officer));
  const about = useSignal<'new' | 'held'>('new');
  const held = useChosenSubject();
  const isBusy = useSignal(false);
  const isNote = useSignal(false);
  const isAsked = useSignal<AsksWhy>(undefined);
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

  const save = async (draft: Draft): Promise<void> => {
    if (state.waiting.value || isBusy.value) return;
    isBusy.value = true;
    await Promise.all([state.work.flush(), state.looked()]);
    if (state.waiting.value) {
      isBusy.value = false;
      return;
    }
    const { saveDraft, typedName } = await loadReviewParts();
    const named = typedName(draft, typed.value, services.host);
    if (named) await state.join(named);
    typed.value = '';
    const { asked, asksWhy, saved } = await saveDraft(services, {
      options: optionsOf((named && state.draft.value) ?? draft),
      isNew,
      held,
      seen,
      copy: copy.value,
    });
    isBusy.value = false;
    problems.value = asked;
    isAsked.value = asksWhy;
    if (!saved) return;
    // Runs before the draft goes: otherwise the panel would for a moment show the next steps of the earlier save.
    const { save } = saved;
    onSaved(save);
    await state.letGo();
    // Says nothing if the save was undone meanwhile, or another page is being reviewed.
    if (session.lastSave.value !== save || state.draft.value !== null) return;
    session.say({
      heading: saved.said,
      ...(save.subject ? { about: [save.subject] } : {}),
      body: [...new Set([saved.conditions, ...saved.issues.map(({ message }) => message)])]
        .join(' ')
        .trim(),
    });
  };

  /** Stores the answer about the narrative with the draft, and saves. */
  const answer = (next: Draft): void => {
    isAsked.value = undefined;
    state.draft.value = next;
    void save(next);
  };
  const withNarrative = (): Draft => {
    const now = services.host.clock.now();
    const take = (so: Draft, { id }: DraftRow): Draft => decide(so, id, { kind: 'take' }, now);
    return narrativeLeft(draft).reduce(take, draft);
  };
  /** The words of a narrative that is asked about are asked about with it. */
  const told = isAsked.value ? withNarrative() : draft;
  useKeys(undefined, {
    submit: () => {
      if (!isNote.value && isAsked.value !== 'alone') void save(draft);
    },
  });

  // Somebody on record may be the person: nothing is chosen until the officer has said so.
  const isOpen = isNew && seen.answer.value !== undefined && seen.chosen.value === '';
  const compare = (): void => (seen.isAsked.value ? focusOn(SEEN_CHOICE) : seen.ask());
  const isAbove = isOpen && !isNote.value;
  useEffect(() => {
    props.compare.value = isAbove ? compare : undefined;
    return () => {
      props.compare.value = undefined;
    };
  }, [isAbove]);

  // Until the officer has said whose page was read meanwhile, nothing is saved; the answers here stay.
  if (state.waiting.value) return null;
  if (isNote.value)
    return (
      <>
        <NoteForm
          from={draft}
          matches={seen.answer.value?.people.map(({ person }) => person)}
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
          <AboutChoice
            matched={matched}
            matches={seen.answer.value?.people.map(({ person }) => person)}
            named={nameRow(rows)?.value}
            value={isOpen ? undefined : about.value}
            onValue={(value) => {
              about.value = value;
              seen.choose('', options);
              if (value === 'new' && seen.answer.value) compare();
            }}
            held={held}
            onHeld={() => seen.choose(held.id, options)}
            under={conflicts}
            id={ABOUT_CHOICE}
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
          {(conditionNeeds(told, gates.value).length > 0 || takenProse(told).size > 0) && (
            <ConditionsPanel
              draft={told}
              gates={gates.value}
              subject={about.value === 'held' ? held.record : seen.same.value}
              answers={state}
              problems={problems.value}
              onAnswered={(answered) => {
                problems.value = problems.value.filter(({ at }) => at !== answered);
              }}
            />
          )}
          <GatesPanel
            gates={gates.value}
            onGates={(next) => {
              gates.value = next;
            }}
          />
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
          {!isOnRecord(seen.into.value) && asksNarrative(draft) && (
            <p class="govuk-body-s">{t('review.save.either')}</p>
          )}
          <Button
            kind="secondary"
            onPress={() => {
              problems.value = [];
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
        isAdded={isOnRecord(seen.into.value)}
        onTake={() => answer(withNarrative())}
        onLeave={() => answer({ ...draft, withoutNarrative: true })}
        onCancel={() => {
          isAsked.value = undefined;
          problems.value = [];
        }}
        onIssues={onIssues}
        about={
          <AboutLine
            draft={draft}
            rows={rows}
            about={about.value}
            held={held.record}
            found={seen.answer.value}
            chosen={seen.chosen.value}
            seen={seen}
            typed={typed}
            onAgree={() => void save(draft)}
            onCompare={compare}
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
