/** Removes a value that is recorded differently elsewhere, or makes it the recorded one. */
import {
  canonical,
  type DifferingValue,
  dropAlsoRecorded,
  fieldsOf,
  type Issue,
  newlyAlike,
  recordInstead,
  type StoredRecord,
  type SubjectRow,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { CameBack } from '../../components/came-back.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { FormEnd } from '../../components/form-end.js';
import { asText, type FormValues } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { Textarea } from '../../components/textarea.js';
import { useFormWork } from '../../components/use-form-work.js';
import { useStillWrong } from '../../components/use-still-wrong.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../act/as-issue.js';
import { usePersonActs } from '../act/use-person.js';
import { PersonHeading } from '../case/person-heading.js';
import { useNameApart } from '../case/use-name-apart.js';
import { useTwinWords } from '../case/use-twin-words.js';
import { rowsOnce } from '../desk/list/rows-once.js';
import { subjectWords } from '../desk/subject-words.js';
import { AlikeQuestion } from './alike-question.js';
import { ToldFields, toldOf } from './told-fields.js';

export interface AlsoRecordedFormProps {
  act: RouteOf<'detail'>['act'];
  place: number | undefined;
  subject: StoredRecord<'subject'>;
}

/** Asks about the value that was at that place when the form was opened, whatever is there by now. */
export function AlsoRecordedForm({ act, place = -1, subject }: AlsoRecordedFormProps) {
  const nameOf = useNameApart();
  const { context, isBusy, keep, back } = usePersonActs(
    subject,
    'details',
    t('person.detail.said'),
  );
  const { services } = useApp();
  const id = useId();
  const opened = useSignal(subject.value.alsoRecorded?.[place]);
  const values = useSignal<FormValues>({});
  const issues = useSignal<readonly Issue[]>([]);
  const wrong = useStillWrong(issues.value, values.value);
  /** Words of those who would have the same name and date of birth, while the save asks about them. */
  const asked = useSignal('');
  const twinWords = useTwinWords();
  const entry = opened.value;
  const of = entry ? canonical(entry) : '';
  const work = useFormWork(`also-recorded/${subject.id}/${act}/${place}`, values);
  if (!entry) return <p class="govuk-body">{t('person.also.gone')}</p>;
  const set = (name: string, value: string): void => {
    values.value = { ...values.value, [name]: value };
  };
  const errorAt = (name: string) => wrong.find(({ at }) => at === name)?.message;
  const controlId = (name: string) => `${id}-${name}`;
  const save = async (isMeant?: true): Promise<void> => {
    const told = { entry, ...toldOf(values.value) };
    const rows = async () =>
      (await rowsOnce(services.rows, 'subjects')).filter(({ isClosed }) => !isClosed);
    asked.value = '';
    let people: readonly SubjectRow[] = [];
    try {
      if (act !== 'end') people = await rows();
    } catch (error) {
      issues.value = [asIssue(error)];
      return;
    }
    const on = { ...context, subject, people };
    issues.value = await keep({ work }, [subject.heads, act, of, values.value, isMeant], () =>
      act === 'end'
        ? dropAlsoRecorded({ ...told, why: asText(values.value.why) }, on)
        : recordInstead({ ...told, isMeant }, on),
    );
    if (!issues.value.some(({ code }) => code === 'person-in-doubt')) return;
    const after = { ...subject.value, [entry.what]: entry.date ?? entry.value };
    // The keeper may know of somebody who was put on record since.
    people = await rows().catch(() => people);
    const alike = newlyAlike(subject.value, after, people);
    asked.value = alike.map((each) => subjectWords(people).get(each.id) ?? each.name).join('; ');
  };
  const words = {
    what: labelOf(entry.what),
    value: wordsOf(entry.what, entry.date ?? entry.value),
  };
  const title = t(act === 'end' ? 'person.also.end' : 'person.also.use', words);
  const now = wordsOf(entry.what, subject.value[entry.what]);
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{title}</PersonHeading>
      <InsetText>
        {act === 'end'
          ? t('person.also.end.hint')
          : t('person.also.use.hint', { what: words.what, value: now })}
      </InsetText>
      <CameBack work={work}>
        <Form label={title} onSubmit={() => void save()}>
          <ErrorSummary
            check={issues.value}
            errors={wrong.map(({ message, at }) => ({
              message,
              fieldId: at === undefined ? undefined : controlId(at),
            }))}
          />
          {asked.value && (
            <AlikeQuestion
              name={twinWords(subject.id, subject.value.name)}
              who={asked.value}
              onMeant={() => void save(true)}
              onCancel={() => {
                asked.value = '';
                issues.value = [];
              }}
            />
          )}
          {act === 'end' && (
            <Textarea
              label={t('person.also.why')}
              rows={3}
              id={controlId('why')}
              error={errorAt('why')}
              value={asText(values.value.why)}
              onValue={(value: string) => set('why', value)}
            />
          )}
          <ToldFields values={values.value} errorAt={errorAt} controlId={controlId} onValue={set} />
          <FormEnd work={work} busy={isBusy} onCancel={back}>
            {t('save.for', {
              what: title,
              name: nameOf(subject),
            })}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

function labelOf(what: DifferingValue['what']): string {
  return (
    fieldsOf('subject')
      .find(({ name }) => name === what)
      ?.label.toLowerCase() ?? what
  );
}

function wordsOf(what: DifferingValue['what'], value: string | undefined): string {
  if (value === undefined) return t('common.not-recorded');
  return what === 'bornOn' ? writtenDate(value as Parameters<typeof writtenDate>[0]) : value;
}
