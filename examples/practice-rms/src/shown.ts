// The parts of a record that a look shows, as data. The pages are made from it and `shownOn` reads it, so the two
// cannot disagree.

/** The field paths that a capture may fill from these pages. */
export type FieldPath =
  | 'subject.name'
  | 'subject.givenNames'
  | 'subject.familyName'
  | 'subject.aliases[]'
  | 'subject.bornOn'
  | 'subject.address'
  | 'subject.postcode'
  | 'subject.school'
  | 'subject.phones[]'
  | 'subject.emails[]'
  | 'subject.onlineIdentifiers[].asSeen'
  | 'referral.reference'
  | 'referral.otherReferences[]'
  | 'referral.receivedOn'
  | 'referral.suspectedOffences[]'
  | 'referral.lawMentioned[]'
  | 'referral.incidentDates[]'
  | 'referral.narrative'
  | 'referral.statedRisk'
  | 'referrer.name'
  | 'referrer.organisation'
  | 'referrer.role'
  | 'referrer.phone'
  | 'referrer.email'
  | 'relatedPersons[].name'
  | 'relatedPersons[].phones[]'
  | 'relatedPersons[].emails[]';

/** One line of a value on the page: the text for the paths, and the text that the page adds after it. */
export interface Line {
  readonly text: string;
  readonly paths: readonly FieldPath[];
  readonly after?: string;
}

/** A label and the lines of its value. No line: the record has no value there. */
export interface Row {
  readonly label: string;
  readonly lines: readonly Line[];
}

/** A heading with its rows: the heading names the person they are about. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A row whose texts all belong to one path, or to none. Empty texts are left out. */
export function row(label: string, texts: string | readonly string[], path?: FieldPath): Row {
  const list = typeof texts === 'string' ? [texts] : texts;
  const paths = path ? [path] : [];
  return { label, lines: list.filter((text) => text !== '').map((text) => ({ text, paths })) };
}

/** Texts by field path, one for each line, in the order of the page. */
export function textsByPath(sections: readonly Section[]): Record<string, string[]> {
  const shown: Record<string, string[]> = {};
  for (const line of sections.flatMap((section) => section.rows.flatMap((each) => each.lines))) {
    for (const path of line.paths) {
      const texts = shown[path] ?? [];
      texts.push(line.text);
      shown[path] = texts;
    }
  }
  return shown;
}

export function lineText(line: Line): string {
  return [line.text, line.after ?? ''].join('');
}
