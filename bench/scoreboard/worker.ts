import { createValidator, remembered } from './validity.ts';
import { tryDocument, type Tried, type Trial } from './try-document.ts';

/** What a worker is asked. */
export type Question = Omit<Trial, 'validate'>;

/** What it answers, and how much memory it holds by then. */
export interface Answer extends Tried {
  readonly residentMegabytes: number;
}

// Nothing that is tried may reach the network.
globalThis.fetch = () => Promise.reject(new Error('not fetched'));

const validate = createValidator().then(remembered);

process.on('message', (question: Question) => {
  void validate
    .then((validate) => tryDocument({ ...question, validate }))
    .then((tried) => {
      const answer: Answer = { ...tried, residentMegabytes: process.memoryUsage.rss() / 1_000_000 };
      process.send?.(answer);
    });
});
