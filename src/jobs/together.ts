interface Asked<Q, A> {
  question: Q;
  answered: (answer: A) => void;
  failed: (error: unknown) => void;
}

/**
 * Lets many ask the database for one thing each, and asks it for all of them at once: what is asked within one turn of
 * the loop, or while an answer is still awaited, goes together in the next. `ask` never sees a question that came after
 * it was called, so an answer is always younger than its question. When it fails, it fails for all who asked.
 */
export function together<Q, A>(ask: (all: readonly Q[]) => Promise<readonly A[]>): (question: Q) => Promise<A> {
  let waiting: Asked<Q, A>[] = [];
  let asking = false;

  const next = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    try {
      const answers = await ask(all.map(({ question }) => question));
      all.forEach(({ answered }, n) => answered(answers[n]!));
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
    asking = false;
    wake();
  };
  const wake = (): void => {
    if (asking || waiting.length === 0) return;
    asking = true;
    setImmediate(() => void next());
  };

  return (question) =>
    new Promise<A>((answered, failed) => {
      waiting.push({ question, answered, failed });
      wake();
    });
}
