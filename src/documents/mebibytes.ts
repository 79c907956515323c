const MEBIBYTE = 1024 * 1024;

/**
 * The same bytes in pieces of a mebibyte, the last one shorter: the network hands over crumbs, and each write to a disk
 * costs. When the source breaks, what it gave before comes first and then its error.
 */
export async function* inMebibytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let crumbs: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const crumb of source) {
      crumbs.push(crumb);
      size += crumb.length;
      if (size < MEBIBYTE) continue;
      const piece = Buffer.concat(crumbs);
      [crumbs, size] = [[], 0];
      yield piece;
    }
  } catch (error) {
    if (size > 0) yield Buffer.concat(crumbs);
    throw error;
  }
  if (size > 0) yield Buffer.concat(crumbs);
}
