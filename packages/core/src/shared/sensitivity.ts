/** Levels of care that a value needs. */
export const SENSITIVITIES = ['none', 'personal', 'special', 'criminal', 'source'] as const;

/**
 * `personal` is any personal data; `special` is sensitive processing (DPA 2018 s.35(8)) or special-category data
 * (UK GDPR Article 9); `criminal` is an allegation or outcome; `source` could identify who gave information.
 */
export type Sensitivity = (typeof SENSITIVITIES)[number];
