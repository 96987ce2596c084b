/**
 * The frameset look: one form of nested layout tables in the frame named `content`.
 *
 * Read this file first: it is the plainest of the three, and explains the parts of an adapter as they come.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

/*
 * An adapter is data. None of it runs on the page: the core reads the page, and the adapter says what the reading means.
 * `defineAdapter` changes nothing; it lets the compiler check each path, so that 'subject.nme' is an error here and not a
 * value in the wrong place later.
 */
export const legacy = defineAdapter({
  // <plugin>/<screen>. It is kept with everything that is captured through it, so it never changes.
  id: 'practice-rms/legacy',
  // What the officer sees as the system a value came from.
  title: 'Practice record system, frameset look',
  // Raised at every change, so that it can be told later which reading a record rests on.
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  // Releases of the core that it was proved with.
  engine: '>=0.0.1',

  /*
   * When is this our page? The path says that it is a record of this look; a host is not named, since the practice system
   * runs on whichever port is free. Name the hosts of a real system. The anchors are what is on every record, full or
   * empty. When a supplier changes the screen some go missing, the officer is told how many, and below the threshold
   * (0.6 unless said otherwise) the adapter steps aside for the generic reading.
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
       * Field by field, where it stands. A label is compared without regard to case, white space or a colon. `owner` is
       * the title of the panel above, and decides whose the value is: *Name* stands on this screen three times, and
       * "Telephone" under *Parent or guardian* must never become the subject's.
       *
       * A field may have several locators; the first that finds anything wins. Each field has a reader of its own (dates,
       * telephones); `read` is for the odd one that needs another.
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
        // *Date Rec'd* is when the referral came. A date of creation would look as right, and be wrong.
        'referral.receivedOn': [{ label: "Date Rec'd", owner: 'Referral' }],
        'referral.suspectedOffences[]': [{ label: 'Offences', owner: 'Referral' }],
        'referral.lawMentioned[]': [{ label: 'Legislation', owner: 'Referral' }],
        'referral.incidentDates[]': [{ label: 'Incident Dates', owner: 'Referral' }],
        'referral.statedRisk': [{ label: 'Stated Risk', owner: 'Referral' }],
        // The generic reading cannot know that *Details* is the narrative: this is what an adapter is for.
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
      // What is never offered: the name of the system, and who is signed in to it.
      suppress: [{ label: 'P.R.S.' }, { label: 'Operator' }, { label: 'Terminal' }],
    },
  ],

  /*
   * Saved pages that prove it, by name: `fixtures/legacy-3.html`, with what must be read on it in `legacy-3.json`. Save
   * pages that are difficult, each in its own way, and take out every real name first.
   */
  dates: 'day-first',
  fixtures: ['legacy-3', 'legacy-4', 'legacy-5', 'legacy-6'],
});
