import type { ProvedField } from '@cyber-prevent/core/teach';

const LONG = 160;

/** The start of a text, where a whole one would fill the screen. */
export function short(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** Values that an adapter reads, each with its issues. */
export function ReadValues({ reads }: Pick<ProvedField, 'reads'>) {
  return (
    <ul class="govuk-list cp-teach__reads">
      {reads.map(({ value, issues }, nth) => (
        <li key={`${nth} ${value}`} dir="auto">
          {short(value)}
          {issues.map(({ code, message }) => (
            <span key={code} class="govuk-hint">
              {message}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
