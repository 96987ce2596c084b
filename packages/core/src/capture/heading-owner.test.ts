/**
 * Headings over other people, written by hand: nothing below one of them is the subject's, even if it is alone on the
 * page.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownerOfHeading } from './field/label-dictionary.js';
import dictionary from './field/label-dictionary.json' with { type: 'json' };

const OTHERS =
  `Form tutor|Head of year|Class teacher|Designated safeguarding lead|SENCO|Legal representative|Foster parents
Special guardian|Adoptive mother|Step-father|Mum's partner|Mother’s boyfriend|Nan's details|Twin brother|Co-accused
Co-defendants|Injured party|Witness 1|Witnesses|Emergency contacts|Reported by|Caller|Allocated social worker|YOT worker
Youth justice worker|Officer in the case|Arresting officer|Line manager|Landlord|Account holder|Bill payer|Registered keeper
Suspect 2|Gang associates|Best friend|Ex-partner|Mentor|Counsellor|CAMHS clinician|Dentist|Others at the address
Also present|Source of information|Person with parental responsibility|Housemates|Team around the child|Personal adviser
Care home manager|Edge of care worker|Football coach|Duty solicitor|Neighbours|Twin|Classmate|Chaperone|Mother's solicitor
Subject's teacher|Young person's solicitor|Pupil's form tutor|Alternative contact|Second contact|School staff|PCSO|Author
Youth offending team|Referring teacher|Mam|Tad|Brawd|Chwaer|Mam-gu|Modryb|Perthynas agosaf|Athro|Gweithiwr cymdeithasol
Cyfreithiwr|Tyst|Dioddefwr|Atgyfeiriwyd gan|Meddyg teulu|Gofalwr maeth|Person arall|Ffrind|Cyswllt mewn argyfwng|Rhieni
Rhiant neu warcheidwad|Oedolyn priodol|Swyddog yr achos|Pennaeth|Cyd-ddiffynnydd`.split(/[|\n]/);

const SUBJECTS =
  `Subject|Young person|Child’s details|About the young person|Nominal|Suspect|Student|Service user|Personal details
Contact details|Identity|Basic details|Person of interest|Referral|Circumstances|Y person ifanc|Manylion cyswllt|Education
Health|Home|Notes|Overview|Contact|Address and contact|School or employer|History`.split(/[|\n]/);

describe('a heading', () => {
  it.each(OTHERS)('opens somebody else’s section: %s', (heading) => {
    expect([undefined, 'subject', 'referral']).not.toContain(ownerOfHeading(heading));
  });

  it.each(SUBJECTS)('leaves what is below it to the subject: %s', (heading) => {
    expect([undefined, 'subject', 'referral']).toContain(ownerOfHeading(heading));
  });

  it.each([
    ['Rowan Okonkwo-Faux (co-accused)', 'otherPerson'],
    ['Imogen Beth van der Pretend (friend)', 'relatedPersons'],
    ['Kai Marlow (witness)', 'otherPerson'],
    ['Taz Vael (subject)', 'subject'],
    ['Attendance (2)', undefined],
  ])('says in brackets who somebody is: %s', (heading, owner) => {
    expect(ownerOfHeading(heading)).toBe(owner);
  });

  it.each([
    ['Part B - Parent, guardian or appropriate adult', 'relatedPersons'],
    ['Mother / carer', 'relatedPersons'],
    ['Witness or victim', 'otherPerson'],
  ])('says who of several it may be about: %s', (heading, owner) => {
    expect(ownerOfHeading(heading)).toBe(owner);
  });

  it('is about somebody who is there by their work, of whichever kind and however many', () => {
    const kind = fc.constantFrom('housing', 'duty', 'lead', 'community', 'night', 'second', 'old');
    const tail = fc.constantFrom('', 's', ' details', ' 2', ' contact');
    const work = fc.constantFrom(...dictionary.work);
    fc.assert(
      fc.property(kind, work, tail, (what, who, after) => {
        expect(ownerOfHeading(`${what} ${who}${after}`)).toBe('otherPerson');
        expect(ownerOfHeading(`Young person’s ${what} ${who}${after}`)).toBe('otherPerson');
      }),
    );
  });
});
