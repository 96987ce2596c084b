import {
  linkState,
  organisationApart,
  organisationCourse,
  type StoredRecord,
  WORDED_KINDS,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { placeOfLink } from '../../organisation/place-words.js';

/** The organisations that the words of the case mean, with what became of each; the words stay as they were. */
export function OrganisationsSection({ page }: { page: SubjectPage }) {
  const { router } = useApp();
  const links = page.all('organisationLink');
  const kinds: ReadonlySet<string> = new Set(WORDED_KINDS);
  const records = page.records.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
  return (
    <>
      {links.length === 0 && <p class="govuk-body">{t('organisation.section.none')}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {links.map((link) => (
          <Joined key={link.id} link={link} records={page.records} />
        ))}
      </ul>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'organisation', form: 'join', records })}
        >
          {t('organisation.section.join')}
        </Button>
      </ButtonGroup>
    </>
  );
}

function Joined({
  link,
  records,
}: {
  link: StoredRecord<'organisationLink'>;
  records: readonly StoredRecord[];
}) {
  const { router } = useApp();
  const find = (id: string) => records.find((each) => each.id === id);
  const { value } = link;
  const about = [value.subjectId, value.referrerId, value.agencyContactId, value.incidentId];
  const record = about.flatMap((id) => (id ? (find(id) ?? []) : [])).at(-1);
  const state = linkState(link, record);
  const course = organisationCourse(value.organisationId, find);
  const names = course.map((each) => organisationApart(each.value));
  return (
    <li>
      <span dir="auto">
        {t('organisation.join.place', { words: value.words, place: placeOfLink(link) })}
      </span>
      {': '}
      <Button
        kind="link"
        onPress={() => router.go({ name: 'organisation', organisation: value.organisationId })}
      >
        {names[0] ?? t('common.not-recorded')}
      </Button>
      {names.length > 1 && ` ${t('organisation.section.now', { name: names.at(-1) ?? '' })}`}
      {state === 'words-changed' && ` ${t('organisation.joined.changed')}`}
      {state === 'undone' &&
        value.undoneOn &&
        ` ${t('organisation.joined.undone', {
          date: writtenDate(value.undoneOn),
          why: value.undoneWhy ?? '',
        })}`}
    </li>
  );
}
