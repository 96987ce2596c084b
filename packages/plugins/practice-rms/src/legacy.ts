/**
 * The frameset look: one form of nested layout tables in the frame named `content`.
 *
 * Read this file first: it is the simplest of the three, and explains each part of an adapter in turn.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

/*
 * An adapter is data. None of it runs on the page: the core reads the page, and the adapter gives the reading its
 * meaning. `defineAdapter` changes nothing; it lets the compiler check each path, so that 'subject.nme' is an error
 * here and not a value in the wrong place later.
 */
export const legacy = defineAdapter({
  // <plugin>/<screen>. It is stored with every capture through it, so it never changes.
  id: 'practice-rms/legacy',
  // Name of the system shown to the officer as the source of a value.
  title: 'Practice record system, frameset look',
  // Raised at every change, so that the reading behind a record can be identified later.
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  // Releases of the core with which it was proved.
  engine: '>=0.0.1',

  /*
   * Recognises our page. The path identifies a record in this look; no host is named, since the practice system runs on
   * any free port. Name the hosts of a real system. The anchors are on every record, full or empty. If a supplier
   * changes the screen and some go missing, the officer sees how many. Below the threshold (0.6 by default) the adapter
   * steps aside for the generic reading.
   */
  match: {
    paths: ['/legacy/records/*'],
    anchors: [
      { label: 'Ref No' },
      { label: "Date Rec'd" },
      { label: 'D.O.B.', owner: 'Subject' },
      { label: 'Rank/Role' },
      { label: 'Details', owner: 'Circumstances' },
    ],
  },

  screens: [
    {
      /*
       * The place of each field. A label is compared without regard to case, white space or a colon. `owner` is the
       * title of the panel above, and decides which person the value is about: *Name* appears on this screen three
       * times, and "Telephone" under *Parent or guardian* must never become the subject's.
       *
       * A field may have several locators; the first that finds anything wins. Each field has its own reader (dates,
       * telephones); `read` is for the rare field that needs another.
       */
      fields: {
        'subject.name': [{ label: 'Name', owner: 'Subject' }],
        'subject.bornOn': [{ label: 'D.O.B.', owner: 'Subject' }],
        'subject.aliases[]': [{ label: 'A.K.A.', owner: 'Subject' }],
        'subject.sexRecorded': [{ label: 'Sex', owner: 'Subject' }],
        'subject.address': [{ label: 'Address', owner: 'Subject' }],
        'subject.postcode': [{ label: 'Postcode', owner: 'Subject' }],
        'subject.school': [{ label: 'School/Employer', owner: 'Subject' }],
        'subject.phones[]': [{ label: 'Telephone', owner: 'Subject' }],
        'subject.emails[]': [{ label: 'E-mail', owner: 'Subject' }],
        'subject.onlineIdentifiers[].asSeen': [{ label: 'User Names', owner: 'Subject' }],
        'subject.communicationNeeds': [{ label: 'Comm. Needs', owner: 'Subject' }],
        'referral.reference': [{ label: 'Ref No', owner: 'Referral' }],
        'referral.otherReferences[]': [{ label: 'Other Refs', owner: 'Referral' }],
        // *Date Rec'd* is the date of the referral. A date of creation would look as right, and be wrong.
        'referral.receivedOn': [{ label: "Date Rec'd", owner: 'Referral' }],
        'referral.suspectedOffences[]': [{ label: 'Offences', owner: 'Referral' }],
        'referral.lawMentioned[]': [{ label: 'Legislation', owner: 'Referral' }],
        'referral.incidentDates[]': [{ label: 'Incident Dates', owner: 'Referral' }],
        'referral.statedRisk': [{ label: 'Stated Risk', owner: 'Referral' }],
        // The generic reading cannot know that *Details* is the narrative: this is the purpose of an adapter.
        'referral.narrative': [{ label: 'Details', owner: 'Circumstances' }],
        'referrer.name': [{ label: 'Name', owner: 'Referring officer / referrer' }],
        'referrer.organisation': [{ label: 'Organisation', owner: 'Referring officer / referrer' }],
        'referrer.role': [{ label: 'Rank/Role', owner: 'Referring officer / referrer' }],
        'referrer.phone': [{ label: 'Telephone', owner: 'Referring officer / referrer' }],
        'referrer.email': [{ label: 'E-mail', owner: 'Referring officer / referrer' }],
        'relatedPersons[].name': [{ label: 'Name', owner: 'Parent or guardian' }],
        'relatedPersons[].relationship': [{ label: 'Relationship', owner: 'Parent or guardian' }],
        'relatedPersons[].phones[]': [{ label: 'Telephone', owner: 'Parent or guardian' }],
        'relatedPersons[].emails[]': [{ label: 'E-mail', owner: 'Parent or guardian' }],
      },
      // Never offered: the name of the system, and its signed-in user.
      suppress: [{ label: 'P.R.S.' }, { label: 'Operator' }, { label: 'Terminal' }],
    },
  ],

  /*
   * Saved pages that prove it, by name: `fixtures/legacy-3.html`, with its correct reading in `legacy-3.json`. Save
   * pages that are difficult in different ways, and remove every real name first.
   */
  dates: 'day-first',
  fixtures: ['legacy-3', 'legacy-4', 'legacy-5', 'legacy-6'],
});
