// The legacy look: a frameset of the nineties, with the record as text in nested layout tables.
import { formatDate } from '../dates.ts';
import { type Html, html } from '../html.ts';
import { type PracticeRecord, paragraphs } from '../record.ts';
import { lineText, row, type Section } from '../shown.ts';
import { contactLegacy } from './legacy-contact.ts';
import { editLegacy } from './legacy-edit.ts';
import { contentPage, grid, panel } from './legacy-frame.ts';
import type { ListedRecord, Look, ViewOptions } from './look.ts';

export const legacy: Look = {
  id: 'legacy',
  dates: 'slashed',
  typedDates: 'slashed',
  sections,
  list,
  view,
  edit: editLegacy,
  contact: contactLegacy,
};

const date = (iso: string | null) => formatDate(iso, 'slashed');

/** The order is left, right, left, right: the grid lays out a section in this way. */
function sections(record: PracticeRecord): Section[] {
  const { subject, referrer, parent } = record;
  return [
    {
      title: 'Referral',
      rows: [
        row('Ref No', record.reference, 'referral.reference'),
        row("Date Rec'd", date(record.receivedOn), 'referral.receivedOn'),
        row('Other Refs', record.otherReferences, 'referral.otherReferences[]'),
        row('Stated Risk', record.statedRisk, 'referral.statedRisk'),
        row('Offences', record.suspectedOffences, 'referral.suspectedOffences[]'),
        row('Incident Dates', record.incidentDates.map(date), 'referral.incidentDates[]'),
        row('Legislation', record.lawMentioned, 'referral.lawMentioned[]'),
      ],
    },
    {
      title: 'Subject',
      rows: [
        row('Name', legacyName(record), 'subject.name'),
        row('D.O.B.', date(subject.bornOn), 'subject.bornOn'),
        row('A.K.A.', subject.aliases, 'subject.aliases[]'),
        row('Sex', subject.sexRecorded),
        row('Address', subject.address, 'subject.address'),
        row('School/Employer', subject.school, 'subject.school'),
        row('Postcode', subject.postcode, 'subject.postcode'),
        row('Telephone', subject.phones, 'subject.phones[]'),
        {
          label: 'User Names',
          lines: subject.onlineIdentifiers.map((identifier) => ({
            text: identifier.asSeen,
            paths: ['subject.onlineIdentifiers[].asSeen'],
            after: ` (${identifier.platform}, first seen ${date(identifier.firstSeenOn)})`,
          })),
        },
        row('E-mail', subject.emails, 'subject.emails[]'),
        row('Comm. Needs', subject.communicationNeeds),
      ],
    },
    {
      title: 'Referring officer / referrer',
      rows: [
        row('Name', referrer.name, 'referrer.name'),
        row('Organisation', referrer.organisation, 'referrer.organisation'),
        row('Rank/Role', referrer.role, 'referrer.role'),
        row('Telephone', referrer.phone, 'referrer.phone'),
        row('E-mail', referrer.email, 'referrer.email'),
      ],
    },
    {
      title: 'Parent or guardian',
      rows: [
        row('Name', parent?.name ?? '', 'relatedPersons[].name'),
        row('Relationship', parent?.relationship ?? ''),
        row('Telephone', parent?.phone ?? '', 'relatedPersons[].phones[]'),
        row('E-mail', parent?.email ?? '', 'relatedPersons[].emails[]'),
      ],
    },
    {
      title: 'Circumstances',
      rows: [row('Details', paragraphs(record.narrative), 'referral.narrative')],
    },
  ];
}

/** SURNAME, Forename: the format of police systems. */
function legacyName({ subject }: PracticeRecord): string {
  return `${subject.familyName.toLocaleUpperCase('en-GB')}, ${subject.givenNames}`;
}

function view(shown: readonly Section[], options: ViewOptions): Html {
  const panels = shown.map(({ title, rows }) =>
    panel(
      title,
      grid(
        rows.map(({ label, lines }) => ({
          label,
          lines: lines.map((line) => html`${lineText(line)}`),
        })),
      ),
    ),
  );
  return contentPage(html`${
    options.saved &&
    html`<p><font face="Arial" size="2" color="#006600"><b>Saved. Reference ${options.saved}</b></font></p>`
  }
<form name="rec" method="get" action="${options.editPath ?? options.listPath}">
${panels}
${options.editPath && html`<input type="submit" value="Amend">`}
${options.contactPath && html`<a href="${options.contactPath}"><font face="Arial" size="2">Contact log</font></a> `}<a href="${options.listPath}"><font face="Arial" size="2">Return to list</font></a>
</form>`);
}

function list(records: readonly ListedRecord[]): Html {
  const heading = (text: string) =>
    html`<td bgcolor="#000080"><font face="Arial" size="2" color="#ffffff"><b>${text}</b></font></td>`;
  const cell = (content: Html) =>
    html`<td bgcolor="#ffffff"><font face="Arial" size="2">${content}</font></td>`;
  return contentPage(html`<p><font face="Arial" size="4"><b>Referrals</b></font></p>
<table width="100%" border="0" cellpadding="4" cellspacing="1" bgcolor="#808080">
<tr>${['Ref No', "Date Rec'd", 'Name', 'D.O.B.', 'Risk'].map(heading)}</tr>
${records.map(
  ({ record, viewPath }) =>
    html`<tr>${[
      cell(html`<a href="${viewPath}">${record.reference}</a>`),
      cell(html`${date(record.receivedOn)}`),
      cell(html`${legacyName(record)}`),
      cell(html`${date(record.subject.bornOn)}`),
      cell(html`${record.statedRisk}`),
    ]}</tr>\n`,
)}</table>`);
}
