/**
 * Back and Forward of the browser, its keys, and the buttons of the mouse. An entry of the browser's history has a mark
 * of this page and two numbers: no address, no title, and nothing that another page could read a screen from.
 */
import type { Router, StepMarks } from './router.js';

export interface BrowserHistory extends StepMarks {
  /** Shows the screens that the officer goes to. */
  follow(router: Pick<Router, 'reach'>): void;
}

/** Buttons of a mouse, as in `MouseEvent.button`. */
const BACK = 3;
const FORWARD = 4;

type Page = Pick<Window, 'addEventListener'> & {
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'back' | 'forward'>;
};

/** @param mark - of this load of the page: entries from before it are forgotten */
export function browserHistory(
  page: Page = window,
  mark: string = crypto.randomUUID(),
): BrowserHistory {
  const { history } = page;
  /** Place among the entries of this page, and the step that it leads to. */
  let [place, step] = [0, 0];
  const keep = (): void => history.replaceState([mark, place, step], '');
  return {
    push(next) {
      place += 1;
      step = next;
      history.pushState([mark, place, step], '');
    },
    replace(next) {
      step = next;
      keep();
    },
    follow(router) {
      page.addEventListener('popstate', ({ state }) => {
        const [of, to, next] = Array.isArray(state) ? state : [];
        const from = place;
        if (of === mark) place = to;
        // From before a lock or a reload: the screen stays, and the entry becomes its own.
        if (of !== mark || !router.reach(next)) return keep();
        const isSeen = next === step;
        step = next;
        // Going back within the page left its screen twice in a row: the officer means the one beyond.
        if (isSeen && to < from && to > 0) history.back();
        if (isSeen && to > from) history.forward();
      });
      // The side panel leaves these to the page.
      page.addEventListener('mouseup', (event) => {
        if (event.button !== BACK && event.button !== FORWARD) return;
        event.preventDefault();
        if (event.button === BACK) history.back();
        else history.forward();
      });
    },
  };
}
