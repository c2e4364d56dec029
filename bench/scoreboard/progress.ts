/** Tells a person how far a run is. */
export interface Progress {
  /** One more document is done. */
  done(passed: boolean): void;
  end(): void;
}

const width = 30;

/** A bar that is redrawn where the output is a terminal; elsewhere a line now and then. */
export function createProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const start = Date.now();
  let count = 0;
  let failing = 0;
  let told = start;
  const text = (): string => {
    const share = total === 0 ? 1 : count / total;
    const bar = '#'.repeat(Math.round(share * width)).padEnd(width, '.');
    const minutes = (Date.now() - start) / 60_000;
    const left = share > 0 ? (minutes / share - minutes).toFixed(0) : '?';
    return `[${bar}] ${count}/${total}, ${failing} not passing, ${minutes.toFixed(1)} min, ${left} min to go`;
  };
  return {
    done(passed) {
      count += 1;
      if (!passed) failing += 1;
      if (out.isTTY) out.write(`\r\u001B[2K${text()}`);
      else if (Date.now() - told > 30_000) {
        told = Date.now();
        out.write(`${text()}\n`);
      }
    },
    end() {
      out.write(`${out.isTTY ? '\r\u001B[2K' : ''}${text()}\n`);
    },
  };
}
