import {
  ageFact,
  assess,
  factsAsked,
  factsGiven,
  fieldsOf,
  type Instrument,
  levelOf,
  missingToSign,
  reviseAssessment,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { FootBar } from '../../../components/foot-bar.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { editValues, useEdit } from '../../act/use-edit.js';
import { useSave } from '../../act/use-save.js';
import type { InstrumentsAtHand } from '../../case/instrument-files.js';
import { statusWords } from '../../case/level-words.js';
import { PersonHeading } from '../../case/person-heading.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { DisputedAge } from './disputed-age.js';
import { evidenceChoices } from './evidence-choices.js';
import { asFacts, FactFields } from './fact-fields.js';
import { asAnswers, keptAnswers, mergedAnswers, scored } from './given-answers.js';
import { ItemList } from './item-list.js';
import { LevelPanel } from './level-panel.js';

const ASKED = ['assessedOn', 'formulation', 'confidence', 'pathway', 'reviewDueOn'] as const;

/** Required for a signature, not for a draft. */
const TO_SIGN = Object.fromEntries(
  fieldsOf('assessment')
    .filter(({ name }) => ['formulation', 'confidence', 'reviewDueOn'].includes(name))
    .map(({ name, label }) => [name, t('assessment.to-sign', { label })]),
);

export interface AssessFormProps {
  page: SubjectPage;
  at: InstrumentsAtHand;
  instrument: Instrument;
  /** The draft being continued. */
  opened?: StoredRecord<'assessment'> | undefined;
  /** The last signed one, by the same instrument. */
  last?: StoredRecord<'assessment'> | undefined;
  before: ComponentChildren;
  /** Field to focus at once: another screen said that it is missing. */
  to?: string | undefined;
  /** Switches to another instrument; absent if the choice is settled. */
  onOther?: () => void;
}

/** Items of an instrument, the resulting level, and the officer’s own words. Saved as a draft until it is signed. */
export function AssessForm(props: AssessFormProps) {
  const { page, at, instrument, opened, last } = props;
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { subject, records } = page;
  const name = useNameApart()(subject);
  const { isBusy, save: keep } = useSave();
  const clashes = useSignal<readonly string[]>([]);
  const known = ageFact(instrument, subject.value, services.today());
  const asked = factsAsked(instrument, known);
  const form = useRecordForm({
    kind: 'assessment',
    only: ASKED,
    initial: opened ? editValues(opened) : { assessedOn: services.today() },
    marks: TO_SIGN,
    alsoBefore: [
      ...asked.map(({ fact }) => `facts.${fact}`),
      ...instrument.items.map(({ id }) => `answers.${id}`),
    ],
  });
  // Saved elsewhere in the meantime: answers are merged item by item, and nothing typed here is lost.
  const edit = useEdit(opened, form, (was, now) => {
    const typed = asAnswers(form.values.value.answers);
    const merged = mergedAnswers(was.value.answers, now.value.answers, typed);
    form.set('answers', merged.answers);
    clashes.value = merged.clashes;
  });
  const { to } = props;
  // Runs after the heading, which takes the focus on every new screen.
  useLayoutEffect(() => {
    if (to !== undefined) document.getElementById(form.controlId(to))?.focus();
  }, [to]);
  const work = useFormWork(
    `assess/${subject.id}/${opened?.id ?? `${instrument.id}@${instrument.version}`}`,
    form.values,
  );
  const evidence = useMemo(() => evidenceChoices(records), [records]);
  const answers = asAnswers(form.values.value.answers);
  const given = useMemo(() => scored(answers), [answers]);
  const facts = asFacts(form.values.value.facts);
  const reading = useMemo(
    () => readingOf(instrument, given, { ...factsGiven(asked, facts), ...known }),
    [instrument, given, facts, subject.value],
  );
  const place = form.values.value.at;

  const { cancel, question } = useLeaving(work, () =>
    router.go({ name: 'subject', subject: subject.id, section: 'assessments' }),
  );
  const save = async (isSigning: boolean): Promise<void> => {
    const checked = form.check(services.today());
    if (!checked.ok) return;
    const missing = isSigning ? missingToSign(checked.value) : [];
    if (missing.length > 0) return form.showIssues(missing);
    await keep(
      { work, edit, show: form.showIssues },
      form.values.value,
      () => {
        const context = {
          host: services.host,
          lists: services.lists,
          officer: officer.id,
          instruments: at.inUse,
          subject,
          records,
        };
        const input = {
          ...checked.value,
          instrument: instrument.id,
          instrumentVersion: instrument.version,
          answers: keptAnswers(instrument, asAnswers(form.values.value.answers)),
          facts: asFacts(form.values.value.facts),
        };
        const held = edit?.held;
        return held ? reviseAssessment(held, input, context) : assess(input, context);
      },
      ({ id }, warnings) => {
        const told = warnings.map(({ message }) => message).join(' ');
        return {
          heading: t('assessment.saved', { name }),
          ...(told ? { body: told } : {}),
          go: () =>
            router.go({
              name: 'assessment',
              subject: subject.id,
              assessment: id,
              ...(isSigning ? { show: 'sign' as const } : {}),
            }),
        };
      },
    );
  };
  return (
    <>
      <PersonHeading of={subject}>{instrument.title}</PersonHeading>
      {props.before}
      <WarningText>{statusWords(instrument.status)}</WarningText>
      <DisputedAge subject={subject} />
      <p class="govuk-body">
        {t('assessment.no-decision')}{' '}
        {props.onOther && (
          <Button kind="link" onPress={props.onOther}>
            {t('assessment.other')}
          </Button>
        )}
      </p>
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        onSubmit={() => void save(false)}
        before={
          <>
            {edit?.panel}
            {clashes.value.length > 0 && (
              <WarningText>
                {t('assessment.clash', {
                  prompts: instrument.items
                    .filter(({ id }) => clashes.value.includes(id))
                    .map(({ prompt }) => `“${prompt}”`)
                    .join(', '),
                })}
              </WarningText>
            )}
            <FactFields
              asked={asked}
              given={facts}
              onGiven={(next) => form.set('facts', next)}
              idOf={(fact) => form.controlId(`facts.${fact}`)}
              errorAt={(fact) => form.errorAt(`facts.${fact}`)}
            />
            <div class="cp-assess">
              <div class="cp-assess__facts">
                <CaseFacts subject={subject.id} records={records} />
              </div>
              <div class="cp-assess__items">
                <ItemList
                  instrument={instrument}
                  answers={answers}
                  onAnswers={(next) => form.set('answers', next)}
                  at={typeof place === 'number' ? place : undefined}
                  onAt={(next) => form.set('at', next)}
                  idOf={(item) => form.controlId(`answers.${item}`)}
                  errorAt={(item) => form.errorAt(`answers.${item}`)}
                  last={last?.value.answers}
                  evidence={evidence}
                />
              </div>
              {typeof reading === 'string' ? (
                <WarningText>{reading}</WarningText>
              ) : (
                <LevelPanel instrument={instrument} reading={reading} answers={given} />
              )}
            </div>
            <h2 class="govuk-heading-m">{t('assessment.words')}</h2>
            <p class="govuk-body">{t('assessment.words.needed')}</p>
          </>
        }
      >
        <UnfinishedStatus work={work} />
        {question || (
          <FootBar>
            <ButtonGroup>
              <Button type="submit" busy={isBusy}>
                {t('assessment.save', { name })}
              </Button>
              <Button kind="secondary" busy={isBusy} onPress={() => void save(true)}>
                {t('assessment.save.sign')}
              </Button>
              <Button kind="link" onPress={cancel}>
                {t('common.cancel')}
              </Button>
            </ButtonGroup>
          </FootBar>
        )}
      </RecordForm>
    </>
  );
}

/** Answers given under another version give no level. They stay, and the save says which they are. */
function readingOf(instrument: Instrument, given: Parameters<typeof levelOf>[1], facts: object) {
  try {
    return levelOf(instrument, given, facts as Parameters<typeof levelOf>[2]);
  } catch {
    return t('assessment.not-offered');
  }
}
