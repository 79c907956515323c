import { expect, it } from '@jest/globals';
import { shownPath } from './shown-path.ts';

it.each([
  ['/api/v1/requests?q=words', '/api/v1/requests'],
  ['/r/token', '/r/…'],
  ['/f/id/secret.ics?x=1', '/f/id/…'],
  ['/%66/id/secret.ics', '/f/id/…'],
  ['/%72/token', '/r/…'],
  ['/f/id%2Fsecret.ics', '/f/id/…'],
  ['//f/id/secret.csv', '//f/id/…'],
  ['http://desk.test/f/id/secret.json', 'http://desk.test/f/id/…'],
  ['/api/v1/f/id/secret.ics', '/api/v1/f/id/…'],
  ['/f/id/\nsecret.ics', '/f/id/…'],
  ['/f/id/%', '/f/id/…'],
  ['/api/v1/users/%C3%BC', '/api/v1/users/%C3%BC'],
])('%s is shown as %s', (url, shown) => expect(shownPath(url)).toBe(shown));
