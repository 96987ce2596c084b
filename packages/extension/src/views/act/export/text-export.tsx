import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { browserClip } from '../clip.js';
import { logOnce } from '../keep-once.js';
import { useMayCopy } from '../policy/use-may-copy.js';
import { useDisclosure } from '../use-disclosure.js';
import { useExport } from './use-export.js';

const clip = browserClip();

export interface TextExportProps {
  /** Record that the text comes from: the disclosure is logged on it. */
  record: RecordId;
  text: string;
  /** Start of the file name, which names nobody. */
  file: string;
  /** Type of text, as the words on screen name it. */
  what: 'notice' | 'reply';
  /** The recipient, as recorded. */
  to?: string | undefined;
}

/**
 * A text that leaves the vault: copied or saved only once the disclosure is logged, with its recipient and reason. Its
 * buttons are secondary: the screen ends with saying that it was sent.
 */
export function TextExport({ record, text, file, what, to }: TextExportProps) {
  const { services, session } = useApp();
  const disclosure = useDisclosure({ to });
  const leaving = useExport(disclosure);
  const mayCopy = useMayCopy(clip);

  const take = (out: () => Promise<boolean> | boolean): Promise<void> =>
    leaving.run(async (asked) => {
      await logOnce(services, `text-export/${what}/${record}`, {
        changes: [],
        reason: asked.reason,
        audit: [{ action: 'disclosure', records: [record], fields: [], ...asked }],
      });
      return (await out()) ? undefined : t('text-export.not-copied');
    });
  const copy = () =>
    take(async () => {
      const isThere = await clip.copy(text);
      if (isThere)
        session.say({
          heading: t(`text-export.${what}.copied`),
          body: t('text-export.off-clipboard'),
        });
      return isThere;
    });
  const save = () =>
    take(() => {
      const name = `${file}-${services.today()}-${record.slice(0, 8)}.txt`;
      services.download(name, 'text/plain', text);
      session.say({ heading: t(`text-export.${what}.saved`) });
      return true;
    });

  const title = t(`text-export.${what}.title`);
  return (
    <Form label={title} onSubmit={() => void (mayCopy.value ? copy() : save())}>
      <h3 class="govuk-heading-s">{title}</h3>
      <p class="govuk-body">{t('text-export.why')}</p>
      <ErrorSummary errors={leaving.errors} />
      {leaving.left || (
        <>
          {disclosure.fields}
          <ButtonGroup>
            {mayCopy.value && (
              <Button type="submit" kind="secondary" busy={leaving.isBusy}>
                {t(`text-export.${what}.copy`)}
              </Button>
            )}
            <Button
              type={mayCopy.value ? 'button' : 'submit'}
              kind="secondary"
              busy={leaving.isBusy}
              onPress={() => {
                if (mayCopy.value) void save();
              }}
            >
              {t('text-export.save')}
            </Button>
          </ButtonGroup>
        </>
      )}
    </Form>
  );
}
