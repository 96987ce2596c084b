import {
  type CaseOverview,
  type CodeLists,
  caseHandling,
  codeLabel,
  type PersonInLife,
  paperGate,
  standingChecks,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { Part } from './part.js';
import { ReachLinks } from './reach-links.js';

/** Number shown at first: a panel shows no more at once. */
const SHOWN = 6;

interface PeoplePartProps {
  overview: CaseOverview;
  page: SubjectPage;
}

/**
 * Who is in their life, the nearest first, each with the numbers and addresses that are in use; above them, where a
 * check before contact is in place, that it comes first.
 */
export function PeoplePart({ overview, page }: PeoplePartProps) {
  const { services, router } = useApp();
  const isWhole = useSignal(false);
  const { subject, people, school } = overview;
  // The subject alone, without a number, is nobody to show.
  const all = people.filter(
    ({ part, phones, emails }) => part !== 'self' || phones.length + emails.length > 0,
  );
  const shown = isWhole.value ? all : all.slice(0, SHOWN);
  const handling = useMemo(() => caseHandling(page.records), [page.records]);
  const gate = paperGate(handling, { way: 'contact', today: services.today() });
  const barred = new Map(
    shown.map(({ record, phones, emails }) => [
      record.id,
      [...phones, ...emails].filter((text) => gate.bars(record.id, pathOfText(record.value, text))),
    ]),
  );
  const add = { name: 'act', act: 'note-related-person', subject: subject.id } as const;
  return (
    <Part
      heading={t('overview.people')}
      more={
        all.length === 0
          ? { words: t('overview.people.add'), onPress: () => router.go(add) }
          : {
              words: t('overview.people.all'),
              onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'people' }),
            }
      }
    >
      {standingChecks(page.all('contactCheck')).length > 0 && (
        <p class="cp-part__line cp-when--near">{t('person.check')}</p>
      )}
      {all.length === 0 && <p class="cp-part__line">{t('overview.people.none')}</p>}
      {shown.length > 0 && (
        <ul class="cp-people">
          {shown.map((person) => {
            const { name, words } = shownAs(person, services.lists);
            return (
              <li key={person.record.id} class="cp-people__person">
                <strong dir="auto">{name}</strong>
                <span class="cp-quiet" dir="auto">
                  {words.join('; ')}
                </span>
                <ReachLinks
                  name={name}
                  phones={person.phones}
                  emails={person.emails}
                  barred={barred.get(person.record.id) ?? []}
                />
              </li>
            );
          })}
        </ul>
      )}
      {gate.stopped().map((why) => (
        <p key={why} class="cp-part__line cp-when--near" dir="auto">
          {why}
        </p>
      ))}
      {all.length > shown.length && (
        <Button
          kind="link"
          onPress={() => {
            isWhole.value = true;
          }}
        >
          {t('overview.people.more', { count: all.length - shown.length })}
        </Button>
      )}
      <p class="cp-quiet" dir="auto">
        {school === undefined
          ? t('overview.people.no-school')
          : t('overview.people.school', { name: school })}
      </p>
    </Part>
  );
}

/** Without a name, a number is said to be of the part that somebody has: the referrer’s is never taken for another’s. */
function shownAs(
  person: PersonInLife,
  lists: CodeLists,
): { readonly name: string; readonly words: readonly string[] } {
  const words = partWords(person, lists);
  if (person.name !== undefined) return { name: person.name, words };
  const who = person.part === 'referrer' ? t('overview.people.referrer') : words[0];
  if (who === undefined) return { name: t('overview.people.nameless'), words };
  return {
    name: t('overview.people.nameless.who', { who }),
    words: words.filter((each) => each !== who),
  };
}

/** The part that somebody has, in the words of the record: the relationship, then roles. */
function partWords(
  { part, words, roles, relationshipKind, referrerKind }: PersonInLife,
  lists: CodeLists,
): readonly string[] {
  if (part === 'self') return [t('overview.people.self')];
  const kind =
    words.length > 0 || relationshipKind === undefined
      ? []
      : [codeLabel(lists, 'relationship', relationshipKind)];
  const referrer =
    part === 'referrer'
      ? [
          ...(words.length === 0 && referrerKind !== undefined
            ? [codeLabel(lists, 'referrer-type', referrerKind)]
            : []),
          t('overview.people.referrer'),
        ]
      : [];
  return [
    ...words,
    ...kind,
    ...roles.map((role) => codeLabel(lists, 'person-role', role)),
    ...referrer,
  ];
}

/** The path of a number or an address inside its record; a referrer has one of each. */
function pathOfText(value: object, text: string): string {
  for (const name of ['phones', 'emails', 'phone', 'email']) {
    const held: unknown = Reflect.get(value, name);
    if (held === text) return name;
    const nth = Array.isArray(held) ? held.indexOf(text) : -1;
    if (nth >= 0) return `${name}[${nth}]`;
  }
  return '*';
}
