/** A view that is loaded when it is first shown: the panel paints before the screens it may not need today. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../locales/translate.js';

/** A view, with a way to load it before it is first shown. */
export type LateView<P> = FunctionComponent<P> & { readonly fetch: () => Promise<void> };

/** The looks of every late view, in one file: loaded with the first of them, so that none is shown without. */
const loadLooks = (): Promise<unknown> => import('../styles/late.scss');

/** Loaded before any late view is shown: the code lists that it takes its words from. */
const awaited: Promise<unknown>[] = [];

/** Has every late view wait for something else too. */
export function awaitForLateViews(other: Promise<unknown>): void {
  awaited.push(other);
}

/**
 * @param load - imports the view's file, one of our own; called once, and again after a failure
 * @param meanwhile - shown until it is here; the usual line without it
 */
export function lateView<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile?: ComponentChildren,
): LateView<P> {
  let View: ComponentType<P> | undefined;
  const fetch = async (): Promise<void> => {
    if (View) return;
    const [view] = await Promise.all([load(), loadLooks(), ...awaited]);
    View = view;
  };
  return Object.assign(Late, { fetch });
  function Late(props: P) {
    const isHere = useSignal(View !== undefined);
    const isLost = useSignal(false);
    useEffect(() => {
      // Loaded by another place between this one's first render and now.
      if (View) {
        isHere.value = true;
        return;
      }
      fetch().then(
        () => {
          isHere.value = true;
        },
        // The extension was updated under an open page: its files are gone until the page is opened again.
        () => {
          isLost.value = true;
        },
      );
    }, [isHere, isLost]);
    if (isHere.value && View) return <View {...props} />;
    if (meanwhile !== undefined && !isLost.value) return <>{meanwhile}</>;
    return (
      <p class="govuk-body" role={isLost.value ? 'alert' : 'status'}>
        {t(isLost.value ? 'shell.not-loaded' : 'common.loading')}
      </p>
    );
  }
}
