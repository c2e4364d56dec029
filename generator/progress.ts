import type { Writable } from 'node:stream';

// The only import of ora, and only once there is a terminal to draw on.

/** Tells a person at a terminal what is being done. */
export interface Progress {
  /** Shows `text` in place of what was shown before. */
  show(text: string): void;
  /** Clears the line, so that other text can be written. */
  clear(): void;
}

/** Progress that shows nothing: for logs, pipes and `--quiet`. */
export const silentProgress: Progress = {
  show() {},
  clear() {},
};

/** Progress as a spinner on the last line of `terminal`; none where its width is unknown. */
export async function createProgress(terminal: Writable): Promise<Progress> {
  // With a width of 0, as some pseudo-terminals have, ora clears lines without end.
  if (!('columns' in terminal && typeof terminal.columns === 'number' && terminal.columns > 0)) return silentProgress;
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: terminal, discardStdin: false, hideCursor: false });
  return {
    show(text) {
      spinner.text = text;
      // Much of the work is synchronous and leaves the spinner no turn of its own.
      if (spinner.isSpinning) spinner.render();
      else spinner.start();
    },
    clear: () => void spinner.stop(),
  };
}
