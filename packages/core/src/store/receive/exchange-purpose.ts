/**
 * Purposes of an exchange file. In a separate module, since a page's request is checked against it before it paints.
 */
export const EXCHANGE_PURPOSES = ['handover', 'request', 'answer', 'review', 'share'] as const;
