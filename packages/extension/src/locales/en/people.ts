/** A page or a text that names several people: which of them a draft is about. */
export const people = {
  'review.people': {
    one: '1 person is named here. Is this about them?',
    other: '{count} people are named here. Which of them is this about?',
  },
  'review.people.hint':
    'Nothing about these people is taken until you choose. No details are taken of the people you do not choose, but words that you take are kept as they are written and may name them.',
  'review.people.none': 'None of them',
  'review.people.choose': 'Choose this person',
  'review.people.missing': 'Select who this is about',
  'review.people.chosen': 'Of the {count} people named here, this is about: {person}.',
  'review.people.chosen.none': 'This is about none of the {count} people named here.',
  'review.people.change': 'Choose somebody else',
} as const;
