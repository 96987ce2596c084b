import { codesInForce, type RecordId } from '@cyber-prevent/core';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/keys/use-keys.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';

/**
 * Reasons of acts that the toolkit names itself. None is a reason for opening a record: a referral that is filed is a new
 * one.
 */
const BY_ITSELF = ['referral', 'undo', 'search', 'restore', 'log-review', 'definitions'];
const KEYS = '1234567890';

/** Asks for the reason before a record is opened: one key, or one button. */
export function ReasonGate({ record }: { record: RecordId }) {
  const { services, reasons, router } = useApp();
  const list = useRef<HTMLDivElement>(null);
  const codes = codesInForce(services.lists, 'reason', services.today())
    .filter(({ code }) => !BY_ITSELF.includes(code))
    .map(({ code, label }, place) => ({
      code,
      label,
      key: KEYS[place],
      run: () => reasons.give(record, code),
    }));
  useKeys(list, { reason: ({ key: pressed }) => codes.find(({ key }) => key === pressed)?.run() });
  return (
    <div ref={list} class="cp-read">
      <PageHeading>{t('reason.title')}</PageHeading>
      <p class="govuk-body">{t('reason.why')}</p>
      <div class="cp-reasons">
        {codes.map(({ code, label, key, run }) => (
          <Button key={code} kind="secondary" keyHint={key} onPress={run}>
            {label}
          </Button>
        ))}
      </div>
      <ButtonGroup>
        <Button kind="link" onPress={() => router.back()}>
          {t('reason.back')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
