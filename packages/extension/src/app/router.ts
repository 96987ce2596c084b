/**
 * Which screen is shown. Held in memory only: nothing of it goes into an address, a hash or the browser's history, which
 * the browser keeps on disk.
 */
import type { FillKind, PersonDetail, RecordId, TimelineFilter } from '@cyber-prevent/core';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Route =
  /** The open draft: rows read from a page, to decide on. Where the panel starts. */
  | {
      readonly name: 'review';
      /** Starts with text to paste, or with what was told. */
      readonly entering?: 'paste' | 'told';
    }
  | { readonly name: 'saved-page' }
  /** What was done with the records, and its export. */
  | { readonly name: 'audit' }
  /** Makes a backup, checks one, takes one in. */
  | { readonly name: 'backup' }
  /** Makes a file for a colleague, takes one in. */
  | { readonly name: 'exchange' }
  /** The passphrase, the recovery key, when the vault locks. */
  | { readonly name: 'settings'; readonly changing?: 'passphrase' | 'recovery' }
  /** What needs the officer now. Where the workspace starts. */
  | { readonly name: 'today' }
  /** What is due, overdue and coming, week by week. */
  | { readonly name: 'diary' }
  | { readonly name: 'subjects' }
  /** `section`, by its name in the table of sections, is where it opens; the first without one. */
  | { readonly name: 'subject'; readonly subject: RecordId; readonly section?: string }
  /** Log an intervention; `corrects` names the entry that this one replaces, `followsUp` the contact that it follows up. */
  | {
      readonly name: 'intervention';
      readonly subject?: RecordId;
      readonly corrects?: RecordId;
      readonly followsUp?: RecordId;
      /** The session that it was. */
      readonly session?: RecordId;
    }
  /** Write an intelligence note, on a subject or on none. */
  | { readonly name: 'note'; readonly subject?: RecordId }
  /** What is handed on about a person: the case summary, or the chronology as it was narrowed. */
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
  /** One record about a person by its form; `record` names what is changed. */
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
  /** Write a record to another system; `given` names the note that it was, of which the reference is asked for. */
  | {
      readonly name: 'fill';
      readonly subject: RecordId;
      readonly of: FillKind;
      readonly record: RecordId;
      readonly given?: RecordId;
      /** Of the save that made the note, while it may be taken back. */
      readonly seq?: number | undefined;
    }
  /** Teach the page that a capture was read from; without one, go on with what was begun. */
  | { readonly name: 'teach'; readonly capture?: RecordId }
  /** Everything that was asked without a name. */
  | { readonly name: 'enquiries' }
  | { readonly name: 'take-enquiry' }
  | { readonly name: 'enquiry'; readonly enquiry: RecordId }
  /** Referrals, those who were identified by officers and await a decision, and refusals. */
  | { readonly name: 'referrals'; readonly show?: ReferralList }
  | { readonly name: 'referral'; readonly referral: RecordId }
  /** Answers to the published questions of the referral form. */
  | { readonly name: 'questions'; readonly referral: RecordId }
  /** Decide, or change the decision that stands. */
  | { readonly name: 'decide'; readonly on: DecidedOn; readonly record: RecordId }
  /** What becomes of a refused referral, once its day has come or what stood in the way is gone. */
  | { readonly name: 'refuse'; readonly refusal: RecordId }
  /** Somebody at the edge of other work. */
  | { readonly name: 'identify' }
  | { readonly name: 'identification'; readonly identification: RecordId }
  /** Make a promise on a record, or say whether one was kept. */
  | {
      readonly name: 'promise';
      readonly on: 'enquiry' | 'referral' | 'subject';
      readonly record: RecordId;
      readonly promise?: RecordId;
    }
  /** Advice that was given: all of it, one, a new one, one corrected. */
  | { readonly name: 'advice'; readonly advice?: RecordId; readonly writing?: true }
  /** Incidents, which need no person: the same. */
  | { readonly name: 'incident'; readonly incident?: RecordId; readonly writing?: true }
  /** What this officer did with records. */
  | { readonly name: 'log' }
  /** Every concern that was raised. */
  | { readonly name: 'concerns' }
  /** One concern: say who was told; add to it, close it, or say whom it is about. */
  | {
      readonly name: 'concern';
      readonly concern: RecordId;
      readonly form?: 'add' | 'close' | 'name';
    }
  /** Say what follows from what called for a review. */
  | { readonly name: 'review-case'; readonly subject: RecordId }
  /** Close a case, or open one again. */
  | { readonly name: 'close-case'; readonly subject: RecordId }
  /** Place a hold; review or lift the one that is named. */
  | { readonly name: 'hold'; readonly subject: RecordId; readonly hold?: RecordId }
  /** How long a case is kept, and whether it is still needed. */
  | { readonly name: 'retention'; readonly subject: RecordId }
  | { readonly name: 'dispose'; readonly subject: RecordId }
  /** Who received what was corrected since, and whether they were told. */
  | { readonly name: 'correction'; readonly subject: RecordId }
  /** Every condition, whoever it is of. */
  | { readonly name: 'conditions' }
  /** Advise on the conditions of a caution; `made`: record one that others gave or made. */
  | { readonly name: 'caution-advice'; readonly subject: RecordId; readonly made?: true }
  /** One record of a caution or of work with other agencies, by its form; `record` is what is changed, or what it is part of. */
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
      /** The decision or the assessment that it is about; the latest that there is without one. */
      readonly about?: RecordId;
    }
  /** What a colleague asked: read, answered, given back. */
  | { readonly name: 'second-officer'; readonly request: RecordId }
  /** What colleagues asked, and what was asked of them. */
  | { readonly name: 'asked-of-me' }
  /** Assess a subject: anew, going on with a draft, or again after the assessment that is named. */
  | {
      readonly name: 'assess';
      readonly subject: RecordId;
      readonly assessment?: RecordId;
      readonly after?: RecordId;
      /** The field of the officer’s own words that is gone to at once. */
      readonly to?: string;
    }
  /** One assessment; or another level for it, the page for the subject. */
  | {
      readonly name: 'assessment';
      readonly subject: RecordId;
      readonly assessment: RecordId;
      readonly show?: 'override' | 'page';
    }
  | { readonly name: 'assessments' }
  /** Rate blind beside a colleague: begin a round, or go on with one. */
  | { readonly name: 'rating'; readonly subject: RecordId; readonly round?: RecordId }
  /** The instruments that are at hand, and those that were loaded from a file. */
  | { readonly name: 'instruments' }
  /** A plan with a subject: made, changed, reviewed, ended; an objective of it added, or `objective` said to be reached or not. */
  | {
      readonly name: 'plan';
      readonly subject: RecordId;
      readonly form: 'make' | 'revise' | 'review' | 'end' | 'add' | 'close';
      readonly objective?: RecordId;
    }
  /** Arrange a session, for an objective or for none; or say who came to the one that is named. */
  | {
      readonly name: 'session';
      readonly subject: RecordId;
      readonly session?: RecordId;
      readonly objective?: RecordId;
    }
  /** Serve a cease and desist notice; of the one that is named, its paper; note a breach of it, or who was told of one. */
  | {
      readonly name: 'notice';
      readonly subject: RecordId;
      readonly form: 'serve' | 'paper' | 'breach' | 'tell';
      readonly notice?: RecordId;
      readonly breach?: RecordId;
    }
  /** An offence was admitted: open a stop card; `where` it came up. Complete the one that is named. */
  | {
      readonly name: 'stop-card';
      readonly subject: RecordId;
      readonly card?: RecordId;
      readonly where?: string;
      /** The referral whose answers hold the admission. */
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
  /** Rises when one goes where one is already: the same screen was asked for again. */
  readonly again: ReadonlySignal<number>;
  /** Numbers the visit to the screen: another for each time that one goes there, the same when one comes back to it. */
  visit(): number;
  go(route: Route): void;
  /** What the screen was asked for is done: coming back to it does not ask again. */
  settle(route: Route): void;
  /** To the screen before this one, or to the start. */
  back(): void;
  /** Forgets where one was: another vault was opened. */
  reset(): void;
  /** True once after each change of screen: the new heading takes the focus. */
  takeFocus(): boolean;
  /** Told after each change of screen, and when the same one was asked for again. */
  onChange(listener: () => void): () => void;
}

/** What a route calls the record that it opens; what it names beside that is opened with it. */
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

/** The record that a screen opens, if any. A concern names one and waits for nothing. */
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
