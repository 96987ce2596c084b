import {
  civilDay,
  identifierKey,
  keepIdentifier,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useSave } from '../../act/use-save.js';
import { AttributeForm } from './attribute-form.js';
import { DisposeIdentifier } from './dispose-identifier.js';
import { IdentifierList } from './identifier-list.js';
import { LetGoForm } from './let-go-form.js';
import { NobodyForm } from './nobody-form.js';
import { OnNobodyForm } from './on-nobody-form.js';
import { useAlsoWords } from './whose-words.js';

/** Identifiers: all of them, one, a new one on nobody, and the acts on one. */
export function IdentifierView({ route: { identifier, form } }: { route: RouteOf<'identifier'> }) {
  if (identifier !== undefined) return <One id={identifier} form={form} />;
  return form === 'add' ? <NobodyForm /> : <IdentifierList />;
}

type Form = RouteOf<'identifier'>['form'];

function One({ id, form }: { id: RecordId; form: Form }) {
  const { state } = useGathered(id, (store) => store.consult([id], 'case-work'));
  return (
    <GatheredView state={state} title={t('identifier.title')} gone={t('identifier.gone')}>
      {(records) => {
        const [held] = ofKind(records, 'onlineIdentifier');
        return held ? <Act held={held} form={form} /> : null;
      }}
    </GatheredView>
  );
}

function Act({ held, form }: { held: StoredRecord<'onlineIdentifier'>; form: Form }) {
  const isNobodys = held.value.subjectId === undefined;
  if (form === 'also') return <AttributeForm held={held} isAlso />;
  if (form === 'on-nobody') return <OnNobodyForm held={held} />;
  if (isNobodys && form === 'whose') return <AttributeForm held={held} isAlso={false} />;
  if (isNobodys && form === 'correct') return <NobodyForm opened={held} />;
  if (isNobodys && form === 'let-go') return <LetGoForm held={held} />;
  return <Shown held={held} />;
}

function Shown({ held }: { held: StoredRecord<'onlineIdentifier'> }) {
  const { services, router } = useApp();
  const { isBusy, save } = useSave();
  const problem = useSignal<string | undefined>(undefined);
  const alsoWords = useAlsoWords();
  const { id, value, createdAt } = held;
  const { subjectId, endedOn } = value;
  const also = alsoWords({ id, key: identifierKey(value) });
  const to = (form: NonNullable<Form>) => router.go({ name: 'identifier', identifier: id, form });
  const keep = (): Promise<void> =>
    save(
      {
        work: `keep-identifier/${id}`,
        show: ([issue]) => {
          problem.value = issue?.message;
        },
      },
      [held.heads],
      () => keepIdentifier(held, { host: services.host, lists: services.lists }),
      () => ({
        heading: t('identifier.kept'),
        go: () => router.go({ name: 'identifier', identifier: id }),
      }),
    );
  return (
    <div class="cp-read">
      <PageHeading caption={t('identifier.one')}>{value.asSeen}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">
        {t(subjectId ? 'identifier.of-somebody' : 'identifier.of-nobody')} {also}
      </p>
      <RecordDetails
        kind="onlineIdentifier"
        value={value}
        lists={services.lists}
        on={civilDay(createdAt)}
      />
      {subjectId !== undefined && (
        <Button
          kind="link"
          onPress={() => router.go({ name: 'subject', subject: subjectId, section: 'identifiers' })}
        >
          {t('identifier.open-person')}
        </Button>
      )}
      {subjectId === undefined && endedOn === undefined && (
        <>
          <ButtonGroup>
            <Button onPress={() => to('whose')}>{t('identifier.say-whose')}</Button>
            <Button kind="secondary" onPress={() => to('correct')}>
              {t('identifier.correct')}
            </Button>
          </ButtonGroup>
          <ButtonGroup>
            <Button kind="link" busy={isBusy} onPress={() => void keep()}>
              {t('identifier.keep')}
            </Button>
            <Button kind="link" onPress={() => to('let-go')}>
              {t('identifier.let-go')}
            </Button>
          </ButtonGroup>
        </>
      )}
      {subjectId === undefined && endedOn !== undefined && <DisposeIdentifier held={held} />}
    </div>
  );
}
