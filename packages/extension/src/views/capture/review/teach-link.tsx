import type { CaptureOrigin } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { TEACH_KEY } from './teach-key.js';

export interface TeachLinkProps {
  /** Sources of the open draft, if there is one. */
  origins?: readonly CaptureOrigin[];
}

/** Link to teaching the page that was read last; without a page, to an unfinished teaching. */
export function TeachLink({ origins = [] }: TeachLinkProps) {
  const { services, router } = useApp();
  const isBegun = useSignal(false);
  const page = origins.findLast(({ way }) => way === 'page' || way === 'saved-page');
  useEffect(() => {
    let isGone = false;
    void services.work.load(TEACH_KEY).then(
      (held) => {
        if (!isGone) isBegun.value = Boolean(held?.value);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [services, isBegun]);
  if (!page && !isBegun.value) return null;
  return (
    <Button
      kind="link"
      onPress={() => router.go({ name: 'teach', ...(page ? { capture: page.id } : {}) })}
    >
      {t(page ? 'teach.title' : 'teach.go-on')}
    </Button>
  );
}
