/** The entries shown, as a calendar file. It leaves the vault, so it is logged first, or there is no file. */
import { type DiaryEntry, diaryFile, type PlainDate } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { useExport } from '../../act/export/use-export.js';
import { logOnce } from '../../act/keep-once.js';
import { useDisclosure } from '../../act/use-disclosure.js';

export interface CalendarFileProps {
  entries: readonly DiaryEntry[];
  today: PlainDate;
}

export function CalendarFile(props: CalendarFileProps) {
  return (
    <Details summary={t('diary.export')} late>
      <CalendarForm {...props} />
    </Details>
  );
}

function CalendarForm({ entries, today }: CalendarFileProps) {
  const { services, session } = useApp();
  const { officer } = useOpenVault();
  const { host } = services;
  const disclosure = useDisclosure({ mayKeep: true });
  const out = useExport(disclosure);

  const save = (): Promise<void> =>
    out.run(async (asked) => {
      if (entries.length === 0) return t('diary.export.none');
      const context = { digest: host.digest, now: host.clock.now(), today };
      const bytes = await diaryFile.write(entries, context);
      await logOnce(services, 'diary-file', {
        changes: [],
        reason: asked.reason,
        audit: [
          {
            action: 'disclosure',
            records: [...new Set(entries.map(({ record }) => record))],
            fields: ['diary'],
            ...asked,
          },
        ],
      });
      // The type, the day and the officer’s id: no person's name.
      const name = `diary-${today}-${officer.id.slice(0, 8)}.${diaryFile.extension}`;
      services.download(name, diaryFile.mediaType, bytes);
      session.say({ heading: t('diary.exported', { count: entries.length }) });
      return undefined;
    });

  return (
    <Form label={t('diary.export')} onSubmit={() => void save()}>
      <p class="govuk-body">{t('diary.export.why')}</p>
      <ErrorSummary errors={out.errors} />
      {out.left || (
        <>
          {disclosure.fields}
          <Button type="submit" busy={out.isBusy}>
            {t('diary.export.save')}
          </Button>
        </>
      )}
    </Form>
  );
}
