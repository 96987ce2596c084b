import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';

/** Records rendered at once: somebody with hundreds of them is shown a part at a time. */
const PORTION = 30;

export interface PortionsProps<R> {
  of: readonly R[];
  show: (record: R, nth: number) => ComponentChildren;
}

/** The first records of a long list, and the way to the rest. */
export function Portions<R>({ of, show }: PortionsProps<R>) {
  const most = useSignal(PORTION);
  const rest = of.length - most.value;
  return (
    <>
      {of.slice(0, most.value).map(show)}
      {rest > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            most.value += PORTION;
          }}
        >
          {t('subject.more-records', { count: Math.min(rest, PORTION) })}
        </Button>
      )}
    </>
  );
}
