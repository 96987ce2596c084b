import {
  addCategory,
  addDetail,
  type CaseCommit,
  correctDetail,
  endCategory,
  endDetail,
  fieldsOf,
  type Issue,
  newlyAlike,
  type PersonDetail,
  type PlainDate,
  type Result,
  type StoredRecord,
  type SubjectRow,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { CameBack } from '../../components/came-back.js';
import { choicesOf } from '../../components/choice.js';
import { DateInput } from '../../components/date-input.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { FormEnd } from '../../components/form-end.js';
import { asText, type FormValues } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { Radios } from '../../components/radios.js';
import { TextInput } from '../../components/text-input.js';
import { Textarea } from '../../components/textarea.js';
import { useFormWork } from '../../components/use-form-work.js';
import { useStillWrong } from '../../components/use-still-wrong.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../act/as-issue.js';
import { isConflict } from '../act/edit-conflict.js';
import { useCase } from '../act/use-case.js';
import { usePersonActs } from '../act/use-person.js';
import { joinChosen } from '../case/organisation/chosen-organisation.js';
import { suggestFor } from '../case/organisation/suggest-for.js';
import { PersonHeading } from '../case/person-heading.js';
import { subjectPage } from '../case/subject-page.js';
import { useNameApart } from '../case/use-name-apart.js';
import { rowsOnce } from '../desk/list/rows-once.js';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';
import { AlikeQuestion } from './alike-question.js';
import { AlsoRecordedForm } from './also-recorded-form.js';
import { AreaFields, areaOf } from './area-fields.js';
import { ToldFields, toldOf } from './told-fields.js';

/** Adds, corrects or ends one detail or category of a person. */
export function DetailView({ route }: { route: RouteOf<'detail'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  if (!page) return <p class="govuk-body">{t('subject.gone')}</p>;
  const { subject } = page;
  const { detail, act, place } = route;
  return detail === 'alsoRecorded' ? (
    <AlsoRecordedForm act={act} place={place} subject={subject} />
  ) : (
    <DetailForm detail={detail} act={act} place={place} subject={subject} />
  );
}

const NONE: readonly SubjectRow[] = [];

/** The field with the words of a school or an employer. */
const SUGGESTED = ['text'];

type Detail = PersonDetail | 'categories';

interface DetailFormProps {
  detail: Detail;
  act: RouteOf<'detail'>['act'];
  place: number | undefined;
  subject: StoredRecord<'subject'>;
}

function DetailForm({ detail, act, place, subject }: DetailFormProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { context, isBusy, keep, back } = usePersonActs(
    subject,
    'details',
    t('person.detail.said'),
  );
  const wasMet = useSignal(false);
  const id = useId();
  const values = useSignal<FormValues>(startOf(subject, detail, act, place, services.today()));
  const issues = useSignal<readonly Issue[]>([]);
  const wrong = useStillWrong(issues.value, values.value);
  const work = useFormWork(`detail/${subject.id}/${detail}/${act}/${place ?? ''}`, values);
  const set = (name: string, value: unknown): void => {
    values.value = { ...values.value, [name]: value };
  };
  const errorAt = (name: string) => wrong.find(({ at }) => at === name)?.message;
  const controlId = (name: string) => `${id}-${name}`;
  const common = (name: string) => ({
    id: controlId(name),
    error: errorAt(name),
    value: asText(values.value[name]),
    onValue: (value: string) => set(name, value),
  });
  const dayOf = (name: string) =>
    (asText(values.value[name]) || undefined) as PlainDate | undefined;
  const label = fieldsOf('subject').find(({ name }) => name === detail)?.label ?? detail;
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const names = useMemo(() => subjectWords(rows), [rows]);
  /** Words of those who would have the same name and date of birth, while the save asks about them. */
  const asked = useSignal('');
  const save = async (isMeant?: true): Promise<void> => {
    let people: readonly SubjectRow[] = [];
    if (detail === 'name' || detail === 'bornOn')
      try {
        people = await rowsOnce(services.rows, 'subjects');
      } catch (error) {
        issues.value = [asIssue(error)];
        return;
      }
    const on = { ...context, subject, people: people.filter(({ isClosed }) => !isClosed) };
    const text = asText(values.value.text);
    asked.value = '';
    const words = {
      isMeant,
      text,
      date: dayOf('date'),
      postcode: asText(values.value.postcode),
      area: areaOf(values.value),
      notedOn: dayOf('notedOn'),
      ...toldOf(values.value),
    };
    const made = (): Promise<Result<CaseCommit>> =>
      joinChosen(acted(), values.value, SUGGESTED, [subject], services);
    const acted = (): Result<CaseCommit> =>
      detail === 'categories'
        ? act === 'end'
          ? endCategory({ place: place ?? -1, until: dayOf('until') }, on)
          : addCategory({ category: asText(values.value.category), from: dayOf('from') }, on)
        : act === 'end'
          ? endDetail({ detail, place: place ?? -1, until: dayOf('until') }, on)
          : act === 'correct'
            ? correctDetail({ detail, place, ...words }, on)
            : addDetail({ detail, ...words }, on);
    let isMet = false;
    const catches = async (error: unknown): Promise<boolean> => {
      isMet = isConflict(error);
      // Reads the record again under the form: the next save is made on its current values.
      if (isMet) router.go(router.route.value);
      return isMet;
    };
    const found = await keep(
      { work, edit: { catches } },
      [subject.heads, values.value, isMeant],
      made,
    );
    wasMet.value = isMet;
    issues.value = isMet ? [{ ...MEANWHILE, message: t('person.meanwhile') }] : found;
    if (!found.some(({ code }) => code === 'person-in-doubt')) return;
    const { id: own, value } = subject;
    const after = { name: detail === 'name' ? text.trim() : value.name, bornOn: value.bornOn };
    const alike = newlyAlike(
      { id: own, name: value.name, bornOn: value.bornOn },
      detail === 'bornOn' ? { ...after, bornOn: words.date } : after,
      on.people,
    );
    asked.value = alike.map((each) => names.get(each.id) ?? each.name).join('; ');
  };
  const now = asText(startOf(subject, detail, 'correct', place, services.today())[textOf(detail)]);
  const title = t(`person.detail.${act}.${detail}`);
  const isDated = detail === 'addresses' || detail === 'areas' || detail === 'schools';
  const isTyped = detail !== 'categories' && act !== 'end';
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{title}</PersonHeading>
      {act === 'correct' && <InsetText>{t('person.correct.hint')}</InsetText>}
      {act === 'add' && detail === 'name' && <InsetText>{t('person.name.kept')}</InsetText>}
      <CameBack work={work}>
        <Form label={label} onSubmit={() => void save()}>
          <ErrorSummary
            check={issues.value}
            errors={wrong.map(({ message, at }) => ({
              message,
              fieldId: at === undefined ? undefined : controlId(at),
            }))}
          />
          {asked.value && (
            <AlikeQuestion
              name={names.get(subject.id) ?? subject.value.name}
              who={asked.value}
              onMeant={() => void save(true)}
              onCancel={() => {
                asked.value = '';
                issues.value = [];
              }}
            />
          )}
          {wasMet.value && act !== 'add' && now && (
            <InsetText>{t('person.meanwhile.now', { value: now })}</InsetText>
          )}
          {detail === 'categories' && act !== 'end' && (
            <>
              <Radios
                label={t('person.category')}
                choices={choicesOf(services.lists, 'subject-category', services.today())}
                {...common('category')}
              />
              <DateInput label={t('person.from')} {...common('from')} />
            </>
          )}
          {act === 'end' && <DateInput label={t('person.until')} {...common('until')} />}
          {isTyped && (
            <>
              {detail === 'bornOn' ? (
                <DateInput label={label} {...common('date')} />
              ) : detail === 'areas' ? (
                <AreaFields
                  subject={subject}
                  values={values.value}
                  errorAt={errorAt}
                  controlId={controlId}
                  onValues={(some) => {
                    values.value = { ...values.value, ...some };
                  }}
                />
              ) : detail === 'addresses' ? (
                <Textarea label={t('person.text')} rows={3} {...common('text')} />
              ) : (
                <TextInput label={label} {...common('text')} />
              )}
              {detail === 'schools' && suggestFor({ values, set }, SUGGESTED).text}
              {detail === 'addresses' && (
                <TextInput label={t('person.postcode')} width={10} {...common('postcode')} />
              )}
              {isDated && <DateInput label={t('person.noted-on')} {...common('notedOn')} />}
              <ToldFields
                values={values.value}
                errorAt={errorAt}
                controlId={controlId}
                onValue={set}
              />
            </>
          )}
          <FormEnd work={work} busy={isBusy} onCancel={back}>
            {act === 'end'
              ? t('person.detail.end.save', { name: nameOf(subject) })
              : t('save.for', { what: title, name: nameOf(subject) })}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

/** Another window or a colleague saved the record in the meantime. */
const MEANWHILE = { code: 'meanwhile', severity: 'error' } as const;

const textOf = (detail: Detail) => (detail === 'bornOn' ? 'date' : 'text');

/** Initial values: the stored ones for a correction; today for the day of a note or an end, never for a start. */
function startOf(
  { value }: StoredRecord<'subject'>,
  detail: Detail,
  act: RouteOf<'detail'>['act'],
  place: number | undefined,
  today: PlainDate,
): FormValues {
  if (act === 'end') return { until: today };
  if (detail === 'categories') return {};
  if (act === 'add')
    return detail === 'addresses' || detail === 'areas' || detail === 'schools'
      ? { notedOn: today }
      : {};
  const held = value[detail];
  if (typeof held === 'string') return detail === 'bornOn' ? { date: held } : { text: held };
  const item = place === undefined ? undefined : held?.[place];
  if (item === undefined) return {};
  if (typeof item === 'string') return { text: item };
  if (!('lines' in item || 'name' in item)) {
    const { until: _, ...area } = item;
    return area;
  }
  const postcode = 'postcode' in item ? item.postcode : undefined;
  return {
    text: 'lines' in item ? item.lines : item.name,
    notedOn: item.notedOn,
    ...(postcode ? { postcode } : {}),
  };
}
