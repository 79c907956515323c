/**
 * The path of a URL as it may be logged and repeated: without the query, and without what is as good as a key, which
 * stands in the path of links in messages (`/r/…`) and of feeds (`/f/…`), however it is written there.
 */
export function shownPath(url: string): string {
  const path = url.split('?')[0]!;
  const meant = plain(path);
  const shown = meant.replace(/(^|\/)r\/.*/s, '$1r/…').replace(/(^|\/)f\/([^/]*)\/.*/s, '$1f/$2/…');
  return shown === meant ? path : shown;
}

/** `%66` is an f: routes are found by what is meant. What cannot be read is no route. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
