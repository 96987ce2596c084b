/** What an exchange file is for. By itself, since what a page asks for is checked against it before it paints. */
export const EXCHANGE_PURPOSES = ['handover', 'request', 'answer', 'review', 'share'] as const;
