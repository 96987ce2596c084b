/** Files as shown on the public pages, with fictional people, for the conformance suite; and invalid files. */
import type { ImportSample } from '@cyber-prevent/core/testing';

const ref = (type: string, id: string) => ({ data: [{ id, type }] });

/** A report with every part that is read. */
export const FULL = {
  data: {
    id: 'bd49908a',
    type: 'incident',
    attributes: {
      incidentDescription: 'The booking page went down after the lesson.',
      incidentStartDateTime: { dateFrom: '2026-11-02', dateTo: '2026-11-02' },
      incidentEndDateTime: '16:00:00',
      incidentReportedAlready: true,
      incidentReportedAlreadyReference: '1234567/123',
      hadWeapon: false,
    },
    relationships: {
      submission: ref('submission', 's1'),
      knownSuspect: ref('person', 'p1'),
      personReporting: ref('person', 'p2'),
      incidentLocation: ref('location', 'l2'),
    },
  },
  included: [
    {
      id: 'p1',
      type: 'person',
      attributes: {
        titleOther: 'Mx',
        givenName: ['Kit'],
        middleName: ['Morgan'],
        surname: 'Wraxhollow',
        alias: 'quill',
        dateOfBirth: '2010-03-14',
        gender: 'GNDR_0001',
        ethnicitySelfDefined: 'ESDD_W1',
        under18: true,
        educationLocation: 'Testford Academy',
        communicationNeedsDetails: 'Reads large print',
      },
      relationships: {
        currentAddress: ref('location', 'l1'),
        personalEmail: ref('email', 'e1'),
        personalTelephone: ref('telephone', 't1'),
        personalSocialMedia: {
          data: [
            { id: 'm1', type: 'socialMedia' },
            { id: 'm2', type: 'socialMedia' },
          ],
        },
        mother: ref('person', 'p3'),
      },
    },
    {
      id: 'p2',
      type: 'person',
      attributes: { givenName: ['Ottilie'], surname: 'Brandt', occupation: 'Safeguarding lead' },
      relationships: {
        businessTelephone: ref('telephone', 't2'),
        businessEmail: ref('email', 'e2'),
        employee: ref('business', 'b1'),
      },
    },
    {
      id: 'p3',
      type: 'person',
      attributes: { givenName: ['Marisol'], surname: 'Wraxhollow' },
      relationships: {
        personalTelephone: ref('telephone', 't3'),
        eveningTelephone: ref('telephone', 't4'),
      },
    },
    {
      id: 'l1',
      type: 'location',
      attributes: {
        buildingNumber: '7',
        street: 'Sample Row',
        cityOrTown: 'Testford',
        postcode: 'ZZ99 3WZ',
        locationUPRN: '000000000000',
      },
    },
    { id: 'l2', type: 'location', attributes: { cityOrTown: 'Elsewhere' } },
    { id: 'e1', type: 'email', attributes: { emailAddress: 'kit.w@example.org' } },
    { id: 'e2', type: 'email', attributes: { emailAddress: 'o.brandt@example.org' } },
    {
      id: 't1',
      type: 'telephone',
      attributes: { telephoneNumber: '7700900123', telephoneCountryCode: '44' },
    },
    { id: 't2', type: 'telephone', attributes: { telephoneNumberFull: '+442079460123' } },
    { id: 't3', type: 'telephone', attributes: { telephoneNumber: '01632 960001' } },
    { id: 't4', type: 'telephone', attributes: { telephoneNumber: '01632 960002' } },
    {
      id: 'm1',
      type: 'socialMedia',
      attributes: { socialMediaTag: 'quillz_0421', socialMediaType: 'Discord' },
    },
    { id: 'm2', type: 'socialMedia', attributes: { socialMediaTag: 'quillfeather-j' } },
    { id: 'b1', type: 'business', attributes: { businessName: 'Testford Academy' } },
    {
      id: 's1',
      type: 'submission',
      attributes: {
        externalReferenceId: 'SingleOnlineHome',
        forceIdentifier: '42',
        category: 'OCR',
        submitTime: '2026-11-20T15:09:33.880+00:00',
        customerReferenceNumber: 'TYA-1-26-0100-000',
      },
    },
  ],
};

/** Details that no form has modelled come only as text. */
const SKELETON = {
  data: {
    id: 'i1',
    type: 'incident',
    attributes: { incidentDescription: 'See the submission for full details.' },
    relationships: { submission: ref('submission', 's1') },
  },
  included: [
    {
      id: 's1',
      type: 'submission',
      attributes: { submissionContent: 'Who is it about? Kit.', ipAddress: '192.0.2.7' },
    },
  ],
};

const person = (id: string, attributes: object, relationships: object = {}) => ({
  id,
  type: 'person',
  attributes,
  relationships,
});
const about = (relationships: object, ...included: object[]) => ({
  data: { id: 'i1', type: 'incident', attributes: {}, relationships },
  included,
});

const text = (value: unknown) => JSON.stringify(value, undefined, 2);

export const samples: readonly ImportSample[] = [
  {
    name: 'a report with every part that is read',
    content: text(FULL),
    referrals: [
      {
        'subject.name': ['Kit Morgan Wraxhollow'],
        'subject.givenNames': ['Kit Morgan'],
        'subject.familyName': ['Wraxhollow'],
        'subject.aliases[]': ['quill'],
        'subject.bornOn': ['2010-03-14'],
        'subject.sexRecorded': ['Female'],
        'subject.address': ['7 Sample Row\nTestford'],
        'subject.postcode': ['ZZ99 3WZ'],
        'subject.school': ['Testford Academy'],
        'subject.phones[]': ['+44 7700900123'],
        'subject.emails[]': ['kit.w@example.org'],
        'subject.onlineIdentifiers[].asSeen': ['quillz_0421', 'quillfeather-j'],
        'subject.communicationNeeds': ['Reads large print'],
        'referral.reference': ['TYA-1-26-0100-000'],
        'referral.otherReferences[]': ['1234567/123'],
        'referral.receivedOn': ['2026-11-20T15:09:33.880+00:00'],
        'referral.incidentDates[]': ['2026-11-02'],
        'referral.narrative': ['The booking page went down after the lesson.'],
        'referrer.name': ['Ottilie Brandt'],
        'referrer.organisation': ['Testford Academy'],
        'referrer.role': ['Safeguarding lead'],
        'referrer.phone': ['+442079460123'],
        'referrer.email': ['o.brandt@example.org'],
        'relatedPersons[].name': ['Marisol Wraxhollow', 'Marisol Wraxhollow'],
        'relatedPersons[].relationship': ['Mother', 'Mother'],
        'relatedPersons[].phones[]': ['01632 960001', '01632 960002'],
      },
    ],
    issuesAt: [
      'data.attributes.incidentEndDateTime',
      'data.relationships.incidentLocation[0]',
      'included[0]',
      'included[3]',
    ],
  },
  {
    name: 'a skeleton, which tells everything in one text',
    content: text(SKELETON),
    referrals: [
      {
        'referral.narrative': ['See the submission for full details.', 'Who is it about? Kit.'],
      },
    ],
    issuesAt: ['report 1', 'included[0]'],
  },
  {
    name: 'two people reported, one of them by a link of their own',
    content: text(
      about(
        { knownSuspect: ref('person', 'a') },
        person('a', { givenName: ['Taz'], surname: 'Vael' }, { sister: ref('person', 'b') }),
        person('b', { givenName: ['Ines'] }, { unknownSuspect: ref('incident', 'i1') }),
      ),
    ),
    referrals: [
      {
        'subject.name': ['Taz Vael'],
        'subject.givenNames': ['Taz'],
        'subject.familyName': ['Vael'],
        'relatedPersons[].name': ['Ines'],
        'relatedPersons[].relationship': ['Sister'],
      },
      { 'subject.name': ['Ines'] },
    ],
    issuesAt: ['report 1'],
  },
  {
    name: 'people whose part nothing says, or whose relationship is told the other way round',
    content: text(
      about(
        { subject: ref('person', 'a') },
        person('a', { givenName: ['Taz Vael'], surnameUnknown: true }),
        person('b', { givenName: ['Ines'] }),
        person('c', { surname: 'Quill' }, { son: ref('person', 'a') }),
      ),
    ),
    referrals: [
      {
        'subject.name': ['Taz Vael'],
        'relatedPersons[].name': ['Quill', 'Ines'],
      },
    ],
    issuesAt: ['included[1]', 'included[2].relationships.son[0]'],
  },
  {
    name: 'texts of another form, keys nobody knows, links into nothing, and an id twice',
    content: text({
      jsonapi: { version: '1.1' },
      ...about(
        { subject: ref('person', 'a'), witness: ref('person', 'gone'), victim: { data: null } },
        person('a', { surname: { is: 'Vael' }, givenName: ['Taz', 7, null], shoeSize: 44 }),
        person('a', { givenName: ['Another'] }),
        { type: 'vehicle', attributes: { vehicleMake: 'None' } },
        { no: 'type' },
      ),
    }),
    referrals: [{ 'subject.name': ['Taz'], 'relatedPersons[].name': ['Another'] }],
    issuesAt: [
      'jsonapi',
      'data.relationships.witness[0]',
      'included[0].attributes.surname',
      'included[0].attributes.givenName[1]',
      'included[0]',
      'included[1]',
      'included[2]',
      'included[3]',
    ],
  },
  {
    name: 'a list of reports, one of them none',
    content: text([SKELETON, { data: [] }, about({})]),
    referrals: [
      { 'referral.narrative': ['See the submission for full details.', 'Who is it about? Kit.'] },
      {},
    ],
    issuesAt: ['report 2', 'report 3'],
  },
  { name: 'a list of none', content: '[]', referrals: [] },
  { name: 'JSON of something else', content: '{"name": "Taz"}', issuesAt: ['report 1'] },
  { name: 'a text that is no JSON', content: 'Name,Date of birth\n', issuesAt: ['line 1'] },
  {
    name: 'a key that stands twice',
    content: '{"data": {"type": "incident"}, "data": {"type": "incident"}}',
    issuesAt: ['line 1, column 32'],
  },
  { name: 'brackets without end', content: '['.repeat(5000) },
  { name: 'more reports than anybody sends', content: `[${'{},'.repeat(1000)}{}]` },
  { name: 'more values than a report has', content: `[[${'0,'.repeat(100_000)}0]]` },
];
