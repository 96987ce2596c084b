/** Buttons that lead on from a save. Each names the person: the panel stays while another page is read. */
import { areaOfList, type PlainDate, type SubjectRow } from '@cyber-prevent/core';
import { useApp } from '../../../../app/app.js';
import { Button } from '../../../../components/button.js';
import { t } from '../../../../locales/late.js';
import type { LastSave } from '../../../../ports/last-save.js';
import { useRows } from '../../../desk/list/use-rows.js';

export interface NextStepsProps {
  last: LastSave;
  /** The person as every button names them; undefined while the list is being read. */
  name: string | undefined;
  /** The referral’s own reference. */
  reference: string | undefined;
}

export function NextSteps({ last, name, reference }: NextStepsProps) {
  const { router, services } = useApp();
  const { subject } = last;
  const people = useRows(subject && 'subjects');
  const person = people && 'rows' in people && people.rows.find(({ id }) => id === subject);
  const isAreaMissing = person && !person.isClosed && !hasArea(person, services.today());
  // The referral is the first record of its save.
  const referral = last.what === 'referral' ? last.records[0] : undefined;
  const isNew = referral !== undefined && !last.isAdded;
  return (
    <>
      {isNew && (
        <Button onPress={() => router.go({ name: 'decide', on: 'referral', record: referral })}>
          {decideWords(name, reference)}
        </Button>
      )}
      {referral && (
        <Button
          kind={isNew ? 'secondary' : 'primary'}
          onPress={() => router.go({ name: 'referral', referral })}
        >
          {openWords(name, reference)}
        </Button>
      )}
      {subject && (
        <Button
          kind={referral ? 'secondary' : 'primary'}
          onPress={() =>
            router.go({ name: 'intervention', subject, ...(referral ? { referral } : {}) })
          }
        >
          {name === undefined ? t('review.log') : t('review.log.with', { name })}
        </Button>
      )}
      {subject && (
        <Button kind="secondary" onPress={() => router.go({ name: 'subject', subject })}>
          {name === undefined ? t('review.open-subject') : t('review.open-subject.named', { name })}
        </Button>
      )}
      {subject && isAreaMissing && (
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'detail', subject, detail: 'areas', act: 'add' })}
        >
          {name === undefined ? t('review.area') : t('review.area.of', { name })}
        </Button>
      )}
      {referral && subject && last.namesOffence && (
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'act', act: 'name-offence', subject, record: referral })}
        >
          {name === undefined ? t('offence.name.link') : t('offence.name.link.of', { name })}
        </Button>
      )}
      {referral && subject && last.isDatedToday && (
        <Button
          kind="secondary"
          onPress={() =>
            router.go({ name: 'act', act: 'correct-referral', subject, record: referral })
          }
        >
          {name === undefined ? t('review.date-referral') : t('review.date-referral.of', { name })}
        </Button>
      )}
      {last.what === 'referral' && (
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'organisation', form: 'join', records: last.records })}
        >
          {t('organisation.section.join')}
        </Button>
      )}
    </>
  );
}

/** By the row that lists filter: their own area on that day, or what a referral says. */
function hasArea(person: SubjectRow, today: PlainDate): boolean {
  const { forceArea, localAuthority, outside } = areaOfList(person, today);
  return [forceArea, localAuthority, outside].some((each) => each !== undefined);
}

/** “Decide on CC/2026/41, Ada Vael”: the person may have another referral, and the reference tells which. */
function decideWords(name: string | undefined, reference: string | undefined): string {
  if (name === undefined)
    return reference === undefined ? t('referral.decide') : t('review.decide.on', { reference });
  return reference === undefined || name.includes(reference)
    ? t('review.decide.of', { name })
    : t('review.decide.on.of', { reference, name });
}

/** By its own reference: a person may be told from a namesake by that of another referral. */
function openWords(name: string | undefined, reference: string | undefined): string {
  if (name === undefined) return t('review.open-referral');
  return reference === undefined
    ? t('review.open-referral.of', { name })
    : t('review.open-referral.by', { name, reference });
}
