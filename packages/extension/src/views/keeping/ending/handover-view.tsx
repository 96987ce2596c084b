import {
  askColleague,
  type Change,
  codesInForce,
  gatherCase,
  KNOWN_PERSON,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  takesSeveralPeople,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { keepOnce } from '../../act/keep-once.js';
import { keptUntilLock } from '../../act/kept-until-lock.js';
import { LastAnswers } from '../../act/last-answers.js';
import { type DisclosureAnswers, useDisclosure } from '../../act/use-disclosure.js';
import { ForSubject } from '../../case/for-subject.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';
import { saveExchange } from '../exchange/save-exchange.js';
import { type HeardCard, useColleague } from '../exchange/use-colleague.js';
import { CasesField } from './cases-field.js';
import { OpenOfCases } from './open-of-cases.js';

const CASES = 'cp-ask-cases';
const KIND = 'cp-ask-kind';

/** The last file for a colleague: whose card, and the answers about it. Not its words, which are about somebody. */
const LAST = keptUntilLock<DisclosureAnswers & { readonly heard: HeardCard }>();

/** Asks a colleague: from a person’s page about them alone, otherwise about the chosen cases. */
export function HandoverView({ route }: { route: RouteOf<'handover'> }) {
  return (
    <ForSubject id={route.subject}>
      {(subject) => <HandoverForm route={route} subject={subject} />}
    </ForSubject>
  );
}

interface HandoverFormProps {
  route: RouteOf<'handover'>;
  subject: StoredRecord<'subject'> | undefined;
}

/** Makes the file for the colleague: the request is made once the file exists. */
function HandoverForm({ route, subject: about }: HandoverFormProps) {
  const nameOf = useNameApart();
  const { services, router, session } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const opening = session.open.value;
  const colleague = useColleague();
  const disclosure = useDisclosure({
    to: colleague.heard?.card.name,
    start: { destination: 'colleague', reason: 'disclosure' },
    mayGoTo: takesSeveralPeople,
  });
  const last = LAST.last(opening);
  const work = useLongWork();
  const isBusy = useSignal(false);
  const kind = useSignal(route.ask ?? '');
  const chosen = useSignal<readonly string[]>(about ? [about.id] : (route.cases ?? []));
  const words = useSignal('');
  const problems = useSignal<readonly { message: string; fieldId?: string }[]>([]);

  const make = async (): Promise<void> => {
    const to = colleague.ask();
    const asked = disclosure.ask();
    const cases = await subjectsOf(services.store, chosen.value);
    const gone = chosen.value.length - cases.length;
    if (gone > 0) {
      // Made for the others only once the officer has read that, and pressed again.
      if (!about) chosen.value = cases.map(({ id }) => id);
      problems.value = [
        about
          ? { message: t('ending.ask.gone.of', { name: nameOf(about) }) }
          : { message: t('ending.ask.gone', { count: gone }), fieldId: CASES },
      ];
      return;
    }
    problems.value = [
      ...(kind.value ? [] : [{ message: t('ending.ask.kind.missing'), fieldId: KIND }]),
      ...(cases.length > 0 ? [] : [{ message: t('ending.ask.cases.missing'), fieldId: CASES }]),
    ];
    const state = services.vault.state();
    const [first, ...others] = cases;
    if (!kind.value || !to || !asked || !first || state.name !== 'open') return;
    const changes: Change[] = [];
    for (const subject of cases) {
      const records = await gatherCase(services.store, subject.id, 'case-work');
      const result = askColleague(
        {
          kind: kind.value,
          to: to.officer,
          toName: to.name as never,
          ...(route.about && kind.value === route.ask && subject.id === about?.id
            ? { about: route.about }
            : {}),
          ...(words.value.trim() ? { words: words.value as never } : {}),
        },
        { host, lists, subject, records, officer: state.officer },
      );
      if (result.ok) changes.push(...result.value.commit.changes);
      else
        problems.value = [
          ...problems.value,
          ...result.issues.map(({ message }) => ({
            message: t('ending.ask.problem', { name: nameOf(subject), message }),
            ...(about ? {} : { fieldId: CASES }),
          })),
        ];
    }
    if (problems.value.length > 0) return;
    const made = await work.run(async (watched) => {
      await keepOnce(
        services,
        `ask/${first.id}`,
        [kind.value, to.officer, chosen.value, words.value],
        () => ({
          ok: true,
          value: { commit: { changes, reason: 'case-work' as const } },
        }),
      );
      return services.exchange.make(
        {
          card: to,
          purpose: kind.value === 'handover' ? 'handover' : 'request',
          subject: first.id,
          others: others.map(({ id }) => id),
          note: words.value,
          ...asked,
        },
        watched,
      );
    });
    if (!made) return;
    saveExchange(services, made);
    if (colleague.heard) LAST.keep(opening, { heard: colleague.heard, ...disclosure.answers });
    session.say({ heading: t('ending.ask.made') });
    router.go({ name: 'asked-of-me' });
  };
  /** Prevents a second request if pressed again while the cases are gathered. */
  const makeOnce = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    await make()
      .catch((error: unknown) => {
        problems.value = [{ message: asIssue(error).message }];
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  const wrong = useStillWrong(problems.value, { [KIND]: kind.value, [CASES]: chosen.value });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  const errors = [
    ...wrong,
    ...colleague.errors,
    ...disclosure.errors,
    ...(work.problem.value ? [{ message: work.problem.value }] : []),
  ];

  return (
    <div class="cp-read">
      <PageHeading>
        {about ? t('ending.ask.title.of', { name: nameOf(about) }) : t('ending.ask.title')}
      </PageHeading>
      <p class="govuk-body">{t('ending.ask.intro')}</p>
      <Form onSubmit={() => void makeOnce()}>
        <ErrorSummary check={problems.value} errors={errors} />
        <Select
          id={KIND}
          label={t('ending.ask.kind')}
          error={errorAt(KIND)}
          choices={codesInForce(lists, 'request-kind', today)
            // Said on a page of its own, since it closes the record.
            .filter(({ code }) => code !== KNOWN_PERSON)
            .map(({ code, label }) => ({ value: code, label }))}
          value={kind.value}
          onValue={(next) => {
            kind.value = next;
          }}
        />
        {!about && (
          <CasesField
            id={CASES}
            only={route.cases}
            error={errorAt(CASES)}
            chosen={chosen.value}
            onChosen={(next) => {
              chosen.value = next;
            }}
          />
        )}
        <OpenOfCases cases={chosen.value} about={about} />
        <Textarea
          label={t('ending.ask.words')}
          value={words.value}
          onValue={(next) => {
            words.value = next;
          }}
        />
        {last && (
          <LastAnswers
            answers={last}
            more={t('ending.ask.last', { number: last.heard.card.number })}
            onUse={() => {
              colleague.use(last.heard);
              // The name of the card is filled in, also of another that is chosen after it.
              const { recipient, ...others } = last;
              disclosure.fill(recipient === last.heard.card.name ? others : last);
            }}
          />
        )}
        {colleague.fields}
        {disclosure.fields}
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {about ? t('ending.ask.go.of', { name: nameOf(about) }) : t('ending.ask.go')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
        <WorkStatus work={work} />
      </Form>
    </div>
  );
}

/** Chosen subjects that are still stored, and open to the officer. */
async function subjectsOf(
  store: Pick<RecordStore, 'get'>,
  ids: readonly string[],
): Promise<readonly StoredRecord<'subject'>[]> {
  const found = await Promise.all(
    ids.map((id) => store.get('subject', id as RecordId).catch(() => undefined)),
  );
  return found.flatMap((each) => each ?? []);
}
