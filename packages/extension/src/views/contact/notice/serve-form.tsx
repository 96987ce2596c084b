import {
  type CaseCommit,
  FORCE_NOTICE,
  type ForceNotice,
  failed,
  type Issue,
  isNoticeServedNow,
  joinStopCard,
  latestNoticeText,
  logIntervention,
  NAMED_READ,
  type NamedOffence,
  namedOffences,
  type PlainDate,
  passed,
  type Result,
  type StoredRecord,
  serveNotice,
  together,
} from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { type Choice, choicesOf } from '../../../components/choice.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { Select } from '../../../components/select.js';
import { TextInput } from '../../../components/text-input.js';
import { typedNumber } from '../../../components/typed-number.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { isLateKey, t } from '../../../locales/late.js';
import { ActForm, type Filled } from '../../act/act-form.js';
import { useCase } from '../../act/use-case.js';
import { ContactCheckFor } from '../../case/contact-check-for.js';
import { chosenCards, LooseCards, useLooseCards } from '../../case/loose-cards.js';
import { StopCardLink } from '../../case/stop-card-link.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { NamedOffences, SectionsOnRecord } from './named-offences.js';
import { noticePage } from './notice-page.js';
import { useForceNotice } from './use-force-notice.js';

const FIELDS = [
  'noticeText',
  'notice',
  'noticeVersion',
  'noticeContact',
  'servedOn',
  'how',
  'place',
  'servedBy',
  'witness',
  'adultPresent',
  'appropriateAdult',
  'sections',
  'acknowledged',
  'devices',
  'said',
] as const;

const isAsked = ({ grounds }: FormValues) => asText(grounds) !== '';
const isAnother = (values: FormValues) => isAsked(values) && values.noticeText === 'another';
const needsOfficer = ({ grounds }: FormValues) => isAsked({ grounds }) && grounds !== 'none';

/** Controls for logging the service of the notice as a contact. */
const LOG = 'asContact';
const MINUTES = 'contactMinutes';
const OUTCOME = 'contactOutcome';

/** Waits for the force's own paper, and for what is named on the record: both decide what the form asks. */
export function ServeForm({ subject }: { subject: StoredRecord<'subject'> }) {
  const force = useForceNotice();
  const state = useCase(subject.id).value;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  if (!force || state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  return <Serve subject={subject} force={force} named={namedOffences(state.records, subject)} />;
}

interface ServeProps {
  subject: StoredRecord<'subject'>;
  force: ForceNotice;
  named: readonly NamedOffence[];
}

/**
 * Serves a notice: first asks if a notice is appropriate at all, then the rest. Also logged as a contact if the officer
 * says so.
 */
function Serve({ subject, force, named }: ServeProps) {
  const nameOf = useNameApart();
  const { services } = useApp();
  const { officer } = useOpenVault();
  const { host, lists } = services;
  const texts = choicesOf(lists, 'notice-text', services.today()).filter(
    ({ value }) => isNoticeServedNow(value) && (value !== FORCE_NOTICE || force.own !== undefined),
  );
  // The paper in use here; it says nothing about the person, and the officer can choose another.
  const inUse = force.own ? FORCE_NOTICE : latestNoticeText()?.code;
  return (
    <ActForm
      kind="ceaseAndDesist"
      title={t('notice.serve')}
      caption={nameOf(subject)}
      intro={
        <>
          <InsetText>{t('notice.no-force')}</InsetText>
          <ContactCheckFor subject={subject.id} />
        </>
      }
      only={['grounds', 'officerInCase', ...FIELDS]}
      // Shown only if there may be grounds; then no notice is served without one.
      needed={['officerInCase', 'noticeText']}
      shownWhen={{
        officerInCase: needsOfficer,
        ...Object.fromEntries(FIELDS.map((name) => [name, isAsked])),
        // A notice whose words are saved has its own title and version.
        notice: isAnother,
        noticeVersion: isAnother,
        // The number that the force has set, if any, was printed.
        noticeContact: ({ noticeText }) =>
          noticeText === latestNoticeText()?.code && force.contact === undefined,
      }}
      initial={{
        ...(texts.some(({ value }) => value === inUse) ? { noticeText: inUse } : {}),
        servedOn: services.today(),
        servedBy: t('shell.officer', { name: officer.name, number: officer.number }),
      }}
      also={[NAMED_READ, MINUTES, OUTCOME]}
      after={(form) => ({
        grounds: needsOfficer(form.values.value) ? (
          <WarningText>
            {t(
              form.values.value.grounds === 'yes' ? 'notice.grounds.yes' : 'notice.grounds.unknown',
            )}
          </WarningText>
        ) : (
          isAsked(form.values.value) && <NamedOffences form={form} named={named} />
        ),
        sections: <SectionsOnRecord named={named} />,
        acknowledged: <StopCardLink subject={subject.id} where="notice" />,
      })}
      extra={(form) => isAsked(form.values.value) && <Extra form={form} subject={subject} />}
      choices={{
        noticeText: texts,
        sections: choicesOf(lists, 'cma-section', services.today()).map((choice) => {
          const hint = `notice.cma.${choice.value}`;
          return isLateKey(hint) ? { ...choice, hint: t(hint as 'notice.cma.1') } : choice;
        }),
      }}
      workKey={`notice/serve/${subject.id}`}
      submit={t('notice.serve.save')}
      said={t('notice.served')}
      to={noticePage(subject)}
      act={async (filled) => {
        const cards = await services.store.query('stopCard', { subjectId: subject.id });
        return serve(
          chosenOf(filled, texts),
          {
            host,
            lists,
            subject,
            forceNotice: force,
            named,
            hasReadNamed: filled.typed[NAMED_READ] === true,
          },
          chosenCards(cards, filled.typed),
        );
      }}
    />
  );
}

/** Without a notice that is no longer offered, which only a draft from before can name: it is asked for again. */
function chosenOf(
  filled: Filled<'ceaseAndDesist'>,
  offered: readonly Choice[],
): Filled<'ceaseAndDesist'> {
  if (offered.some(({ value }) => value === filled.typed.noticeText)) return filled;
  const { noticeText: _, ...values } = filled.values;
  return { ...filled, values, typed: { ...filled.typed, noticeText: '' } };
}

interface ExtraProps {
  form: RecordFormState<'ceaseAndDesist'>;
  subject: StoredRecord<'subject'>;
}

function Extra({ form, subject }: ExtraProps) {
  const { services } = useApp();
  const { value } = form.values;
  const cards = useLooseCards(subject.id, value.servedOn);
  return (
    <>
      <LooseCards cards={cards} values={value} onValue={(ids) => form.set('stopCards', ids)} />
      <Checkbox
        label={t('notice.log')}
        hint={t('notice.log.hint')}
        checked={value[LOG] === true}
        onChecked={(next) => form.set(LOG, next)}
      />
      {value[LOG] === true && (
        <>
          <TextInput
            id={form.controlId(MINUTES)}
            label={t('notice.log.minutes')}
            error={form.errorAt(MINUTES)}
            numeric
            width={5}
            value={asText(value[MINUTES])}
            onValue={(minutes) => form.set(MINUTES, minutes)}
          />
          <Select
            id={form.controlId(OUTCOME)}
            label={t('notice.log.outcome')}
            error={form.errorAt(OUTCOME)}
            choices={choicesOf(services.lists, 'intervention-outcome', services.today())}
            value={asText(value[OUTCOME])}
            onValue={(outcome) => form.set(OUTCOME, outcome)}
          />
        </>
      )}
    </>
  );
}

/** Kind and mode of the contact for each way of serving a notice. */
const CONTACT: Readonly<Record<string, readonly [kind: string, mode: string]>> = {
  'in-person': ['cease-and-desist-visit', 'in-person'],
  'through-parent': ['cease-and-desist-visit', 'in-person'],
  post: ['cease-and-desist-letter', 'letter'],
  'recorded-post': ['cease-and-desist-letter', 'letter'],
  email: ['cease-and-desist-letter', 'e-mail'],
  'online-account': ['cease-and-desist-letter', 'online'],
};

type ServeContext = Parameters<typeof serveNotice>[1];

/** Control in this form for each field of the contact, where its errors are shown. */
const SHOWN: Readonly<Record<string, string>> = {
  minutes: MINUTES,
  outcome: OUTCOME,
  heldOn: 'servedOn',
  kind: 'how',
  mode: 'how',
};

function serve(
  { values, typed }: Filled<'ceaseAndDesist'>,
  context: ServeContext,
  cards: readonly StoredRecord<'stopCard'>[],
): Result<CaseCommit> {
  const contact = typed[LOG] === true ? contactOf(values, typed, context) : undefined;
  const served = serveNotice(
    { ...values, ...(contact?.ok ? { interventionId: contact.value.id } : {}) },
    context,
  );
  const wrong = contact && !contact.ok ? contact.issues : [];
  if (!served.ok || wrong.length > 0) {
    const issues = aboutQuestions(served.issues, typed);
    if (!isAsked(typed)) return failed(...issues);
    const own = new Set(issues.map(({ at }) => at));
    const more = wrong.map((issue): Issue => {
      const at = SHOWN[issue.at ?? ''];
      return at === undefined ? issue : { ...issue, at };
    });
    return failed(...issues, ...more.filter(({ at }) => !own.has(at)));
  }
  const joined = cards.map((card) => joinStopCard(card, { noticeId: served.value.id }, context));
  const made = together(
    [...(contact ? [contact] : []), served, ...joined].map((act) => ({ of: '', act })),
    'case-work',
  );
  return made.ok ? passed({ commit: made.value.commit, id: served.value.id }, served.issues) : made;
}

/** Errors of the questions on screen: a later question is asked only once the earlier one is answered. */
function aboutQuestions(issues: readonly Issue[], typed: FormValues): readonly Issue[] {
  if (!isAsked(typed)) return issues.filter(({ at }) => at === 'grounds' || at === 'subjectId');
  if (asText(typed.noticeText) !== '') return issues;
  const which: Issue = {
    code: 'missing',
    severity: 'error',
    message: t('notice.which.missing'),
    at: 'noticeText',
  };
  return [which, ...issues.filter(({ at }) => at !== 'notice' && at !== 'noticeVersion')];
}

function contactOf(
  { how = '', servedOn, place, adultPresent, appropriateAdult }: Filled<'ceaseAndDesist'>['values'],
  typed: FormValues,
  context: ServeContext,
): Result<CaseCommit> {
  const [kind, mode] = CONTACT[how] ?? [];
  const minutes = typedNumber(asText(typed[MINUTES]));
  return logIntervention(
    {
      subjectId: context.subject?.id,
      kind,
      mode,
      heldOn: servedOn as PlainDate | undefined,
      minutes: typeof minutes === 'number' ? minutes : undefined,
      outcome: asText(typed[OUTCOME]) || undefined,
      place,
      present: adultPresent,
      appropriateAdult,
    },
    context,
  );
}
