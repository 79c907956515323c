import { describe, expect, it } from '@jest/globals';
import { servedAs, sniffMediaType } from './media-type.ts';

describe('sniffMediaType', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\u0000\u0001\u0002', 'application/octet-stream'],
    ['', 'application/octet-stream'],
    ['Dear requester,\r\n\tthis is your release.', 'text/plain'],
    ['Größe — 12 €', 'text/plain'],
    ['\ufeff<!DOCTYPE html><title>404', 'text/html'],
    ['<!-- saved from url -->\n<html>', 'text/html'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'text/html'],
    ['<?xml version="1.0"?><log/>', 'application/xml'],
  ])('takes %j for %s', async (text, mediaType) => {
    expect(await sniffMediaType(Buffer.from(text))).toBe(mediaType);
  });

  it('does not trip over a character that is cut at the end of what it sees', async () => {
    expect(await sniffMediaType(Buffer.from('aé').subarray(0, 2))).toBe('text/plain');
    expect(await sniffMediaType(Buffer.from([0x61, 0xff, 0xfe]))).toBe('application/octet-stream');
  });

  it('never serves what a browser could run under its own name', () => {
    for (const active of [
      'text/html',
      'image/svg+xml',
      'application/xml',
      'text/javascript',
      'application/xhtml+xml',
    ]) {
      expect(servedAs(active)).toBe('application/octet-stream');
    }
    expect(servedAs('text/plain')).toBe('text/plain; charset=utf-8');
    expect(servedAs('application/pdf')).toBe('application/pdf');
  });
});
