import {
  becameOne,
  civilDay,
  type Issue,
  organisationApart,
  organisationCourse,
  type StoredRecord,
  undoBecame,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordDetails } from '../../components/record-details.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../act/use-records.js';
import { useSave } from '../act/use-save.js';
import { JoinedWords } from './joined-words.js';
import { OrganisationNotices } from './organisation-notices.js';
import { PeopleOf } from './people-of.js';

export interface OrganisationPageProps {
  held: StoredRecord<'organisation'>;
  links: readonly StoredRecord<'organisationLink'>[];
  again: () => Promise<void>;
}

const NONE: readonly StoredRecord<'organisation'>[] = [];

/** One organisation: what became of it, its details and contacts, the people joined to it, and the joined words. */
export function OrganisationPage({ held, links, again }: OrganisationPageProps) {
  const { services, router } = useApp();
  const all = useRecords('organisation') ?? NONE;
  const problem = useSignal<string | undefined>(undefined);
  const { isBusy, save } = useSave();
  const { value } = held;
  const { lists } = services;
  const show = ([issue]: readonly Issue[]): void => {
    problem.value = issue?.message;
  };
  const undo = (): Promise<void> =>
    save(
      { work: `organisation/unbecome/${held.id}`, show },
      held.heads,
      () => undoBecame(held),
      () => ({ heading: t('organisation.was-unbecome'), go: again }),
    );
  const goes = (form: 'correct' | 'rename' | 'close' | 'become'): void =>
    router.go({ name: 'organisation', organisation: held.id, form });
  const find = (id: string) => all.find((each) => each.id === id);
  const now = organisationCourse(held.id, find).at(-1) ?? held;
  const whole = all.find(({ id }) => id === value.partOf);
  return (
    <div class="cp-read">
      <PageHeading caption={t('organisation.title')}>{organisationApart(value)}</PageHeading>
      {problem.value !== undefined && <ErrorSummary errors={[{ message: problem.value }]} />}
      <OrganisationNotices held={held} all={all} />
      <ButtonGroup>
        <Button kind="secondary" onPress={() => goes('correct')}>
          {t('organisation.correct')}
        </Button>
        <Button kind="secondary" onPress={() => goes('rename')}>
          {t('organisation.rename')}
        </Button>
        {value.closedOn === undefined && (
          <Button kind="secondary" onPress={() => goes('close')}>
            {t('organisation.close')}
          </Button>
        )}
        {value.becameId === undefined ? (
          <Button kind="secondary" onPress={() => goes('become')}>
            {t('organisation.become')}
          </Button>
        ) : (
          <Button kind="secondary" busy={isBusy} onPress={() => void undo()}>
            {t('organisation.unbecome')}
          </Button>
        )}
      </ButtonGroup>
      <RecordDetails
        kind="organisation"
        value={value}
        lists={lists}
        on={civilDay(held.createdAt)}
      />
      {whole && (
        <p class="govuk-body">
          {t('organisation.part-of')}: <Opens of={whole}>{organisationApart(whole.value)}</Opens>
        </p>
      )}
      <h2 class="govuk-heading-m">{t('organisation.people.title')}</h2>
      <PeopleOf ids={becameOne(now.id, all)} />
      <h2 class="govuk-heading-m">{t('organisation.joined.title')}</h2>
      <JoinedWords links={links} organisation={held.id} />
    </div>
  );
}

/** A button that opens another organisation. */
export function Opens({
  of,
  children,
}: {
  of: StoredRecord<'organisation'>;
  children: ComponentChildren;
}) {
  const { router } = useApp();
  return (
    <Button kind="link" onPress={() => router.go({ name: 'organisation', organisation: of.id })}>
      {children}
    </Button>
  );
}
