import {
  asksArea,
  endOf,
  fieldsOf,
  PERSON_DETAILS,
  type PersonDetail,
  type Subject,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { SourceMark } from '../source-mark.js';
import { detailId } from '../use-asked-detail.js';

const CATEGORIES = 'categories';
const ALSO = 'alsoRecorded';
const NEEDS = 'communicationNeeds';
/** The detail whose difference is looked for first: no other is as easily another child's. */
const BORN = 'bornOn';

/**
 * Names of the rows in their order: what is recorded differently elsewhere comes right below the value that it doubts,
 * and below the date of birth if that is one of several.
 */
function rowsOf({ alsoRecorded = [], communicationNeeds }: Subject): readonly string[] {
  const rows: readonly string[] = [
    ...PERSON_DETAILS,
    CATEGORIES,
    ...(communicationNeeds === undefined ? [] : [NEEDS]),
  ];
  if (alsoRecorded.length === 0) return rows;
  const doubted = rows.filter((row) => alsoRecorded.some(({ what }) => what === row));
  const last = doubted.includes(BORN) ? BORN : doubted.at(-1);
  const at = last === undefined ? rows.length : rows.indexOf(last) + 1;
  return rows.toSpliced(at, 0, ALSO);
}

function nameOf(name: string): string {
  return (
    fieldsOf('subject')
      .find((field) => field.name === name)
      ?.label.toLowerCase() ?? name
  );
}

/** The value that a mark is the source of, with its place in a list: it tells many marks apart. */
function markName(name: string, item?: number): string {
  return item === undefined ? nameOf(name) : `${nameOf(name)} ${item + 1}`;
}

/** Each detail with its source. New details are added and wrong ones corrected; ended ones stay. */
export function DetailsSection({ page }: { page: SubjectPage }) {
  const { services, router } = useApp();
  const { subject, all } = page;
  const { value, id } = subject;
  const captures = all('sourceCapture');
  const go = (
    detail: PersonDetail | typeof CATEGORIES | typeof ALSO,
    act: 'add' | 'correct' | 'end',
    place?: number,
  ): void =>
    router.go({
      name: 'detail',
      subject: id,
      detail,
      act,
      ...(place === undefined ? {} : { place }),
    });
  const detailOf = (name: string) => PERSON_DETAILS.find((each) => each === name);
  const isList = (name: string) => Array.isArray(value[name as keyof typeof value]);
  const isHeld = (name: string) => value[name as keyof typeof value] !== undefined;
  const mark = (name: string, item?: number) => (
    <SourceMark
      record={subject}
      field={name}
      item={item}
      captures={captures}
      about={markName(name, item)}
    />
  );
  return (
    <RecordDetails
      kind="subject"
      value={value}
      lists={services.lists}
      only={rowsOf(value)}
      labelId={(name) => {
        const detail = detailOf(name);
        return detail && detailId(detail);
      }}
      empties
      actions={(name) => {
        if (name === ALSO || name === NEEDS) return undefined;
        const detail = detailOf(name) ?? CATEGORIES;
        if (isList(name) || !isHeld(name))
          return (
            <Button kind="link" about={nameOf(name)} onPress={() => go(detail, 'add')}>
              {t('person.add')}
            </Button>
          );
        return (
          <p class="cp-detail__acts">
            <Button kind="link" about={nameOf(name)} onPress={() => go(detail, 'correct')}>
              {t('person.correct')}
            </Button>
            {name === 'name' && (
              <Button kind="link" onPress={() => go('name', 'add')}>
                {t('person.add-name')}
              </Button>
            )}
          </p>
        );
      }}
      mark={mark}
      under={(name, item) =>
        name === ALSO ? (
          <AlsoActs place={item} onGo={(act) => go(ALSO, act, item)} />
        ) : (
          <ItemActs page={page} name={name} place={item} onGo={go} />
        )
      }
    />
  );
}

interface ItemActsProps {
  page: SubjectPage;
  name: string;
  place: number;
  onGo: (detail: PersonDetail | typeof CATEGORIES, act: 'correct' | 'end', place: number) => void;
}

/** Shown under one entry of a list: its last day, or the possible acts. */
function ItemActs({ page: { subject }, name, place, onGo }: ItemActsProps) {
  const detail = PERSON_DETAILS.find((each) => each === name);
  const until = detail
    ? endOf(subject.value, detail, place)
    : subject.value.categories[place]?.until;
  const about = `${nameOf(name)} ${place + 1}`;
  const isLast = place === (subject.value.areas ?? []).findLastIndex((each) => !each.until);
  return (
    <p class="govuk-body-s cp-detail__acts">
      {detail === 'areas' && isLast && asksArea(subject.value) && (
        <strong>{t('person.area.ask')} </strong>
      )}
      {until && (detail === undefined || typeof subject.value[detail]?.[place] === 'string') && (
        <span>{t('person.ended', { date: writtenDate(until) })} </span>
      )}
      {detail && (
        <Button kind="link" about={about} onPress={() => onGo(detail, 'correct', place)}>
          {t('person.correct')}
        </Button>
      )}{' '}
      {!until && (
        <Button kind="link" about={about} onPress={() => onGo(detail ?? CATEGORIES, 'end', place)}>
          {t('person.end')}
        </Button>
      )}
    </p>
  );
}

interface AlsoActsProps {
  place: number;
  onGo: (act: 'correct' | 'end') => void;
}

/** Shown under a value that is recorded differently elsewhere. */
function AlsoActs({ place, onGo }: AlsoActsProps) {
  const about = `${nameOf(ALSO)} ${place + 1}`;
  return (
    <p class="govuk-body-s cp-detail__acts">
      <Button kind="link" about={about} onPress={() => onGo('correct')}>
        {t('person.also.use.link')}
      </Button>{' '}
      <Button kind="link" about={about} onPress={() => onGo('end')}>
        {t('person.end')}
      </Button>
    </p>
  );
}
