import {
  correctIncident,
  type RecordId,
  recordIncident,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { askedOf, HANDLING_CONDITIONS } from '../../../components/asked-of.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { editValues, useEdit } from '../../act/use-edit.js';
import { useKeep } from '../../act/use-keep.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { joinChosen } from '../../case/organisation/chosen-organisation.js';
import { suggestFor } from '../../case/organisation/suggest-for.js';
import { useFormPerson } from '../../case/person-line/form-person.js';

/** The place and the day come first. The subject comes last, and only once somebody is known. */
const ASKED = askedOf('incident', { last: ['grade'] });

/** Fields with words for an organisation. */
const SUGGESTED = ['place', 'partner'];

/** The code of `statement-type` that is about a subject. */
const OWN_WORDS = 'own-words';

export interface IncidentFormProps {
  /** The record being corrected; absent for a new one. */
  opened?: StoredRecord<'incident'>;
  onDone: (id: RecordId) => void;
}

export function IncidentForm({ opened, onDone }: IncidentFormProps) {
  const { services, router } = useApp();
  const isGraded = useSignal(opened?.value.grade !== undefined);
  const form = useRecordForm({
    kind: 'incident',
    only: [
      ...ASKED.filter((name) => name !== 'grade' || isGraded.value),
      ...(opened ? ['subjectId'] : []),
    ],
    // Asked, so that nobody is an empty choice.
    initial: opened ? { ...editValues(opened), subjectId: opened.value.subjectId } : {},
    ...HANDLING_CONDITIONS,
  });
  const edit = useEdit(opened, form);
  const work = useFormWork(`incident/${opened?.id ?? ''}`, form.values);

  // A statement in somebody's own words cannot be recorded without a subject.
  const chosen = asText(form.values.value.subjectId);
  const isKnown = chosen !== '';
  useFormPerson(isKnown && !opened ? (chosen as RecordId) : undefined);
  const isSaid = form.values.value.statement === OWN_WORDS;
  const subjectChoice =
    isKnown || isSaid
      ? undefined
      : {
          statement: choicesOf(services.lists, 'statement-type', services.today()).filter(
            ({ value }) => value !== OWN_WORDS,
          ),
        };

  const { isBusy, keep } = useKeep(form, work, edit);
  const save = (): Promise<void> =>
    keep(
      async () => {
        const checked = form.check(services.today());
        if (!checked.ok) return undefined;
        const { subjectId } = checked.value;
        const subject = subjectId && (await services.store.get('subject', subjectId));
        const { host, lists } = services;
        const context = { host, lists, subject: subject || undefined };
        const saved = edit
          ? correctIncident(edit.held, checked.value, context)
          : recordIncident(checked.value, context);
        return joinChosen(saved, form.values.value, SUGGESTED, edit ? [edit.held] : [], services);
      },
      ({ id }) => ({
        heading: t(edit ? 'incident.corrected' : 'incident.saved'),
        go: () => onDone(id),
      }),
    );

  return (
    <div class="cp-read">
      <PageHeading>{t(opened ? 'incident.correct.title' : 'incident.add')}</PageHeading>
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        before={edit?.panel}
        instead={{
          subjectId: (asked) => <SubjectSelect {...asked} value={asText(asked.value)} />,
        }}
        choices={subjectChoice}
        after={{
          ...suggestFor(form, SUGGESTED),
          reference: (
            <>
              <p class="govuk-hint">{t('incident.grade.hint')}</p>
              <ButtonGroup>
                <Button
                  kind="link"
                  onPress={() => {
                    isGraded.value = !isGraded.value;
                  }}
                >
                  {t(isGraded.value ? 'incident.ungrade' : 'incident.grade')}
                </Button>
              </ButtonGroup>
            </>
          ),
        }}
        onSubmit={() => void save()}
      >
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t('incident.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
