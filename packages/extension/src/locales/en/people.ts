/** A page that lists several people: which of them a draft is about. */
export const people = {
  'review.people': {
    one: 'This page lists 1 person. Is this about them?',
    other: 'This page lists {count} people. Which of them is this about?',
  },
  'review.people.hint':
    'Nothing of this list is taken until you choose. Of the people that you do not choose, nothing is kept.',
  'review.people.none': 'None of them',
  'review.people.choose': 'Choose this person',
  'review.people.missing': 'Select who this is about',
  'review.people.chosen': 'Of the {count} people listed on this page, this is about: {person}.',
  'review.people.chosen.none': 'Of the {count} people listed on this page, this is about none.',
  'review.people.change': 'Choose somebody else',
} as const;
