import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { SummaryList } from '../../../components/summary-list.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { ExchangeSeen } from '../../../ports/services.js';
import { ConflictsPanel } from '../../act/conflicts-panel.js';
import { FileInput } from '../../vault/backup/file-input.js';
import { restoredWords } from '../../vault/backup/restored-words.js';
import { ResultHeading } from '../../vault/backup/result-heading.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';
import { TakenRequests } from '../second-officer/taken-requests.js';
import { ChangesPanel, EndingsPanel } from './changes-panel.js';
import { FingerprintCheck } from './fingerprint-check.js';

const FILE = 'cp-exchange-file';
const HEARD = 'cp-exchange-sender-heard';

interface Looked {
  readonly file: File;
  readonly seen: ExchangeSeen;
}

/** @param props.onRequest - receives the id of a request that was taken in */
export function TakeInForm({ onRequest }: { onRequest: (id: RecordId) => void }) {
  const { services, session } = useApp();
  const work = useLongWork();
  const input = useRef<HTMLInputElement>(null);
  const looked = useSignal<Looked | undefined>(undefined);
  const isHeard = useSignal(false);
  const missing = useSignal<readonly SummaryError[]>([]);
  const chosen = useSignal<readonly string[]>([]);
  const ended = useSignal<readonly RecordId[]>([]);
  const asked = useSignal<readonly RecordId[]>([]);
  const conflicts = useSignal<readonly RecordId[]>([]);

  const look = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    looked.value = undefined;
    isHeard.value = false;
    ended.value = [];
    conflicts.value = [];
    asked.value = [];
    missing.value = file ? [] : [{ message: t('exchange.file.missing'), fieldId: FILE }];
    if (!file) return;
    const seen = await work.run((watched) => services.exchange.look(file, watched));
    // Another file was chosen in the meantime: never offer the contents of a file that the box no longer names.
    if (!seen || input.current?.files?.[0] !== file) return;
    chosen.value = seen.cases.map(({ subject }) => subject);
    looked.value = { file, seen };
  };
  const take = async ({ file, seen }: Looked): Promise<void> => {
    missing.value = isHeard.value ? [] : [{ message: t('exchange.heard.missing'), fieldId: HEARD }];
    if (!isHeard.value) return;
    const left = seen.cases.flatMap(({ subject }) =>
      chosen.value.includes(subject) ? [] : [subject],
    );
    const count = await work.run((watched) =>
      services.exchange.takeIn(file, watched, left, ended.value),
    );
    if (!count) return;
    if (seen.purpose === 'request') onRequest(seen.id);
    looked.value = undefined;
    conflicts.value = count.conflicts;
    asked.value = seen.requests;
    session.say({ heading: t('exchange.taken'), body: restoredWords(count) });
  };
  const wrong = useStillWrong(missing.value, { [HEARD]: isHeard.value });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  const errors = [...wrong, ...(work.problem.value ? [{ message: work.problem.value }] : [])];
  const found = looked.value;

  return (
    <Form label={t('exchange.take')} onSubmit={() => void look()}>
      <h2 class="govuk-heading-m">{t('exchange.take')}</h2>
      <ErrorSummary check={missing.value} errors={errors} />
      <FileInput
        id={FILE}
        label={t('exchange.file')}
        hint={t('exchange.file.hint')}
        error={errorAt(FILE)}
        accept=".cpexchange"
        control={input}
        onChange={() => {
          looked.value = undefined;
          missing.value = [];
        }}
      />
      <Button type="submit" kind="secondary" busy={work.busy.value}>
        {t('exchange.look')}
      </Button>
      {found && (
        <section aria-labelledby="cp-exchange-seen">
          <ResultHeading id="cp-exchange-seen">{t('exchange.seen')}</ResultHeading>
          <SummaryList rows={rowsOf(found.seen)} />
          <ChangesPanel changes={found.seen.changes} />
          {found.seen.cases.length > 0 && (
            <Checkboxes
              label={t('ending.take.leave')}
              hint={t(
                found.seen.requests.length > 0
                  ? 'ending.take.leave.hint'
                  : 'ending.take.leave.hint.no-request',
              )}
              choices={found.seen.cases.map(({ subject, name }) => ({
                value: subject,
                label: name,
              }))}
              value={chosen.value}
              onValue={(next) => {
                chosen.value = next;
              }}
            />
          )}
          <EndingsPanel
            endings={found.seen.endings}
            chosen={ended.value}
            onChosen={(next) => {
              ended.value = next;
            }}
          />
          <FingerprintCheck
            id={HEARD}
            card={found.seen.from}
            fingerprint={found.seen.fingerprint}
            isHeard={isHeard.value}
            onHeard={(next) => {
              isHeard.value = next;
            }}
            error={errorAt(HEARD)}
          />
          <Button kind="secondary" busy={work.busy.value} onPress={() => void take(found)}>
            {t('exchange.take.go')}
          </Button>
        </section>
      )}
      <WorkStatus work={work} />
      <TakenRequests requests={asked.value} />
      <ConflictsPanel records={conflicts.value} look="restore" />
    </Form>
  );
}

function rowsOf(seen: ExchangeSeen) {
  const { from, madeAt, purpose, batches, isHeld, note } = seen;
  const { name, number, role } = from;
  return [
    { label: t('exchange.seen.from'), value: t('exchange.seen.who', { name, number, role }) },
    { label: t('exchange.seen.made'), value: writtenMoment(madeAt) },
    { label: t('exchange.seen.purpose'), value: t(`exchange.purpose.${purpose}`) },
    { label: t('exchange.seen.entries'), value: batches.toLocaleString('en-GB') },
    {
      label: t('exchange.seen.subject'),
      value: t(isHeld ? 'exchange.seen.subject.held' : 'exchange.seen.subject.new'),
    },
    ...(note === undefined ? [] : [{ label: t('exchange.seen.note'), value: note }]),
  ];
}
