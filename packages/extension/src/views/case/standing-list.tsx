import {
  recallWords,
  type StandingRow,
  standingWords,
  titledSourceWords,
} from './standing-words.js';

/** Definitions with their standing, source and day of checking: those of one standing under one line. */
export function StandingList({ rows }: { rows: readonly StandingRow[] }) {
  const groups = new Map<string, readonly StandingRow[]>();
  for (const row of rows) {
    const words = standingWords(row);
    groups.set(words, [...(groups.get(words) ?? []), row]);
  }
  return (
    <>
      {[...groups].map(([words, each]) => (
        <div key={words}>
          <p class="govuk-body-s cp-standing__how">{words}</p>
          <ul class="govuk-list govuk-list--bullet cp-standing__rows">
            {each.map((row) => (
              <li key={row.key}>
                {titledSourceWords(row)}
                {row.recalls?.map((recall) => (
                  <strong key={`${recall.version} ${recall.issuer}`}>
                    {' '}
                    {recallWords(row, recall)}
                  </strong>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
