import { readFile } from 'node:fs/promises';
import { v7 } from 'uuid';
import { draftPackage } from './bags.ts';
import type { Secret } from './secret.ts';

/** How the permission test calls one route of the OpenAPI document. */
export interface RouteCall {
  /** Path and query; with `nobody`, the ids are such as nothing has. */
  path(secret: Secret, ids: Ids): string;
  /** Whose affair it is: that of the request's members, of one person alone, of owners, or of everybody at the desk. */
  of: 'members' | 'recipient' | 'owners' | 'everybody' | 'author';
  body?(secret: Secret, ids: Ids): unknown;
  headers?: Record<string, string>;
  /** Whether a viewer may: reading, and what is one's own. */
  viewersToo?: boolean;
}

/** The ids by which a route finds things: the secret's own, or ids that nothing has. */
export type Ids = Pick<
  Secret,
  | 'requestId'
  | 'documentId'
  | 'documentPrefix'
  | 'citationId'
  | 'findingId'
  | 'noteId'
  | 'reminderId'
  | 'messageId'
  | 'statusChangeId'
  | 'webhookId'
  | 'deliveryId'
  | 'jobId'
  | 'uploadId'
  | 'actId'
>;

export const nobodysIds = (): Ids => ({
  requestId: v7(),
  documentId: v7(),
  documentPrefix: v7().replaceAll('-', ''),
  citationId: v7(),
  findingId: v7(),
  uploadId: v7(),
  actId: v7(),
  noteId: v7(),
  reminderId: v7(),
  messageId: v7(),
  statusChangeId: v7(),
  webhookId: v7(),
  deliveryId: v7(),
  jobId: v7(),
});

const aPackage = await draftPackage();
const anyVersion = { 'if-match': '*' };
const read = (of: RouteCall['of'], path: RouteCall['path']): RouteCall => ({ of, path, viewersToo: true });

/** Every route there is. A route of the document that is not here fails the test. */
export const routeCalls: Record<string, RouteCall> = {
  'GET /api/v1/me': read('everybody', () => '/me'),
  'PATCH /api/v1/me': { ...read('everybody', () => '/me'), body: () => ({ timeZone: 'UTC' }), headers: anyVersion },
  'GET /api/v1/users': read('everybody', () => '/users?limit=200'),
  'POST /api/v1/users': {
    of: 'owners',
    path: () => '/users',
    body: () => ({ name: 'New', email: `${v7()}@desk.test`, role: 'viewer' }),
  },
  'GET /api/v1/users/{id}': read('everybody', (secret) => `/users/${secret.creator.id}`),
  'PATCH /api/v1/users/{id}': {
    of: 'owners',
    path: (secret) => `/users/${secret.viewer.id}`,
    body: () => ({ name: 'Renamed' }),
    headers: anyVersion,
  },
  'GET /api/v1/keys': read('everybody', () => '/keys'),
  'POST /api/v1/users/{id}/keys': {
    of: 'owners',
    path: (secret) => `/users/${secret.creator.id}/keys`,
    body: () => ({ label: 'foreign' }),
  },
  'POST /api/v1/keys/{id}/rotate': { ...read('author', () => `/keys/${v7()}/rotate`), body: () => ({}) },
  'DELETE /api/v1/keys/{id}': read('author', () => `/keys/${v7()}`),

  'GET /api/v1/agencies': read('everybody', () => '/agencies?limit=200'),
  'POST /api/v1/agencies': {
    of: 'everybody',
    path: () => '/agencies',
    body: () => ({ name: 'New', statute: 'us-foia' }),
  },
  'GET /api/v1/agencies/{id}': read('everybody', (secret) => `/agencies/${secret.agencyId}`),
  'PATCH /api/v1/agencies/{id}': {
    of: 'everybody',
    path: (secret) => `/agencies/${secret.agencyId}`,
    body: () => ({ timeZone: 'America/New_York' }),
    headers: anyVersion,
  },
  'POST /api/v1/agencies/{id}/calendar/import': {
    of: 'everybody',
    path: (secret) => `/agencies/${secret.agencyId}/calendar/import?mode=add&cites=Order`,
    body: () => 'date,name\n2033-12-23,Skeleton Crew Day\n',
    headers: { ...anyVersion, 'content-type': 'text/csv' },
  },
  'GET /api/v1/closures': read('everybody', () => '/closures?limit=200'),
  'POST /api/v1/closures': {
    of: 'everybody',
    path: () => '/closures',
    body: () => ({
      statute: 'uk-foia-2000',
      from: '2031-10-01',
      to: '2031-10-02',
      effect: 'counts',
      says: `the government was shut (${v7()})`,
      cites: { label: 'Order' },
    }),
  },
  'DELETE /api/v1/closures/{id}': { of: 'author', path: () => `/closures/${v7()}` },
  'GET /api/v1/statutes': read('everybody', () => '/statutes'),
  'GET /api/v1/statutes/schema': read('everybody', () => '/statutes/schema'),
  'GET /api/v1/law-packs': { of: 'everybody', path: () => '/law-packs' },
  'GET /api/v1/statutes/{id}': read('everybody', () => '/statutes/us-foia'),
  'GET /api/v1/calendars': read('everybody', () => '/calendars'),
  'GET /api/v1/calendars/{id}/days': read('everybody', () => '/calendars/us-federal/days?year=2026'),
  'GET /api/v1/calendars/{id}/add': read('everybody', () => '/calendars/us-federal/add?from=2026-06-01&days=20'),
  'POST /api/v1/clock/explanation': {
    ...read('everybody', () => '/clock/explanation'),
    body: () => ({ statute: 'us-foia', statusChanges: [{ kind: 'filed', on: '2026-03-02', channel: 'email' }] }),
  },
  'POST /api/v1/clock': {
    ...read('everybody', () => '/clock'),
    body: () => ({ statute: 'us-foia', statusChanges: [{ kind: 'filed', on: '2026-03-02', channel: 'email' }] }),
  },

  'GET /api/v1/requests': read('everybody', () => '/requests?limit=200'),
  'POST /api/v1/requests': {
    of: 'everybody',
    path: () => '/requests',
    body: (secret) => ({ agencyId: secret.agencyId, subject: 'Mine', description: 'Mine' }),
  },
  'GET /api/v1/requests/{id}': read('members', (_, { requestId }) => `/requests/${requestId}`),
  'PATCH /api/v1/requests/{id}': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}`,
    body: () => ({ confidential: true }),
    headers: anyVersion,
  },
  'POST /api/v1/requests/{id}/status-changes': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/status-changes`,
    body: () => ({ kind: 'contacted', on: '2026-04-01', channel: 'phone' }),
  },
  'GET /api/v1/requests/{id}/timeline': read('members', (_, { requestId }) => `/requests/${requestId}/timeline`),
  'GET /api/v1/requests/{id}/explanation': read('members', (_, { requestId }) => `/requests/${requestId}/explanation`),
  'POST /api/v1/requests/import': {
    of: 'everybody',
    path: () => '/requests/import',
    body: () => {
      const form = new FormData();
      form.set('file', new Blob([aPackage]), 'package.zip');
      return form;
    },
  },
  'GET /api/v1/requests/{id}/origin': read('members', (_, { requestId }) => `/requests/${requestId}/origin`),
  'GET /api/v1/requests/{id}/package': read(
    'members',
    (_, { requestId }) => `/requests/${requestId}/package?hiddenText=include`,
  ),
  'GET /api/v1/requests/{id}/members': read('members', (_, { requestId }) => `/requests/${requestId}/members`),
  'PUT /api/v1/requests/{id}/members/{userId}': {
    of: 'members',
    path: (secret, { requestId }) => `/requests/${requestId}/members/${secret.memberViewer.id}`,
  },
  'DELETE /api/v1/requests/{id}/members/{userId}': {
    of: 'members',
    path: (secret, { requestId }) => `/requests/${requestId}/members/${secret.memberViewer.id}`,
  },
  'GET /api/v1/requests/{id}/notes': read('members', (_, { requestId }) => `/requests/${requestId}/notes`),
  'POST /api/v1/requests/{id}/notes': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/notes`,
    body: () => ({ text: 'A note' }),
  },
  'DELETE /api/v1/requests/{id}/notes/{noteId}': {
    of: 'author',
    path: (_, { requestId, noteId }) => `/requests/${requestId}/notes/${noteId}`,
  },
  'GET /api/v1/search': read('everybody', (secret) => `/search?q=${secret.tag}&limit=200`),
  'GET /api/v1/search/suggestions': read('everybody', (secret) => `/search/suggestions?q=${secret.tag.slice(0, 5)}`),
  'GET /api/v1/deadlines': read('everybody', () => '/deadlines?limit=200'),
  'GET /api/v1/feeds': read('everybody', () => '/feeds?limit=200'),
  'POST /api/v1/feeds': { ...read('everybody', () => '/feeds'), body: () => ({ scope: 'mine' }) },
  'DELETE /api/v1/feeds/{id}': read('author', () => `/feeds/${v7()}`),

  'GET /api/v1/requests/{id}/documents': read('members', (_, { requestId }) => `/requests/${requestId}/documents`),
  'POST /api/v1/requests/{id}/documents': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/documents`,
    body: () => {
      const form = new FormData();
      form.set('file', new Blob([v7()]), 'page.txt');
      return form;
    },
  },
  'GET /api/v1/documents/{id}': read('members', (_, { documentId }) => `/documents/${documentId}`),
  'PATCH /api/v1/documents/{id}': {
    of: 'members',
    path: (_, { documentId }) => `/documents/${documentId}`,
    body: () => ({ role: 'release' }),
    headers: anyVersion,
  },
  'GET /api/v1/documents/{id}/content': read('members', (_, { documentId }) => `/documents/${documentId}/content`),
  'GET /api/v1/documents/{id}/reading': read('members', (_, { documentId }) => `/documents/${documentId}/reading`),
  'POST /api/v1/documents/{id}/reading': {
    of: 'members',
    path: (_, { documentId }) => `/documents/${documentId}/reading`,
    body: () => ({ language: 'eng' }),
  },
  'GET /api/v1/documents/{id}/pages': read('members', (_, { documentId }) => `/documents/${documentId}/pages`),
  'GET /api/v1/documents/{id}/pages/{number}': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/pages/1?words=true`,
  ),
  'GET /api/v1/documents/{id}/pages/{number}/image': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/pages/1/image?width=100`,
  ),
  'GET /api/v1/documents/{id}/pages/{number}/thumbnail': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/pages/1/thumbnail`,
  ),
  'GET /api/v1/documents/{id}/hidden-text': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/hidden-text`,
  ),
  'GET /api/v1/documents/{id}/hidden-text/decisions': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/hidden-text/decisions`,
  ),
  'POST /api/v1/documents/{id}/hidden-text/decisions': {
    of: 'members',
    path: (_, { documentId }) => `/documents/${documentId}/hidden-text/decisions`,
    body: () => ({ decision: 'withhold', reason: 'Not ours to tell' }),
  },

  'POST /api/v1/documents/{id}/citations': {
    of: 'members',
    path: (_, { documentId }) => `/documents/${documentId}/citations`,
    body: () => ({ page: 1, quote: 'content' }),
  },
  'GET /api/v1/requests/{id}/citations': read('members', (_, { requestId }) => `/requests/${requestId}/citations`),
  'GET /api/v1/citations/{id}': read('members', (_, { citationId }) => `/citations/${citationId}`),
  'DELETE /api/v1/citations/{id}': { of: 'author', path: (_, { citationId }) => `/citations/${citationId}` },
  'GET /api/v1/documents/{id}/exemptions': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/exemptions`,
  ),
  'POST /api/v1/documents/{id}/exemptions': {
    of: 'members',
    path: (_, { documentId }) => `/documents/${documentId}/exemptions`,
    body: () => ({ code: '(b)(5)', kind: 'redacted', pageFrom: 1 }),
  },
  'GET /api/v1/documents/{id}/compare/{otherId}': read(
    'members',
    (_, { documentId }) => `/documents/${documentId}/compare/${documentId}`,
  ),
  'GET /api/v1/requests/{id}/exemptions': read('members', (_, { requestId }) => `/requests/${requestId}/exemptions`),
  'POST /api/v1/requests/{id}/exemptions': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/exemptions`,
    body: (_, { statusChangeId }) => ({ code: '(b)(5)', statusChangeId }),
  },
  'GET /api/v1/requests/{id}/exemptions/findings': read(
    'members',
    (_, { requestId }) => `/requests/${requestId}/exemptions/findings`,
  ),
  'POST /api/v1/requests/{id}/exemptions/decisions': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/exemptions/decisions`,
    body: (_, { findingId }) => ({ decision: 'confirmed', ids: [findingId] }),
  },
  'GET /api/v1/agencies/{id}/exemptions': read('everybody', (secret) => `/agencies/${secret.agencyId}/exemptions`),
  'DELETE /api/v1/exemptions/{id}': { of: 'author', path: (_, { findingId }) => `/exemptions/${findingId}` },
  'GET /d/{prefix}/p/{page}': read('members', (_, { documentPrefix }) => `/d/${documentPrefix}/p/1`),
  'POST /api/v1/documents/{id}/unpack': {
    of: 'author',
    path: (_, { documentId }) => `/documents/${documentId}/unpack`,
  },
  'DELETE /api/v1/documents/{id}': {
    of: 'author',
    path: (_, { documentId }) => `/documents/${documentId}`,
    body: () => ({ reason: 'A duplicate' }),
  },
  'POST /api/v1/requests/{id}/uploads': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/uploads`,
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '10' },
  },
  'OPTIONS /api/v1/uploads': read('everybody', () => '/uploads'),
  'GET /api/v1/uploads/{id}': read('recipient', (_, { uploadId }) => `/uploads/${uploadId}`),
  'PATCH /api/v1/uploads/{id}': {
    of: 'author',
    path: (_, { uploadId }) => `/uploads/${uploadId}`,
    body: () => Buffer.from('0123456789'),
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  },
  'DELETE /api/v1/uploads/{id}': {
    of: 'author',
    path: (_, { uploadId }) => `/uploads/${uploadId}`,
    headers: { 'tus-resumable': '1.0.0' },
  },

  'GET /api/v1/requests/{id}/legal-hold': read('members', (_, { requestId }) => `/requests/${requestId}/legal-hold`),
  'PUT /api/v1/requests/{id}/legal-hold': {
    of: 'owners',
    path: (secret) => `/requests/${secret.openRequestId}/legal-hold`,
    body: () => ({ reason: 'A suit' }),
  },
  'DELETE /api/v1/requests/{id}/legal-hold': {
    of: 'owners',
    path: (secret) => `/requests/${secret.heldRequestId}/legal-hold`,
    body: () => ({ reason: 'It is over' }),
  },
  'DELETE /api/v1/requests/{id}/acts/{actId}/texts': {
    of: 'owners',
    path: (_, { requestId, actId }) => `/requests/${requestId}/acts/${actId}/texts`,
  },

  'GET /api/v1/reminders': read('everybody', () => '/reminders?limit=200'),
  'POST /api/v1/requests/{id}/reminders': {
    of: 'members',
    path: (_, { requestId }) => `/requests/${requestId}/reminders`,
    body: () => ({ on: '2026-12-02', text: 'Look again' }),
  },
  'PATCH /api/v1/reminders/{id}': {
    of: 'author',
    path: (_, { reminderId }) => `/reminders/${reminderId}`,
    body: () => ({ on: '2026-12-03' }),
  },
  'DELETE /api/v1/reminders/{id}': { of: 'author', path: (_, { reminderId }) => `/reminders/${reminderId}` },
  ...Object.fromEntries(
    ['acknowledge', 'mute', 'done'].map((act) => [
      `POST /api/v1/reminders/{id}/${act}`,
      read('author', (_, { reminderId }) => `/reminders/${reminderId}/${act}`),
    ]),
  ),
  'POST /api/v1/reminders/{id}/snooze': {
    ...read('author', (_, { reminderId }) => `/reminders/${reminderId}/snooze`),
    body: () => ({ until: '2026-12-02' }),
  },
  ...Object.fromEntries(
    ['acknowledge', 'mute'].map((act) => [
      `POST /api/v1/requests/{id}/deadlines/{deadlineId}/${act}`,
      read('author', (_, ids) => `/requests/${ids.requestId}/deadlines/determination:${ids.statusChangeId}/${act}`),
    ]),
  ),
  'POST /api/v1/requests/{id}/deadlines/{deadlineId}/snooze': {
    ...read('author', (_, ids) => `/requests/${ids.requestId}/deadlines/determination:${ids.statusChangeId}/snooze`),
    body: () => ({ until: '2026-12-02' }),
  },
  'GET /api/v1/requests/{id}/reminder-acts': read(
    'members',
    (_, { requestId }) => `/requests/${requestId}/reminder-acts`,
  ),
  'GET /api/v1/requests/{id}/watchers': read('members', (_, { requestId }) => `/requests/${requestId}/watchers`),
  'PUT /api/v1/requests/{id}/watchers/{userId}': read(
    'author',
    (secret, { requestId }) => `/requests/${requestId}/watchers/${secret.creator.id}`,
  ),
  'DELETE /api/v1/requests/{id}/watchers/{userId}': read(
    'author',
    (secret, { requestId }) => `/requests/${requestId}/watchers/${secret.creator.id}`,
  ),
  'GET /api/v1/reminder-policies': read('everybody', () => '/reminder-policies?limit=200'),
  'POST /api/v1/reminder-policies/preview': {
    ...read('members', () => '/reminder-policies/preview'),
    body: (_, { requestId }) => ({ requestId, policy: { silence: null } }),
  },
  'GET /api/v1/reminder-policies/{scope}/{subject}': read(
    'author',
    (_, { requestId }) => `/reminder-policies/request/${requestId}`,
  ),
  'GET /api/v1/reminder-policies/{scope}/{subject}/versions': read(
    'author',
    (_, { requestId }) => `/reminder-policies/request/${requestId}/versions`,
  ),
  'GET /api/v1/requests/{id}/reminder-ledger': read(
    'members',
    (_, { requestId }) => `/requests/${requestId}/reminder-ledger`,
  ),
  'GET /api/v1/requests/{id}/reminder-ledger/export': read(
    'members',
    (_, { requestId }) => `/requests/${requestId}/reminder-ledger/export?format=csv`,
  ),
  'GET /api/v1/requests/{id}/why': read('members', (_, { requestId }) => `/requests/${requestId}/why?on=2026-12-01`),
  'PUT /api/v1/reminder-policies/{scope}/{subject}': {
    ...read('author', (_, { requestId }) => `/reminder-policies/request/${requestId}`),
    body: () => ({ quiet: { days: 60, unit: 'calendar' } }),
  },
  'DELETE /api/v1/reminder-policies/{scope}/{subject}': read(
    'author',
    (_, { requestId }) => `/reminder-policies/request/${requestId}`,
  ),
  'GET /api/v1/messages': read('everybody', () => '/messages?limit=200'),
  'GET /api/v1/me/channels': read('everybody', () => '/me/channels'),
  'PUT /api/v1/me/channels': { ...read('everybody', () => '/me/channels'), body: () => ({ items: [] }) },
  'POST /api/v1/me/channels/{channel}/test': read('everybody', () => '/me/channels/email/test'),

  'GET /api/v1/events': read('everybody', () => '/events?limit=200'),
  'GET /api/v1/webhooks': { of: 'owners', path: () => '/webhooks' },
  'POST /api/v1/webhooks': {
    of: 'owners',
    path: () => '/webhooks',
    body: () => ({ url: 'https://hooks.example.org/x', disabled: true }),
  },
  'GET /api/v1/webhooks/{id}': { of: 'owners', path: (_, { webhookId }) => `/webhooks/${webhookId}` },
  'PATCH /api/v1/webhooks/{id}': {
    of: 'owners',
    path: (_, { webhookId }) => `/webhooks/${webhookId}`,
    body: () => ({ description: 'Changed' }),
    headers: anyVersion,
  },
  'DELETE /api/v1/webhooks/{id}': { of: 'owners', path: (_, { webhookId }) => `/webhooks/${webhookId}` },
  'POST /api/v1/webhooks/{id}/secret': {
    of: 'owners',
    path: (_, { webhookId }) => `/webhooks/${webhookId}/secret`,
    body: () => ({}),
  },
  'POST /api/v1/webhooks/{id}/ping': { of: 'owners', path: (_, { webhookId }) => `/webhooks/${webhookId}/ping` },
  'GET /api/v1/webhooks/{id}/deliveries': {
    of: 'owners',
    path: (_, { webhookId }) => `/webhooks/${webhookId}/deliveries`,
  },
  'POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay': {
    of: 'owners',
    path: (_, { webhookId, deliveryId }) => `/webhooks/${webhookId}/deliveries/${deliveryId}/replay`,
  },
  'GET /api/v1/jobs': { of: 'owners', path: () => '/jobs?limit=200' },
  'GET /api/v1/jobs/counts': { of: 'owners', path: () => '/jobs/counts' },
  'GET /api/v1/jobs/{id}': { of: 'owners', path: (_, { jobId }) => `/jobs/${jobId}` },
  'POST /api/v1/jobs/{id}/drop': {
    of: 'owners',
    path: (_, { jobId }) => `/jobs/${jobId}/drop`,
    body: () => ({ reason: 'Nobody needs it' }),
  },
  'POST /api/v1/jobs/{id}/retry': { of: 'owners', path: (_, { jobId }) => `/jobs/${jobId}/retry` },
  'GET /api/v1/messages/{id}': read('recipient', (_, { messageId }) => `/messages/${messageId}`),
};

/** What strangers might try beyond the plain routes: filters and fields that could name or count what they may not see. */
export const sideDoors = (secret: Secret, ids: Ids): [method: string, path: string, body?: unknown][] => {
  const mine = { agencyId: secret.agencyId, subject: 'Mine', description: 'Mine' };
  const open = `/requests/${secret.openRequestId}`;
  return [
    ['GET', `/requests?q=${secret.tag}`],
    ['GET', `/requests?tag=${secret.tag}`],
    ['GET', `/requests?agencyId=${secret.agencyId}&assigneeId=none&limit=1`],
    ['GET', '/requests?status=processing,filed&updatedSince=2020-01-01T00:00:00Z'],
    ['GET', `/deadlines?requestId=${ids.requestId}`],
    ['GET', `/search?q=${secret.tag}&requestId=${ids.requestId}`],
    ['GET', `/search?q=${secret.tag}&documentId=${ids.documentId}&kind=page`],
    ['GET', `/search?q=${secret.tag.slice(0, 4)}*+OR+note+OR+page&requestId=${ids.requestId}&limit=1`],
    ['GET', `/search?q=subject&tag=${secret.tag}&agencyId=${secret.agencyId}&dateOf=recorded&from=2020-01-01`],
    ['GET', `/search?q=open+OR+${secret.tag}&agencyId=${secret.agencyId}`],
    ['GET', `/search/suggestions?q=${secret.tag}`],
    ['GET', `/deadlines?agencyId=${secret.agencyId}`],
    ['GET', `/reminders?requestId=${ids.requestId}`],
    ['GET', `/reminders?state=planned,sent,cancelled`],
    ['GET', '/events?type=request.created,status-change.recorded,document.attached&limit=200'],
    ['GET', `/events?type=request.touched`],
    ['GET', open],
    ['GET', `${open}?asOf=2026-03-10`],
    ['GET', `${open}/timeline`],
    ['GET', `${open}/explanation`],
    ['GET', `${open}/package`],
    ['GET', `/requests/${ids.requestId}/package?include=notes,internal,assignees,reminders,members&asOf=2026-03-10`],
    ['POST', '/requests', { ...mine, related: [{ kind: 'part-of', requestId: ids.requestId }] }],
    ['POST', '/requests', { ...mine, statusChanges: [filed, { ...aggregated, withRequestIds: [ids.requestId] }] }],
    ['POST', '/requests', { ...mine, statusChanges: [filed, { ...transferred, newRequestId: ids.requestId }] }],
    ['POST', `${open}/status-changes`, { ...filed, about: ids.statusChangeId }],
    [
      'POST',
      `${open}/status-changes`,
      { kind: 'corrected', on: '2026-04-01', corrects: ids.statusChangeId, replacement: null },
    ],
    ['POST', `${open}/status-changes`, { kind: 'redacted', on: '2026-04-01', about: ids.statusChangeId, reason: 'x' }],
    ['DELETE', `${open}/notes/${ids.noteId}`],
    ['GET', `/documents/${ids.documentId}/pages?limit=1`],
    ['GET', `/documents/${ids.documentId}/pages/2`],
    ['GET', `/documents/${ids.documentId}/pages/0/image`],
    ['GET', `${open}/citations?documentId=${ids.documentId}`],
    ['GET', `/citations/${ids.citationId}?format=bibtex`],
    ['POST', `/documents/${ids.documentId}/citations`, { page: 99, quote: 'nobody reads this' }],
    ['GET', `/d/${ids.documentPrefix.slice(0, 12)}/p/99`],
    ['POST', `${open}/exemptions`, { code: '(b)(5)', statusChangeId: ids.statusChangeId }],
    ['POST', `${open}/exemptions/decisions`, { decision: 'confirmed', ids: [ids.findingId] }],
    ['POST', `${open}/exemptions/decisions`, { decision: 'rejected', documentId: ids.documentId }],
    ['GET', `/documents/${ids.documentId}/exemptions?state=confirmed&code=us-foia:b3`],
    ['GET', `${open}/exemptions/findings?code=us-foia:b3`],
    ['GET', `/documents/${secret.openDocumentId}/compare/${ids.documentId}`],
    ['GET', `/documents/${ids.documentId}/compare/${secret.openDocumentId}`],
    ['DELETE', `${open}/acts/${ids.actId}/texts`],
    ['POST', `${open}/uploads`, undefined],
    ['HEAD', `/uploads/${ids.uploadId}`],
    ['GET', '/reminder-policies?limit=200'],
    ['GET', `/reminder-policies/tag/${secret.tag}`],
  ];
};

const filed = { kind: 'filed', on: '2026-03-02', channel: 'email' };
const aggregated = { kind: 'aggregated', on: '2026-03-03' };
const transferred = { kind: 'transferred', on: '2026-03-03', scope: 'all' };

/** `GET /api/v1/…` for each operation of the checked-in document; removals last, so that the others find what they call. */
export async function documentedRoutes(): Promise<string[]> {
  const text = await readFile(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, object> };
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const last = (route: string) => Number(route.startsWith('DELETE'));
  return routes.sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1));
}
