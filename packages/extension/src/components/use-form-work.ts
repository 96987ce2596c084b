/**
 * Draft of a form. The time of each save, and the screen, are stored next to the typed values: a draft opened again on
 * another visit is announced by its date, so that words about one contact are not saved as words about the next.
 */
import { Instant, PlainDate } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import * as v from 'valibot';
import { useApp } from '../app/app.js';
import type { Dating, OpenWork } from '../app/open-work.js';
import type { Route } from '../app/route.js';
import { BEGUN_AT, OPENED_FROM, SAVING, TYPED_AT } from '../app/work-keys.js';
import type { Services } from '../ports/services.js';
import type { FormValues } from './form-values.js';

const PutAway = v.object({ at: Instant, on: PlainDate });

/** @param from - the screen of the form, where the officer can continue with it */
export function formDating(
  { host, today }: Pick<Services, 'host' | 'today'>,
  from?: Route,
): Dating<FormValues> {
  let begun: Instant | undefined;
  return {
    stamp(value, saving) {
      const at = host.clock.now();
      begun ??= at;
      return {
        ...value,
        [TYPED_AT]: { at, on: today() },
        [BEGUN_AT]: begun,
        ...(from === undefined ? {} : { [OPENED_FROM]: from }),
        ...(saving === undefined ? {} : { [SAVING]: saving }),
      };
    },
    read(stored) {
      const {
        [TYPED_AT]: kept,
        [BEGUN_AT]: first,
        [OPENED_FROM]: _,
        [SAVING]: saving,
        ...value
      } = (stored ?? {}) as FormValues;
      const put = v.safeParse(PutAway, kept);
      if (!put.success) return { value, saving, put: undefined, isOtherDay: false };
      const at = v.safeParse(Instant, first);
      begun = at.success ? at.output : put.output.at;
      return {
        value,
        saving,
        put: put.output,
        begunAt: begun,
        isOtherDay: put.output.on !== today(),
      };
    },
    end() {
      begun = undefined;
    },
  };
}

/**
 * @param from - the screen to continue on, if that is not the route as it is now
 * @example const work = useFormWork(`hold/${subject}`, form.values);
 * … <RecordForm work={work} …> <FormEnd work={work} …>
 */
export function useFormWork<T extends object>(
  key: string,
  value: Signal<T>,
  from?: Route,
): OpenWork<T> {
  const { unfinished, router, services } = useApp();
  const work = useMemo(
    () =>
      unfinished.open(key, value, {
        number: router.visit(),
        dating: formDating(services, from ?? router.route.peek()) as unknown as Dating<T>,
      }),
    [unfinished, key, value],
  );
  useEffect(() => () => work.close(), [work]);
  return work;
}
