import type { Draft, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { type Unread, unreadOf } from './unread.js';

export interface UnreadFramesProps {
  draft: Draft;
  /** Called when the page has been read again. */
  onRead: (result: Result<Draft>) => void;
}

/** Parts of the page that could not be read, and the one press that allows reading a host for now. */
export function UnreadFrames({ draft, onRead }: UnreadFramesProps) {
  const { services, session } = useApp();
  const refused = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const unread = unreadOf(draft.origins);
  if (unread.length === 0) return null;
  const foreign = new Map(unread.filter(isOpenable).map((each) => [hostOf(each), each]));

  const allow = async (host: string, { capture, origin }: Unread): Promise<void> => {
    if (isBusy.value) return;
    refused.value = undefined;
    // Called before any await: the browser asks only within the press.
    const reading = services.capture.readWith(capture, origin);
    isBusy.value = true;
    const result = await reading;
    isBusy.value = false;
    if (!result) {
      refused.value = host;
      return;
    }
    onRead(result);
    if (result.ok) session.say({ heading: t('review.unread.allowed', { host }) });
  };

  return (
    <div class="cp-unread">
      <p class="govuk-body-s">
        {t('review.unread', {
          count: unread.length,
          origins: [...new Set(unread.map(({ origin }) => origin))].join(', '),
        })}
      </p>
      <p class="govuk-body-s">{t('review.unread.tab')}</p>
      {[...foreign].map(([host, each]) => (
        <Button
          key={host}
          kind="secondary"
          busy={isBusy.value}
          onPress={() => void allow(host, each)}
        >
          {t('review.unread.allow', { host })}
        </Button>
      ))}
      {foreign.size > 0 && <p class="govuk-hint cp-unread__hint">{t('review.unread.hint')}</p>}
      <p role="status" class="govuk-body-s">
        {refused.value !== undefined && t('review.unread.refused', { host: refused.value })}
      </p>
    </div>
  );
}

/** True for another site's frame with a web address: only a web host can be asked for. */
function isOpenable({ origin, isForeign }: Unread): boolean {
  return isForeign && URL.canParse(origin) && /^https?:/.test(origin);
}

function hostOf({ origin }: Unread): string {
  return new URL(origin).hostname;
}
