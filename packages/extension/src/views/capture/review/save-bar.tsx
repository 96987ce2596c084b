import {
  asksAuthority,
  conditionNeeds,
  type Draft,
  type Gates,
  type Issue,
  isError,
  type PageChoice,
  pageChoiceIssue,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { lateView } from '../../../app/late-view.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { Radios } from '../../../components/radios.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { t } from '../../../locales/translate.js';
import type { LastSave } from '../../../ports/last-save.js';
import { CHOSEN_KEY } from '../../case/chosen-key.js';
import type { EnquiryChoiceProps } from '../../case/enquiry-choice.js';
import { AUTHORITY_CHOICE, conditionControl, isPeopleControl } from './answer-control.js';
import type { AuthorityPanelProps } from './authority-panel.js';
import type { ConditionsPanelProps } from './conditions-panel.js';
import { GatesPanel } from './gates-panel.js';
import type { NoteFormProps } from './note-form.js';
import { hasPages } from './page-copies.js';
import { PageCopyChoice, WHOLE_PAGE_REASON } from './page-copy-choice.js';
import { ReferralChoice } from './person/referral-choice.js';
import type { SeenConflictsProps } from './person/seen-conflicts.js';
import type { SeenPanelProps } from './person/seen-panel.js';
import { SubjectChoice } from './person/subject-choice.js';
import { useChosenSubject } from './person/use-chosen-subject.js';
import { useSeen } from './person/use-seen.js';
import { startingGates } from './review-context.js';
import { conflictChoice } from './row/conflict-choice.js';
import type { SettleOptions } from './settle.js';
import { type DraftState, loadReviewParts } from './use-draft.js';

export interface SaveBarProps {
  draft: Draft;
  state: DraftState;
  onSaved: (save: LastSave) => void;
}

const NoteForm = lateView<NoteFormProps>(async () => (await import('./note-form.js')).NoteForm);

const AuthorityPanel = lateView<AuthorityPanelProps>(
  async () => (await import('./authority-panel.js')).AuthorityPanel,
);

const ConditionsPanel = lateView<ConditionsPanelProps>(
  async () => (await import('./conditions-panel.js')).ConditionsPanel,
);

const EnquiryChoice = lateView<EnquiryChoiceProps>(
  async () => (await import('../../case/enquiry-choice.js')).EnquiryChoice,
);

const SeenPanel = lateView<SeenPanelProps>(
  async () => (await import('./person/seen-panel.js')).SeenPanel,
);

const SeenConflicts = lateView<SeenConflictsProps>(
  async () => (await import('./person/seen-conflicts.js')).SeenConflicts,
);

/** The subject of the record, the reason to keep it, and the two ways to save it. */
export function SaveBar({ draft, state, onSaved }: SaveBarProps) {
  const { services, session } = useApp();
  const { officer, kind } = useOpenVault();
  const gates = useSignal<Gates>(startingGates(draft, officer));
  const about = useSignal<'new' | 'held'>('new');
  const held = useChosenSubject();
  const problems = useSignal<readonly Issue[]>([]);
  const isBusy = useSignal(false);
  const isNote = useSignal(false);
  const copy = useSignal<PageChoice>({ keep: 'taken' });
  const seen = useSeen();
  const enquiry = useSignal('');
  const chosen = useUnfinished(CHOSEN_KEY, enquiry);
  const options: SettleOptions = { draft, gates: gates.value, officer, kind };

  /** Returned with any other errors. */
  const pageMissing = (): readonly Issue[] => {
    const wrong = hasPages(draft) ? pageChoiceIssue(copy.value) : undefined;
    return wrong ? [wrong] : [];
  };
  const save = async (): Promise<void> => {
    if (isBusy.value) return;
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
    await Promise.all([state.work.flush(), chosen.flush()]);
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
      enquiry: enquiry.value,
    });
    isBusy.value = false;
    problems.value = askingWhose(draft, result.issues.filter(isError));
    if (!result.ok) return;
    // Runs before the draft goes: otherwise the panel would for a moment show the next steps of the earlier save.
    onSaved(result.value);
    await Promise.all([state.letGo(), chosen.letGo()]);
    // Says nothing if the save was undone meanwhile, or another page is being reviewed.
    if (session.lastSave.value !== result.value || state.draft.value !== null) return;
    session.say({
      heading: t(settled.value.addToReferral ? 'seen.added' : 'review.saved'),
      body: [...new Set(result.issues.map(({ message }) => message))].join(' '),
    });
  };

  if (isNote.value)
    return (
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
    );
  // The panel below found the person, so the earlier choice of a new subject no longer applies.
  const matched =
    about.value === 'new'
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
    <Form label={t('review.save')} onSubmit={() => void save()}>
      <div class="cp-save-bar">
        <ErrorSummary
          errors={problems.value.map(({ message, at, code }) => ({
            message,
            fieldId: controlAt(at, code),
          }))}
        />
        {matched ? (
          <p class="govuk-body">{t('review.about.matched', { name: matched.name })}</p>
        ) : (
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
              seen.choose('', options);
            }}
            under={{
              held: (
                <>
                  <SubjectChoice
                    id="about-subject"
                    label={t('review.about.which')}
                    chosen={held}
                    onChosen={() => seen.choose(held.id, options)}
                  />
                  {conflicts}
                </>
              ),
            }}
          />
        )}
        <EnquiryChoice
          id={ENQUIRY_CHOICE}
          value={enquiry.value}
          onValue={(id) => {
            enquiry.value = id;
          }}
          error={messageAt(problems.value, 'enquiryId')}
        />
        {asksAuthority(draft) && (
          <AuthorityPanel
            draft={draft}
            answers={state}
            problem={problems.value.find(({ at }) => at === AUTHORITY_CHOICE)}
          />
        )}
        {conditionNeeds(draft, gates.value).length > 0 && (
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
        {about.value === 'new' && seen.answer.value && (
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

/** Id of the first choice of the person's identity, for the error summary. */
const SEEN_CHOICE = 'seen-before';
/** Id of the choice of the enquiry that led to the draft. */
const ENQUIRY_CHOICE = 'draft-enquiry';
/** Id of the first choice of the referral to add to. */
const INTO_CHOICE = 'seen-into';

/** Maps an issue to its control. An issue about a row has the row's id and path; the summary leads to the row. */
function controlAt(at: string | undefined, code: string): string | undefined {
  if (at === undefined) return undefined;
  if (at === 'about') return 'about-subject';
  if (isPeopleControl(at)) return at;
  if (at === 'wholePage') return WHOLE_PAGE_REASON;
  if (at === 'seen') return SEEN_CHOICE;
  if (at === 'into') return INTO_CHOICE;
  if (at === 'enquiryId') return ENQUIRY_CHOICE;
  if (at === 'authority') return AUTHORITY_CHOICE;
  if (at.startsWith('condition ')) return conditionControl(at, code);
  if (at.startsWith('stands ')) return conflictChoice(at.slice('stands '.length));
  return `row-${at.split(' ', 1)[0] ?? ''}`;
}

function messageAt(issues: readonly Issue[], at: string): string | undefined {
  return issues.find((issue) => issue.at === at)?.message;
}

function subjectMissing(): Issue {
  return {
    code: 'subject-missing',
    severity: 'error',
    message: t('review.about.missing'),
    at: 'about',
  };
}
