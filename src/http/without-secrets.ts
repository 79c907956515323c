/** Shorter pieces of a secret are words that occur anyway. */
const LEAST = 6;

/**
 * What others answered, fit to be kept and shown: their words may repeat what they were called by, and services put
 * secrets into the paths of their URLs. Control characters go too.
 */
export function withoutSecrets(text: string, secrets: readonly (string | null | undefined)[], most: number): string {
  const pieces = secrets.flatMap((one) => (one ? [one, ...piecesOf(one)] : []));
  const hidden = [...new Set(pieces)]
    .filter((piece) => piece.length >= LEAST)
    .sort((a, b) => b.length - a.length)
    .reduce((left, piece) => left.replaceAll(piece, '***'), text);
  return hidden
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .trim()
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, '');
}

/** Of a URL, its path and the parts of it and of its query; its host may be told. */
function piecesOf(secret: string): string[] {
  if (!URL.canParse(secret)) return [];
  const { pathname, search, searchParams } = new URL(secret);
  return [pathname + search, pathname, ...pathname.split('/'), ...searchParams.values()];
}

/** All that may be told of an address that holds a secret. */
export function hostOnly(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
