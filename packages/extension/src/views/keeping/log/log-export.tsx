import { type LogFilter, MARKINGS, writtenDate } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import type { LogWhose, OpenLog } from '../../../ports/log-service.js';
import { useExport } from '../../act/export/use-export.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import { logCsv } from './log-csv.js';
import { logText } from './log-text.js';
import type { LogWords } from './log-words.js';

export interface LogExportProps {
  log: OpenLog;
  whose: LogWhose;
  filter: LogFilter;
  words: LogWords & Parameters<typeof logText>[2];
}

/** Exports the chosen entries as a text or a table; the keeper releases them only once it has logged the export. */
export function LogExport({ log, whose, filter, words }: LogExportProps) {
  const { services, session } = useApp();
  const { officer } = useOpenVault();
  const disclosure = useDisclosure();
  const out = useExport(disclosure);

  const save = (as: 'text' | 'table'): Promise<void> =>
    out.run(async (asked) => {
      const entries = await log.disclose(filter, asked);
      const today = services.today();
      const id = whose === 'own' ? officer.id.slice(0, 8) : whose.subject.slice(0, 8);
      const of = t(whose === 'own' ? 'log.text.own' : 'log.text.person', {
        name: officer.name,
        id,
      });
      const made = t('log.text.made', {
        date: writtenDate(today),
        name: officer.name,
        who: asked.recipients.slice(1).join(', '),
        count: entries.length,
      });
      const [, marking] = MARKINGS;
      if (as === 'table') {
        const head = [marking, t('log.text.head'), of, made, t('log.uses')];
        const table = logCsv(entries, head, words, whose === 'own');
        services.download(`log-${today}-${id}.csv`, 'text/csv', table);
      } else {
        const text = logText(entries, { of, marking, made }, words);
        services.download(`log-${today}-${id}.txt`, 'text/plain', text);
      }
      session.say({ heading: t('log.exported') });
      return undefined;
    });

  return (
    <Details summary={t('log.export')}>
      <Form label={t('log.export')} onSubmit={() => void save('text')}>
        <p class="govuk-body">{t('log.export.why')}</p>
        <ErrorSummary errors={out.errors} />
        {out.left || (
          <>
            {disclosure.fields}
            <ButtonGroup>
              <Button type="submit" busy={out.isBusy}>
                {t('log.export.save')}
              </Button>
              <Button kind="secondary" busy={out.isBusy} onPress={() => void save('table')}>
                {t('log.export.table')}
              </Button>
            </ButtonGroup>
          </>
        )}
      </Form>
    </Details>
  );
}
