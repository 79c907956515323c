/**
 * The lines in which jobs wait, each with places of its own in every process: what others make us wait for (a mail
 * server, a chat service, the endpoint of a webhook) takes no place from anything else, however many of them hang; nor
 * does the reading of files, which takes whole cores, and may be left to a process of its own.
 */
export const lanes = ['desk', 'reading', 'mail', 'chat', 'webhook'] as const;
export type Lane = (typeof lanes)[number];
