import { DeskError } from '../errors.ts';
import { type Instant, parseInstant } from '../now.ts';

/** A moment as this desk writes it. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && parseInstant(value) === value;
}

/** What the rules of the API say, told as what they are here: something wrong in a file of the package. */
export function fitting<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const errors = error.errors?.map(({ pointer, detail }) => ({ pointer: `/${file}${pointer}`, detail }));
    throw new DeskError('does-not-fit', `The package cannot be taken in: in ${file}, ${error.message}`, {
      ...(errors && { errors }),
      cause: error,
    });
  }
}

export function unfit(where: string, detail: string): DeskError {
  return new DeskError('does-not-fit', `The package cannot be taken in: ${where} ${detail}.`, {
    errors: [{ pointer: `/${where}`, detail }],
  });
}
