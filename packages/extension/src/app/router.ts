/**
 * The current screen. Kept in memory only: none of it goes into an address, a hash or the browser's history, which the
 * browser keeps on disk.
 */
import type { FillKind, PersonDetail, RecordId, TimelineFilter } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Route =
  /** The open draft: rows read from a page, to decide on. The panel starts here. */
  | {
      readonly name: 'review';
      /** Starts with text to paste, or with something said to the officer. */
      readonly entering?: 'paste' | 'told';
    }
  | { readonly name: 'saved-page' }
  /** The log of actions on the records, and its export. */
  | { readonly name: 'audit' }
  /** Makes a backup, checks one, restores one. */
  | { readonly name: 'backup' }
  /** Makes a file for a colleague, takes one in. */
  | { readonly name: 'exchange' }
  /** The passphrase, the recovery key, the time to lock. */
  | { readonly name: 'settings'; readonly changing?: 'passphrase' | 'recovery' }
  /** The matters that need the officer now. The workspace starts here. */
  | { readonly name: 'today' }
  /** The entries due, overdue and upcoming, week by week. */
  | { readonly name: 'diary' }
  | { readonly name: 'subjects' }
  /** `section`, by its name in the table of sections, is opened first; without one, the first section is. */
  | { readonly name: 'subject'; readonly subject: RecordId; readonly section?: string }
  /**
   * Log an intervention; `corrects` names the entry that this one replaces, `followsUp` the contact that it follows up.
   */
  | {
      readonly name: 'intervention';
      readonly subject?: RecordId;
      readonly corrects?: RecordId;
      readonly followsUp?: RecordId;
      /** The session of the intervention. */
      readonly session?: RecordId;
    }
  /** Write an intelligence note, on a subject or on none. */
  | { readonly name: 'note'; readonly subject?: RecordId }
  /** The document to hand on about a person: the case summary, or the chronology as it was narrowed. */
  | {
      readonly name: 'summary';
      readonly subject: RecordId;
      readonly chronology?: TimelineFilter;
    }
  /** Add, correct or end a detail or a category; `place` is its place in a list. */
  | {
      readonly name: 'detail';
      readonly subject: RecordId;
      readonly detail: PersonDetail | 'categories';
      readonly act: 'add' | 'correct' | 'end';
      readonly place?: number;
    }
  /** One record about a person by its form; `record` names the one to change. */
  | {
      readonly name: 'person-record';
      readonly subject: RecordId;
      readonly form:
        | 'related'
        | 'handle'
        | 'referral'
        | 'participation'
        | 'withdrawal'
        | 'basis'
        | 'telling'
        | 'plan';
      readonly record?: RecordId;
    }
  /** The page for a visit. */
  | { readonly name: 'contact-plan'; readonly subject: RecordId }
  | { readonly name: 'ask-check'; readonly subject: RecordId }
  /** Write a record to another system; `given` names the note of an earlier transfer, whose reference is asked for. */
  | {
      readonly name: 'fill';
      readonly subject: RecordId;
      readonly of: FillKind;
      readonly record: RecordId;
      readonly given?: RecordId;
      /** Sequence of the save that made the note, while it can be undone. */
      readonly seq?: number | undefined;
    }
  /** Teach the page of a capture; without one, continue an unfinished teaching. */
  | { readonly name: 'teach'; readonly capture?: RecordId }
  /** Every enquiry without a name. */
  | { readonly name: 'enquiries' }
  | { readonly name: 'take-enquiry' }
  | { readonly name: 'enquiry'; readonly enquiry: RecordId }
  /** Referrals, people identified by officers who await a decision, and refusals. */
  | { readonly name: 'referrals'; readonly show?: ReferralList }
  | { readonly name: 'referral'; readonly referral: RecordId }
  /** Answers to the published questions of the referral form. */
  | { readonly name: 'questions'; readonly referral: RecordId }
  /** Decide, or change the current decision. */
  | { readonly name: 'decide'; readonly on: DecidedOn; readonly record: RecordId }
  /** The next step of a refused referral, once its day has come or its obstacle is gone. */
  | { readonly name: 'refuse'; readonly refusal: RecordId }
  /** A person at the edge of other work. */
  | { readonly name: 'identify' }
  | { readonly name: 'identification'; readonly identification: RecordId }
  /** Make a promise on a record, or record whether one was kept. */
  | {
      readonly name: 'promise';
      readonly on: 'enquiry' | 'referral' | 'subject';
      readonly record: RecordId;
      readonly promise?: RecordId;
    }
  /** Given advice: all of it, one, a new one, one corrected. */
  | { readonly name: 'advice'; readonly advice?: RecordId; readonly writing?: true }
  /** Incidents, which need no person: in the same way. */
  | { readonly name: 'incident'; readonly incident?: RecordId; readonly writing?: true }
  /** This officer's actions on records. */
  | { readonly name: 'log' }
  /** Every raised concern. */
  | { readonly name: 'concerns' }
  /** One concern: record who was informed; add to it, close it, or name the person. */
  | {
      readonly name: 'concern';
      readonly concern: RecordId;
      readonly form?: 'add' | 'close' | 'name';
    }
  /** Record the outcome of a review trigger. */
  | { readonly name: 'review-case'; readonly subject: RecordId }
  /** Close a case, or open one again. */
  | { readonly name: 'close-case'; readonly subject: RecordId }
  /** Place a hold; review or lift the named one. */
  | { readonly name: 'hold'; readonly subject: RecordId; readonly hold?: RecordId }
  /** The retention of a case, and whether it is still needed. */
  | { readonly name: 'retention'; readonly subject: RecordId }
  | { readonly name: 'dispose'; readonly subject: RecordId }
  /** The recipients of records corrected since, and whether they were informed. */
  | { readonly name: 'correction'; readonly subject: RecordId }
  /** Every condition, of any person. */
  | { readonly name: 'conditions' }
  /** Advise on the conditions of a caution; `made`: record one that others gave or made. */
  | { readonly name: 'caution-advice'; readonly subject: RecordId; readonly made?: true }
  /**
   * One record of a caution or of work with other agencies, by its form; `record` is the one to change, or the one it
   * is part of.
   */
  | {
      readonly name: 'work-record';
      readonly subject: RecordId;
      readonly form: WorkFormName;
      readonly record?: RecordId;
    }
  /** Advice on conditions as a report; with `evidence` the note of one that may have been breached. */
  | {
      readonly name: 'condition-report';
      readonly subject: RecordId;
      readonly order: RecordId;
      readonly evidence?: RecordId;
    }
  /** Ask a colleague to take cases over, to review or to confirm. */
  | {
      readonly name: 'handover';
      readonly subject?: RecordId;
      /** A code of `request-kind`; a handover without one. */
      readonly ask?: string;
      /** The decision or the assessment that it is about; without one, the latest there is. */
      readonly about?: RecordId;
    }
  /** A colleague's request: read, answered, given back. */
  | { readonly name: 'second-officer'; readonly request: RecordId }
  /** Requests of colleagues, and to colleagues. */
  | { readonly name: 'asked-of-me' }
  /** Assess a subject: from the start, continuing a draft, or again after the named assessment. */
  | {
      readonly name: 'assess';
      readonly subject: RecordId;
      readonly assessment?: RecordId;
      readonly after?: RecordId;
      /** The field for the officer’s own words that is shown at once. */
      readonly to?: string;
    }
  /** One assessment; or another level for it, or the page for the subject. */
  | {
      readonly name: 'assessment';
      readonly subject: RecordId;
      readonly assessment: RecordId;
      readonly show?: 'override' | 'page';
    }
  | { readonly name: 'assessments' }
  /** Rate blind alongside a colleague: begin a round, or continue one. */
  | { readonly name: 'rating'; readonly subject: RecordId; readonly round?: RecordId }
  /** The available instruments, including those loaded from a file. */
  | { readonly name: 'instruments' }
  /**
   * A plan with a subject: made, changed, reviewed, ended; an objective added, or `objective` recorded as reached or
   * not.
   */
  | {
      readonly name: 'plan';
      readonly subject: RecordId;
      readonly form: 'make' | 'revise' | 'review' | 'end' | 'add' | 'close';
      readonly objective?: RecordId;
    }
  /** Arrange a session, for an objective or for none; or record the attendance at the named one. */
  | {
      readonly name: 'session';
      readonly subject: RecordId;
      readonly session?: RecordId;
      readonly objective?: RecordId;
    }
  /** Serve a cease and desist notice; for the named one, its paper; note a breach of it, or who was informed of one. */
  | {
      readonly name: 'notice';
      readonly subject: RecordId;
      readonly form: 'serve' | 'paper' | 'breach' | 'tell';
      readonly notice?: RecordId;
      readonly breach?: RecordId;
    }
  /** An offence was admitted: open a stop card, with `where` it came up. Complete the named one. */
  | {
      readonly name: 'stop-card';
      readonly subject: RecordId;
      readonly card?: RecordId;
      readonly where?: string;
      /** The referral whose answers contain the admission. */
      readonly on?: RecordId;
    }
  /** A visit or a session with several subjects, from one form. */
  | { readonly name: 'together'; readonly subject?: RecordId }
  /** A contact in a few keys. */
  | { readonly name: 'quick-log'; readonly subject?: RecordId }
  | { readonly name: 'safeguarding'; readonly subject?: RecordId };

export type WorkFormName =
  | 'answer'
  | 'end'
  | 'propose'
  | 'outcome'
  | 'interview'
  | 'condition'
  | 'evidence'
  | 'evidence-correct'
  | 'certify'
  | 'take-out'
  | 'tell'
  | 'contact'
  | 'contact-correct'
  | 'monitoring'
  | 'monitoring-correct'
  | 'monitoring-end'
  | 'check'
  | 'check-correct'
  | 'panel'
  | 'panel-change'
  | 'panel-held';

export const REFERRAL_LISTS = ['referrals', 'identified', 'refusals'] as const;
export type ReferralList = (typeof REFERRAL_LISTS)[number];
export type DecidedOn = 'enquiry' | 'referral' | 'identification';

export type RouteName = Route['name'];
export type RouteOf<N extends RouteName> = Extract<Route, { readonly name: N }>;

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Rises when the current screen is requested again. */
  readonly again: ReadonlySignal<number>;
  /**
   * Numbers the visit to the screen: a new number for each request of it, the same when it is reached by going back.
   */
  visit(): number;
  go(route: Route): void;
  /** Marks the purpose of the screen as done: going back to it does not ask again. */
  settle(route: Route): void;
  /** Goes to the screen before this one, or to the start. */
  back(): void;
  /** Forgets the position: another vault was opened. */
  reset(): void;
  /** True once after each change of screen: the new heading takes the focus. */
  takeFocus(): boolean;
  /** Calls the listener after each change of screen, and when the current one was requested again. */
  onChange(listener: () => void): () => void;
}

/** The parameters of a route that name the record it opens; others that it names are opened with it. */
const OPENED = [
  'subject',
  'enquiry',
  'referral',
  'refusal',
  'identification',
  'advice',
  'incident',
  'request',
  'record',
] as const;

/** The record that a screen opens, if any. A concern names one but waits for nothing. */
export function openedBy(route: Route): RecordId | undefined {
  if (route.name === 'safeguarding') return undefined;
  const named = route as { readonly [N in (typeof OPENED)[number]]?: RecordId };
  return OPENED.map((name) => named[name]).find((id) => id !== undefined);
}

function isSame(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Screens that `back` can still reach. */
const MOST_STEPS = 50;

export function makeRouter(start: Route): Router {
  const route = signal(start);
  const again = signal(0);
  const listeners = new Set<() => void>();
  let steps: readonly { readonly route: Route; readonly visit: number }[] = [];
  let visit = 0;
  let visits = 0;
  let focusDue = false;

  const show = (next: Route): void => {
    focusDue = true;
    if (isSame(next, route.value)) again.value += 1;
    else route.value = next;
    for (const listener of listeners) listener();
  };
  return {
    route,
    again,
    visit: () => visit,
    go(next) {
      const step = { route: route.value, visit };
      if (!isSame(next, route.value)) {
        steps = [...steps, step].slice(-MOST_STEPS);
        visits += 1;
        visit = visits;
      }
      show(next);
    },
    settle(next) {
      route.value = next;
    },
    back() {
      visits += 1;
      const atStart = { route: start, visit: isSame(start, route.value) ? visit : visits };
      const last = steps.at(-1) ?? atStart;
      steps = steps.slice(0, -1);
      visit = last.visit;
      show(last.route);
    },
    reset() {
      steps = [];
      visits += 1;
      visit = visits;
      show(start);
    },
    takeFocus() {
      const due = focusDue;
      focusDue = false;
      return due;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
