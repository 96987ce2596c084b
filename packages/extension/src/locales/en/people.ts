/** A page that lists several people: which of them a draft is about. */
export const people = {
  'review.people': {
    one: 'This page lists 1 person. Is this about them?',
    other: 'This page lists {count} people. Which of them is this about?',
  },
  'review.people.hint':
    'Nothing from this list is taken until you choose. Nothing is kept about the people you do not choose.',
  'review.people.none': 'None of them',
  'review.people.choose': 'Choose this person',
  'review.people.missing': 'Select who this is about',
  'review.people.chosen': 'Of the {count} people listed on this page, this is about: {person}.',
  'review.people.chosen.none': 'This is about none of the {count} people listed on this page.',
  'review.people.change': 'Choose somebody else',
} as const;
