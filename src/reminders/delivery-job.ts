export const DELIVER = 'deliver-message';
/** With the waits between them more than four days: a mail server may be away over a long weekend. */
export const DELIVER_TRIES = 30;
