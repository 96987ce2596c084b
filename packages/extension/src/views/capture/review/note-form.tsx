import {
  asksAuthority,
  clippedDraft,
  type Draft,
  type DraftRow,
  type Gates,
  type Issue,
  isOfAnother,
  keepNote,
  mayTakeSpecial,
  ownerOf,
  type PersonCheck,
  type RecordId,
  type StoredRecord,
  SUBJECT_UNKNOWN,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { HANDLING_CONDITIONS } from '../../../components/asked-of.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { ConfirmPanel } from '../../../components/confirm-panel.js';
import { FormEnd } from '../../../components/form-end.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import type { LastSave } from '../../../ports/last-save.js';
import { asIssue } from '../../act/as-issue.js';
import { useSave } from '../../act/use-save.js';
import { useFormPerson } from '../../case/person-line/form-person.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { usePresentName } from '../../case/use-present-name.js';
import { AUTHORITY_CHOICE } from './answer-control.js';
import { AuthorityPanel } from './authority-panel.js';
import { ConditionsPanel } from './conditions-panel.js';
import type { DraftAnswers } from './draft-answers.js';
import { GatesPanel } from './gates-panel.js';
import { keepCopies } from './keep-copies.js';
import { ListStatus } from './list-status.js';
import { doubtQuestion, doubtWords, whoWords } from './person/doubt-words.js';
import { type NotePage, NoteSubject } from './person/note-subject.js';
import { useChosenSubject } from './person/use-chosen-subject.js';
import { useNoteDoubt } from './person/use-note-doubt.js';
import { heldFor, officerOf, startingGates } from './review-context.js';
import { shownValue } from './row/shown-value.js';
import { takenPerson } from './row/taken-person.js';

export interface NoteFormProps {
  /** The draft that the note is saved from; absent for a typed note. */
  from?: Draft | undefined;
  /** Answers about that draft. */
  answers?: DraftAnswers | undefined;
  /** People on record who may be the person of that draft. */
  matches?: readonly RecordId[] | undefined;
  /** The person whose page it was opened from, and whom the note is about. Absent: the form asks. */
  subject?: StoredRecord<'subject'> | undefined;
  gates: Gates;
  onGates: (gates: Gates) => void;
  onSaved: (save: LastSave) => void;
  onCancel: () => void;
}

const GRADE_LISTS = [
  'source-evaluation',
  'intelligence-assessment',
  'handling-code',
  'statement-type',
] as const;

/** The row with its owner: a name may belong to a subject, a referrer or a parent. */
function wordsOf(row: DraftRow): string {
  const slots = { label: row.label, value: shownValue(row).slice(0, 80) };
  const whose = row.path === undefined ? row.owner.at(-1) : t(WHOSE[ownerOf(row.path)]);
  return whose === undefined
    ? t('note.from.row.nobody', slots)
    : t('note.from.row', { ...slots, whose });
}

const WHOSE = {
  subject: 'review.group.subject',
  referral: 'review.group.referral',
  referrer: 'review.group.referrer',
  relatedPersons: 'review.group.related-person',
} as const;

/** The person whom the page of a draft names, for the heading and the choice of the subject. */
function pageOf(draft: Draft, matches: readonly RecordId[]): NotePage {
  const { name, born } = takenPerson(draft.rows.filter((row) => !isOfAnother(draft, row)));
  const named =
    name === undefined || born === undefined ? name : t('review.bar.who', { name, date: born });
  return { name, named, matches };
}

const subjectMissing = (): Issue => ({
  code: 'subject-missing',
  severity: 'error',
  message: t('note.subject.missing'),
  at: 'subjectId',
});

/** Key of the draft: a note begun about one person never appears in a form about another. */
function workKey(from: Draft | undefined, subject: StoredRecord<'subject'> | undefined): string {
  const about = from?.id ?? subject?.id;
  return about === undefined ? 'note' : `note/${about}`;
}

/** A graded note, from ticked rows of a draft or typed; about a subject or about none. */
export function NoteForm(props: NoteFormProps) {
  const { from, answers, subject, matches = [], onSaved, onCancel } = props;
  const { services } = useApp();
  const { officer, kind } = useOpenVault();
  // A reason of its own: never the referral that the same page would be saved as.
  const necessity = useSignal(startingGates(null, officer, 'note').necessity);
  const gates = { ...props.gates, necessity: necessity.value };
  const onGates = (next: Gates): void => {
    necessity.value = next.necessity;
    props.onGates({ ...next, necessity: props.gates.necessity });
  };
  const form = useRecordForm({
    kind: 'intelligenceNote',
    given: { ...gates },
    only: ['text', 'statement', 'intelligenceOn', 'grade'],
    alsoBefore: ['subjectId'],
    ...HANDLING_CONDITIONS,
  });
  const work = useFormWork(workKey(from, subject), form.values);
  const ticked = useSignal<readonly string[]>([]);
  const on = useChosenSubject(subject);
  const nameOf = useNameApart();
  const present = usePresentName(on.record);
  const name = present && nameOf(present);
  const doubted = useNoteDoubt();
  const isNobody = useSignal(false);
  const found = useSignal<readonly RecordId[]>([]);
  const page = from && pageOf(from, [...new Set([...matches, ...found.value])]);
  // Under a draft the screen is about the page, not yet about a person.
  useFormPerson(from || subject || on.id === '' ? undefined : on.id);
  const { isBusy, save: keep } = useSave();
  const heading = useRef<HTMLHeadingElement>(null);
  // Under a draft the form replaces the buttons, so it takes the focus.
  useLayoutEffect(() => heading.current?.focus(), []);
  const problems = useSignal<readonly Issue[]>([]);
  const clipped = from && ticked.value.length > 0 ? clippedDraft(from, ticked.value) : undefined;
  const rows = from?.rows.filter(({ decision }) => decision.kind !== 'mask') ?? [];

  /** Sets the text from the ticked rows, unless the officer has edited it. */
  const tick = (ids: readonly string[]): void => {
    const before = textOf(ticked.value);
    ticked.value = ids;
    const { text = '' } = form.values.value;
    if (text === before) form.set('text', textOf(ids));
  };
  const textOf = (ids: readonly string[]): string =>
    rows
      .filter(({ id }) => ids.includes(id))
      .map(({ raw, decision }) => (decision.kind === 'take-corrected' ? decision.value : raw))
      .join('\n\n');

  const save = async (): Promise<void> => {
    const checked = form.check(services.today());
    if (!checked.ok) return;
    try {
      if (from && on.id === '' && !isNobody.value) found.value = await doubted.alike(from);
    } catch (error) {
      return form.showIssues([asIssue(error)]);
    }
    if (found.value.length > 0 && on.id === '' && !isNobody.value)
      return form.showIssues([subjectMissing()]);
    const by = officerOf(officer, kind);
    const about = await on.held();
    // The chosen person is no longer stored: never save a note about nobody instead.
    if (on.id !== '' && !about) return form.showIssues([SUBJECT_UNKNOWN]);
    const isClip = from !== undefined && ticked.value.length > 0;
    let person: PersonCheck | undefined;
    try {
      person = from && about ? await doubted.check(from, about) : {};
    } catch (error) {
      return form.showIssues([asIssue(error)]);
    }
    if (!person) return;
    const show = (issues: readonly Issue[]): void => {
      problems.value = issues;
      form.showIssues(issues);
    };
    await keep(
      { work, show },
      [form.values.value, gates, on.id, isClip ? clippedDraft(from, ticked.value) : null],
      async () => {
        const copies = isClip
          ? await keepCopies(
              services,
              clippedDraft(from, ticked.value),
              { keep: 'taken' },
              mayTakeSpecial(by),
            )
          : undefined;
        return keepNote(
          {
            ...checked.value,
            ...(about ? { subjectId: about.id } : {}),
            ...(isClip ? { from: { draft: from, rows: ticked.value } } : {}),
          },
          {
            gates,
            officer: by,
            host: services.host,
            lists: services.lists,
            held: await heldFor(services, undefined),
            subject: about,
            under: from,
            ...person,
            ...(copies?.ok ? { snapshots: copies.value } : {}),
          },
        );
      },
      ({ id }, warnings, seq) => ({
        heading: about ? t('note.saved.of', { name: nameOf(about) }) : t('note.saved'),
        body: warnings.map(({ message }) => message).join(' '),
        // Next to a draft the review offers the undo, with the other next steps.
        ...(from ? { isFinal: true as const } : {}),
        go: () => {
          onSaved({ what: 'note', subject: about?.id, records: [id], seq });
        },
      }),
    );
  };

  return (
    <>
      {from ? (
        <h2 ref={heading} class="govuk-heading-m" tabIndex={-1}>
          {page?.named === undefined
            ? t('note.title.clip')
            : t('note.title.clip.of', { name: page.named })}
        </h2>
      ) : (
        <PageHeading>
          {subject ? t('note.title.of', { name: nameOf(subject) }) : t('note.title')}
        </PageHeading>
      )}
      <p class="govuk-body-s">{t('note.intro')}</p>
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        onSubmit={() => void save()}
        before={
          <>
            {rows.length > 0 && (
              <Checkboxes
                label={t('note.from')}
                hint={t('note.from.hint')}
                choices={rows.slice(0, 60).map((row) => ({
                  value: row.id,
                  label: wordsOf(row),
                }))}
                value={[...ticked.value]}
                onValue={tick}
              />
            )}
            {!subject && (
              <NoteSubject
                id={form.controlId('subjectId')}
                page={page}
                isNobody={isNobody}
                chosen={on}
                onChosen={doubted.close}
                error={form.errorAt('subjectId')}
              />
            )}
          </>
        }
      >
        <ListStatus lists={services.lists} ids={GRADE_LISTS} />
        {clipped &&
          answers &&
          asksAuthority(
            clipped,
            clipped.rows.map(({ origin }) => origin),
          ) && (
            <AuthorityPanel
              draft={clipped}
              answers={answers}
              problem={problems.value.find(({ at }) => at === AUTHORITY_CHOICE)}
            />
          )}
        {clipped && answers && (
          <ConditionsPanel
            draft={clipped}
            gates={gates}
            subject={on.record}
            answers={answers}
            problems={problems.value}
            onAnswered={(answered) => {
              problems.value = problems.value.filter(({ at }) => at !== answered);
            }}
          />
        )}
        <GatesPanel gates={gates} onGates={onGates} />
        {doubted.asked.value && (
          <ConfirmPanel
            heading={doubtQuestion(doubted.asked.value.doubt, doubted.asked.value.about.value)}
            confirm={t('review.bar.other.add', {
              held: whoWords(doubted.asked.value.about.value),
            })}
            grave
            onConfirm={() => {
              doubted.agree();
              void save();
            }}
            onCancel={doubted.close}
          >
            <p class="govuk-body" dir="auto">
              {doubtWords(doubted.asked.value.doubt).join(' ')}
            </p>
          </ConfirmPanel>
        )}
        <FormEnd work={work} busy={isBusy} onCancel={onCancel}>
          {name !== undefined
            ? t('note.save.of', { name })
            : t(isNobody.value ? 'note.save.nobody' : 'note.save')}
        </FormEnd>
      </RecordForm>
    </>
  );
}
