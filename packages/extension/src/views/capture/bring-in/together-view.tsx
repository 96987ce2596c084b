import { givenIssues, type Issue } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { isCivilDate } from '../../../components/civil-date.js';
import { DateInput } from '../../../components/date-input.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FootBar } from '../../../components/foot-bar.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { HandlingFields, NO_HANDLING } from '../../act/handling-fields.js';
import { useSave } from '../../act/use-save.js';
import { GatesPanel } from '../review/gates-panel.js';
import { startingGates } from '../review/review-context.js';
import { type BroughtIn, withFiled } from './brought-in.js';
import { fileRows, judgeRows, shownOf, type ToFile } from './rows-to-file.js';
import { TogetherTable } from './together-table.js';
import { forgetDrafts, type Looked } from './use-looked.js';

const RECEIVED = 'together-received';

interface TogetherViewProps {
  file: BroughtIn;
  looked: Looked;
  onFiled: (file: BroughtIn) => void;
  onBack: () => void;
}

/** The rows of which nothing is asked, by name: the officer leaves out any of them, and files the others as one save. */
export function TogetherView({ file, looked, onFiled, onBack }: TogetherViewProps) {
  const { services } = useApp();
  const { officer, kind } = useOpenVault();
  const rows = useSignal<readonly ToFile[] | undefined>(undefined);
  const leftOut = useSignal<ReadonlySet<string>>(new Set());
  const received = useSignal('');
  const gates = useSignal(startingGates(null, officer));
  const handling = useSignal(NO_HANDLING);
  const problems = useSignal<readonly Issue[]>([]);
  const { isBusy, save } = useSave();
  const { answers, filed, isDone, isLost } = looked;
  const [compared, done, isReady] = [answers.value, filed.value, isDone.value];

  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    // The day is asked for below: without one, a row is not the less plain.
    const terms = {
      gates: gates.value,
      handling: NO_HANDLING,
      officer,
      kind,
      receivedOn: services.today(),
    };
    judgeRows(file, compared, done, terms, services).then(
      (judged) => {
        if (!isOver) rows.value = judged;
      },
      (error: unknown) => {
        if (!isOver) problems.value = [asIssue(error)];
      },
    );
    return () => {
      isOver = true;
    };
  }, [services, file, compared, done, isReady, gates.value, officer, kind, rows, problems]);

  if (!isReady || rows.value === undefined)
    return (
      <>
        <PageHeading>{t('bring-in.together.title', { name: file.name })}</PageHeading>
        <ErrorSummary errors={problems.value} />
        <p role="status" class="govuk-body">
          {t(isLost.value ? 'bring-in.seen.lost' : 'bring-in.together.wait')}
        </p>
        <ButtonGroup>
          {isLost.value && <Button onPress={looked.again}>{t('bring-in.seen.again')}</Button>}
          <Button kind="link" onPress={onBack}>
            {t('bring-in.together.back')}
          </Button>
        </ButtonGroup>
      </>
    );

  const may = rows.value.filter(({ why }) => why.length === 0);
  const others = rows.value.filter(({ why }) => why.length > 0);
  const chosen = may.filter(({ at }) => !leftOut.value.has(at));
  const undated = chosen.filter(({ draft }) => !shownOf(draft).hasDate).length;
  const error = problems.value.find(({ at }) => at === RECEIVED)?.message;

  const press = (): void => {
    const day = undated === 0 ? services.today() : received.value;
    if (!isCivilDate(day)) {
      problems.value = [
        {
          code: 'received-missing',
          severity: 'error',
          message: t('bring-in.together.received.missing'),
          at: RECEIVED,
        },
      ];
      return;
    }
    const ats = new Set(chosen.map(({ at }) => at));
    const wrong = givenIssues(handling.value);
    if (wrong.length > 0) {
      problems.value = wrong;
      return;
    }
    const terms = {
      gates: gates.value,
      handling: handling.value,
      officer,
      kind,
      receivedOn: day,
    };
    void save(
      {
        work: `file-together/${file.name}`,
        show: (issues) => {
          problems.value = issues;
        },
      },
      [file.name, chosen.map(({ draft }) => draft.id), gates.value, handling.value, day],
      () => fileRows(file, { answers: compared, filed: done, chosen: ats }, terms, services),
      ({ ids }) => ({
        heading: t('bring-in.together.done', { count: ids.length, name: file.name }),
        go: () => {
          forgetDrafts(file.rows.filter(({ at }) => ats.has(at)));
          onFiled(withFiled(file, ids));
        },
      }),
    );
  };

  return (
    <>
      <PageHeading>{t('bring-in.together.title', { name: file.name })}</PageHeading>
      <ErrorSummary
        errors={problems.value.map(({ message, at }) => ({
          message,
          fieldId: at === undefined ? undefined : at === RECEIVED ? RECEIVED : controlId(at),
        }))}
      />
      <p class="govuk-body">
        {may.length > 0
          ? t('bring-in.together.some', { count: may.length })
          : t('bring-in.together.none')}
      </p>
      {others.length > 0 && <Others rows={others} />}
      {may.length > 0 && (
        <Form label={t('bring-in.together.table')}>
          <TogetherTable
            rows={may}
            leftOut={leftOut.value}
            onLeftOut={(next) => {
              leftOut.value = next;
            }}
          />
          {undated > 0 && (
            <DateInput
              id={RECEIVED}
              label={t('bring-in.together.received')}
              hint={t('bring-in.together.received.hint', { count: undated })}
              error={error}
              value={received.value}
              onValue={(value) => {
                received.value = value;
                problems.value = problems.value.filter(({ at }) => at !== RECEIVED);
              }}
            />
          )}
          <Details summary={t('handling.title')}>
            <p class="govuk-body-s">{t('handling.intro')}</p>
            <HandlingFields
              values={handling.value}
              errorAt={(name) => problems.value.find(({ at }) => at === name)?.message}
              controlId={controlId}
              onValue={(name, value) => {
                handling.value = { ...handling.value, [name]: value };
                problems.value = problems.value.filter(({ at }) => at !== name);
              }}
            />
          </Details>
          <GatesPanel
            gates={gates.value}
            onGates={(next) => {
              gates.value = next;
            }}
          />
        </Form>
      )}
      <FootBar>
        {chosen.length > 0 && (
          <Button busy={isBusy} onPress={press}>
            {t('bring-in.together.save', { count: chosen.length })}
          </Button>
        )}
        <Button kind="link" onPress={onBack}>
          {t('bring-in.together.back')}
        </Button>
      </FootBar>
    </>
  );
}

const controlId = (name: string): string => `together-${name}`;

/** Most rows that are explained one by one; their number is said. */
const SHOWN = 100;

function Others({ rows }: { rows: readonly ToFile[] }) {
  return (
    <Details summary={t('bring-in.together.others', { count: rows.length })} late>
      <ul class="cp-brought__issues">
        {rows.slice(0, SHOWN).map(({ at, why, draft }) => (
          <li key={at}>
            {t('bring-in.together.why', {
              at,
              name: shownOf(draft).name || t('bring-in.no-name'),
              why: [...new Set(why.map(({ message }) => message))].join('; '),
            })}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p class="govuk-body-s">{t('bring-in.not-read.more', { count: rows.length - SHOWN })}</p>
      )}
    </Details>
  );
}
